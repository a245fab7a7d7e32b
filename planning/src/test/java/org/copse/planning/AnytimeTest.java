package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/**
 * A search of 5,000 units that somebody watches and stops. The limits are twice what is promised, because tests share their machine with others.
 */
class AnytimeTest {

    private static final Duration SEARCH = Duration.ofSeconds(4);

    private final PlanningProblem problem =
            RandomDistrict.of(71, 3).staffing(Staffing.sectors(50, 8)).build();

    @Test
    void tellsTheBestPlanSeveralTimesASecond() {
        List<Progress> heard = new ArrayList<>();
        propose(Budget.time(SEARCH, 1), heard::add, CancelSignal.never());

        assertThat(heard).hasSizeGreaterThanOrEqualTo((int) (2.5 * SEARCH.toSeconds()));
        List<Progress> withPlan =
                heard.stream().filter(progress -> progress.best().isPresent()).toList();
        assertThat(withPlan).hasSizeGreaterThanOrEqualTo(heard.size() / 2);
        double before = 1e300;
        for (Progress progress : withPlan) {
            double score = progress.bestScore().orElseThrow();
            assertThat(score).isLessThanOrEqualTo(before * (1 + 1e-9));
            before = score;
        }
    }

    @Test
    void endsWithACancelAndTheBestPlanUntilThen() {
        CancelSignal cancel = new CancelSignal();
        List<Progress> heard = new ArrayList<>();

        // Ending by its budget would take longer than the tests have.
        PlanningResult result = propose(
                Budget.time(Duration.ofHours(9), 1),
                progress -> {
                    heard.add(progress);
                    if (progress.bestScore().isPresent()) {
                        cancel.cancel();
                    }
                },
                cancel);

        assertThat(result.cancelled()).isTrue();
        double lastHeard = heard.get(heard.size() - 1).bestScore().orElseThrow();
        assertThat(result.first().score()).isLessThanOrEqualTo(lastHeard * (1 + 1e-9));
        assertThat(HardConstraints.violations(problem, result.first().plan()))
                .noneMatch(violation -> violation.kind() == Violation.Kind.BEAT_IN_PIECES
                        || violation.kind() == Violation.Kind.SECTOR_IN_PIECES);
    }

    private PlanningResult propose(Budget budget, PlanningListener listener, CancelSignal cancel) {
        return new Planner().propose(problem, Set.of(Favour.BALANCED), budget, listener, cancel);
    }
}
