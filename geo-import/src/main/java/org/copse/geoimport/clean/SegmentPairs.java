package org.copse.geoimport.clean;

import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/**
 * Counts the pairs of a geometry's own segments that lie close, and those that cross, and gives up at a bound.
 *
 * <p>Validity and repair meet the same pairs again, some times over, but cannot be interrupted. A geometry that passes
 * here is one that they can be left alone with.
 */
final class SegmentPairs implements SegmentIntersector {
    private static final long CLOCK_EVERY = 1 << 14;

    private final LineIntersector intersector = new RobustLineIntersector();
    private final long mostPairs;
    private final long mostCrossings;
    private final long deadlineNanos;
    private long pairs;
    private long crossings;
    private boolean late;

    private SegmentPairs(Limits limits) {
        this.mostPairs = limits.of(Limit.PAIRS_OF_SEGMENTS);
        this.mostCrossings = limits.of(Limit.CROSSINGS_TO_REPAIR);
        this.deadlineNanos = System.nanoTime() + limits.of(Limit.SECONDS_PER_GEOMETRY) * 1_000_000_000L;
    }

    static SegmentPairs of(Geometry geometry, Limits limits) {
        SegmentPairs count = new SegmentPairs(limits);
        MCIndexNoder noder = new MCIndexNoder(count);
        try {
            noder.computeNodes(LinearComponentExtracter.getLines(geometry).stream()
                    .map(line -> (SegmentString) new BasicSegmentString(((LineString) line).getCoordinates(), null))
                    .toList());
        } catch (Enough e) {
            return count;
        }
        return count;
    }

    /** Thrown inside this class only: two long lines beside each other are one step to the noder. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** Returns proper crossings, counted up to one more than the bound. */
    long crossings() {
        return crossings;
    }

    boolean gaveUp() {
        return late || pairs > mostPairs;
    }

    /** Returns which bound was passed. */
    String why() {
        return late
                ? "it took longer than the limit \"" + Limit.SECONDS_PER_GEOMETRY.key() + "\""
                : "more than " + mostPairs + " pairs of its lines lie close (limit \"" + Limit.PAIRS_OF_SEGMENTS.key()
                        + "\")";
    }

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
        if (isDone()) {
            throw new Enough();
        }
        pairs++;
        if (pairs % CLOCK_EVERY == 0) {
            late = System.nanoTime() > deadlineNanos;
        }
        if (a == b && i >= j) {
            return;
        }
        intersector.computeIntersection(
                a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
        if (intersector.hasIntersection() && intersector.isProper()) {
            crossings++;
        }
    }

    @Override
    public boolean isDone() {
        return crossings > mostCrossings || gaveUp();
    }
}
