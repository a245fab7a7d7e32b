package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A budget in time holds however slow the machine is. Its clock is one that goes on by a while at each look, as it does on a machine on which
 * that much passes between two looks: what never looks at it, or goes on after it is over, is found out.
 */
class BudgetTest {

    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Twelve by twelve units in 36 beats of exactly even hours: no plan keeps the bounds, so every phase has something to do. */
    private final PlanningProblem infeasible = RandomDistrict.of(12, 7)
            .staffing(Staffing.sectors(36, 4))
            .tolerance(Tolerance.ofBeats(0.001))
            .build();

    @ParameterizedTest
    @ValueSource(ints = {5, 100})
    void holdsWithinASecondWhereNoPlanKeepsTheBounds(int millisBetweenLooks) {
        assertHolds(infeasible, EnumSet.of(Favour.BALANCED), millisBetweenLooks);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40})
    void holdsWithinASecondForAllAlternativesTogether(int millisBetweenLooks) {
        assertHolds(
                infeasible,
                EnumSet.of(Favour.BALANCED, Favour.COMPACT, Favour.COMMUNITIES, Favour.LEAST_CHANGE),
                millisBetweenLooks);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100})
    void holdsWithinASecondOnOneThread(int millisBetweenLooks) {
        SlowClock clock = new SlowClock(millisBetweenLooks);
        PlanningResult result = propose(
                clock,
                infeasible,
                Set.of(Favour.BALANCED),
                Budget.time(BUDGET, 1).withThreads(1));
        assertThat(result.elapsed()).isBetween(BUDGET.dividedBy(2), BUDGET.plus(SECOND));
    }

    private static void assertHolds(PlanningProblem problem, Set<Favour> favours, int millisBetweenLooks) {
        SlowClock clock = new SlowClock(millisBetweenLooks);
        PlanningResult result = propose(clock, problem, favours, Budget.time(BUDGET, 1));
        assertThat(result.alternatives()).extracting(Alternative::favour).containsExactlyInAnyOrderElementsOf(favours);
        assertThat(result.elapsed()).isBetween(BUDGET.dividedBy(2), BUDGET.plus(SECOND));
        assertThat(clock.elapsed()).as("after measuring, too").isLessThan(BUDGET.plus(SECOND));
    }

    private static PlanningResult propose(
            SlowClock clock, PlanningProblem problem, Set<Favour> favours, Budget budget) {
        return new Planner(clock::look)
                .propose(problem, favours, budget, PlanningListener.SILENT, CancelSignal.never());
    }

    private static final class SlowClock {

        private final AtomicLong nanos = new AtomicLong();
        private final long each;

        SlowClock(int millis) {
            each = Duration.ofMillis(millis).toNanos();
        }

        long look() {
            return nanos.addAndGet(each);
        }

        Duration elapsed() {
            return Duration.ofNanos(nanos.get());
        }
    }
}
