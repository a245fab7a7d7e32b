package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks along one unit's boundary and notes what it meets: pieces shared with another unit, and, looking straight out from the rest, the units
 * that it faces. The first boundary in sight is the only one seen, so a unit is never a neighbour through another unit.
 */
final class BoundaryScan {

    private static final double NEAR_METRES = 12;
    private static final double SHARP_SINE = 0.5;

    private final BoundarySegments segments;
    private final ExposedBoundary boundary;
    private final BarrierProbe probe;

    BoundaryScan(BoundarySegments segments, BarrierProbe probe) {
        this.segments = segments;
        this.boundary = new ExposedBoundary(segments);
        this.probe = probe;
    }

    /** Returns the length of a unit's boundary that no other unit has in common to the last bit, in metres. */
    double unmatchedMetres(int unit) {
        double metres = 0;
        for (int s = segments.firstOf(unit); s < segments.firstOf(unit + 1); s++) {
            metres += boundary.isMatched(s) ? 0 : segments.length(s);
        }
        return metres;
    }

    /** Returns what a unit shares with others, and the others whose vertices it has. Units may be walked at the same time. */
    List<PairTally> shared(int unit) {
        Map<Integer, PairTally> tallies = new HashMap<>();
        for (int s = segments.firstOf(unit); s < segments.firstOf(unit + 1); s++) {
            int piece = s;
            int partner = boundary.matched().partner(s);
            if (partner >= 0) {
                probe.addShared(tally(tallies, unit, segments.owner(partner)), s, 0, segments.length(s));
            } else {
                boundary.overlaps(
                        s, (t, from, to) -> probe.addShared(tally(tallies, unit, segments.owner(t)), piece, from, to));
            }
            addVertexContacts(tallies, unit, s);
        }
        return new ArrayList<>(tallies.values());
    }

    private void addVertexContacts(Map<Integer, PairTally> tallies, int unit, int s) {
        for (int other = boundary.matched().firstAtVertex(s);
                other >= 0;
                other = boundary.matched().nextAtVertex(other)) {
            if (segments.owner(other) != unit) {
                tally(tallies, unit, segments.owner(other)).addCorner(0, probe.cutAtVertex(s, other));
            }
        }
    }

    /**
     * Returns what a unit faces across gaps.
     *
     * @param range the widest gap to look across, in metres
     * @param step how far apart to look out, in metres
     */
    List<PairTally> facing(int unit, double range, double step) {
        Map<Integer, PairTally> tallies = new HashMap<>();
        Look look = new Look(new Ray(), range, step);
        for (int s = segments.firstOf(unit); s < segments.firstOf(unit + 1); s++) {
            if (!boundary.isMatched(s)) {
                lookOut(tallies, unit, s, look);
                lookFromCorner(tallies, unit, s, look);
            }
        }
        return new ArrayList<>(tallies.values());
    }

    private record Look(Ray ray, double range, double step) {

        /** Returns the first piece in sight, or -1. Most streets are narrow: a short look first spares the tree most of the wide ones. */
        int first(SegmentTree tree, double x, double y, double dx, double dy, int skipped, int alsoSkipped) {
            boolean seen = range > NEAR_METRES
                    && tree.firstHit(ray.aim(x, y, dx, dy, NEAR_METRES).skipping(skipped, alsoSkipped));
            if (!seen) {
                tree.firstHit(ray.aim(x, y, dx, dy, range).skipping(skipped, alsoSkipped));
            }
            return ray.segment();
        }
    }

    private void lookOut(Map<Integer, PairTally> tallies, int unit, int s, Look look) {
        double length = segments.length(s);
        double nx = (segments.by(s) - segments.ay(s)) / length;
        double ny = (segments.ax(s) - segments.bx(s)) / length;
        double[] exposed = boundary.exposed(s);
        int looks = (int) Math.max(1, Math.ceil(length / look.step()));
        for (int i = 0; i < looks; i++) {
            double along = (i + 0.5) / looks * length;
            if (isIn(exposed, along)) {
                double x = segments.ax(s) - ny * along;
                double y = segments.ay(s) + nx * along;
                int hit = look.first(boundary.tree(), x, y, nx, ny, s, s);
                if (hit >= 0 && segments.owner(hit) != unit) {
                    boolean leaving = isLeaving(hit, nx, ny);
                    double gap = leaving ? 0 : look.ray().distance();
                    PairTally tally = tally(tallies, unit, segments.owner(hit));
                    probe.addFacing(tally, s, along, gap, length / looks);
                }
            }
        }
    }

    /** Returns whether a ray leaves an area where it meets its boundary: it then started inside, and the two areas overlap. */
    private boolean isLeaving(int hit, double dx, double dy) {
        double nx = segments.by(hit) - segments.ay(hit);
        double ny = segments.ax(hit) - segments.bx(hit);
        return nx * dx + ny * dy > 0;
    }

    private void lookFromCorner(Map<Integer, PairTally> tallies, int unit, int s, Look look) {
        int t = segments.next(s);
        double sl = segments.length(s);
        double tl = segments.length(t);
        double sx = (segments.bx(s) - segments.ax(s)) / sl;
        double sy = (segments.by(s) - segments.ay(s)) / sl;
        double tx = (segments.bx(t) - segments.ax(t)) / tl;
        double ty = (segments.by(t) - segments.ay(t)) / tl;
        if (sx * ty - sy * tx < SHARP_SINE || !isIn(boundary.exposed(s), sl) || !isIn(boundary.exposed(t), 0)) {
            return;
        }
        double dx = sy + ty;
        double dy = -sx - tx;
        double norm = Math.hypot(dx, dy);
        int hit = look.first(boundary.tree(), segments.ax(t), segments.ay(t), dx / norm, dy / norm, s, t);
        if (hit >= 0 && segments.owner(hit) != unit && !isLeaving(hit, dx, dy)) {
            double far = look.ray().distance();
            int cut = probe.cutBetween(
                    segments.ax(t), segments.ay(t), segments.ax(t) + dx / norm * far, segments.ay(t) + dy / norm * far);
            tally(tallies, unit, segments.owner(hit)).addCorner(far, cut);
        }
    }

    private static boolean isIn(double[] intervals, double along) {
        for (int i = 0; i < intervals.length; i += 2) {
            if (along >= intervals[i] && along <= intervals[i + 1]) {
                return true;
            }
        }
        return false;
    }

    private static PairTally tally(Map<Integer, PairTally> tallies, int unit, int other) {
        return tallies.computeIfAbsent(other, neighbour -> new PairTally(unit, neighbour));
    }
}
