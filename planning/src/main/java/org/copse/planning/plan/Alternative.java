package org.copse.planning.plan;

import java.util.List;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.problem.Favour;

/**
 * One plan that the engine proposes.
 *
 * @param favour what it puts first
 * @param plan the plan
 * @param measures its measures
 * @param violations hard constraints that it does not keep; empty for a feasible plan
 * @param score weighted sum of the soft terms under this favour's weights, penalties for violations included; lower is better
 * @param scoreOverTime the best score as the search went on, in order
 */
public record Alternative(
        Favour favour,
        Plan plan,
        PlanMeasures measures,
        List<Violation> violations,
        double score,
        List<ScorePoint> scoreOverTime) {

    /** Copies the lists. */
    public Alternative {
        violations = List.copyOf(violations);
        scoreOverTime = List.copyOf(scoreOverTime);
    }

    /** Returns whether every hard constraint is kept. */
    public boolean feasible() {
        return violations.isEmpty();
    }
}
