package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerDiagramTest {

    private static final int CELLS = 8;

    /** From 40,000 units on, centres come from a sample; weights must still come from all units. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 50_000})
    void givesEveryCellItsHours(int units) {
        SearchGraph graph = scattered(units);
        int[] all = IntStream.range(0, units).toArray();
        double target = graph.hoursOf(all) / CELLS;
        double[] targets = new double[CELLS];
        Arrays.fill(targets, target);
        int[] cell = new PowerDiagram(graph, all, targets).cells(new Dice(3));
        double[] hours = new double[CELLS];
        for (int u = 0; u < units; u++) {
            hours[cell[u]] += graph.hours[u];
        }
        assertThat(cell).hasSize(units);
        assertThat(Arrays.stream(hours).boxed())
                .allSatisfy(sum -> assertThat(sum / target).isBetween(0.98, 1.02));
    }

    /** Twice as many hours a unit in the east as in the west. */
    private static SearchGraph scattered(int count) {
        Random random = new Random(7);
        List<PlanningUnit> units = new ArrayList<>();
        for (int u = 0; u < count; u++) {
            double x = 10_000 * random.nextDouble();
            double hours = (x > 5_000 ? 2 : 1) * (0.5 + random.nextDouble());
            units.add(new PlanningUnit("u" + u, hours, 0, x, 10_000 * random.nextDouble(), 0, 0));
        }
        PlanningProblem problem =
                PlanningProblem.builder(units, UnitGraph.builder(count).build()).build();
        return new SearchGraph(problem, List.of());
    }
}
