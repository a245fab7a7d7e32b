CREATE TABLE sample_lock (
    id integer NOT NULL,
    CONSTRAINT sample_lock_pk PRIMARY KEY (id),
    CONSTRAINT sample_lock_one CHECK (id = 1)
);
INSERT INTO sample_lock (id) VALUES (1);
COMMENT ON TABLE sample_lock IS 'Locked by the server that loads the sample city, for as long as its transaction lives.';
