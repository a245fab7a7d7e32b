package org.copse.server.comparison;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to compare.
 *
 * @param plans two to five; the first is what the others are compared with
 * @param measuredBy the scenario whose evidence and weights all are measured by; the first that a plan names when not given
 */
record ComparisonRequest(@Nullable List<@Nullable PlanChoice> plans, @Nullable UUID measuredBy) {

    /**
     * A plan: an alternative of a scenario's latest proposal, or a published plan.
     *
     * @param scenario with an alternative of its proposal
     * @param favour which alternative; the first when not given
     * @param plan {@code current}, or the id of a published plan; in place of a scenario
     */
    record PlanChoice(@Nullable UUID scenario, @Nullable String favour, @Nullable String plan) {}
}
