package org.copse.geoimport.source.crs;

import java.util.List;
import org.copse.geoimport.LonLatBox;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where nobody can live, and where a place in Europe, in the Near East or in America lies when its degrees are swapped: the sea off
 * Somalia and Arabia, the ice at either pole. Drawn by hand, well off the coasts, in degrees; what is not within says nothing.
 */
final class OpenSea {
    private static final GeometryFactory DEGREES = new GeometryFactory();

    /** From Tanzania along Africa's coast to the Gulf of Aden, along Arabia to India, and back south of the equator. */
    private static final Geometry ARABIAN_SEA = ring(
            42, -10, 41, -6, 41.5, -3.2, 43.3, -1, 46.2, 1.8, 49.2, 5.2, 50.7, 8, 52, 10.2, 52.4, 11.3, 55.5, 11.5,
            55.5, 13.5, 53, 14.2, 56, 16.2, 59.2, 18.8, 60.8, 22, 64, 24, 67, 23.3, 69, 20, 71.5, 18, 72, 8, 72, -10,
            57, -10, 57, -3.5, 55, -3.5, 55, -10);

    private static final Geometry GULF_OF_ADEN =
            ring(46, 11.15, 48, 11.45, 49.5, 11.55, 51.4, 12.15, 52.8, 13, 52.8, 15, 51, 14.95, 49, 14.1, 46, 12.6);
    private static final double NORTHERNMOST = 72;
    private static final double SOUTHERNMOST = -56;

    /** Where most people live that a swap can be told for: Europe and the lands around the Mediterranean; America; India to Japan. */
    private static final List<Envelope> PEOPLED = List.of(
            new Envelope(-11, 40, 28, 71),
            new Envelope(-170, -35, -56, 71),
            new Envelope(60, 150, -45, 56),
            new Envelope(10, 52, -35, 42));

    private OpenSea() {}

    private static Geometry ring(double... lonLat) {
        Coordinate[] ring = new Coordinate[lonLat.length / 2 + 1];
        for (int i = 0; i < lonLat.length / 2; i++) {
            ring[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0].copy();
        return DEGREES.createPolygon(ring);
    }

    /** Returns whether all of {@code box} lies where nobody lives. */
    static boolean has(LonLatBox box) {
        Geometry area = DEGREES.toGeometry(box.envelope());
        return box.south() > NORTHERNMOST
                || box.north() < SOUTHERNMOST
                || ARABIAN_SEA.covers(area)
                || GULF_OF_ADEN.covers(area);
    }

    /** Returns whether all of {@code box} lies where people live. */
    static boolean isPeopled(LonLatBox box) {
        return PEOPLED.stream().anyMatch(land -> land.contains(box.envelope()));
    }
}
