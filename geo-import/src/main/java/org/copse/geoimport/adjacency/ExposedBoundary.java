package org.copse.geoimport.adjacency;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Tells which parts of the units' boundaries are shared and which are exposed to a street, a gap or the outside. Boundaries count as shared when
 * they run within a tenth of a metre of each other, so vertices need not match.
 */
public final class ExposedBoundary {

    /** Boundaries drawn apart by less than this are one boundary: digitising noise, in metres. */
    public static final double SNAP_METRES = 0.1;

    private static final double PARALLEL_SINE = 0.2;

    private final BoundarySegments segments;
    private final MatchedBoundary matched;
    private final SegmentTree unmatched;

    /** Prepares for the pieces of areas. */
    public ExposedBoundary(BoundarySegments segments) {
        this.segments = segments;
        this.matched = new MatchedBoundary(segments);
        this.unmatched = SegmentTree.of(segments, s -> matched.partner(s) < 0);
    }

    /** Receives one overlap of a piece with another unit's piece. */
    interface OverlapReceiver {

        /** Takes the other piece and from where to where along this one, in metres, the two run together. */
        void overlap(int other, double from, double to);
    }

    MatchedBoundary matched() {
        return matched;
    }

    /** Returns the tree of all pieces that no other unit has in common to the last bit: whatever can be seen from a gap is in it. */
    public SegmentTree tree() {
        return unmatched;
    }

    /** Returns whether another unit has the same piece, to the last bit. */
    public boolean isMatched(int segment) {
        return matched.partner(segment) >= 0;
    }

    /** Returns from where to where along a piece, in metres and ascending, it is exposed: pairs of numbers, none when all of it is shared. */
    public double[] exposed(int segment) {
        if (isMatched(segment)) {
            return new double[0];
        }
        double[][] covered = {new double[0]};
        overlaps(segment, (other, from, to) -> {
            int end = covered[0].length;
            covered[0] = Arrays.copyOf(covered[0], end + 2);
            covered[0][end] = from;
            covered[0][end + 1] = to;
        });
        return covered[0].length == 0 ? new double[] {0, segments.length(segment)} : rest(covered[0], segment);
    }

    private double[] rest(double[] covered, int segment) {
        double[] rest = new double[covered.length + 2];
        int size = 0;
        double reached = 0;
        double length = segments.length(segment);
        while (reached < length) {
            double start = length;
            double end = length;
            for (int i = 0; i < covered.length; i += 2) {
                if (covered[i + 1] > reached && covered[i] < start) {
                    start = Math.max(reached, covered[i]);
                    end = covered[i + 1];
                }
            }
            if (start > reached) {
                rest[size++] = reached;
                rest[size++] = start;
            }
            reached = end;
        }
        return Arrays.copyOf(rest, size);
    }

    /** Hands over each other unit's piece that runs beside an unmatched piece the other way, and where. */
    void overlaps(int segment, OverlapReceiver receiver) {
        double minX = Math.min(segments.ax(segment), segments.bx(segment)) - SNAP_METRES;
        double minY = Math.min(segments.ay(segment), segments.by(segment)) - SNAP_METRES;
        double maxX = Math.max(segments.ax(segment), segments.bx(segment)) + SNAP_METRES;
        double maxY = Math.max(segments.ay(segment), segments.by(segment)) + SNAP_METRES;
        IntPredicate foreign = t -> segments.owner(t) != segments.owner(segment);
        unmatched.visit(minX, minY, maxX, maxY, t -> {
            if (foreign.test(t)) {
                report(segment, t, receiver);
            }
        });
    }

    private void report(int s, int t, OverlapReceiver receiver) {
        double length = segments.length(s);
        double dx = (segments.bx(s) - segments.ax(s)) / length;
        double dy = (segments.by(s) - segments.ay(s)) / length;
        double ox = segments.ax(t) - segments.ax(s);
        double oy = segments.ay(t) - segments.ay(s);
        double px = segments.bx(t) - segments.ax(s);
        double py = segments.by(t) - segments.ay(s);
        double startAlong = ox * dx + oy * dy;
        double endAlong = px * dx + py * dy;
        double startOff = dx * oy - dy * ox;
        double endOff = dx * py - dy * px;
        if (endAlong >= startAlong || Math.abs(endOff - startOff) > PARALLEL_SINE * segments.length(t)) {
            return;
        }
        double slope = (startOff - endOff) / (startAlong - endAlong);
        double from = Math.max(0, endAlong);
        double to = Math.min(length, startAlong);
        if (slope != 0) {
            double one = endAlong + (SNAP_METRES - endOff) / slope;
            double other = endAlong + (-SNAP_METRES - endOff) / slope;
            from = Math.max(from, Math.min(one, other));
            to = Math.min(to, Math.max(one, other));
        } else if (Math.abs(endOff) > SNAP_METRES) {
            return;
        }
        if (to > from) {
            receiver.overlap(t, from, to);
        }
    }
}
