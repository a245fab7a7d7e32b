package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/** The budget's promises. */
class RepeatabilityTest {

    private final PlanningProblem problem =
            RandomDistrict.of(14, 7).staffing(Staffing.sectors(12, 3)).build();

    @Test
    void findsTheSamePlanForASeedOnOneThreadAndOnTwo() {
        Budget budget = Budget.iterations(400_000, 5);
        Plan one = run(budget.withThreads(1), CancelSignal.never()).first().plan();
        Plan two = run(budget.withThreads(2), CancelSignal.never()).first().plan();
        assertThat(two).isEqualTo(one);
        assertThat(run(Budget.iterations(400_000, 6), CancelSignal.never())
                        .first()
                        .plan())
                .isNotEqualTo(one);
    }

    @Test
    void reportsProgressAtLeastFiveTimesASecondWithThePlanSoFar() {
        List<Progress> heard = new ArrayList<>();
        new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.time(Duration.ofMillis(1500), 1),
                        heard::add,
                        CancelSignal.never());
        assertThat(heard).hasSizeGreaterThanOrEqualTo(7);
        assertThat(heard).allSatisfy(progress -> assertThat(progress.best()).isPresent());
    }

    @Test
    void stopsWithinATenthOfASecondWhenCancelled() throws Exception {
        CancelSignal cancel = new CancelSignal();
        long[] at = new long[1];
        Thread canceller = new Thread(() -> {
            try {
                Thread.sleep(400);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            at[0] = System.nanoTime();
            cancel.cancel();
        });
        canceller.start();
        PlanningResult result = run(Budget.time(Duration.ofSeconds(30), 1), cancel);
        long waited = System.nanoTime() - at[0];
        canceller.join();
        assertThat(result.cancelled()).isTrue();
        assertThat(Duration.ofNanos(waited)).isLessThan(Duration.ofMillis(250));
    }

    @Test
    void changesLittleWhenThereIsLittleToImprove() {
        Plan plan = run(Budget.iterations(2_000_000, 5), CancelSignal.never())
                .first()
                .plan();
        PlanningProblem otherwise = problem.with()
                .units(problem.units().stream()
                        .map(unit -> unit.withHours(unit.hours() * (unit.xMetres() < 700 ? 1.01 : 1)))
                        .toList())
                .build();
        Plan improved = new Planner()
                .improve(
                        otherwise,
                        plan,
                        Favour.BALANCED,
                        Budget.iterations(1_000_000, 5),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
        int changed = 0;
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            changed += plan.beatOf(unit) == improved.beatOf(unit) ? 0 : 1;
        }
        assertThat(changed).isLessThan(plan.unitCount() / 10);
    }

    private PlanningResult run(Budget budget, CancelSignal cancel) {
        return new Planner().propose(problem, Set.of(Favour.BALANCED), budget, PlanningListener.SILENT, cancel);
    }
}
