package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/** Small maps, drawn as text, and what the engine must make of them. */
class ScenarioTest {

    @Test
    void dividesAnOpenFieldIntoNestedSectorsWithinTolerance() {
        TextGrid map = new TextGrid(
                """
                111111111111
                111111111111
                111111111111
                111111111111
                111111111111
                111111111111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(6, 2)).build();

        Alternative best = propose(problem).first();

        assertThat(best.violations()).as(map.draw(best.plan())).isEmpty();
        assertThat(best.plan().sectorCount()).isEqualTo(2);
    }

    @Test
    void plansTwoIslandsApart() {
        TextGrid map = new TextGrid(
                """
                1111~~1111
                1111~~1111
                1111~~1111
                1111~~1111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(4, 2)).build();

        PlanningResult result = propose(problem);

        assertThat(result.first().violations())
                .as(map.draw(result.first().plan()))
                .isEmpty();
        assertThat(result.notes()).singleElement().asString().contains("2 parts");
    }

    static PlanningResult propose(PlanningProblem problem) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(200_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never());
    }
}
