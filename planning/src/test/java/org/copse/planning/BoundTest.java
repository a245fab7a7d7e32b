package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.ProvenBound;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
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
