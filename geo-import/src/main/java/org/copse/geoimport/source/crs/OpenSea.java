package org.copse.geoimport.source.crs;

import java.util.List;
import org.copse.geoimport.LonLatBox;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where nobody lives, and where a place in Europe, in the Near East, in Africa or in America lies when its degrees are swapped: seas around
 * Africa and Arabia, the Empty Quarter, the ice at either pole. Drawn by hand, a few tens of kilometres off coasts and towns, in degrees; what
 * is not within says nothing.
 */
final class OpenSea {
    private static final GeometryFactory DEGREES = new GeometryFactory();

    private static final List<Geometry> EMPTY = List.of(
            // From Tanzania along Africa's coast past Socotra and along Arabia to India, and back south of the equator.
            ring(
                            40.9, -10, 40.2, -6, 40.2, -3.5, 41.4, -2.7, 42.2, -1.6, 43.2, -0.7, 45.8, 1.8, 48.75, 5.2,
                            50.1, 7.9, 51.6, 10, 52.4, 11.3, 55.5, 11.5, 55.5, 13.5, 53, 14.2, 56, 16.2, 59.2, 18.8,
                            60.5, 22, 62, 23, 67, 23.3, 69, 20, 71.5, 18, 72, 8, 72, -10)
                    .difference(box(55, 56.4, -7.3, -4)),
            // The Gulf of Aden.
            ring(46, 11.15, 48, 11.45, 49.5, 11.55, 51.4, 12.15, 52.8, 13, 52.8, 15, 51, 14.95, 49, 14.1, 46, 12.6),
            // The Gulf of Oman.
            ring(
                    60.5, 22, 60.2, 22.7, 59.2, 23.7, 58.1, 24.4, 58.2, 25.4, 60.4, 25.27, 61.3, 25, 64.5, 24.9, 66.2,
                    24.6, 67, 23.3),
            // The Red Sea.
            ring(
                    35.25, 25.5, 36, 23.9, 37.2, 22.2, 37.7, 19.7, 38.8, 17.9, 39.6, 17.3, 41, 17.6, 40.4, 18.6, 39.8,
                    19.9, 38.8, 21.3, 38.6, 22.8, 38.15, 23.95, 37.7, 24.3, 36.9, 25.1, 36.2, 25.8),
            // The Empty Quarter.
            ring(47.2, 18.6, 52.5, 18.9, 54.2, 19.5, 55, 20.5, 54.5, 22, 52.5, 22.5, 48.5, 22, 46.9, 21),
            // The Gulf of Guinea and the sea south of it, the South Atlantic, and the seas off Mozambique and
            // Rodrigues.
            ring(-5, -2.2, 7.8, -2.2, 8.5, -4, 10.5, -6.5, 12, -9, 11.2, -16.5, -4.5, -16.9),
            box(-33, 14, -56, -37.6),
            box(36.5, 42, -29, -24.5),
            box(62, 75, -26, -21));

    private static final double NORTHERNMOST = 72;
    private static final double SOUTHERNMOST = -56;

    /** Where most people live that a swap can be told for: Europe and the lands around the Mediterranean; America; India to Japan; Africa. */
    private static final List<Envelope> PEOPLED = List.of(
            new Envelope(-32, 40, 28, 71),
            new Envelope(-170, -34, -56, 71),
            new Envelope(60, 150, -45, 56),
            new Envelope(10, 52, -35, 42),
            new Envelope(-18, 15, 3, 28));

    private OpenSea() {}

    private static Geometry ring(double... lonLat) {
        Coordinate[] ring = new Coordinate[lonLat.length / 2 + 1];
        for (int i = 0; i < lonLat.length / 2; i++) {
            ring[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0].copy();
        return DEGREES.createPolygon(ring);
    }

    private static Geometry box(double west, double east, double south, double north) {
        return DEGREES.toGeometry(new Envelope(west, east, south, north));
    }

    /** Returns whether all of {@code box} lies where nobody lives. */
    static boolean has(LonLatBox box) {
        Geometry area = DEGREES.toGeometry(box.envelope());
        return box.south() > NORTHERNMOST
                || box.north() < SOUTHERNMOST
                || EMPTY.stream().anyMatch(empty -> empty.covers(area));
    }

    /** Returns whether all of {@code box} lies where people live. */
    static boolean isPeopled(LonLatBox box) {
        return PEOPLED.stream().anyMatch(land -> land.contains(box.envelope())) && !has(box);
    }
}
