package org.copse.geoimport.adjacency;

/**
 * Looks across a boundary, a little way into the unit on either side, for a barrier. A river rarely runs where the census drew its line, so the
 * probe reaches some metres into each unit, but never half-way through it: a barrier on a unit's far side is not in between.
 */
final class BarrierProbe {

    private static final double STEP_METRES = 5;

    private final BoundarySegments segments;
    private final SegmentTree everything;
    private final BarrierField barriers;
    private final double reach;

    BarrierProbe(BoundarySegments segments, BarrierField barriers, double reach) {
        this.segments = segments;
        this.everything = barriers.isEmpty() ? SegmentTree.of(segments, s -> false) : SegmentTree.of(segments);
        this.barriers = barriers;
        this.reach = reach;
    }

    /** Adds the part of a piece, from and to in metres along it, that two units share. */
    void addShared(PairTally tally, int piece, double from, double to) {
        if (!barriers.isNear(segments, piece, reach)) {
            tally.addShared(to - from);
            return;
        }
        int steps = (int) Math.max(1, Math.ceil((to - from) / STEP_METRES));
        for (int i = 0; i < steps; i++) {
            add(tally, piece, from + (i + 0.5) / steps * (to - from), 0, (to - from) / steps);
        }
    }

    /** Adds some metres of a piece that face another unit's piece across a gap. */
    void addFacing(PairTally tally, int piece, double along, double gapMetres, double metres) {
        if (barriers.isNear(segments, piece, reach + gapMetres)) {
            add(tally, piece, along, gapMetres, metres);
        } else {
            tally.addFacing(gapMetres, metres);
        }
    }

    private void add(PairTally tally, int piece, double along, double gapMetres, double metres) {
        double length = segments.length(piece);
        double dx = (segments.bx(piece) - segments.ax(piece)) / length;
        double dy = (segments.by(piece) - segments.ay(piece)) / length;
        double x = segments.ax(piece) + dx * along;
        double y = segments.ay(piece) + dy * along;
        Ray ray = new Ray();
        double inside = depth(ray.aim(x, y, -dy, dx, 2 * reach));
        double farX = x + dy * gapMetres;
        double farY = y - dx * gapMetres;
        double outside = depth(ray.aim(farX, farY, dy, -dx, 2 * reach));
        double range = inside + gapMetres + outside;
        int cut = barriers.cut(ray.aim(x - dy * inside, y + dx * inside, dy, -dx, range));
        if (cut >= 0) {
            tally.addCut(x, y, gapMetres, metres, cut);
            return;
        }
        int cost = barriers.cost(ray.aim(x - dy * inside, y + dx * inside, dy, -dx, range));
        if (cost >= 0) {
            tally.addCost(x, y, metres, barriers.barrier(cost).minutes(), cost);
        }
        tally.addFacing(gapMetres, metres);
    }

    /** Returns how far to reach into a unit: half-way to its other side, at most the reach. */
    private double depth(Ray inward) {
        everything.firstHit(inward.beyond(ExposedBoundary.SNAP_METRES));
        return Math.min(reach, inward.distance() / 2);
    }

    /** Returns the barrier that cuts the way from one unit to another past the vertex at which their two pieces start, or -1. */
    int cutAtVertex(int piece, int other) {
        if (barriers.isEmpty()) {
            return -1;
        }
        double[] from = besideStart(piece);
        double[] to = besideStart(other);
        return cutBetween(from[0], from[1], to[0], to[1]);
    }

    /** Returns a point inside the unit near a piece's start: as far along the piece as into the unit. */
    private double[] besideStart(int piece) {
        double length = segments.length(piece);
        double along = Math.min(reach, length / 2);
        double dx = (segments.bx(piece) - segments.ax(piece)) / length * along;
        double dy = (segments.by(piece) - segments.ay(piece)) / length * along;
        return new double[] {segments.ax(piece) + dx - dy, segments.ay(piece) + dy + dx};
    }

    /** Returns the barrier that cuts the straight way between two points, or -1. */
    int cutBetween(double ax, double ay, double bx, double by) {
        return barriers.cutBetween(ax, ay, bx, by);
    }
}
