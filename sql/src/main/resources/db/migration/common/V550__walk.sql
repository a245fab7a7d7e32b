-- A guided walk as phones record it: every version of everything that came, as it came, and what is the newest of the walk itself.
CREATE TABLE walk (
    id         uuid                     NOT NULL,
    title      varchar(200)             NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at   timestamp with time zone,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT walk_pk PRIMARY KEY (id)
);
CREATE INDEX walk_started_at ON walk (started_at);
COMMENT ON TABLE walk IS 'A guided walk; the rest of it is in its newest walk_record. Who walked along is counted there, never named.';
COMMENT ON COLUMN walk.started_at IS 'By the clock of the phone, which may be wrong; created_at is the server''s.';

CREATE TABLE walk_record (
    walk        uuid                     NOT NULL,
    kind        varchar(10)              NOT NULL,
    item        varchar(36)              NOT NULL,
    version     integer                  NOT NULL,
    sha256      varchar(64)              NOT NULL,
    body        text                     NOT NULL,
    received_by varchar(200)             NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT walk_record_pk PRIMARY KEY (walk, kind, item, version),
    CONSTRAINT walk_record_walk_fk FOREIGN KEY (walk) REFERENCES walk (id) ON DELETE CASCADE,
    CONSTRAINT walk_record_kind_known CHECK (kind = ANY (ARRAY['walk', 'finding', 'track'])),
    CONSTRAINT walk_record_version_positive CHECK (version >= 1)
);
COMMENT ON TABLE walk_record IS 'Append-only: what phones sent. A track is here as it was walked; whoever reads it gets it without its ends.';
COMMENT ON COLUMN walk_record.item IS 'The id that the phone made: of a walk or finding a UUID, of a piece of a track a number.';
COMMENT ON COLUMN walk_record.sha256 IS 'SHA-256 of the body as it came, in hexadecimal.';

CREATE TABLE walk_photo (
    walk      uuid                     NOT NULL,
    sha256    varchar(64)              NOT NULL,
    total     integer                  NOT NULL,
    received  integer                  NOT NULL,
    jpeg      bytea,
    width     integer,
    height    integer,
    sent_by   varchar(200)             NOT NULL,
    begun_at  timestamp with time zone NOT NULL,
    stored_at timestamp with time zone,
    CONSTRAINT walk_photo_pk PRIMARY KEY (walk, sha256),
    CONSTRAINT walk_photo_walk_fk FOREIGN KEY (walk) REFERENCES walk (id) ON DELETE CASCADE,
    CONSTRAINT walk_photo_within CHECK (received >= 0 AND received <= total),
    CONSTRAINT walk_photo_stored_whole CHECK ((jpeg IS NULL) = (stored_at IS NULL))
);
COMMENT ON COLUMN walk_photo.sha256 IS 'Of the bytes that the phone sends, in hexadecimal; what is stored was encoded anew.';
COMMENT ON COLUMN walk_photo.received IS 'Bytes, of total, that have come without a gap.';
COMMENT ON COLUMN walk_photo.jpeg IS 'Encoded by the server, without metadata; null until all bytes have come and are a picture.';

CREATE TABLE walk_photo_piece (
    walk     uuid        NOT NULL,
    sha256   varchar(64) NOT NULL,
    start_at integer     NOT NULL,
    bytes    bytea       NOT NULL,
    CONSTRAINT walk_photo_piece_pk PRIMARY KEY (walk, sha256, start_at),
    CONSTRAINT walk_photo_piece_fk FOREIGN KEY (walk, sha256) REFERENCES walk_photo (walk, sha256) ON DELETE CASCADE
);
COMMENT ON TABLE walk_photo_piece IS 'What has come of a photo that is not whole yet; deleted when it is.';
