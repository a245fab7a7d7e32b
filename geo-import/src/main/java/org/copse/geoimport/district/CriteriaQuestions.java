package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.copse.geoimport.district.CriterionEffect.Outcome;
import org.copse.planning.plan.Alternative;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;

/**
 * Asks of a plan what each criterion does to it: from its own assignment the plan settles without the criterion, with several seeds, and beside
 * that with nothing changed. Only what changes beyond the second, and beyond what the seeds differ by, tells of the criterion.
 */
final class CriteriaQuestions {

    private final WorkloadTable hours;
    private final PlanningProblem problem;
    private final Function<WorkloadWeights, PlanningProblem> problemUnder;
    private final long seed;
    private final BooleanSupplier over;
    private final Map<Criterion, PlanningProblem> less = new EnumMap<>(Criterion.class);
    private final Map<Favour, Settled> unchanged = new EnumMap<>(Favour.class);
    private final Map<Favour, Map<Criterion, Settled>> without = new EnumMap<>(Favour.class);

    /**
     * Prepares the questions.
     *
     * @param hours with all criteria
     * @param problem of these hours
     * @param problemUnder the same problem with the hours of other weights
     * @param seed where chance begins
     * @param over asked often; once true, what has not been answered is not
     */
    CriteriaQuestions(
            WorkloadTable hours,
            PlanningProblem problem,
            Function<WorkloadWeights, PlanningProblem> problemUnder,
            long seed,
            BooleanSupplier over) {
        this.hours = hours;
        this.problem = problem;
        this.problemUnder = problemUnder;
        this.seed = seed;
        this.over = over;
    }

    /** Returns the effects of all criteria on an alternative; empty when there was no time for all of them. */
    Optional<List<CriterionEffect>> effects(Alternative alternative) {
        List<CriterionEffect> effects = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            effects.add(effect(criterion, alternative));
        }
        boolean whole = effects.stream().noneMatch(effect -> effect.outcome() == Outcome.NO_TIME);
        return whole ? Optional.of(effects) : Optional.empty();
    }

    /** Returns the effect of a criterion on an alternative. */
    CriterionEffect effect(Criterion criterion, Alternative alternative) {
        if (hours.totalHours(criterion) == 0) {
            return nothing(criterion, Outcome.NO_HOURS);
        }
        if (hours.share(criterion) == 1) {
            return nothing(criterion, Outcome.ALL_HOURS);
        }
        Settled chance = unchanged(alternative);
        Settled settled = without(criterion, alternative);
        int units = Math.max(chance.mostUnits(), settled.spreadOfUnits());
        double residents = Math.max(chance.mostResidents(), settled.spreadOfResidents());
        Settled.Run middle = settled.middle();
        boolean seen = middle.residents() > residents || (middle.residents() == residents && middle.units() > units);
        Outcome outcome = seen ? Outcome.SEEN : Outcome.WITHIN_CHANCE;
        return new CriterionEffect(
                criterion,
                hours.totalHours(criterion),
                hours.share(criterion),
                chance.whole() && settled.whole() ? outcome : Outcome.NO_TIME,
                middle.units(),
                middle.residents(),
                units,
                residents);
    }

    private CriterionEffect nothing(Criterion criterion, Outcome why) {
        return new CriterionEffect(criterion, hours.totalHours(criterion), hours.share(criterion), why, 0, 0, 0, 0);
    }

    /** Returns where an alternative settles without a criterion. */
    Settled without(Criterion criterion, Alternative alternative) {
        return without.computeIfAbsent(alternative.favour(), favour -> new EnumMap<>(Criterion.class))
                .computeIfAbsent(criterion, left -> Settled.of(problemWithout(left), alternative, seed, over));
    }

    /** Returns the problem with the hours that all other criteria make. */
    PlanningProblem problemWithout(Criterion criterion) {
        return less.computeIfAbsent(
                criterion, left -> problemUnder.apply(hours.weights().without(left)));
    }

    private Settled unchanged(Alternative alternative) {
        return unchanged.computeIfAbsent(alternative.favour(), favour -> Settled.of(problem, alternative, seed, over));
    }
}
