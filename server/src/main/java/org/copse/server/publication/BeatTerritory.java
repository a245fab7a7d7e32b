package org.copse.server.publication;

import org.locationtech.jts.geom.Geometry;

/**
 * A beat of a published plan and its land.
 *
 * @param colour 0 to 5, another than its neighbours'
 * @param lonLat territory in WGS 84; the territories of a plan divide its district without gap or overlap. Not to be changed
 */
public record BeatTerritory(
        String id, String name, String sectorId, String sectorName, int colour, double residents, Geometry lonLat) {}
