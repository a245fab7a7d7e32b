CREATE SPATIAL INDEX layer_block_geom ON layer_block (geom);
