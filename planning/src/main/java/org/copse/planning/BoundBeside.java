package org.copse.planning;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.copse.planning.bound.InertiaBound;
import org.copse.planning.bound.InertiaProblem;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.ProvenBound;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;
import org.jspecify.annotations.Nullable;

/**
 * The proven bound. With a budget in time it is computed on a thread of its own beside the search, which it leaves most of the time to, and
 * stopped when the search is over or cancelled. With a budget in iterations it follows the search and has a number of steps of its own, so
 * that it is the same every time.
 */
final class BoundBeside {

    /** Steps of the bound for each move of the search: it then takes about half the time that the search took. */
    private static final long LOOKS_PER_MOVE = 20;

    private static final long LEAST_LOOKS = 20_000_000;
    private static final long MOST_MOVES = 1_000_000_000_000L;
    /** Share of one processor that the bound takes while a search for compact plans runs, and while one runs that does not look at compactness. */
    private static final double SHARE = 0.5;

    private static final double SMALL_SHARE = 0.1;
    private static final long NANOS_OF_A_TURN = 2_000_000;
    private static final long LONGEST_REST_NANOS = 50_000_000;
    /** How long the search's answer waits for a bound that has been told to stop. */
    private static final long LONGEST_END_MILLIS = 300;

    private final PlanningProblem problem;
    private final CancelSignal cancel;
    private final long mostLooks;
    private final double share;
    private final boolean inTurns;
    private final Inertia inertia;
    private final InertiaProblem relaxed;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicReference<@Nullable Plan> best = new AtomicReference<>();
    private volatile OptionalDouble lower = OptionalDouble.empty();
    private final Thread thread;

    private BoundBeside(PlanningProblem problem, Set<Favour> favours, Budget budget, CancelSignal cancel) {
        this.problem = problem;
        this.cancel = cancel;
        this.share = favours.equals(Set.of(Favour.CUT)) ? SMALL_SHARE : SHARE;
        this.inTurns = budget.time().isPresent();
        this.mostLooks = budget.iterations().isPresent()
                ? Math.max(
                        LEAST_LOOKS,
                        LOOKS_PER_MOVE * Math.min(budget.iterations().getAsLong(), MOST_MOVES))
                : Long.MAX_VALUE;
        this.inertia = problem.inertia().aboutUnit() ? problem.inertia() : Inertia.ABOUT_UNIT;
        this.relaxed = new InertiaProblem(
                problem.units().stream().mapToDouble(PlanningUnit::hours).toArray(),
                problem.units().stream().mapToDouble(PlanningUnit::xMetres).toArray(),
                problem.units().stream().mapToDouble(PlanningUnit::yMetres).toArray(),
                problem.beatCount(),
                problem.beatHours().lower(),
                problem.beatHours().upper(),
                inertia.rounding(),
                neighbours(problem.graph()));
        this.thread = new Thread(this::climb, "plan-bound");
        thread.setDaemon(true);
    }

    /** Returns nothing where there are too many units. */
    static Optional<BoundBeside> of(PlanningProblem problem, Set<Favour> favours, Budget budget, CancelSignal cancel) {
        return problem.unitCount() > InertiaBound.MOST_UNITS
                ? Optional.empty()
                : Optional.of(new BoundBeside(problem, favours, budget, cancel));
    }

    /** Starts beside the search. */
    void begin() {
        thread.start();
    }

    /** Takes up a plan that the search has found. */
    void offer(Plan plan) {
        best.set(plan);
    }

    /** Returns the bound of a search that is over in time: as far as it came, and nothing when it does not come to its end at once. */
    Optional<ProvenBound> finishNow() {
        stop();
        return await(LONGEST_END_MILLIS);
    }

    /** Ends the climb without waiting for it, as when the search has failed. */
    void stop() {
        stop.set(true);
    }

    /** Returns the bound of a search that counted iterations: begun only now, so that it is the same every time. */
    Optional<ProvenBound> runToEnd() {
        begin();
        return await(0);
    }

    private Optional<ProvenBound> await(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lower.isPresent() && lower.getAsDouble() > 0
                ? Optional.of(new ProvenBound(lower.getAsDouble(), inertia))
                : Optional.empty();
    }

    private void climb() {
        Turns turns = new Turns();
        while (best.get() == null && !stop.get() && !cancel.isCancelled()) {
            LockSupport.parkNanos(NANOS_OF_A_TURN);
        }
        lower = OptionalDouble.of(
                InertiaBound.of(relaxed, new BestKnown(), turns, mostLooks).lower());
    }

    private static int[][] neighbours(UnitGraph graph) {
        int[][] neighbours = new int[graph.unitCount()][];
        for (int u = 0; u < neighbours.length; u++) {
            neighbours[u] = new int[graph.degree(u)];
            for (int i = 0; i < neighbours[u].length; i++) {
                neighbours[u][i] = graph.neighbour(u, i);
            }
        }
        return neighbours;
    }

    /** Whether to stop; beside a search also the place to rest, so that the bound takes no more than its share of a processor. */
    private final class Turns implements BooleanSupplier {

        private long began = System.nanoTime();

        @Override
        public boolean getAsBoolean() {
            boolean over = stop.get() || cancel.isCancelled();
            long worked = System.nanoTime() - began;
            if (inTurns && !over && worked > NANOS_OF_A_TURN) {
                LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, (long) (worked * (1 - share) / share)));
                began = System.nanoTime();
            }
            return over;
        }
    }

    /**
     * The inertia of the best plan so far that keeps the bounds of hours. Until there is one a guess above that of the plan there is: a plan that
     * misses bounds may have less inertia than any that keeps them, and must not end the climb.
     */
    private final class BestKnown implements DoubleSupplier {

        private static final double GUESS = 2;

        private @Nullable Plan measured;
        private boolean known;
        private double inertia = Double.MAX_VALUE;

        @Override
        @SuppressWarnings("ReferenceEquality") // the same plan is the same object here, and need not be measured twice
        public double getAsDouble() {
            Plan plan = best.get();
            if (plan != null && plan != measured) {
                measured = plan;
                double found = relaxed.inertia(plan.beatOfUnit());
                if (keepsBounds(plan)) {
                    inertia = known ? Math.min(inertia, found) : found;
                    known = true;
                } else if (!known) {
                    inertia = GUESS * found;
                }
            }
            return inertia;
        }
    }

    private boolean keepsBounds(Plan plan) {
        double[] hours = new double[plan.beatCount()];
        for (int u = 0; u < problem.unitCount(); u++) {
            hours[plan.beatOf(u)] += problem.unit(u).hours();
        }
        Bounds bounds = problem.beatHours();
        double rounding = 1e-9 * Math.max(1, bounds.upper());
        return Arrays.stream(hours).allMatch(of -> bounds.excess(of) <= rounding);
    }
}
