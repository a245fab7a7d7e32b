package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.copse.planning.RandomDistrict;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation.Kind;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/** Sectors first and beats in them, and all beats first and sectors of them. */
class StartsTest {

    @Test
    void bothWaysGiveEverySectorItsWholeNumberOfOfficers() {
        for (int seed = 0; seed < 10; seed++) {
            PlanningProblem problem = problem(seed);
            Layout layout = new Layout(problem);
            for (int number = 0; number < 3; number++) {
                Plan plan = new Starts(layout).start(number, new Dice(seed)).plan(layout.graph);
                int[] officers = new int[3];
                Arrays.stream(plan.sectorOfBeat()).forEach(sector -> officers[sector]++);
                assertThat(officers).containsExactlyInAnyOrder(5, 4, 4);
                assertThat(HardConstraints.violations(problem, plan))
                        .noneMatch(violation -> violation.kind() == Kind.BEAT_IN_PIECES
                                || violation.kind() == Kind.SECTOR_IN_PIECES
                                || violation.kind() == Kind.BEAT_EMPTY);
            }
        }
    }

    @Test
    void theFirstRoundTriesBothWaysAndTheBetterOneIsKept() {
        int[] best = new int[2];
        for (int seed = 0; seed < 12; seed++) {
            Layout layout = new Layout(problem(seed));
            FavourSearch search = new FavourSearch(layout, Favour.BALANCED, Optional.empty(), seed);
            search.first(() -> false);
            List<Cycle> cycles = search.round(0, 3, false);
            List<Candidate> found = new ArrayList<>();
            for (Cycle cycle : cycles) {
                assertThat(cycle.fresh()).isTrue();
                found.add(cycle.run(Pace.moves(30_000, () -> false)));
            }
            search.take(cycles, found);

            best[found.get(0).betterThan(found.get(1)) ? 0 : 1]++;
            for (Candidate each : found) {
                assertThat(each.betterThan(search.best().orElseThrow())).isFalse();
            }
        }
        assertThat(best).as("how often each way is the better one").doesNotContain(0);
    }

    @Test
    void theFirstTwoStartsDrawSectorsInDifferentWays() {
        Layout layout = new Layout(problem(1));
        Labels down = new Starts(layout).start(0, new Dice(1));
        Labels up = new Starts(layout).start(1, new Dice(1));
        // Top-down numbers beats sector by sector, bottom-up groups beats that are there already.
        assertThat(down.sectorOfBeat()).isSorted();
        assertThat(Arrays.stream(up.sectorOfBeat()).boxed().toList())
                .isNotEqualTo(Arrays.stream(down.sectorOfBeat()).boxed().toList());
    }

    private static PlanningProblem problem(int seed) {
        return RandomDistrict.of(14, seed).staffing(Staffing.sectors(13, 3)).build();
    }
}
