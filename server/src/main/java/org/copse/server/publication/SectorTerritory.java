package org.copse.server.publication;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A sector of a published plan, its land, and how to reach its team.
 *
 * @param lonLat territory in WGS 84. Not to be changed
 */
public record SectorTerritory(
        String id, String name, int officers, @Nullable String phone, @Nullable String email, Geometry lonLat) {}
