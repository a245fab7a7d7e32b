CREATE TABLE backdrop (
    layer uuid        NOT NULL,
    role  varchar(20) NOT NULL,
    CONSTRAINT backdrop_pk PRIMARY KEY (layer),
    CONSTRAINT backdrop_layer_fk FOREIGN KEY (layer) REFERENCES layer (id) ON DELETE CASCADE,
    CONSTRAINT backdrop_role_known CHECK (role IN ('land', 'water', 'park', 'street', 'railway'))
);
COMMENT ON TABLE backdrop IS 'What a layer drawn behind the map shows. Public, unlike every other layer.';
