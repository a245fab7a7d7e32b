CREATE TABLE scenario (
    id         uuid                     NOT NULL,
    name       varchar(200)             NOT NULL,
    settings   text                     NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT scenario_pk PRIMARY KEY (id)
);
COMMENT ON TABLE scenario IS 'A plan being worked on: which layers, weights and bounds.';
COMMENT ON COLUMN scenario.settings IS 'JSON: officers, sectors, weights, tolerance, favour, seed and budget as asked for.';

CREATE TABLE scenario_layer (
    scenario uuid        NOT NULL,
    role     varchar(30) NOT NULL,
    layer    uuid        NOT NULL,
    CONSTRAINT scenario_layer_pk PRIMARY KEY (scenario, role),
    CONSTRAINT scenario_layer_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE,
    CONSTRAINT scenario_layer_layer_fk FOREIGN KEY (layer) REFERENCES layer (id)
);
