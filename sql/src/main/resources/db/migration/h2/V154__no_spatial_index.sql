-- H2 cannot open a database again that was killed while a transaction had changed a spatial index: its recovery takes that index for an
-- ordinary one. An import is such a transaction. Without the index a box is looked for among one layer's rows, which is fast enough here.
DROP INDEX layer_feature_geom;
DROP INDEX layer_block_geom;
