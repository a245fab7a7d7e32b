package org.copse.geoimport.district;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.Progress;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
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
 * @param withoutMix the same problem without the mix of the population; there whenever the mix was used
 */
public record Proposal(
        PlanningProblem problem,
        WorkloadTable hours,
        PlanningResult result,
        Map<Favour, List<CriterionEffect>> criteria,
        Optional<Twin> withoutMix) {

    /** What the twin and the questions about criteria may take together, as a share of a budget in time. */
    public static final double SHARE_OF_QUESTIONS = 0.5;

    /** Copies the criteria. */
    public Proposal {
        criteria = Map.copyOf(criteria);
    }

    /**
     * The same problem without the mix: each alternative settled without it from its own assignment, so that what differs is due to the mix.
     *
     * @param problem with other hours, everything else the same
     * @param hours without those of the mix
     * @param result its alternatives
     * @param effects for each alternative, what the mix does to it
     */
    public record Twin(
            PlanningProblem problem, WorkloadTable hours, PlanningResult result, Map<Favour, CriterionEffect> effects) {

        /** Copies the effects. */
        public Twin {
            effects = Map.copyOf(effects);
        }
    }

    /**
     * Plans a district. The budget is for the search of all alternatives; a budget in time has half as much again at most for the twin and the
     * criteria, and those that there is no time for are left out.
     *
     * @param listener hears the search, then the twin, then the criteria, each by its phase
     * @param cancel ends everything early; the best plans until then are kept, and criteria not asked yet are left out
     * @throws IllegalArgumentException when a favour needs what the district does not have, or staffing does not fit
     */
    public static Proposal of(
            District district, ProposalRequest request, PlanningListener listener, CancelSignal cancel) {
        return of(district, request, listener, cancel, System::nanoTime);
    }

    static Proposal of(
            District district,
            ProposalRequest request,
            PlanningListener listener,
            CancelSignal cancel,
            LongSupplier nanoTime) {
        WorkloadWeights weights = district.complete(request.weights());
        WorkloadTable hours = district.workload(weights);
        PlanningProblem problem = problem(district, request, hours);
        EnumSet<Favour> favours = EnumSet.copyOf(request.favours());
        PlanningResult result = new Planner(nanoTime).propose(problem, favours, request.budget(), listener, cancel);
        long began = nanoTime.getAsLong();
        long lasts = request.budget()
                .time()
                .map(time -> (long) (SHARE_OF_QUESTIONS * time.toNanos()))
                .orElse(Long.MAX_VALUE);
        CriteriaQuestions questions = new CriteriaQuestions(
                hours,
                problem,
                other -> problem(district, request, district.workload(other)),
                request.budget().seed(),
                () -> cancel.isCancelled() || nanoTime.getAsLong() - began >= lasts);
        Optional<Twin> twin = weights.removed().contains(Criterion.MIX)
                ? Optional.empty()
                : Optional.of(
                        twin(district.workload(weights.without(Criterion.MIX)), questions, result, listener, nanoTime));
        Map<Favour, List<CriterionEffect>> criteria = new EnumMap<>(Favour.class);
        for (Alternative alternative : result.alternatives()) {
            told(listener, "what each criterion does", criteria.size(), result, alternative);
            questions.effects(alternative).ifPresent(effects -> criteria.put(alternative.favour(), effects));
        }
        boolean unanswered = criteria.size() < result.alternatives().size() && !cancel.isCancelled();
        return new Proposal(problem, hours, unanswered ? noted(result) : result, criteria, twin);
    }

    private static PlanningResult noted(PlanningResult result) {
        List<Note> notes = new ArrayList<>(result.notes());
        notes.add(
                Note.of(
                        DistrictNote.NO_TIME_FOR_CRITERIA,
                        Map.of(),
                        "There was no time to tell what each criterion does to every alternative; a longer budget gives more."));
        return new PlanningResult(
                result.alternatives(),
                result.iterations(),
                result.elapsed(),
                result.seed(),
                result.cancelled(),
                result.bound(),
                notes);
    }

    private static void told(
            PlanningListener listener, String phase, int done, PlanningResult result, Alternative alternative) {
        listener.onProgress(new Progress(
                (double) done / result.alternatives().size(),
                phase,
                result.elapsed(),
                result.iterations(),
                OptionalDouble.of(alternative.score()),
                Optional.of(alternative.plan())));
    }

    private static PlanningProblem problem(District district, ProposalRequest request, WorkloadTable hours) {
        return district.problem(hours)
                .staffing(request.staffing())
                .tolerance(request.tolerance())
                .locks(request.locks())
                .build();
    }

    private static Twin twin(
            WorkloadTable hours,
            CriteriaQuestions questions,
            PlanningResult with,
            PlanningListener listener,
            LongSupplier nanoTime) {
        long began = nanoTime.getAsLong();
        PlanningProblem problem = questions.problemWithout(Criterion.MIX);
        List<Alternative> alternatives = new ArrayList<>();
        Map<Favour, CriterionEffect> effects = new EnumMap<>(Favour.class);
        for (Alternative alternative : with.alternatives()) {
            told(listener, "without the mix", alternatives.size(), with, alternative);
            Favour favour = alternative.favour();
            Plan plan = questions.without(Criterion.MIX, alternative).middle().plan();
            alternatives.add(new Planner().measure(problem, plan, favour));
            effects.put(favour, questions.effect(Criterion.MIX, alternative));
        }
        PlanningResult result = new PlanningResult(
                alternatives,
                alternatives.size() * Settled.movesInAll(problem),
                Duration.ofNanos(nanoTime.getAsLong() - began),
                with.seed(),
                with.cancelled(),
                Optional.empty(),
                List.of());
        return new Twin(problem, hours, result, effects);
    }
}
