-- The newest version of what was seen on a walk; all versions are in walk_record.
CREATE TABLE finding (
    id              uuid                     NOT NULL,
    walk            uuid                     NOT NULL,
    version         integer                  NOT NULL,
    seen_at         timestamp with time zone NOT NULL,
    category        varchar(40)              NOT NULL,
    is_asset        boolean                  NOT NULL,
    severity        integer                  NOT NULL,
    geom            geometry(Point, 4326),
    accuracy_metres double precision,
    placed          varchar(10),
    words           varchar(2000)            NOT NULL,
    rating          integer,
    photos          varchar(800)             NOT NULL,
    removed         boolean                  NOT NULL,
    CONSTRAINT finding_pk PRIMARY KEY (id),
    CONSTRAINT finding_walk_fk FOREIGN KEY (walk) REFERENCES walk (id) ON DELETE CASCADE,
    CONSTRAINT finding_severity_known CHECK (severity >= 0 AND severity <= 4),
    CONSTRAINT finding_rating_known CHECK (rating IS NULL OR (rating >= 1 AND rating <= 5)),
    CONSTRAINT finding_placed_whole CHECK ((geom IS NULL) = (placed IS NULL))
);
CREATE INDEX finding_walk ON finding (walk);
COMMENT ON COLUMN finding.severity IS '0 (no problem, or an asset) to 4 (dangerous).';
COMMENT ON COLUMN finding.placed IS 'How the place is known: gps, pin (tapped on the map) or ahead (beside or before who recorded it).';
COMMENT ON COLUMN finding.rating IS 'How safe residents feel here, 1 (not at all) to 5 (very); null where they were not asked.';
COMMENT ON COLUMN finding.photos IS 'SHA-256 of its photos, separated by spaces; the photos may still be on their way.';
COMMENT ON COLUMN finding.removed IS 'Taken back by who recorded it.';
