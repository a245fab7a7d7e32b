package org.copse.server.cli;

import java.util.Locale;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Inertia;
import org.jspecify.annotations.Nullable;

/**
 * How far a plan can be from the most compact one there is, proven.
 *
 * @param lower no plan within the bounds of hours has less inertia about units
 * @param inertia the plan's, taken in the same way
 * @param gap the share by which the plan could at most be better: 0.01 is one per cent
 * @param distances how distances are taken: about-unit (exact), or rounded as published instances have it
 */
record CompactnessBound(double lower, double inertia, double gap, String distances) {

    /** Returns the bound, or null where none was proven. */
    static @Nullable CompactnessBound of(PlanningResult result, Alternative alternative) {
        return result.bound()
                .map(bound -> {
                    double inertia = bound.inertia() == Inertia.ABOUT_UNIT
                            ? alternative.measures().inertiaAboutUnits()
                            : alternative.measures().inertia();
                    return new CompactnessBound(
                            bound.lower(),
                            inertia,
                            bound.gap(inertia),
                            bound.inertia().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                })
                .orElse(null);
    }
}
