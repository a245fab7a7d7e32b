package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.planning.RandomDistrict;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.Objective;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.objective.Term;
import org.copse.planning.objective.Terms;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftWeights;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold after every single move of a search, not only of the plans that it shows. */
class EveryStepTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsBeatsAndSectorsWholeAndTheScoreTrueAfterEveryMove(long seed) {
        PlanningProblem problem =
                RandomDistrict.of(9, seed).staffing(Staffing.sectors(7, 3)).build();
        Layout layout = new Layout(problem);
        Labels start = new Starts(layout).start((int) seed, new Dice(seed));
        HoursBounds bounds = layout.bounds(start.beatOfUnit(), start.sectorOfBeat());
        SoftWeights weights = problem.softWeights().favouring(Favour.BALANCED);
        Map<Term, Double> soft = new LinkedHashMap<>();
        Terms.soft(problem, layout.graph, weights, bounds, new Numbering(layout).beatOfInForce())
                .forEach((kind, term) -> soft.put(term, weights.weight(kind)));
        Objective judge = Objective.of(layout.graph, soft, Terms.hard(problem, layout.graph, bounds));
        Watch watch = new Watch();
        Map<Term, Double> watched = new LinkedHashMap<>(soft);
        watched.put(watch, 1.0);
        Objective objective = Objective.of(layout.graph, watched, Terms.hard(problem, layout.graph, bounds));
        Assignment at = new Assignment(layout.graph, start.beatOfUnit(), start.sectorOfBeat());
        BestPlan best = new BestPlan(layout.graph.units, 1);

        new Annealing(at, objective, new Contiguity(layout.graph, layout.links), new boolean[7], best, new Dice(seed))
                .cycle(new Annealing.Schedule(2, 0.05, 0.3), Pace.moves(15_000, () -> false));

        assertThat(watch.moves).isGreaterThan(500);
        assertThat(best.soft()).isCloseTo(judge.soft(at), within(1e-9));
        assertThat(best.hard()).isCloseTo(judge.hard(at), within(1e-9));
    }

    /** A term that costs nothing and looks at each move. */
    private static final class Watch implements Term {

        private int moves;

        @Override
        public double score(Assignment at) {
            return 0;
        }

        @Override
        public double change(Assignment at, int unit, int to) {
            return 0;
        }

        @Override
        public void moved(Assignment at, int unit, int from) {
            moves++;
            assertThat(pieces(at.graph, at.beat, at.beats())).containsOnly(1);
            assertThat(pieces(at.graph, at.sector, at.sectors())).containsOnly(1);
        }
    }

    private static int[] pieces(SearchGraph graph, int[] label, int labels) {
        int[] pieces = new int[labels];
        boolean[] seen = new boolean[graph.units];
        for (int u = 0; u < graph.units; u++) {
            if (!seen[u]) {
                pieces[label[u]]++;
                flood(graph, label, u, seen);
            }
        }
        return pieces;
    }

    private static void flood(SearchGraph graph, int[] label, int unit, boolean[] seen) {
        seen[unit] = true;
        for (int slot = graph.first[unit]; slot < graph.first[unit + 1]; slot++) {
            int other = graph.neighbour[slot];
            if (!seen[other] && label[other] == label[unit]) {
                flood(graph, label, other, seen);
            }
        }
    }
}
