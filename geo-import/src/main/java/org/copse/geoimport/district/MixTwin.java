package org.copse.geoimport.district;

import java.util.Optional;
import org.copse.planning.Planner;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.WorkloadTable;

/**
 * Any plan's twin: the same plan settled as if the mix of the population made no hours. What differs beyond chance is due to the mix.
 *
 * @param plan the twin
 * @param residentsByChance residents who change beat when the plan settles with nothing changed; many where it misses bounds
 */
public record MixTwin(Plan plan, double residentsByChance) {

    /**
     * Returns the twin; empty when the mix makes no hours, or all of them. A proposal's alternative has the twin that the proposal says, for its own
     * seed.
     *
     * @param problem of these hours, for as many officers as the plan has beats
     * @param seed where chance begins
     */
    public static Optional<MixTwin> of(
            District district, WorkloadTable hours, PlanningProblem problem, Plan plan, Favour favour, long seed) {
        if (hours.totalHours(Criterion.MIX) == 0 || hours.share(Criterion.MIX) == 1) {
            return Optional.empty();
        }
        PlanningProblem without = district.problem(
                        district.workload(hours.weights().without(Criterion.MIX)))
                .staffing(problem.staffing())
                .tolerance(problem.tolerance())
                .build();
        Alternative measured = new Planner().measure(problem, plan, favour);
        Settled chance = Settled.of(problem, measured, seed, () -> false);
        Settled settled = Settled.of(without, measured, seed, () -> false);
        return Optional.of(
                new MixTwin(settled.middle().plan(), Math.max(chance.mostResidents(), settled.spreadOfResidents())));
    }
}
