package org.copse.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.BeatOption;
import org.copse.planning.plan.BoundaryReason;
import org.copse.planning.plan.BoundaryStretch;
import org.copse.planning.plan.Mending;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.ProvenBound;
import org.copse.planning.plan.ScorePoint;
import org.copse.planning.plan.UnitMove;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.search.Examining;
import org.copse.planning.search.MendSearch;
import org.copse.planning.search.PlanSearch;
import org.copse.planning.search.Settling;

/** Plans districts: proposes plans from nothing and improves given ones. Stateless; safe for use by several threads. */
public final class Planner {

    private static final long MENDING_MOVES = 2_000_000;

    private final LongSupplier nanoTime;

    /** Returns a planner by the machine's clock. */
    public Planner() {
        this(System::nanoTime);
    }

    /** Returns a planner whose budgets in time are told by a clock in nanoseconds that never goes back. */
    public Planner(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

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
        return result(problem, favours, Optional.empty(), budget, listener, cancel);
    }

    /**
     * Returns the given plan made better for a favour: units change beat only where that pays. Beats and sectors keep their numbers.
     *
     * @throws IllegalArgumentException when the plan has other units or another number of beats than the problem, or when the favour lacks
     *     data
     */
    public PlanningResult improve(
            PlanningProblem problem,
            Plan start,
            Favour favour,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel) {
        requireData(problem, Set.of(favour));
        requireFit(problem, start);
        return result(problem, Set.of(favour), Optional.of(start), budget, listener, cancel);
    }

