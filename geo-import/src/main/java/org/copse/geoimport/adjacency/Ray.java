package org.copse.geoimport.adjacency;

/** A line of sight from a point, and the first boundary piece that it meets. Reused; not safe for many threads. */
public final class Ray {

    /** Rounding must not let a ray slip past a box that it grazes. */
    private static final double SLACK = 1e-6;

    private double x;
    private double y;
    private double dx;
    private double dy;
    private double start;
    private double range;
    private int skipped = -1;
    private int alsoSkipped = -1;
    private int segment = -1;
    private double distance;

    /**
     * Aims the ray.
     *
     * @param x where it starts
     * @param y where it starts
     * @param dx its direction; the two components are those of a vector of length 1
     * @param dy its direction
     * @param range how far it looks, in metres, inclusive
     * @return this ray
     */
    public Ray aim(double x, double y, double dx, double dy, double range) {
        this.x = x;
        this.y = y;
        this.dx = dx;
        this.dy = dy;
        this.start = 0;
        this.range = range;
        this.skipped = -1;
        this.alsoSkipped = -1;
        return this;
    }

    /** Makes the ray blind to one or two pieces, those that it starts from. */
    public Ray skipping(int piece, int other) {
        skipped = piece;
        alsoSkipped = other;
        return this;
    }

    /** Makes the ray blind to what lies nearer than this many metres. */
    public Ray beyond(double metres) {
        start = metres;
        return this;
    }

    /** Returns the piece that was met, or -1. */
    public int segment() {
        return segment;
    }

    /** Returns how far away it was met, in metres; the range when none was. */
    public double distance() {
        return distance;
    }

    void forget() {
        segment = -1;
        distance = range;
    }

    /** Returns whether the ray, as far as it still looks, comes through a box. */
    boolean meets(double[] boxes, int box) {
        double near = 0;
        double far = distance;
        if (dx == 0) {
            if (x < boxes[box] || x > boxes[box + 2]) {
                return false;
            }
        } else {
            double one = (boxes[box] - x) / dx;
            double other = (boxes[box + 2] - x) / dx;
            near = Math.max(near, Math.min(one, other));
            far = Math.min(far, Math.max(one, other));
        }
        if (dy == 0) {
            return y >= boxes[box + 1] && y <= boxes[box + 3] && near <= far + SLACK;
        }
        double one = (boxes[box + 1] - y) / dy;
        double other = (boxes[box + 3] - y) / dy;
        return Math.max(near, Math.min(one, other)) <= Math.min(far, Math.max(one, other)) + SLACK;
    }

    void test(BoundarySegments segments, int candidate) {
        if (candidate == skipped || candidate == alsoSkipped) {
            return;
        }
        double ex = segments.bx(candidate) - segments.ax(candidate);
        double ey = segments.by(candidate) - segments.ay(candidate);
        double cross = dx * ey - dy * ex;
        if (cross == 0) {
            return;
        }
        double offX = segments.ax(candidate) - x;
        double offY = segments.ay(candidate) - y;
        double along = (offX * ey - offY * ex) / cross;
        double place = (offX * dy - offY * dx) / cross;
        if (place >= 0
                && place <= 1
                && along >= start
                && (along < distance || (along == distance && (segment < 0 || candidate < segment)))) {
            distance = along;
            segment = candidate;
        }
    }
}
