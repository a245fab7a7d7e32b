package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.ProvenBound;
import org.copse.planning.problem.DistanceRounding;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/** The proven bound that comes with a proposal. */
class BoundTest {

    @Test
    void provesACompactPlanCloseToTheBestPossibleAndNeverBetter() {
        PlanningProblem district = RandomDistrict.of(12, 4).build();
        PlanningProblem problem = new GraphProblem(
                        district.units(),
                        district.graph(),
                        6,
                        Optional.empty(),
                        0.1,
                        Favour.COMPACT,
                        Inertia.ABOUT_UNIT)
                .problem();

        PlanningResult result = new Planner()
                .propose(
                        problem,
                        Set.of(Favour.COMPACT),
                        Budget.iterations(4_000_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never());

        ProvenBound bound = result.bound().orElseThrow();
        double found = result.first().measures().inertiaAboutUnits();
        assertThat(result.first().violations()).isEmpty();
        assertThat(bound.lower()).isLessThanOrEqualTo(found * (1 + 1e-9));
        assertThat(bound.gap(found)).isBetween(0.0, 0.02);
    }

    @Test
    void isTheSameOnOneThreadAndOnTwoWithABudgetInIterations() {
        PlanningProblem problem =
                RandomDistrict.of(9, 2).staffing(Staffing.sectors(5, 1)).build();
        Budget budget = Budget.iterations(200_000, 3);

        ProvenBound one = propose(problem, budget.withThreads(1)).bound().orElseThrow();

        assertThat(propose(problem, budget.withThreads(2)).bound()).contains(one);
        assertThat(one.lower()).isPositive();
    }

    @Test
    void isAboutDistancesAsThePlanIs() {
        for (DistanceRounding rounding : DistanceRounding.values()) {
            PlanningProblem district = RandomDistrict.of(7, 2).build();
            PlanningProblem problem = PlanningProblem.builder(
                            district.units().stream()
                                    .map(u -> new PlanningUnit(
                                            u.id(), u.hours(), 0, 40 * u.xMetres(), 40 * u.yMetres(), 0, 0))
                                    .toList(),
                            district.graph())
                    .staffing(Staffing.sectors(3, 1))
                    .inertia(Inertia.aboutUnit(rounding))
                    .softWeights(SoftWeights.only(SoftTerm.COMPACTNESS))
                    .build();

            PlanningResult result = propose(problem, Budget.iterations(400_000, 1));

            ProvenBound bound = result.bound().orElseThrow();
            assertThat(bound.inertia().rounding()).isEqualTo(rounding);
            assertThat(bound.lower())
                    .isLessThanOrEqualTo(result.first().measures().inertia() * (1 + 1e-9));
        }
    }

    @Test
    void saysNothingWhereNoPlanKeepsTheBounds() {
        TextGrid map = new TextGrid("1191");
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(2, 1)).build();

        assertThat(propose(problem, Budget.iterations(50_000, 1)).bound()).isEmpty();
        assertThat(propose(problem, Budget.time(Duration.ofMillis(300), 1)).bound())
                .isEmpty();
    }

    private static PlanningResult propose(PlanningProblem problem, Budget budget) {
        return new Planner()
                .propose(problem, Set.of(Favour.COMPACT), budget, PlanningListener.SILENT, CancelSignal.never());
    }

    @Test
    void leavesNoThreadBehindWhenTheListenerThrows() throws Exception {
        PlanningProblem problem = RandomDistrict.of(30, 4).build();
        PlanningListener failing = progress -> {
            throw new IllegalStateException("the listener has gone");
        };

        assertThatIllegalStateException().isThrownBy(() -> new Planner()
                .propose(
                        problem,
                        Set.of(Favour.COMPACT),
                        Budget.time(Duration.ofMinutes(1), 1),
                        failing,
                        CancelSignal.never()));

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if ("plan-bound".equals(thread.getName())) {
                thread.join(5_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
