CREATE TABLE layer_difference (
    layer     uuid    NOT NULL,
    former    uuid    NOT NULL,
    added     integer NOT NULL,
    removed   integer NOT NULL,
    changed   integer NOT NULL,
    unchanged bigint  NOT NULL,
    document  text    NOT NULL,
    CONSTRAINT layer_difference_pk PRIMARY KEY (layer),
    CONSTRAINT layer_difference_layer_fk FOREIGN KEY (layer) REFERENCES layer (id) ON DELETE CASCADE,
    CONSTRAINT layer_difference_former_fk FOREIGN KEY (former) REFERENCES layer (id) ON DELETE CASCADE
);
COMMENT ON TABLE layer_difference IS 'What a version of a layer changes against the one before it.';
COMMENT ON COLUMN layer_difference.document IS 'JSON: ids added and removed; of each feature changed its id and what changed.';
