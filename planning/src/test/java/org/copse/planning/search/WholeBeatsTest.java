package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.copse.planning.TextGrid;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/** Plans drawn as text, made whole. */
class WholeBeatsTest {

    @Test
    void aPieceOnAnotherIslandJoinsItsNeighbourAndNotTheFirstBeatThere() {
        TextGrid map = new TextGrid("1111~1111111");
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(4, 2)).build();

        assertThat(whole(map, problem, 0, 0, 1, 1, 2, 2, 3, 3, 3, 0, 0)).isEqualTo("aabb~ccddddd\n");
    }

    @Test
    void aUnitWhoseIslandHasNoOpenBeatStaysInItsOwn() {
        TextGrid map = new TextGrid("1~111");
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(2, 1))
                .fixedBeats(Set.of(0))
                .build();

        assertThat(whole(map, problem, 1, 0, 1, 1)).isEqualTo("b~abb\n");
    }

    private static String whole(TextGrid map, PlanningProblem problem, int... beats) {
        Layout layout = new Layout(problem);
        Plan plan = Plan.of(beats, new int[problem.beatCount()]);
        Labels given = Labels.of(plan, layout.graph);
        Labels whole = new Labels(new WholeBeats(layout).of(given.beatOfUnit()), given.sectorOfBeat());
        return map.draw(whole.plan(layout.graph));
    }
}
