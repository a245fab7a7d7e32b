package org.copse.geoimport.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.triangulate.quadedge.TrianglePredicate;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/**
 * A site in the triangulation, moved by up to a centimetre. Sites along straight walls lie in line and on circles all the time, where the rounding
 * of the triangulation's arithmetic would tie it in knots; a centimetre is nothing in a street.
 */
final class SiteVertex extends Vertex {

    private static final double JITTER_METRES = 0.01;

    /** Bound on the relative rounding error of the in-circle determinant in double arithmetic (Shewchuk 1997). */
    private static final double IN_CIRCLE_ERROR = 1.2e-15;

    final int owner;

    SiteVertex(double x, double y, int owner) {
        super(x, y);
        this.owner = owner;
    }

    /** Returns by how many metres to move a site: the same every time for one site and round, and nothing that repeats along a wall. */
    static double jitter(int site, int round) {
        long bits = (site + 1L) * 0x9E3779B97F4A7C15L + round * 0xD1B54A32D192ED03L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return ((bits >>> 11) * 0x1p-52 - 1) * JITTER_METRES;
    }

    @Override
    public boolean isInCircle(Vertex a, Vertex b, Vertex c) {
        double ax = a.getX() - getX();
        double ay = a.getY() - getY();
        double bx = b.getX() - getX();
        double by = b.getY() - getY();
        double cx = c.getX() - getX();
        double cy = c.getY() - getY();
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
        Coordinate here = getCoordinate();
        return TrianglePredicate.isInCircleDDFast(a.getCoordinate(), b.getCoordinate(), c.getCoordinate(), here);
    }
}
