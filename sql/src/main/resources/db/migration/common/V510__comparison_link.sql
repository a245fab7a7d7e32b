CREATE TABLE comparison_link (
    id         uuid                     NOT NULL,
    name       varchar(200)             NOT NULL,
    token_hash varchar(64)              NOT NULL,
    document   text                     NOT NULL,
    ground     text                     NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT comparison_link_pk PRIMARY KEY (id),
    CONSTRAINT comparison_link_hash_unique UNIQUE (token_hash),
    CONSTRAINT comparison_link_expires CHECK (expires_at > created_at)
);
COMMENT ON TABLE comparison_link IS 'Comparisons that whoever has the link can read until it expires. A link that is taken back is deleted.';
COMMENT ON COLUMN comparison_link.token_hash IS 'SHA-256 of 256 random bits, which are shown once and not stored.';
COMMENT ON COLUMN comparison_link.document IS 'JSON: the figures of the day, without what is special about people.';
COMMENT ON COLUMN comparison_link.ground IS 'GeoJSON: beats and changed units of the day.';
