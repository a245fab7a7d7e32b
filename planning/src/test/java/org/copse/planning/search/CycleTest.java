package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.planning.RandomDistrict;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

class CycleTest {

    private static final long MOVES = 400_000;

    private final PlanningProblem problem =
            RandomDistrict.of(14, 7).staffing(Staffing.sectors(12, 3)).build();
    private final FavourSearch search = new FavourSearch(new Layout(problem), Favour.BALANCED, Optional.empty(), 3);

    @Test
    void showsTheBestPlanSoFarWhileItRuns() {
        search.first(() -> false);
        Cycle cycle = new Cycle(search, Optional.empty(), 0, new Annealing.Schedule(1, 0.01, 0.3), new Dice(3));
        List<Candidate> seen = new ArrayList<>();

        Candidate last = cycle.run(new Pace() {
            @Override
            public double fraction(long moves) {
                cycle.soFar().ifPresent(seen::add);
                return moves / (double) MOVES;
            }

            @Override
            public boolean stopped() {
                return false;
            }
        });

        assertThat(seen.stream().map(Candidate::score).distinct()).hasSizeGreaterThan(3);
        for (int i = 1; i < seen.size(); i++) {
            assertThat(seen.get(i - 1).betterThan(seen.get(i))).isFalse();
        }
        Candidate middle = seen.get(seen.size() / 2);
        assertThat(search.score(middle.labels()).score()).isCloseTo(middle.score(), within(1e-9));
        assertThat(middle.betterThan(last)).isFalse();
    }
}
