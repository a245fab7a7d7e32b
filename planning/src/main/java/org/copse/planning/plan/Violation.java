package org.copse.planning.plan;

/**
 * A hard constraint that a plan does not keep, with the reason where one is known. A plan with violations is still the best that was found.
 *
 * @param kind which constraint
 * @param where the beat, sector or unit that it concerns
 * @param value what the plan has
 * @param bound what was asked
 * @param cause why, as far as it can be said for certain
 * @param why the reason in words, ending without a full stop
 */
public record Violation(Kind kind, Place where, double value, double bound, Cause cause, String why) {

    /** Returns by how much the bound is missed. */
    public double by() {
        return Math.abs(value - bound);
    }

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
        APART,
        /** A beat that was to stay as it is does not. */
        FIXED_BEAT
    }

    /** Why a hard constraint is not kept: what stands in the way in the problem itself, or that nothing does as far as can be said. */
    public enum Cause {
        /** A unit alone has more than a beat may have. */
        UNIT_ALONE,
        /** Units that alone have more than a beat may have leave too little for the others. */
        UNITS_ALONE_ELSEWHERE,
        /** The hours of the district are more or less than all beats together may have. */
        DISTRICT_AND_BOUNDS,
        /** A part of the district that is not connected has less work than one beat must have. */
        PART_TOO_SMALL,
        /** No whole number of beats shares out a part of the district that is not connected. */
        PART_FITS_NO_NUMBER,
        /** Parts of the district that are not connected are more than there are beats or sectors, or do not take the teams. */
        PARTS_AND_TEAMS,
        /** The beat is fixed as it is. */
        FIXED,
        /** Units locked to one beat, or that must be together, have more than a beat may have. */
        LOCKED_TOO_MUCH,
        /** Locks, units together and units apart contradict each other. */
        CONTRADICTION,
        /** Units locked to one beat, or that must be together, cannot be reached from one another. */
        OUT_OF_REACH,
        /** More units must be apart than there are beats. */
        TOO_MANY_APART,
        /** There are fewer units than would give every beat one. */
        TOO_FEW_UNITS,
        /** No plan was found that keeps it; there may be one. */
        NOT_FOUND
    }
}
