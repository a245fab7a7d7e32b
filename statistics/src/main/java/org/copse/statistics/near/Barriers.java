package org.copse.statistics.near;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Lines that walking does not cross except at crossings, asked how long the way between two positions is.
 *
 * <p>The way is the straight line where no barrier cuts it, else the shortest over one crossing whose two legs no barrier
 * cuts but within {@link #CROSSING_METRES} of it; where there is none, the two are not near each other. Ways over two
 * crossings are not looked for: within the reach of a kernel or a neighbour they would be long.
 */
public final class Barriers {

    /** A barrier is open within this distance of a crossing, in metres: half a wide river. */
    public static final double CROSSING_METRES = 60;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<LineSegment> segments = new ArrayList<>();
    private final STRtree index = new STRtree();
    private final List<Geometry> crossings;

    private Barriers(List<? extends Geometry> lines, List<? extends Geometry> crossings) {
        this.crossings = List.copyOf(crossings);
        for (Geometry geometry : lines) {
            for (Object component : LinearComponentExtracter.getLines(geometry)) {
                Coordinate[] line = ((Geometry) component).getCoordinates();
                for (int i = 1; i < line.length; i++) {
                    segments.add(new LineSegment(line[i - 1], line[i]));
                    index.insert(new Envelope(line[i - 1], line[i]), segments.get(segments.size() - 1));
                }
            }
        }
        index.build();
    }

    /** Returns an open plane. */
    public static Barriers none() {
        return new Barriers(List.of(), List.of());
    }

    /**
     * Returns barriers that cut.
     *
     * @param lines lines or areas in metres; of an area the outline cuts
     * @param crossings points, lines or areas in metres
     */
    public static Barriers of(List<? extends Geometry> lines, List<? extends Geometry> crossings) {
        return new Barriers(lines, crossings);
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Returns whether a barrier comes into the box around a position that reaches {@code metres} to each side. */
    public boolean comesNear(double east, double north, double metres) {
        return !isEmpty() && !around(east, north, metres).isEmpty();
    }

    /** Returns what stands within reach of one position, for many ways from it. */
    public Surroundings around(double east, double north, double metres) {
        Envelope box = new Envelope(east - metres, east + metres, north - metres, north + metres);
        List<LineSegment> lines = new ArrayList<>();
        if (!isEmpty()) {
            for (Object found : index.query(box)) {
                lines.add((LineSegment) found);
            }
        }
        List<Geometry> ways = new ArrayList<>();
        for (Geometry crossing : lines.isEmpty() ? List.<Geometry>of() : crossings) {
            if (crossing.getEnvelopeInternal().intersects(box)) {
                ways.add(crossing);
            }
        }
        return new Surroundings(new Coordinate(east, north), metres, lines, ways);
    }

    /** The barriers and crossings around one position. */
    public static final class Surroundings {
        private final Coordinate from;
        private final double reach;
        private final List<LineSegment> lines;
        private final List<Geometry> crossings;

        private Surroundings(Coordinate from, double reach, List<LineSegment> lines, List<Geometry> crossings) {
            this.from = from;
            this.reach = reach;
            this.lines = lines;
            this.crossings = crossings;
        }

        /** Returns whether no barrier is near. */
        public boolean isEmpty() {
            return lines.isEmpty();
        }

        /** Returns the metres of the way to a position, or infinity when it is longer than the reach or there is none. */
        public double wayMetres(double east, double north) {
            Coordinate to = new Coordinate(east, north);
            double straight = from.distance(to);
            if (straight > reach) {
                return Double.POSITIVE_INFINITY;
            }
            if (isOpen(from, to, null)) {
                return straight;
            }
            double shortest = Double.POSITIVE_INFINITY;
            for (Geometry crossing : crossings) {
                Coordinate over =
                        DistanceOp.nearestPoints(crossing, GEOMETRY.createLineString(new Coordinate[] {from, to}))[0];
                double way = from.distance(over) + over.distance(to);
                if (way <= reach && way < shortest && isOpen(from, over, crossing) && isOpen(over, to, crossing)) {
                    shortest = way;
                }
            }
            return shortest;
        }

        private boolean isOpen(Coordinate a, Coordinate b, @Nullable Geometry over) {
            for (LineSegment line : lines) {
                if (cuts(line, a, b)) {
                    Coordinate at = over == null ? null : new LineSegment(a, b).lineIntersection(line);
                    if (over == null
                            || at == null
                            || !over.isWithinDistance(GEOMETRY.createPoint(at), CROSSING_METRES)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Half-open at either line's ends, so that a way through a corner of a barrier is cut by one of its two segments. */
        private static boolean cuts(LineSegment line, Coordinate a, Coordinate b) {
            return (side(line.p0, line.p1, a) >= 0) != (side(line.p0, line.p1, b) >= 0)
                    && (side(a, b, line.p0) >= 0) != (side(a, b, line.p1) >= 0);
        }

        private static double side(Coordinate p, Coordinate q, Coordinate at) {
            return (q.x - p.x) * (at.y - p.y) - (q.y - p.y) * (at.x - p.x);
        }
    }
}
