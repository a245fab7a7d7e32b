package org.copse.geoimport.adjacency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Walks along one unit's boundary and notes what it meets: pieces shared with another unit, and, looking straight out from the rest, the units
 * that it faces. The first boundary in sight is the only one seen, so a unit is never a neighbour through another unit.
 */
final class BoundaryScan {

    /** Boundaries drawn apart by less than this are one boundary: digitising noise, in metres. */
    static final double SNAP_METRES = 0.1;

    private static final double NEAR_METRES = 12;
    private static final double PARALLEL_SINE = 0.2;
    private static final double SHARP_SINE = 0.5;

    private final BoundarySegments segments;
    private final MatchedBoundary matched;
    private final SegmentTree exposed;
    private final BarrierProbe probe;
    private final double[][] covered;

    BoundaryScan(BoundarySegments segments, MatchedBoundary matched, BarrierProbe probe) {
        this.segments = segments;
        this.matched = matched;
        this.exposed = SegmentTree.of(segments, s -> matched.partner(s) < 0);
        this.probe = probe;
        this.covered = new double[segments.count()][];
    }

    /** Returns the length of a unit's boundary that no other unit shares, in metres, once {@link #shared} has walked it. */
    double exposedMetres(int unit) {
        double metres = 0;
        for (int s = segments.firstOf(unit); s < segments.firstOf(unit + 1); s++) {
            if (matched.partner(s) < 0) {
                metres += segments.length(s);
                for (int i = 0; covered[s] != null && i < covered[s].length; i += 2) {
                    metres -= covered[s][i + 1] - covered[s][i];
                }
            }
        }
        return Math.max(0, metres);
    }

    /** Returns what a unit shares with others, and the others whose vertices it has. Units may be walked at the same time. */
    List<PairTally> shared(int unit) {
        Map<Integer, PairTally> tallies = new HashMap<>();
        for (int s = segments.firstOf(unit); s < segments.firstOf(unit + 1); s++) {
            int partner = matched.partner(s);
            if (partner >= 0) {
                probe.addShared(tally(tallies, unit, segments.owner(partner)), s, 0, segments.length(s));
            } else {
                addOverlaps(tallies, unit, s);
            }
            addVertexContacts(tallies, unit, s);
        }
        return new ArrayList<>(tallies.values());
    }

    private void addVertexContacts(Map<Integer, PairTally> tallies, int unit, int s) {
        for (int other = matched.firstAtVertex(s); other >= 0; other = matched.nextAtVertex(other)) {
            if (segments.owner(other) != unit) {
                tally(tallies, unit, segments.owner(other)).addCorner(0, false);
            }
        }
    }

    private void addOverlaps(Map<Integer, PairTally> tallies, int unit, int s) {
        double minX = Math.min(segments.ax(s), segments.bx(s)) - SNAP_METRES;
        double minY = Math.min(segments.ay(s), segments.by(s)) - SNAP_METRES;
        double maxX = Math.max(segments.ax(s), segments.bx(s)) + SNAP_METRES;
        double maxY = Math.max(segments.ay(s), segments.by(s)) + SNAP_METRES;
        exposed.visit(minX, minY, maxX, maxY, t -> {
            if (segments.owner(t) != unit) {
                double[] overlap = overlap(s, t);
                if (overlap.length > 0) {
                    probe.addShared(tally(tallies, unit, segments.owner(t)), s, overlap[0], overlap[1]);
                    cover(s, overlap);
                }
            }
        });
    }

    private void cover(int s, double[] interval) {
        double[] before = covered[s] == null ? new double[0] : covered[s];
        double[] after = Arrays.copyOf(before, before.length + 2);
        after[before.length] = interval[0];
        after[before.length + 1] = interval[1];
        covered[s] = after;
    }

    /** Returns from where to where along {@code s}, in metres, {@code t} runs beside it the other way within the snap; empty when nowhere. */
    private double[] overlap(int s, int t) {
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
            return new double[0];
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
            return new double[0];
        }
        return to > from ? new double[] {from, to} : new double[0];
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
            if (matched.partner(s) < 0) {
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
        int looks = (int) Math.max(1, Math.ceil(length / look.step()));
        for (int i = 0; i < looks; i++) {
            double along = (i + 0.5) / looks * length;
            if (!isCovered(s, along)) {
                double x = segments.ax(s) - ny * along;
                double y = segments.ay(s) + nx * along;
                int hit = look.first(exposed, x, y, nx, ny, s, s);
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
        if (sx * ty - sy * tx < SHARP_SINE || matched.partner(t) >= 0 || isCovered(s, sl) || isCovered(t, 0)) {
            return;
        }
        double dx = sy + ty;
        double dy = -sx - tx;
        double norm = Math.hypot(dx, dy);
        int hit = look.first(exposed, segments.ax(t), segments.ay(t), dx / norm, dy / norm, s, t);
        if (hit >= 0 && segments.owner(hit) != unit && !isLeaving(hit, dx, dy)) {
            double far = look.ray().distance();
            boolean cut = probe.isCut(
                    segments.ax(t), segments.ay(t), segments.ax(t) + dx / norm * far, segments.ay(t) + dy / norm * far);
            tally(tallies, unit, segments.owner(hit)).addCorner(far, cut);
        }
    }

    private boolean isCovered(int s, double along) {
        double[] intervals = covered[s];
        for (int i = 0; intervals != null && i < intervals.length; i += 2) {
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
