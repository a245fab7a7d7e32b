-- What columns are can be decided after the import: by a planner with a reason, or by a longer list of what may be special.
CREATE TABLE layer_tag (
    layer       uuid                     NOT NULL,
    field       varchar                  NOT NULL,
    measure     varchar(10)              NOT NULL,
    sensitivity varchar(10)              NOT NULL,
    reason      varchar(2000)            NOT NULL,
    decided_by  varchar(200),
    decided_at  timestamp with time zone NOT NULL,
    CONSTRAINT layer_tag_pk PRIMARY KEY (layer, field),
    CONSTRAINT layer_tag_layer_fk FOREIGN KEY (layer) REFERENCES layer (id) ON DELETE CASCADE
);
COMMENT ON TABLE layer_tag IS 'Tags of columns decided after the import; they go before those in the layer''s report.';
COMMENT ON COLUMN layer_tag.decided_by IS 'The account; null where the list of words decided when the server started.';

ALTER TABLE layer ADD COLUMN tag_list integer DEFAULT 0 NOT NULL;
COMMENT ON COLUMN layer.tag_list IS 'Number of the list of special words under which the layer''s columns were last looked at.';
