CREATE SPATIAL INDEX layer_feature_geom ON layer_feature (geom);
