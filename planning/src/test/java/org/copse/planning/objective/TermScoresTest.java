package org.copse.planning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;

/** Each soft term on a road of four units, 100 m apart, with an hour and 100 residents each, in two beats: counted by hand. */
class TermScoresTest {

    private static final int[] EVEN = {0, 0, 1, 1};
    private static final int[] UNEVEN = {0, 0, 0, 1};
    private static final int[] MIXED = {0, 1, 0, 1};

    private final PlanningProblem problem = road();
    private final SearchGraph graph = new SearchGraph(problem, List.of());

    @Test
    void balanceIsTheMeanSquareOfDeviationsInTolerances() {
        assertThat(score(SoftTerm.BALANCE, EVEN)).isZero();
        // Each beat is an hour from its two, where 15 % of them are allowed.
        assertThat(score(SoftTerm.BALANCE, UNEVEN)).isCloseTo(1 / (0.3 * 0.3), within(1e-9));
    }

    @Test
    void compactnessIsTheInertiaOverThatOfEqualParts() {
        // Two units 50 m from their mean in each beat, over 4 times half of what all have about theirs.
        double all = 2 * 150 * 150 + 2 * 50 * 50;
        assertThat(score(SoftTerm.COMPACTNESS, EVEN)).isCloseTo(4 * 50 * 50 / (4 * all / 2), within(1e-9));
        assertThat(score(SoftTerm.COMPACTNESS, MIXED)).isGreaterThan(score(SoftTerm.COMPACTNESS, EVEN));
    }

    @Test
    void cutLengthIsAShareOfAllBoundary() {
        assertThat(score(SoftTerm.CUT_LENGTH, EVEN)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(score(SoftTerm.CUT_LENGTH, MIXED)).isCloseTo(1, within(1e-9));
    }

    @Test
    void cutEdgesAreCounted() {
        assertThat(score(SoftTerm.CUT_EDGES, EVEN)).isEqualTo(1);
        assertThat(score(SoftTerm.CUT_EDGES, MIXED)).isEqualTo(3);
    }

    @Test
    void communitiesAreAShareOfThePairsOfOneCommunity() {
        assertThat(score(SoftTerm.COMMUNITIES, EVEN)).isCloseTo(0.5, within(1e-9));
        assertThat(score(SoftTerm.COMMUNITIES, new int[] {0, 1, 1, 1})).isZero();
        assertThat(score(SoftTerm.COMMUNITIES, MIXED)).isCloseTo(1, within(1e-9));
    }

    @Test
    void barriersAreTheMinutesInsideBeatsOfAllMinutes() {
        assertThat(score(SoftTerm.BARRIERS, EVEN)).isCloseTo(0.4, within(1e-9));
        assertThat(score(SoftTerm.BARRIERS, UNEVEN)).isCloseTo(1, within(1e-9));
        assertThat(score(SoftTerm.BARRIERS, MIXED)).isCloseTo(0, within(1e-9));
    }

    @Test
    void continuityIsTheShareOfResidentsWithAnotherOfficer() {
        assertThat(score(SoftTerm.CONTINUITY, EVEN)).isZero();
        assertThat(score(SoftTerm.CONTINUITY, UNEVEN)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void accessIsTheMinutesToTheBestBaseOfEachBeatOverTheWorst() {
        // 0 and 10 minutes in each beat, of 30, 20, 20 and 30 to the farther base.
        assertThat(score(SoftTerm.ACCESS, EVEN)).isCloseTo(0.2, within(1e-9));
        assertThat(score(SoftTerm.ACCESS, MIXED)).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void mixIsTheDissimilarityInsideBeatsOfThatOfTheDistrict() {
        assertThat(score(SoftTerm.MIX, EVEN)).isCloseTo(0, within(1e-9));
        assertThat(score(SoftTerm.MIX, MIXED)).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTermWithoutDataIsNotThere() {
        PlanningProblem bare =
                PlanningProblem.builder(problem.units(), problem.graph()).build();
        for (SoftTerm kind : List.of(SoftTerm.COMMUNITIES, SoftTerm.CONTINUITY, SoftTerm.ACCESS, SoftTerm.MIX)) {
            assertThat(Terms.find(kind, bare, graph, bounds(), new int[] {0, 1}))
                    .isEmpty();
        }
    }

    private double score(SoftTerm kind, int[] beatOfUnit) {
        int[] labels = new int[4];
        for (int u = 0; u < 4; u++) {
            labels[graph.place[u]] = beatOfUnit[u];
        }
        Assignment at = new Assignment(graph, labels, new int[] {0, 0});
        return Terms.find(kind, problem, graph, bounds(), new int[] {0, 1})
                .orElseThrow()
                .score(at);
    }

    private static HoursBounds bounds() {
        return new HoursBounds(
                new double[] {2, 2},
                new double[] {1.7, 1.7},
                new double[] {2.3, 2.3},
                new double[] {3.6},
                new double[] {4.4});
    }

    private static PlanningProblem road() {
        List<PlanningUnit> units = new ArrayList<>();
        UnitGraph.Builder graph = UnitGraph.builder(4);
        double[] barrier = {4, 6, 0};
        for (int u = 0; u < 4; u++) {
            units.add(new PlanningUnit("u" + u, 1, 100, 100.0 * u, 0, 10_000, 400));
            if (u > 0) {
                graph.edge(new Edge(u - 1, u, 100, 0, barrier[u - 1], false));
            }
        }
        return PlanningProblem.builder(units, graph.build())
                .staffing(Staffing.sectors(2, 1))
                .communities(new int[] {-1, 0, 0, 0})
                .inForce(EVEN)
                .baseMinutes(new double[][] {{0, 10, 20, 30}, {30, 20, 10, 0}})
                .mixShares(new double[][] {{1}, {1}, {0}, {0}})
                .build();
    }
}
