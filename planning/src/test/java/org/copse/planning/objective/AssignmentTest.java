package org.copse.planning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.copse.planning.RandomDistrict;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void keepsItsSumsAndItsBoundaryThroughMoves() {
        PlanningProblem problem =
                RandomDistrict.of(10, 1).staffing(Staffing.sectors(4, 2)).build();
        SearchGraph graph = new SearchGraph(problem, List.of());
        Random random = new Random(1);
        int[] labels = random.ints(graph.units, 0, 4).toArray();
        Assignment at = new Assignment(graph, labels, new int[] {0, 0, 1, 1});
        for (int i = 0; i < 3_000; i++) {
            int unit = random.nextInt(graph.units);
            at.move(unit, (at.beat[unit] + 1 + random.nextInt(3)) % 4);
        }
        Assignment fresh = new Assignment(graph, at.beat, new int[] {0, 0, 1, 1});
        assertThat(at.beatHours).containsExactly(fresh.beatHours, within(1e-9));
        assertThat(at.sectorHours).containsExactly(fresh.sectorHours, within(1e-9));
        assertThat(at.beatUnits).isEqualTo(fresh.beatUnits);
        assertThat(at.sector).isEqualTo(fresh.sector);
        assertThat(boundary(at)).isEqualTo(boundary(fresh));
    }

    private static int[] boundary(Assignment at) {
        return Arrays.stream(at.boundary, 0, at.boundaryCount()).sorted().toArray();
    }
}