    /**
     * Returns the plan made to keep its hard constraints again, with as few units as possible in another beat. Repeatable: the same plan is
     * mended in the same way.
     */
    public Mending mend(PlanningProblem problem, Plan plan, CancelSignal cancel) {
        requireFit(problem, plan);
        MendSearch search = new MendSearch(problem, plan);
        Plan mended = search.mend(MENDING_MOVES, 1, cancel);
        List<UnitMove> moves = new ArrayList<>();
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            if (plan.beatOf(unit) != mended.beatOf(unit)) {
                moves.add(new UnitMove(unit, plan.beatOf(unit), mended.beatOf(unit)));
            }
        }
        return new Mending(
                mended, moves, HardConstraints.violations(problem, mended, Optional.of(plan)), search.isFewest());
    }

    /**
     * Returns where a plan settles under a problem: from its own assignment, units change beat only where the problem's bounds ask for it or
     * where each step pays. A plan of this problem's own stays about where it is, so what moves under another problem tells of the difference.
     * Repeatable for a seed, and for other seeds nearly the same.
     *
     * @param moves to evaluate, some hundreds for each unit
     * @param stop asked often; once true it ends with what it has come to
     */
    public Plan settle(PlanningProblem problem, Plan plan, Favour favour, long moves, long seed, BooleanSupplier stop) {
        requireData(problem, Set.of(favour));
        requireFit(problem, plan);
        return new Settling(problem).settle(plan, favour, moves, seed, stop);
    }

    /** Returns a plan with its measures, the bounds it misses and its score for a favour, as an alternative that no search has found. */
    public Alternative measure(PlanningProblem problem, Plan plan, Favour favour) {
        requireData(problem, Set.of(favour));
        requireFit(problem, plan);
        Examining examining = new Examining(problem, plan, favour);
        double score = examining.score();
        List<ScorePoint> now = List.of(new ScorePoint(Duration.ZERO, 0, score));
        return measured(problem, new PlanSearch.Found(favour, plan, score, examining.terms(), now), Optional.empty());
    }

    /** Returns the beats that a unit could be in, its own and those it touches, the one that costs least first. */
    public List<BeatOption> bestBeatFor(PlanningProblem problem, Plan plan, Favour favour, int unit) {
        requireFit(problem, plan);
        return new Examining(problem, plan, favour).optionsFor(unit);
    }

    /** Returns the same for several units of one plan, by unit: each as if it alone moved. */
    public Map<Integer, List<BeatOption>> bestBeatsFor(
            PlanningProblem problem, Plan plan, Favour favour, int... units) {
        requireFit(problem, plan);
        Examining examining = new Examining(problem, plan, favour);
        Map<Integer, List<BeatOption>> options = new TreeMap<>();
        for (int unit : units) {
            options.put(unit, examining.optionsFor(unit));
        }
        return options;
    }

    /** Returns why the boundaries of a plan are where they are: one reason for each pair of neighbours in different beats. */
    public List<BoundaryReason> boundaryReasons(PlanningProblem problem, Plan plan, Favour favour) {
        requireFit(problem, plan);
        return new Examining(problem, plan, favour).boundaryReasons();
    }

    /**
     * Returns the same by stretches between two beats, for reports: the longest first.
     *
     * @param most how many stretches are returned at most
     */
    public List<BoundaryStretch> boundaryStretches(PlanningProblem problem, Plan plan, Favour favour, int most) {
        requireFit(problem, plan);
        return new Examining(problem, plan, favour).boundaryStretches(most);
    }

    private PlanningResult result(
            PlanningProblem problem,
            Set<Favour> favours,
            Optional<Plan> start,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel) {
        Optional<BoundBeside> bound =
                start.isEmpty() ? BoundBeside.of(problem, favours, budget, cancel) : Optional.empty();
        try {
            return result(problem, favours, start, budget, listener, cancel, bound);
        } finally {
            // A search or a listener that throws leaves no thread behind that nobody waits for.
            bound.ifPresent(BoundBeside::stop);
        }
    }

    private PlanningResult result(
            PlanningProblem problem,
            Set<Favour> favours,
            Optional<Plan> start,
            Budget budget,
            PlanningListener listener,
            CancelSignal cancel,
            Optional<BoundBeside> bound) {
        boolean inTime = budget.time().isPresent();
        bound.filter(b -> inTime).ifPresent(BoundBeside::begin);
        PlanningListener both = progress -> {
            bound.ifPresent(beside -> progress.best().ifPresent(beside::offer));
            listener.onProgress(progress);
        };
        PlanSearch search = new PlanSearch(problem, budget, both, cancel, nanoTime);
        List<Alternative> alternatives = new ArrayList<>();
        for (PlanSearch.Found found : search.run(favours, start)) {
            alternatives.add(measured(problem, found, start));
        }
        alternatives.stream()
                .filter(Alternative::feasible)
                .min(Comparator.comparingDouble(found -> found.measures().inertiaAboutUnits()))
                .ifPresent(found -> bound.ifPresent(beside -> beside.offer(found.plan())));
        // Where no plan keeps the bounds, what is to be proven may rise without end: nothing is said then.
        Optional<BoundBeside> told = bound.filter(b -> alternatives.stream().anyMatch(Alternative::feasible));
        Optional<ProvenBound> proven = inTime
                ? told.flatMap(BoundBeside::finishNow)
                : told.filter(b -> !cancel.isCancelled()).flatMap(BoundBeside::runToEnd);
        return new PlanningResult(
                alternatives,
                search.moves(),
                search.elapsed(),
                budget.seed(),
                cancel.isCancelled(),
                proven,
                search.notes());
    }

    private static Alternative measured(PlanningProblem problem, PlanSearch.Found found, Optional<Plan> start) {
        return new Alternative(
                found.favour(),
                found.plan(),
                PlanMeasures.of(problem, found.plan()),
                HardConstraints.violations(problem, found.plan(), start),
                found.score(),
                found.terms(),
                found.overTime());
    }

    private static void requireFit(PlanningProblem problem, Plan plan) {
        if (plan.unitCount() != problem.unitCount() || plan.beatCount() != problem.beatCount()) {
            throw new IllegalArgumentException("a plan of " + plan.unitCount() + " units in " + plan.beatCount()
                    + " beats does not fit a problem of " + problem.unitCount() + " in " + problem.beatCount());
        }
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
