package org.copse.planning.plan;

import java.util.Optional;
import org.copse.planning.problem.SoftTerm;

/**
 * Why a boundary runs between two neighbouring units: of the two moves that would shift it, the one that costs least, and what it would cost
 * most in.
 *
 * @param edge the edge of the problem's graph that the boundary crosses
 * @param unit the unit that would move most cheaply
 * @param cause what stands against that move most
 * @param term the soft term that would worsen most; empty unless the cause is {@link Cause#TERM}
 * @param by how much stands against the move: for {@link Cause#TERM} what that term adds to the weighted score, for {@link Cause#BOUNDS} the
 *     hours or residents beyond a bound in beats, for {@link Cause#LOCK} the locks and groups that would be broken; else 0
 */
public record BoundaryReason(int edge, int unit, Cause cause, Optional<SoftTerm> term, double by) {

    /** What holds a boundary. */
    public enum Cause {
        /** A beat or sector would fall into pieces. */
        CONNECTION,
        /** Hours or residents would leave their bounds, or leave them farther. */
        BOUNDS,
        /** A unit is locked, or must be with or without others. */
        LOCK,
        /** A soft term would worsen. */
        TERM,
        /** Nothing: the move would do no harm. */
        NOTHING
    }
}
