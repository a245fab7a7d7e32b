package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheSameAlternativesOnOneThreadAndOnTwo(long seed) {
        PlanningProblem other = RandomDistrict.of(9 + (int) seed, seed)
                .staffing(Staffing.sectors(8, 2))
                .build();
        EnumSet<Favour> favours = EnumSet.of(Favour.BALANCED, Favour.COMPACT, Favour.COMMUNITIES, Favour.LEAST_CHANGE);
        List<List<Plan>> found = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            Budget budget = Budget.iterations(400_000, seed).withThreads(threads);
            found.add(new Planner()
                            .propose(other, favours, budget, PlanningListener.SILENT, CancelSignal.never())
                            .alternatives()
                            .stream()
                            .map(Alternative::plan)
                            .toList());
        }
        assertThat(found.get(1)).isEqualTo(found.get(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesNothingOutsideTheBeatsThatAreSelected(long seed) {
        PlanningProblem whole =
                RandomDistrict.of(12, seed).staffing(Staffing.sectors(9, 1)).build();
        Plan plan = new Planner()
                .propose(
                        whole,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(1_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
        PlanningProblem problem =
                whole.with().fixedBeats(Set.of(3, 4, 5, 6, 7, 8)).build();

        Alternative improved = new Planner()
                .improve(
                        problem,
                        plan,
                        Favour.BALANCED,
                        Budget.iterations(300_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first();

        for (int beat = 3; beat < 9; beat++) {
            assertThat(improved.plan().unitsOfBeat(beat)).isEqualTo(plan.unitsOfBeat(beat));
        }
        assertThat(improved.score())
                .isLessThanOrEqualTo(improved.scoreOverTime().get(0).score());
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
    void stopsWhenCancelledAndNotAtTheEndOfItsBudget() throws Exception {
        CancelSignal cancel = new CancelSignal();
        CountDownLatch begun = new CountDownLatch(1);
        Thread canceller = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancel.cancel();
        });
        canceller.start();
        PlanningResult result = new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.time(Duration.ofHours(9), 1),
                        progress -> begun.countDown(),
                        cancel);
        canceller.join();
        assertThat(result.cancelled()).isTrue();
    }

    /** Of five plans, as one that was just within its bounds before may have to change much. */
    @Test
    void mostlyChangesLittleWhenThereIsLittleToImprove() {
        int[] changed = new int[5];
        for (int seed = 0; seed < changed.length; seed++) {
            Budget budget = Budget.iterations(2_000_000, 5 + seed);
            Plan plan = run(budget, CancelSignal.never()).first().plan();
            PlanningProblem otherwise = problem.with()
                    .units(problem.units().stream()
                            .map(unit -> unit.withHours(unit.hours() * (unit.xMetres() < 700 ? 1.01 : 1)))
                            .toList())
                    .build();
            Plan improved = improved(otherwise, plan);
            for (int unit = 0; unit < plan.unitCount(); unit++) {
                changed[seed] += plan.beatOf(unit) == improved.beatOf(unit) ? 0 : 1;
            }
        }
        Arrays.sort(changed);
        assertThat(changed[2]).as("median").isLessThan(problem.unitCount() / 10);
    }

    private static Plan improved(PlanningProblem problem, Plan plan) {
        return new Planner()
                .improve(
                        problem,
                        plan,
                        Favour.BALANCED,
                        Budget.iterations(1_000_000, 5),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
    }

    private PlanningResult run(Budget budget, CancelSignal cancel) {
        return new Planner().propose(problem, Set.of(Favour.BALANCED), budget, PlanningListener.SILENT, cancel);
    }
}
