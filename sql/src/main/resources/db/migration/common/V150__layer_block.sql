-- Positions by the hundred thousand (incidents, addresses), a thousand to a row: loaded and read many times faster than one by one.
CREATE TABLE layer_block (
    layer    uuid    NOT NULL,
    part     integer NOT NULL,
    number   integer NOT NULL,
    features integer NOT NULL,
    geom     geometry(Geometry, 4326) NOT NULL,
    document json    NOT NULL,
    CONSTRAINT layer_block_pk PRIMARY KEY (layer, part, number),
    CONSTRAINT layer_block_layer_fk FOREIGN KEY (layer) REFERENCES layer (id) ON DELETE CASCADE,
    CONSTRAINT layer_block_not_empty CHECK (features >= 1)
);
COMMENT ON TABLE layer_block IS 'Neighbouring features of one part of a file. On PostGIS the view layer_position shows them one by one.';
COMMENT ON COLUMN layer_block.part IS 'Stretch of the file, from 0: the blocks of one part together give back the order of the file.';
COMMENT ON COLUMN layer_block.geom IS 'MultiPoint, longitude and latitude, WGS 84: one point for each feature, in the order of the document.';
COMMENT ON COLUMN layer_block.document IS
    'JSON: rows of the file; ids where they are not the row; by column either values, or values and which of them (of).';
