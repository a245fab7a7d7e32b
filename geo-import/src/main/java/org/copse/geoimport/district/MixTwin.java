package org.copse.geoimport.district;

import java.util.Optional;
import org.copse.planning.Planner;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.WorkloadTable;

/** Any plan's twin: the same plan settled as if the mix of the population made no hours, so that what differs is due to the mix. */
public final class MixTwin {
    private MixTwin() {}

    /**
     * Returns the twin; empty when the mix makes no hours, or all of them. A proposal's alternative has the twin that the proposal says, for its own
     * seed.
     *
     * @param problem of these hours, for as many officers as the plan has beats
     * @param seed where chance begins
     */
    public static Optional<Plan> of(
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
        return Optional.of(
                Settled.of(without, measured, seed, () -> false).middle().plan());
    }
}
