CREATE INDEX layer_block_geom ON layer_block USING gist (geom);

-- For whoever reads with SQL or QGIS: one row for each feature that layer_block holds.
CREATE VIEW layer_position AS
SELECT block.layer,
       COALESCE(block.document -> 'ids' ->> point.at, block.document -> 'rows' ->> point.at) AS feature_id,
       (block.document -> 'rows' ->> point.at)::bigint AS source_row,
       point.geom,
       (SELECT jsonb_object_agg(field.key, held.value) FILTER (WHERE held.value <> 'null'::jsonb)
        FROM jsonb_each(block.document -> 'fields') AS field,
             LATERAL (SELECT field.value -> 'values'
                             -> COALESCE((field.value -> 'of' ->> point.at)::integer, point.at) AS value) AS held) AS attributes
FROM (SELECT layer, geom, document::jsonb AS document FROM layer_block OFFSET 0) AS block,
     LATERAL (SELECT (dumped.path)[1] - 1 AS at, dumped.geom FROM ST_Dump(block.geom) AS dumped) AS point;
COMMENT ON VIEW layer_position IS 'The features of layer_block one by one: incidents and addresses. Staff only, as layers are.';
