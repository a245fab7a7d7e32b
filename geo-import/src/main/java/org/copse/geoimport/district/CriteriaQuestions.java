package org.copse.geoimport.district;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;
import org.jspecify.annotations.Nullable;

/**
 * Asks of a plan what each criterion does to it.
 *
 * <p>The plan is improved twice, from the same start with the same seed: once with all criteria, once with one removed.
 * The units whose beat differs between the two answers are those that the criterion moves.
 */
final class CriteriaQuestions {
    private static final long SHARE_OF_BUDGET = 12;

    private final WorkloadTable hours;
    private final PlanningProblem problem;
    private final Function<WorkloadWeights, PlanningProblem> problemUnder;
    private final Budget budget;
    private final CancelSignal cancel;

    /**
     * Prepares the questions.
     *
     * @param hours with all criteria
     * @param problem of these hours
     * @param problemUnder the same problem with the hours of other weights
     * @param budget of the search; each question gets a small share of it
     */
    CriteriaQuestions(
            WorkloadTable hours,
            PlanningProblem problem,
            Function<WorkloadWeights, PlanningProblem> problemUnder,
            Budget budget,
            CancelSignal cancel) {
        this.hours = hours;
        this.problem = problem;
        this.problemUnder = problemUnder;
        this.budget = budget;
        this.cancel = cancel;
    }

    /** Returns the effect of each criterion on an alternative, one of {@code alternatives} that share the budget. */
    List<CriterionEffect> ask(Alternative alternative, int alternatives) {
        Budget each = part(alternatives);
        Plan control = improved(problem, alternative, each);
        List<CriterionEffect> effects = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            effects.add(effect(criterion, alternative, control, each));
        }
        return effects;
    }

    private CriterionEffect effect(Criterion criterion, Alternative alternative, Plan control, Budget each) {
        double itsHours = hours.totalHours(criterion);
        int units = 0;
        double residents = 0;
        String note = note(criterion);
        if (note == null) {
            PlanningProblem less = problemUnder.apply(hours.weights().without(criterion));
            Plan without = improved(less, alternative, each).relabelledLike(control, residents());
            for (int u = 0; u < problem.unitCount(); u++) {
                if (without.beatOf(u) != control.beatOf(u)) {
                    units++;
                    residents += problem.unit(u).residents();
                }
            }
        }
        return new CriterionEffect(criterion, itsHours, hours.share(criterion), units, residents, note);
    }

    private @Nullable String note(Criterion criterion) {
        if (hours.totalHours(criterion) == 0) {
            return "It makes no hours: removing it changes nothing.";
        }
        return hours.share(criterion) == 1 ? "It makes all hours: nothing would be left to plan by." : null;
    }

    private Plan improved(PlanningProblem asked, Alternative alternative, Budget each) {
        Favour favour = alternative.favour();
        return new Planner()
                .improve(asked, alternative.plan(), favour, each, PlanningListener.SILENT, cancel)
                .first()
                .plan();
    }

    private double[] residents() {
        return problem.units().stream().mapToDouble(PlanningUnit::residents).toArray();
    }

    private Budget part(int alternatives) {
        long parts = SHARE_OF_BUDGET * alternatives;
        Optional<Duration> time = budget.time().map(all -> all.dividedBy(parts));
        OptionalLong iterations = budget.iterations().isPresent()
                ? OptionalLong.of(Math.max(1, budget.iterations().getAsLong() / parts))
                : OptionalLong.empty();
        return new Budget(time, iterations, budget.seed(), budget.threads());
    }
}
