package org.copse.server.inforce;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The borders of a partition, each straight piece once, with the beat to its west and to its east. Pieces run northwards; those that run due
 * east or west decide nothing and are left out.
 *
 * <p>A piece that two beats share is one piece here, so no rounding can put a position on both of its sides or on neither.
 */
final class BeatEdges {

    /** Outside of every beat. */
    static final int OUTSIDE = -1;

    private static final int UNKNOWN = -2;

    final double[] southX;
    final double[] southY;
    final double[] northX;
    final double[] northY;
    final int[] west;
    final int[] east;
    final int count;

    private BeatEdges(Map<Piece, int[]> sides) {
        count = sides.size();
        southX = new double[count];
        southY = new double[count];
        northX = new double[count];
        northY = new double[count];
        west = new int[count];
        east = new int[count];
        Piece[] pieces = sides.keySet().toArray(Piece[]::new);
        Arrays.sort(pieces);
        for (int i = 0; i < count; i++) {
            Piece piece = pieces[i];
            southX[i] = piece.southX;
            southY[i] = piece.southY;
            northX[i] = piece.northX;
            northY[i] = piece.northY;
            int[] beats = sides.getOrDefault(piece, new int[2]);
            west[i] = beats[0] == UNKNOWN ? OUTSIDE : beats[0];
            east[i] = beats[1] == UNKNOWN ? OUTSIDE : beats[1];
        }
    }

    private record Piece(double southX, double southY, double northX, double northY) implements Comparable<Piece> {

        @Override
        public int compareTo(Piece other) {
            int bySouth = Double.compare(southY, other.southY);
            int byX = bySouth != 0 ? bySouth : Double.compare(southX, other.southX);
            int byNorth = byX != 0 ? byX : Double.compare(northY, other.northY);
            return byNorth != 0 ? byNorth : Double.compare(northX, other.northX);
        }
    }

    /**
     * Returns the borders of territories.
     *
     * @throws IllegalArgumentException when two territories claim the same side of a border: they overlap
     */
    static BeatEdges of(List<? extends Geometry> territories) {
        Map<Piece, int[]> sides = new HashMap<>();
        for (int beat = 0; beat < territories.size(); beat++) {
            Geometry territory = territories.get(beat);
            for (int part = 0; part < territory.getNumGeometries(); part++) {
                if (territory.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                    addRing(polygon.getExteriorRing(), true, beat, sides);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        addRing(polygon.getInteriorRingN(hole), false, beat, sides);
                    }
                }
            }
        }
        return new BeatEdges(sides);
    }

    private static void addRing(LinearRing ring, boolean shell, int beat, Map<Piece, int[]> sides) {
        Coordinate[] points = ring.getCoordinates();
        boolean insideOnLeft = Orientation.isCCW(points) == shell;
        for (int i = 1; i < points.length; i++) {
            Coordinate from = points[i - 1];
            Coordinate to = points[i];
            if (from.y != to.y) {
                boolean northwards = to.y > from.y;
                Piece piece =
                        northwards ? new Piece(from.x, from.y, to.x, to.y) : new Piece(to.x, to.y, from.x, from.y);
                int side = northwards == insideOnLeft ? 0 : 1;
                int[] beats = sides.computeIfAbsent(piece, key -> new int[] {UNKNOWN, UNKNOWN});
                if (beats[side] != UNKNOWN) {
                    throw new IllegalArgumentException(
                            "beats " + beats[side] + " and " + beat + " overlap at a border");
                }
                beats[side] = beat;
            }
        }
    }

    /** Returns where a piece meets the parallel at {@code y}. */
    double xAt(int edge, double y) {
        return southX[edge] + (y - southY[edge]) * inverseSlope(edge);
    }

    double inverseSlope(int edge) {
        return (northX[edge] - southX[edge]) / (northY[edge] - southY[edge]);
    }

    /** Returns whether a piece decides about positions at {@code y}: its south end does, its north end is the next piece's. */
    boolean spans(int edge, double y) {
        return southY[edge] <= y && y < northY[edge];
    }
}
