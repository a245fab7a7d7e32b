package org.copse.planning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.planning.RandomDistrict;
import org.copse.planning.TextGrid;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PlanMeasuresTest {

    @Test
    void theLongestWalkGoesRoundWhatLiesBetween() {
        TextGrid map =
                new TextGrid("""
                111
                1~1
                1~1
                """);
        PlanningProblem problem = map.problem().build();

        double walk =
                PlanMeasures.of(problem, Plan.ofBeats(0, 0, 0, 0, 0, 0, 0)).longestWalkMetres();

        assertThat(walk).isCloseTo(600, within(1e-9));
    }

    @Test
    void theLongestWalkStaysInsideTheBeat() {
        TextGrid map = new TextGrid("""
                111
                111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(2, 1)).build();

        List<BeatMeasures> beats =
                PlanMeasures.of(problem, Plan.ofBeats(0, 0, 0, 0, 1, 0)).beats();

        assertThat(beats.get(0).longestWalkMetres()).isCloseTo(400, within(1e-9));
        assertThat(beats.get(1).longestWalkMetres()).isZero();
    }

    @Test
    void findsTheLongestWalkOfALargeBeat() {
        for (int seed = 0; seed < 5; seed++) {
            PlanningProblem problem = RandomDistrict.of(16, seed).build();
            int[] one = new int[problem.unitCount()];
            int[] all = IntStream.range(0, one.length).toArray();
            LongestWalk walk = new LongestWalk(problem, one);
            double[][] apart = new double[all.length][all.length];
            for (double[] row : apart) {
                Arrays.fill(row, Double.POSITIVE_INFINITY);
            }
            for (int e = 0; e < problem.graph().edgeCount(); e++) {
                Edge edge = problem.graph().edge(e);
                double metres = Math.hypot(
                        problem.unit(edge.a()).xMetres()
                                - problem.unit(edge.b()).xMetres(),
                        problem.unit(edge.a()).yMetres()
                                - problem.unit(edge.b()).yMetres());
                apart[edge.a()][edge.b()] = metres;
                apart[edge.b()][edge.a()] = metres;
            }
            double exact = longest(apart);
            assertThat(walk.of(all)).isCloseTo(exact, within(1e-9 * exact));
        }
    }

    /** All pairs by way of every unit in turn. */
    private static double longest(double[][] apart) {
        int n = apart.length;
        double longest = 0;
        for (int via = 0; via < n; via++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    apart[a][b] = Math.min(apart[a][b], apart[a][via] + apart[via][b]);
                }
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                longest = a == b ? longest : Math.max(longest, apart[a][b]);
            }
        }
        return longest;
    }

    @Test
    void countsBarriersInsideBeatsOnly() {
        List<PlanningUnit> units = new ArrayList<>();
        UnitGraph.Builder graph = UnitGraph.builder(4);
        for (int u = 0; u < 4; u++) {
            units.add(new PlanningUnit("u" + u, 1, 10, 100 * u, 0, 10_000, 400));
            if (u > 0) {
                graph.edge(new Edge(u - 1, u, 100, 0, u < 3 ? 4 : 0, false));
            }
        }
        PlanningProblem problem = PlanningProblem.builder(units, graph.build())
                .staffing(Staffing.sectors(2, 1))
                .build();

        PlanMeasures measures = PlanMeasures.of(problem, Plan.ofBeats(0, 0, 1, 1));

        assertThat(measures.barriersCrossed()).isEqualTo(1);
        assertThat(measures.beats().get(0).barrierMinutes()).isEqualTo(4);
        assertThat(measures.beats().get(1).barriersCrossed()).isZero();
    }

    @Test
    void countsCommunitiesAndNewOfficersBeatByBeat() {
        TextGrid map = new TextGrid("aabb");
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(2, 1))
                .communities(new int[] {0, 0, 1, 1})
                .inForce(new int[] {0, 0, 1, 1})
                .build();

        List<BeatMeasures> beats =
                PlanMeasures.of(problem, Plan.ofBeats(0, 0, 0, 1)).beats();

        assertThat(beats.get(0).communitiesKept()).isEqualTo(1);
        assertThat(beats.get(0).communitiesSplit()).isEqualTo(1);
        assertThat(beats.get(0).residentsChanging()).isEqualTo(100);
        assertThat(beats.get(1).communitiesKept()).isZero();
        assertThat(beats.get(1).residentsChanging()).isZero();
    }

    @Test
    void measuresLandAsItIsDrawn() throws ParseException {
        Shape square = Shape.of(new WKTReader().read("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"));
        assertThat(square.polsbyPopper()).isCloseTo(Math.PI / 4, within(1e-9));
        assertThat(square.reock()).isCloseTo(2 / Math.PI, within(1e-9));
        Shape none = Shape.of(new WKTReader().read("POLYGON EMPTY"));
        assertThat(none).isEqualTo(new Shape(0, 0, 0, 0));
    }
}
