package org.copse.planning.plan;

/**
 * A hard constraint that a plan does not keep, with the reason where one is known. A plan with violations is still the best that was found.
 *
 * @param kind which constraint
 * @param where the beat ("beat 3"), sector ("sector 2") or unit ("unit 11-A") that it concerns, as people number them
 * @param value what the plan has
 * @param bound what was asked
 * @param why the reason in words, ending without a full stop
 */
public record Violation(Kind kind, String where, double value, double bound, String why) {

    /** The hard constraints. */
    public enum Kind {
        /** A beat's hours are outside their bounds. */
        BEAT_HOURS,
        /** A sector's hours are outside their bounds. */
        SECTOR_HOURS,
        /** A beat's residents are outside their bounds. */
        BEAT_RESIDENTS,
        /** A beat is in more than one piece. */
        BEAT_IN_PIECES,
        /** A sector is in more than one piece. */
        SECTOR_IN_PIECES,
        /** A beat has no unit. */
        BEAT_EMPTY,
        /** A sector has another number of officers than was fixed. */
        SECTOR_OFFICERS,
        /** A locked unit is in another beat. */
        LOCK,
        /** Units that must be together are not. */
        TOGETHER,
        /** Units that must be apart are not. */
        APART
    }
}
