package org.copse.geoimport.source.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * Circular arcs as lines. Between two vertices the line is never farther from the arc than 1/20,000 of the arc's length:
 * 3 cm for a full circle of 100 m radius.
 */
public final class Arcs {
    /** Largest distance of a chord from its arc, as a share of the whole arc's length. */
    public static final double DEVIATION = 1.0 / 20_000;

    /** Below this sine of the angle at the middle point the three points are a straight line. */
    private static final double STRAIGHT = 1e-9;

    private Arcs() {}

    /**
     * Returns the line for an arc from {@code start} over {@code middle} to {@code end}; all three are vertices of it. Where
     * start and end are the same, the arc is the circle whose diameter is from start to middle.
     */
    public static List<Coordinate> through(Coordinate start, Coordinate middle, Coordinate end) {
        if (start.compareTo(end) > 0) {
            // Neighbours give an arc that they share from either end: both get the same vertices.
            List<Coordinate> line = through(end, middle, start);
            Collections.reverse(line);
            return line;
        }
        if (start.equals2D(end)) {
            double x = (start.x + middle.x) / 2;
            double y = (start.y + middle.y) / 2;
            List<Coordinate> circle = turn(start, middle, x, y, Math.PI);
            List<Coordinate> back = turn(middle, start, x, y, Math.PI);
            circle.addAll(back.subList(1, back.size()));
            return circle;
        }
        double[] centre = centre(start, middle, end);
        if (centre.length == 0) {
            return new ArrayList<>(List.of(start, middle, end));
        }
        double x = centre[0];
        double y = centre[1];
        List<Coordinate> line = turn(start, middle, x, y, between(start, middle, centre));
        List<Coordinate> rest = turn(middle, end, x, y, between(middle, end, centre));
        line.addAll(rest.subList(1, rest.size()));
        return line;
    }

    /** Returns the line for the circle through three positions, closed at the first; a line through them where there is none. */
    public static List<Coordinate> circle(Coordinate first, Coordinate second, Coordinate third) {
        double[] centre = centre(first, second, third);
        List<Coordinate> line = through(first, second, third);
        if (centre.length > 0) {
            List<Coordinate> rest = turn(third, first, centre[0], centre[1], between(third, first, centre));
            line.addAll(rest.subList(1, rest.size()));
        }
        return line;
    }

    /** Returns x and y of the circle's centre, and 1 where it runs counter-clockwise or -1; empty for a straight line. */
    private static double[] centre(Coordinate start, Coordinate middle, Coordinate end) {
        double ax = middle.x - start.x;
        double ay = middle.y - start.y;
        double bx = end.x - start.x;
        double by = end.y - start.y;
        double cross = ax * by - ay * bx;
        double scale = Math.hypot(ax, ay) * Math.hypot(bx, by);
        double aa = ax * ax + ay * ay;
        double bb = bx * bx + by * by;
        double x = start.x + (by * aa - ay * bb) / (2 * cross);
        double y = start.y + (ax * bb - bx * aa) / (2 * cross);
        boolean straight = !(Math.abs(cross) > STRAIGHT * scale) || !Double.isFinite(x) || !Double.isFinite(y);
        return straight ? new double[0] : new double[] {x, y, Math.signum(cross)};
    }

    /** Returns the angle from one position to another around a centre, the circle's way: -2π..2π. */
    private static double between(Coordinate from, Coordinate to, double[] centre) {
        double x = centre[0];
        double y = centre[1];
        double way = centre[2];
        double angle = way * (Math.atan2(to.y - y, to.x - x) - Math.atan2(from.y - y, from.x - x));
        return way * (angle < 0 ? angle + 2 * Math.PI : angle);
    }

    private static List<Coordinate> turn(Coordinate from, Coordinate to, double x, double y, double angle) {
        double radius = Math.hypot(from.x - x, from.y - y);
        double first = Math.atan2(from.y - y, from.x - x);
        // A chord over the angle d is r(1 − cos(d/2)) ≈ r·d²/8 from its arc.
        int chords = Math.max(1, (int) Math.ceil(Math.sqrt(Math.abs(angle) / (8 * DEVIATION))));
        List<Coordinate> line = new ArrayList<>(chords + 1);
        line.add(from);
        for (int i = 1; i < chords; i++) {
            double at = first + angle * i / chords;
            line.add(new CoordinateXY(x + radius * Math.cos(at), y + radius * Math.sin(at)));
        }
        line.add(to);
        return line;
    }
}
