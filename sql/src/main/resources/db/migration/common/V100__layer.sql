-- Layers are immutable: an import of the same kind and name adds a version, and no row changes once its import is done.
CREATE TABLE layer (
    id           uuid                     NOT NULL,
    kind         varchar(30)              NOT NULL,
    name         varchar(200)             NOT NULL,
    version      integer                  NOT NULL,
    features     integer                  NOT NULL,
    file_name    varchar(300)             NOT NULL,
    sha256       varchar(64),
    source       varchar(2000),
    licence      varchar(500),
    purpose      varchar(2000),
    legal_basis  varchar(2000),
    as_of        varchar(40),
    metric_crs   varchar(40),
    west         double precision,
    south        double precision,
    east         double precision,
    north        double precision,
    roles        text                     NOT NULL,
    report       text                     NOT NULL,
    created_by   varchar(200)             NOT NULL,
    created_at   timestamp with time zone NOT NULL,
    CONSTRAINT layer_pk PRIMARY KEY (id),
    CONSTRAINT layer_version_unique UNIQUE (kind, name, version),
    CONSTRAINT layer_version_positive CHECK (version >= 1),
    CONSTRAINT layer_features_not_negative CHECK (features >= 0)
);
COMMENT ON TABLE layer IS 'An imported file, cleaned; one row per version.';
COMMENT ON COLUMN layer.as_of IS 'What the source says its date is: a day, a month or a year.';
COMMENT ON COLUMN layer.metric_crs IS 'The district''s metric coordinate system, chosen from the extent.';
COMMENT ON COLUMN layer.west IS 'Degrees of longitude, WGS 84; null where no feature has a position.';
COMMENT ON COLUMN layer.roles IS 'JSON: which column plays which role.';
COMMENT ON COLUMN layer.report IS 'JSON: the import report, as shown at the import.';

CREATE TABLE layer_feature (
    layer      uuid     NOT NULL,
    number     integer  NOT NULL,
    feature_id varchar  NOT NULL,
    source_row bigint   NOT NULL,
    geom       geometry(Geometry, 4326),
    attributes json     NOT NULL,
    CONSTRAINT layer_feature_pk PRIMARY KEY (layer, number),
    CONSTRAINT layer_feature_layer_fk FOREIGN KEY (layer) REFERENCES layer (id) ON DELETE CASCADE
);
COMMENT ON COLUMN layer_feature.number IS 'Position in the layer, from 0, in the order of the file.';
COMMENT ON COLUMN layer_feature.geom IS 'Longitude and latitude, WGS 84; null for a row of a table without a position.';
