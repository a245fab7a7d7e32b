package org.copse.server.policeuk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A GeoJSON MultiPolygon; police.uk has one ring alone, which loses islands and holes.
 *
 * @param coordinates polygon, ring, position: longitude, latitude in degrees
 */
record Boundary(String type, List<List<List<List<Double>>>> coordinates) {
    private static final double DECIMALS = 1e7;

    static Boundary of(Geometry lonLat) {
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        for (int part = 0; part < lonLat.getNumGeometries(); part++) {
            if (lonLat.getGeometryN(part) instanceof Polygon polygon) {
                List<List<List<Double>>> rings = new ArrayList<>();
                rings.add(ring(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole)));
                }
                polygons.add(rings);
            }
        }
        return new Boundary("MultiPolygon", polygons);
    }

    private static List<List<Double>> ring(LineString ring) {
        return Arrays.stream(ring.getCoordinates())
                .map(corner -> List.of(rounded(corner.x), rounded(corner.y)))
                .toList();
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}
