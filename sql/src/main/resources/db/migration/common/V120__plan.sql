CREATE TABLE plan (
    id           uuid                     NOT NULL,
    version      integer                  NOT NULL,
    name         varchar(200)             NOT NULL,
    reason       varchar(4000)            NOT NULL,
    origin       varchar(20)              NOT NULL,
    scenario     uuid,
    favour       varchar(20),
    units_layer  uuid,
    valid_from   timestamp with time zone NOT NULL,
    valid_to     timestamp with time zone,
    in_force     boolean,
    created_by   varchar(200)             NOT NULL,
    created_at   timestamp with time zone NOT NULL,
    CONSTRAINT plan_pk PRIMARY KEY (id),
    CONSTRAINT plan_version_unique UNIQUE (version),
    CONSTRAINT plan_one_in_force UNIQUE (in_force),
    CONSTRAINT plan_in_force_is_open CHECK (in_force IS NULL OR (in_force AND valid_to IS NULL)),
    CONSTRAINT plan_origin_known CHECK (origin IN ('proposal', 'areas-in-force')),
    CONSTRAINT plan_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id),
    CONSTRAINT plan_units_layer_fk FOREIGN KEY (units_layer) REFERENCES layer (id)
);
COMMENT ON TABLE plan IS 'A published plan. Rows never change but to close valid_to.';
COMMENT ON COLUMN plan.in_force IS 'True for the one plan in force; null, never false, for the others.';

CREATE TABLE plan_sector (
    plan      uuid         NOT NULL,
    sector_id varchar(100) NOT NULL,
    number    integer      NOT NULL,
    name      varchar(200) NOT NULL,
    officers  integer      NOT NULL,
    phone     varchar(60),
    email     varchar(200),
    geom      geometry(Geometry, 4326) NOT NULL,
    CONSTRAINT plan_sector_pk PRIMARY KEY (plan, sector_id),
    CONSTRAINT plan_sector_plan_fk FOREIGN KEY (plan) REFERENCES plan (id) ON DELETE CASCADE
);
COMMENT ON COLUMN plan_sector.geom IS 'Territory: the sector''s beats together, WGS 84.';

CREATE TABLE plan_beat (
    plan                uuid             NOT NULL,
    beat_id             varchar(100)     NOT NULL,
    number              integer          NOT NULL,
    sector_id           varchar(100)     NOT NULL,
    name                varchar(200)     NOT NULL,
    colour              integer          NOT NULL,
    residents           double precision NOT NULL,
    geom                geometry(Geometry, 4326) NOT NULL,
    CONSTRAINT plan_beat_pk PRIMARY KEY (plan, beat_id),
    CONSTRAINT plan_beat_sector_fk FOREIGN KEY (plan, sector_id) REFERENCES plan_sector (plan, sector_id)
        ON DELETE CASCADE,
    CONSTRAINT plan_beat_colour_of_six CHECK (colour >= 0 AND colour <= 5)
);
COMMENT ON COLUMN plan_beat.geom IS 'Territory: the beat''s units and the streets and gaps nearest to them, WGS 84.';

CREATE TABLE plan_unit (
    plan      uuid             NOT NULL,
    number    integer          NOT NULL,
    unit_id   varchar          NOT NULL,
    beat_id   varchar(100)     NOT NULL,
    residents double precision NOT NULL,
    lon       double precision NOT NULL,
    lat       double precision NOT NULL,
    CONSTRAINT plan_unit_pk PRIMARY KEY (plan, number),
    CONSTRAINT plan_unit_beat_fk FOREIGN KEY (plan, beat_id) REFERENCES plan_beat (plan, beat_id) ON DELETE CASCADE
);
COMMENT ON COLUMN plan_unit.lon IS 'A point inside the unit, WGS 84: it tells which beat of another plan the unit lay in.';
