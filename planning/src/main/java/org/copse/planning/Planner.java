package org.copse.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.ScorePoint;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.search.PlanSearch;

/** Plans districts: proposes plans from nothing and improves given ones. Stateless; safe for use by several threads. */
public final class Planner {

    /**
     * Returns one alternative for each favour.
     *
     * @param problem what is to be planned
     * @param favours what the alternatives put first; at least one
     * @param budget time or iterations for all alternatives together
     * @param listener hears the progress on the calling thread
     * @param cancel ends the search early
     * @throws IllegalArgumentException when no favour is given, or one that the problem has no data for
     */
    public PlanningResult propose(
            PlanningProblem problem,
            Set<Favour> favours,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel) {
        requireData(problem, favours);
        long began = System.nanoTime();
        List<String> notes = new ArrayList<>();
        Plan plan = PlanSearch.firstPlan(problem, budget.seed(), notes);
        return result(problem, plan, favours, budget, listener, cancel, notes, began);
    }

    /** Returns the given plan made better for a favour: units change beat only where that pays. */
    public PlanningResult improve(
            PlanningProblem problem,
            Plan start,
            Favour favour,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel) {
        requireData(problem, Set.of(favour));
        return result(problem, start, Set.of(favour), budget, listener, cancel, List.of(), System.nanoTime());
    }

    private static PlanningResult result(
            PlanningProblem problem,
            Plan plan,
            Set<Favour> favours,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel,
            List<String> notes,
            long began) {
        List<Violation> violations = HardConstraints.violations(problem, plan);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        PlanMeasures measures = PlanMeasures.of(problem, plan);
        double score = measures.meanDeviation();
        listener.onProgress(new Progress(1, "done", elapsed, 1, OptionalDouble.of(score), Optional.of(plan)));
        List<Alternative> alternatives = new ArrayList<>();
        for (Favour favour : new TreeSet<>(favours)) {
            alternatives.add(new Alternative(
                    favour, plan, measures, violations, score, List.of(new ScorePoint(elapsed, 1, score))));
        }
        return new PlanningResult(alternatives, 1, elapsed, budget.seed(), cancel.isCancelled(), notes);
    }

    private static void requireData(PlanningProblem problem, Set<Favour> favours) {
        if (favours.isEmpty()) {
            throw new IllegalArgumentException("a proposal needs at least one favour");
        }
        if (favours.contains(Favour.COMMUNITIES) && !problem.hasCommunities()) {
            throw new IllegalArgumentException("communities cannot be favoured: the problem has none");
        }
        if (favours.contains(Favour.LEAST_CHANGE) && !problem.hasInForce()) {
            throw new IllegalArgumentException("least change cannot be favoured: there are no areas in force");
        }
    }
}
