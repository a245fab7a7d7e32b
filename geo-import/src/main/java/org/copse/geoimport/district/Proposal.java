package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.Progress;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;

/**
 * What the engine answers to a planner: alternatives, what each criterion does to them, and the twin without the mix.
 *
 * @param problem the problem that was planned
 * @param hours the workload that it was planned by
 * @param result the alternatives
 * @param criteria for each alternative, what each criterion does to it
 * @param withoutMix the same problem solved without the mix of the population; there whenever the mix was used
 */
public record Proposal(
        PlanningProblem problem,
        WorkloadTable hours,
        PlanningResult result,
        Map<Favour, List<CriterionEffect>> criteria,
        Optional<Twin> withoutMix) {

    /** Copies the criteria. */
    public Proposal {
        criteria = Map.copyOf(criteria);
    }

    /**
     * The same problem without the mix.
     *
     * @param problem with other hours, everything else the same
     * @param hours without those of the mix
     * @param result its alternatives
     */
    public record Twin(PlanningProblem problem, WorkloadTable hours, PlanningResult result) {}

    /**
     * Plans a district.
     *
     * @param listener hears the search, then the twin, then the criteria, each by its phase
     * @param cancel ends everything early; the best plans until then are kept, and criteria not asked yet are left out
     * @throws IllegalArgumentException when a favour needs what the district does not have, or staffing does not fit
     */
    public static Proposal of(
            District district, ProposalRequest request, PlanningListener listener, CancelSignal cancel) {
        WorkloadWeights weights = district.complete(request.weights());
        WorkloadTable hours = district.workload(weights);
        PlanningProblem problem = problem(district, request, hours);
        EnumSet<Favour> favours = EnumSet.copyOf(request.favours());
        PlanningResult result = new Planner().propose(problem, favours, request.budget(), listener, cancel);
        Optional<Twin> twin = weights.removed().contains(Criterion.MIX)
                ? Optional.empty()
                : Optional.of(twin(district, request, weights, named("without the mix", listener), cancel));
        CriteriaQuestions questions = new CriteriaQuestions(
                hours,
                problem,
                other -> problem(district, request, district.workload(other)),
                request.budget(),
                cancel);
        Map<Favour, List<CriterionEffect>> criteria = new EnumMap<>(Favour.class);
        List<Alternative> asked = new ArrayList<>(result.alternatives());
        for (int i = 0; i < asked.size() && !cancel.isCancelled(); i++) {
            Alternative alternative = asked.get(i);
            listener.onProgress(new Progress(
                    (double) i / asked.size(),
                    "what each criterion does",
                    result.elapsed(),
                    result.iterations(),
                    OptionalDouble.of(alternative.score()),
                    Optional.of(alternative.plan())));
            List<CriterionEffect> effects = questions.ask(alternative, asked.size());
            if (!cancel.isCancelled()) { // what was cut short would tell of the time it had, not of the criteria
                criteria.put(alternative.favour(), effects);
            }
        }
        return new Proposal(problem, hours, result, criteria, twin);
    }

    private static PlanningProblem problem(District district, ProposalRequest request, WorkloadTable hours) {
        return district.problem(hours)
                .staffing(request.staffing())
                .tolerance(request.tolerance())
                .locks(request.locks())
                .build();
    }

    private static Twin twin(
            District district,
            ProposalRequest request,
            WorkloadWeights weights,
            PlanningListener listener,
            CancelSignal cancel) {
        WorkloadTable hours = district.workload(weights.without(Criterion.MIX));
        PlanningProblem problem = problem(district, request, hours);
        PlanningResult result = new Planner().propose(problem, request.favours(), request.budget(), listener, cancel);
        return new Twin(problem, hours, result);
    }

    private static PlanningListener named(String phase, PlanningListener listener) {
        return p -> listener.onProgress(
                new Progress(p.fraction(), phase, p.elapsed(), p.iterations(), p.bestScore(), p.best()));
    }
}
