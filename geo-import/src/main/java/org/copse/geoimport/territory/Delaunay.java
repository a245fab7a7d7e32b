package org.copse.geoimport.territory;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.triangulate.quadedge.TrianglePredicate;

/**
 * The Delaunay triangulation of points on a plane, in flat arrays: points are put in one by one, and edges are flipped until
 * no circle through a triangle's corners holds another point (Lawson 1977, doi:10.1016/B978-0-12-587260-7.50011-X).
 *
 * <p>Each of a triangle's three sides is a <em>side</em>, numbered {@code 3 · triangle + 0..2}, and runs anticlockwise from
 * one corner to the next; its twin is the same line seen from the triangle on the other side. Three corners far outside
 * hold all points. Points should come in an order in which each lies near the one before.
 */
final class Delaunay {
    /** A point could not be placed: points that coincide or lie in line too exactly. Another jitter helps. */
    static final class NotPlaced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlaced(String message) {
            super(message, null, false, false);
        }
    }

    /** How far outside the three outer corners lie, in extents. */
    private static final double FRAME = 10;

    private static final int NONE = -1;

    /** Bounds on the relative rounding errors of the determinants in double arithmetic (Shewchuk 1997, doi:10.1007/PL00009321). */
    private static final double ORIENTATION_ERROR = 3.4e-16;

    private static final double IN_CIRCLE_ERROR = 1.2e-15;

    private final double[] x;
    private final double[] y;
    private final int points;
    private final int[] origin;
    private final int[] twin;
    private int triangles;
    private int last;
    private int[] stack = new int[256];

    /**
     * Triangulates.
     *
     * @param x of each point
     * @param y of each point
     * @throws NotPlaced when points coincide
     */
    Delaunay(double[] x, double[] y) {
        this.points = x.length;
        this.x = Arrays.copyOf(x, points + 3);
        this.y = Arrays.copyOf(y, points + 3);
        this.origin = new int[3 * (2 * points + 1)];
        this.twin = new int[origin.length];
        frame();
        for (int point = 0; point < points; point++) {
            insert(point, locate(point));
        }
    }

    private void frame() {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points; i++) {
            west = Math.min(west, x[i]);
            east = Math.max(east, x[i]);
            south = Math.min(south, y[i]);
            north = Math.max(north, y[i]);
        }
        double out = FRAME * Math.max(1, Math.max(east - west, north - south));
        corner(0, west - out, south - out);
        corner(1, east + out, south - out);
        corner(2, (west + east) / 2, north + out);
        triangles = 1;
    }

    private void corner(int number, double atX, double atY) {
        x[points + number] = atX;
        y[points + number] = atY;
        origin[number] = points + number;
        twin[number] = NONE;
    }

    /** Returns the number of sides, those of the three outer corners among them. */
    int sides() {
        return 3 * triangles;
    }

    /** Returns the point that a side begins at; at least the number of points for an outer corner. */
    int origin(int side) {
        return origin[side];
    }

    /** Returns the side on the other side of the same line, or -1 on the outermost lines. */
    int twin(int side) {
        return twin[side];
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    static int next(int side) {
        return side % 3 == 2 ? side - 2 : side + 1;
    }

    static int previous(int side) {
        return side % 3 == 0 ? side + 2 : side - 1;
    }

    /** Returns the triangle that a point lies in, walking there from where the last point was. */
    private int locate(int point) {
        int triangle = last;
        for (int step = 0; step <= triangles + 3; step++) {
            int beyond = NONE;
            for (int i = 0; i < 3 && beyond == NONE; i++) {
                // Not always the same side first, or rounding could lead round in a circle.
                int side = 3 * triangle + (i + step) % 3;
                if (orientation(origin[side], origin[next(side)], point) < 0) {
                    beyond = twin[side];
                    if (beyond == NONE) {
                        throw new NotPlaced("a point lies outside its frame");
                    }
                }
            }
            if (beyond == NONE) {
                return triangle;
            }
            triangle = beyond / 3;
        }
        throw new NotPlaced("the triangle of a point was not found");
    }

    private void insert(int point, int first) {
        int second = triangles;
        int third = triangles + 1;
        triangles += 2;
        int a = origin[3 * first];
        int b = origin[3 * first + 1];
        int c = origin[3 * first + 2];
        int beyondB = twin[3 * first + 1];
        int beyondC = twin[3 * first + 2];
        corners(first, a, b, point);
        corners(second, b, c, point);
        corners(third, c, a, point);
        link(3 * second, beyondB);
        link(3 * third, beyondC);
        link(3 * first + 1, 3 * second + 2);
        link(3 * second + 1, 3 * third + 2);
        link(3 * third + 1, 3 * first + 2);
        flipUntilDelaunay(3 * first, 3 * second, 3 * third);
        last = first;
    }

    private void corners(int triangle, int a, int b, int c) {
        origin[3 * triangle] = a;
        origin[3 * triangle + 1] = b;
        origin[3 * triangle + 2] = c;
    }

    private void link(int side, int other) {
        twin[side] = other;
        if (other != NONE) {
            twin[other] = side;
        }
    }

    private void flipUntilDelaunay(int one, int two, int three) {
        int waiting = 0;
        stack[waiting++] = one;
        stack[waiting++] = two;
        stack[waiting++] = three;
        while (waiting > 0) {
            int side = stack[--waiting];
            int other = twin[side];
            if (other == NONE || !inCircle(side, origin[previous(other)])) {
                continue;
            }
            flip(side, other);
            if (waiting + 2 > stack.length) {
                stack = Arrays.copyOf(stack, 2 * stack.length);
            }
            stack[waiting++] = side;
            stack[waiting++] = other;
        }
    }

    /** Turns the common side of two triangles into the other diagonal of their quadrangle. */
    private void flip(int side, int other) {
        int sideNext = next(side);
        int otherNext = next(other);
        int otherPrevious = previous(other);
        int apex = origin[previous(side)];
        int opposite = origin[otherPrevious];
        int dest = origin[sideNext];
        int beyondSideNext = twin[sideNext];
        int beyondOtherNext = twin[otherNext];
        int beyondOtherPrevious = twin[otherPrevious];
        origin[sideNext] = opposite;
        origin[other] = opposite;
        origin[otherNext] = dest;
        origin[otherPrevious] = apex;
        link(side, beyondOtherNext);
        link(other, beyondOtherPrevious);
        link(otherNext, beyondSideNext);
        link(sideNext, otherPrevious);
    }

    /** Returns more than 0 where {@code c} lies to the left of the way from {@code a} to {@code b}, less to the right. */
    private double orientation(int a, int b, int c) {
        double left = (x[a] - x[c]) * (y[b] - y[c]);
        double right = (y[a] - y[c]) * (x[b] - x[c]);
        double determinant = left - right;
        if (Math.abs(determinant) > 4 * ORIENTATION_ERROR * (Math.abs(left) + Math.abs(right))) {
            return determinant;
        }
        return CGAlgorithmsDD.orientationIndex(x[a], y[a], x[b], y[b], x[c], y[c]);
    }

    /** Returns whether a point lies within the circle through the corners of the triangle that a side belongs to. */
    private boolean inCircle(int side, int point) {
        int a = origin[side];
        int b = origin[next(side)];
        int c = origin[previous(side)];
        double ax = x[a] - x[point];
        double ay = y[a] - y[point];
        double bx = x[b] - x[point];
        double by = y[b] - y[point];
        double cx = x[c] - x[point];
        double cy = y[c] - y[point];
        double aLift = ax * ax + ay * ay;
        double bLift = bx * bx + by * by;
        double cLift = cx * cx + cy * cy;
        double determinant = aLift * (bx * cy - by * cx) + bLift * (cx * ay - cy * ax) + cLift * (ax * by - ay * bx);
        double magnitude = aLift * (Math.abs(bx * cy) + Math.abs(by * cx))
                + bLift * (Math.abs(cx * ay) + Math.abs(cy * ax))
                + cLift * (Math.abs(ax * by) + Math.abs(ay * bx));
        if (Math.abs(determinant) > IN_CIRCLE_ERROR * magnitude) {
            return determinant > 0;
        }
        return TrianglePredicate.isInCircleDDFast(at(a), at(b), at(c), at(point));
    }

    private Coordinate at(int point) {
        return new Coordinate(x[point], y[point]);
    }
}
