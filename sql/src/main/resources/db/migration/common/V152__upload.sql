-- A file on its way to become a layer. It is kept in the database, so that any server can look into it and import it.
CREATE TABLE upload (
    id         uuid                     NOT NULL,
    file_name  varchar(300)             NOT NULL,
    bytes      bigint                   NOT NULL,
    complete   boolean                  NOT NULL,
    choices    text,
    job        uuid,
    layer      uuid,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT upload_pk PRIMARY KEY (id),
    CONSTRAINT upload_bytes_not_negative CHECK (bytes >= 0)
);
CREATE INDEX upload_expires_at ON upload (expires_at);
COMMENT ON TABLE upload IS 'A file that an account sent and has not imported yet, or has imported a while ago. Gone after expires_at.';
COMMENT ON COLUMN upload.complete IS 'Whether all of it is here; an upload that broke off is not.';
COMMENT ON COLUMN upload.choices IS 'JSON: how it is to be imported, as last asked for.';
COMMENT ON COLUMN upload.job IS 'The import last started; its row may be gone.';
COMMENT ON COLUMN upload.layer IS 'The layer that it became; may be deleted since.';

CREATE TABLE upload_chunk (
    upload uuid    NOT NULL,
    number integer NOT NULL,
    bytes  bytea   NOT NULL,
    CONSTRAINT upload_chunk_pk PRIMARY KEY (upload, number),
    CONSTRAINT upload_chunk_upload_fk FOREIGN KEY (upload) REFERENCES upload (id) ON DELETE CASCADE
);
COMMENT ON TABLE upload_chunk IS 'The bytes of an upload, 256 KiB to a row.';

-- A job plans a scenario or imports an upload.
ALTER TABLE planning_job ALTER COLUMN scenario DROP NOT NULL;
ALTER TABLE planning_job ADD COLUMN upload uuid;
ALTER TABLE planning_job ADD COLUMN done_count bigint;
ALTER TABLE planning_job ADD CONSTRAINT planning_job_one_subject CHECK ((scenario IS NULL) <> (upload IS NULL));
CREATE INDEX planning_job_upload ON planning_job (upload);
COMMENT ON COLUMN planning_job.upload IS 'The upload that is imported; its row may be gone.';
COMMENT ON COLUMN planning_job.done_count IS 'Features read so far, in an import.';
