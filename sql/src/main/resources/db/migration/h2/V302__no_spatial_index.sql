-- A process that is killed in the middle of an import leaves an open transaction in the file. At the next start H2 takes it back before it
-- knows that the index's map is a spatial one, fails, and the database cannot be opened any more. The primary keys begin with the layer.
DROP INDEX IF EXISTS layer_feature_geom;
DROP INDEX IF EXISTS layer_block_geom;
