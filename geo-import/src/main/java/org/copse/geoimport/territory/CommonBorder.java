package org.copse.geoimport.territory;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The border of an area of a partition, whose neighbours have the same vertices along it. */
public final class CommonBorder {
    private final Set<Edge> edges = new HashSet<>();

    /** Takes an area of the partition. */
    public CommonBorder(Geometry area) {
        forEachEdge(area, (from, to) -> edges.add(Edge.of(from, to)));
    }

    private interface Taker {
        void take(Coordinate from, Coordinate to);
    }

    private static void forEachEdge(Geometry area, Taker taker) {
        for (Object line : LinearComponentExtracter.getLines(area)) {
            Coordinate[] points = ((LineString) line).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                taker.take(points[i - 1], points[i]);
            }
        }
    }

    /** Returns the length of the border with another area, in the unit of the coordinates. */
    public double lengthWith(Geometry other) {
        double[] length = {0};
        forEachEdge(other, (from, to) -> length[0] += edges.contains(Edge.of(from, to)) ? from.distance(to) : 0);
        return length[0];
    }

    /** A straight piece of border, the same from either end. */
    record Edge(double ax, double ay, double bx, double by) {

        static Edge of(Coordinate one, Coordinate other) {
            return one.compareTo(other) <= 0
                    ? new Edge(one.x, one.y, other.x, other.y)
                    : new Edge(other.x, other.y, one.x, one.y);
        }
    }
}
