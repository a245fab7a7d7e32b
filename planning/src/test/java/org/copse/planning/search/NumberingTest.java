package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningProblemBuilder;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;

class NumberingTest {

    @Test
    void theLargestBeatsInForceGoOnWhenOfficersAreFewer() {
        PlanningProblem problem = road(100, 900, 800, 200).build();

        assertThat(new Numbering(new Layout(problem)).beatOfInForce()).containsExactly(-1, 1, 0, -1);
    }

    @Test
    void aFixedBeatGoesOnHoweverSmall() {
        PlanningProblem problem = road(100, 900, 800, 200).fixedBeats(Set.of(0)).build();

        assertThat(new Numbering(new Layout(problem)).beatOfInForce()).containsExactly(0, 1, -1, -1);
    }

    @Test
    void aStartFromTheAreasInForceKeepsTheSameBeats() {
        Layout layout = new Layout(road(100, 900, 800, 200).build());

        Labels start = new Starts(layout)
                .fromInForce(new Dice(1))
                .map(new Numbering(layout)::apply)
                .orElseThrow();

        assertThat(start.plan(layout.graph).beatOf(2)).isEqualTo(1);
        assertThat(start.plan(layout.graph).beatOf(4)).isEqualTo(0);
    }

    /** Two units for each beat in force, one after the other along a road; two officers. */
    private static PlanningProblemBuilder road(int... residentsOfBeat) {
        List<PlanningUnit> units = new ArrayList<>();
        UnitGraph.Builder graph = UnitGraph.builder(2 * residentsOfBeat.length);
        int[] inForce = new int[2 * residentsOfBeat.length];
        for (int u = 0; u < inForce.length; u++) {
            inForce[u] = u / 2;
            units.add(new PlanningUnit("u" + u, 10, residentsOfBeat[u / 2], 100.0 * u, 0, 10_000, 400));
            if (u > 0) {
                graph.edge(Edge.between(u - 1, u));
            }
        }
        return PlanningProblem.builder(units, graph.build()).inForce(inForce).staffing(Staffing.sectors(2, 1));
    }
}
