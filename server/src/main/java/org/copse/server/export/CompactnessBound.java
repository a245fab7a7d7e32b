package org.copse.server.export;

import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.ProvenBound;
import org.copse.planning.problem.DistanceRounding;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan can be from the most compact one there is, proven.
 *
 * @param lower no connected plan within the bounds of hours has less inertia about units
 * @param inertiaAboutUnits the plan's about the best unit of each beat, with the same rounding of distances
 * @param inertiaAboutMeans the plan's about the mean of each beat, with exact distances: nothing is proven about this one
 * @param gap the share by which the plan could at most be better in inertia about units: 0.01 is one per cent
 * @param rounding what is done to distances before they are squared: exact, km or truncated
 */
public record CompactnessBound(
        double lower, double inertiaAboutUnits, double inertiaAboutMeans, double gap, String rounding) {

    /** Returns the bound; null where none was proven, and for a plan that is outside the bounds that it is about. */
    public static @Nullable CompactnessBound of(PlanningResult result, Alternative alternative) {
        if (result.bound().isEmpty() || !alternative.feasible()) {
            return null;
        }
        ProvenBound bound = result.bound().get();
        boolean exact = bound.inertia().rounding() == DistanceRounding.EXACT;
        double inertia = exact
                ? alternative.measures().inertiaAboutUnits()
                : alternative.measures().inertia();
        return new CompactnessBound(
                bound.lower(),
                inertia,
                alternative.measures().inertiaAboutMeans(),
                bound.gap(inertia),
                name(bound.inertia().rounding()));
    }

    /** Returns a rounding as the command line spells it. */
    public static String name(DistanceRounding rounding) {
        return switch (rounding) {
            case EXACT -> "exact";
            case WHOLE_KILOMETRES -> "km";
            case TRUNCATED -> "truncated";
        };
    }
}
