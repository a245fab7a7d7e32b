package org.copse.geoimport.adjacency;

/**
 * When two units that were seen to meet are neighbours. Facing counts when it is at least half as long as the gap is wide, but never needs more than
 * ten metres: the cut-off corners of two blocks at a crossing look at each other too, and are no front.
 */
final class FacingRule {

    /** A shared boundary shorter than this is a corner, in metres. */
    static final double LEAST_SHARED_METRES = 1;

    private static final double LEAST_SHARE_OF_GAP = 0.5;
    private static final double ENOUGH_FACING_METRES = 10;
    private static final double OPEN_SHARE = 0.1;

    private FacingRule() {}

    /** Returns the smallest tolerance in whole metres at which the two are neighbours: 0 when they touch, infinite when none seen is enough. */
    static double threshold(PairTally tally) {
        double shared = tally.sharedMetres / 2;
        if (shared >= LEAST_SHARED_METRES) {
            return 0;
        }
        for (int tolerance = 1; tolerance <= tally.widestGap(); tolerance++) {
            double facing = tally.facingWithin(tolerance);
            double needed = Math.max(
                    LEAST_SHARED_METRES,
                    Math.min(ENOUGH_FACING_METRES, LEAST_SHARE_OF_GAP * tally.gapWithin(tolerance)));
            if (facing > 0 && shared + facing >= needed) {
                return tolerance;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Returns whether a barrier runs between the two along nearly all of what they have in common: less than a tenth is open. */
    static boolean isCut(PairTally tally) {
        double cut = (tally.cutSharedMetres + tally.cutFacingMetres) / 2;
        double open = tally.sharedMetres / 2 + tally.facingWithin(Double.POSITIVE_INFINITY);
        boolean common = cut + open >= LEAST_SHARED_METRES;
        return cut > 0 && common && open < Math.max(LEAST_SHARED_METRES, OPEN_SHARE * (cut + open));
    }

    /** Returns the minutes that a barrier costs between the two: it must run along most of what they have in common. */
    static double barrierMinutes(PairTally tally) {
        double open = tally.sharedMetres / 2 + tally.facingWithin(Double.POSITIVE_INFINITY);
        return tally.costMetres > open ? tally.costMinutes : 0;
    }
}
