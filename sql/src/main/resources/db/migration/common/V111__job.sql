CREATE TABLE planning_job (
    id               uuid                     NOT NULL,
    scenario         uuid                     NOT NULL,
    state            varchar(12)              NOT NULL,
    phase            varchar(200)             NOT NULL,
    progress         double precision         NOT NULL,
    best_score       double precision,
    message          varchar(2000),
    problem          text,
    cancel_requested boolean                  NOT NULL,
    server           varchar(100),
    created_by       varchar(200)             NOT NULL,
    created_at       timestamp with time zone NOT NULL,
    started_at       timestamp with time zone,
    heartbeat_at     timestamp with time zone,
    finished_at      timestamp with time zone,
    CONSTRAINT planning_job_pk PRIMARY KEY (id),
    CONSTRAINT planning_job_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE,
    CONSTRAINT planning_job_state_known
        CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    CONSTRAINT planning_job_progress_share CHECK (progress >= 0 AND progress <= 1)
);
CREATE INDEX planning_job_scenario ON planning_job (scenario, created_at);
CREATE INDEX planning_job_state ON planning_job (state);
COMMENT ON COLUMN planning_job.best_score IS 'Score of the best plan so far; lower is better.';
COMMENT ON COLUMN planning_job.server IS 'The running server that claimed the job.';
COMMENT ON COLUMN planning_job.heartbeat_at IS 'When that server last said that it is at work on the job.';

CREATE TABLE proposal (
    job        uuid                     NOT NULL,
    scenario   uuid                     NOT NULL,
    document   text                     NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT proposal_pk PRIMARY KEY (job),
    CONSTRAINT proposal_job_fk FOREIGN KEY (job) REFERENCES planning_job (id) ON DELETE CASCADE,
    CONSTRAINT proposal_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE
);
COMMENT ON COLUMN proposal.document IS 'JSON: alternatives with their measures, criteria and notes.';

CREATE TABLE proposal_unit (
    job       uuid             NOT NULL,
    number    integer          NOT NULL,
    unit_id   varchar          NOT NULL,
    residents double precision NOT NULL,
    lon       double precision NOT NULL,
    lat       double precision NOT NULL,
    CONSTRAINT proposal_unit_pk PRIMARY KEY (job, number),
    CONSTRAINT proposal_unit_job_fk FOREIGN KEY (job) REFERENCES proposal (job) ON DELETE CASCADE
);
COMMENT ON COLUMN proposal_unit.residents IS 'As planned with: estimated where the unit had none.';
COMMENT ON COLUMN proposal_unit.lon IS 'A point inside the unit, WGS 84.';

CREATE TABLE proposal_sector (
    job       uuid         NOT NULL,
    favour    varchar(20)  NOT NULL,
    number    integer      NOT NULL,
    sector_id varchar(100) NOT NULL,
    officers  integer      NOT NULL,
    geom      geometry(Geometry, 4326) NOT NULL,
    CONSTRAINT proposal_sector_pk PRIMARY KEY (job, favour, sector_id),
    CONSTRAINT proposal_sector_job_fk FOREIGN KEY (job) REFERENCES proposal (job) ON DELETE CASCADE
);

CREATE TABLE proposal_beat (
    job       uuid             NOT NULL,
    favour    varchar(20)      NOT NULL,
    number    integer          NOT NULL,
    beat_id   varchar(100)     NOT NULL,
    sector_id varchar(100)     NOT NULL,
    colour    integer          NOT NULL,
    hours     double precision NOT NULL,
    deviation double precision NOT NULL,
    residents double precision NOT NULL,
    geom      geometry(Geometry, 4326) NOT NULL,
    CONSTRAINT proposal_beat_pk PRIMARY KEY (job, favour, beat_id),
    CONSTRAINT proposal_beat_sector_fk FOREIGN KEY (job, favour, sector_id)
        REFERENCES proposal_sector (job, favour, sector_id) ON DELETE CASCADE
);
COMMENT ON COLUMN proposal_beat.hours IS 'Workload, officer-hours a month.';
COMMENT ON COLUMN proposal_beat.deviation IS 'Signed share of the target hours.';
COMMENT ON COLUMN proposal_beat.geom IS 'Territory: the beat''s units and the streets and gaps nearest to them, WGS 84.';

CREATE TABLE proposal_assignment (
    job     uuid         NOT NULL,
    favour  varchar(20)  NOT NULL,
    number  integer      NOT NULL,
    beat_id varchar(100) NOT NULL,
    CONSTRAINT proposal_assignment_pk PRIMARY KEY (job, favour, number),
    CONSTRAINT proposal_assignment_unit_fk FOREIGN KEY (job, number)
        REFERENCES proposal_unit (job, number) ON DELETE CASCADE,
    CONSTRAINT proposal_assignment_beat_fk FOREIGN KEY (job, favour, beat_id)
        REFERENCES proposal_beat (job, favour, beat_id) ON DELETE CASCADE
);
COMMENT ON TABLE proposal_assignment IS 'The assignment itself, one row per alternative and unit.';
