package org.copse.planning;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.copse.planning.bound.DistanceRounding;
import org.copse.planning.bound.InertiaBound;
import org.copse.planning.bound.InertiaProblem;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.ProvenBound;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.jspecify.annotations.Nullable;

/** The proven bound, computed on a thread of its own beside the search and stopped when the search is over or cancelled. */
final class BoundBeside {

    private final PlanningProblem problem;
    private final CancelSignal cancel;
    private final Inertia inertia;
    private final InertiaProblem relaxed;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicReference<@Nullable Plan> best = new AtomicReference<>();
    private volatile OptionalDouble lower = OptionalDouble.empty();
    private final Thread thread;

    private BoundBeside(PlanningProblem problem, CancelSignal cancel) {
        this.problem = problem;
        this.cancel = cancel;
        this.inertia = problem.inertia().aboutUnit() ? problem.inertia() : Inertia.ABOUT_UNIT;
        this.relaxed = new InertiaProblem(
                problem.units().stream().mapToDouble(PlanningUnit::hours).toArray(),
                problem.units().stream().mapToDouble(PlanningUnit::xMetres).toArray(),
                problem.units().stream().mapToDouble(PlanningUnit::yMetres).toArray(),
                problem.beatCount(),
                problem.beatHours().lower(),
                problem.beatHours().upper(),
                rounding(inertia));
        this.thread = new Thread(this::climb, "plan-bound");
        thread.setDaemon(true);
    }

    /** Returns nothing where there are too many units. */
    static Optional<BoundBeside> of(PlanningProblem problem, CancelSignal cancel) {
        return problem.unitCount() > InertiaBound.MOST_UNITS
                ? Optional.empty()
                : Optional.of(new BoundBeside(problem, cancel));
    }

    /** Starts beside the search. */
    void begin() {
        thread.start();
    }

    /** Takes up a plan that the search has found. */
    void offer(Plan plan) {
        best.set(plan);
    }

    /** Returns the bound of a search that is over in time: as far as it came. */
    Optional<ProvenBound> finishNow() {
        stop();
        return await();
    }

    /** Ends the climb without waiting for it, as when the search has failed. */
    void stop() {
        stop.set(true);
    }

    /** Returns the bound of a search that counted iterations: begun only now, so that it is the same every time. */
    Optional<ProvenBound> runToEnd() {
        begin();
        return await();
    }

    private Optional<ProvenBound> await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lower.isPresent() && lower.getAsDouble() > 0
                ? Optional.of(new ProvenBound(lower.getAsDouble(), inertia))
                : Optional.empty();
    }

    private void climb() {
        lower = OptionalDouble.of(InertiaBound.of(relaxed, new BestKnown(), () -> stop.get() || cancel.isCancelled())
                .lower());
    }

    private static DistanceRounding rounding(Inertia inertia) {
        return switch (inertia) {
            case ABOUT_UNIT_IN_WHOLE_KILOMETRES -> DistanceRounding.WHOLE_KILOMETRES;
            case ABOUT_UNIT_IN_WHOLE_METRES -> DistanceRounding.WHOLE_METRES;
            default -> DistanceRounding.NONE;
        };
    }

    /** The inertia of the best plan so far; of all units about one centre, which is more than any plan has, before there is one. */
    private final class BestKnown implements DoubleSupplier {

        private @Nullable Plan measured;
        private double inertia = relaxed.inertia(new int[problem.unitCount()]);

        @Override
        @SuppressWarnings("ReferenceEquality") // the same plan is the same object here, and need not be measured twice
        public double getAsDouble() {
            Plan plan = best.get();
            if (plan != null && plan != measured) {
                measured = plan;
                inertia = Math.min(inertia, relaxed.inertia(plan.beatOfUnit()));
            }
            return inertia;
        }
    }
}
