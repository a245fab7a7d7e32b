package org.copse.planning.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.SoftTerm;

/**
 * One plan that the engine proposes.
 *
 * @param favour what it puts first
 * @param plan the plan
 * @param measures its measures
 * @param violations hard constraints that it does not keep; empty for a feasible plan
 * @param score weighted sum of the soft terms under this favour's weights, penalties for violations included; lower is better
 * @param terms the soft terms in use, each without its weight; lower is better. Of several alternatives of one result none is at least as good
 *     in all of them as another, and better in one
 * @param scoreOverTime the best score as the search went on, in order; the last one is {@code score}
 */
public record Alternative(
        Favour favour,
        Plan plan,
        PlanMeasures measures,
        List<Violation> violations,
        double score,
        Map<SoftTerm, Double> terms,
        List<ScorePoint> scoreOverTime) {

    /** Copies the lists. */
    public Alternative {
        terms = Collections.unmodifiableMap(new TreeMap<>(terms));
        violations = List.copyOf(violations);
        scoreOverTime = List.copyOf(scoreOverTime);
    }

    /** Returns whether every hard constraint is kept. */
    public boolean feasible() {
        return violations.isEmpty();
    }

    /** Returns a soft term of the plan without its weight; 0 when it is not in use. */
    public double term(SoftTerm term) {
        return terms.getOrDefault(term, 0.0);
    }
}
