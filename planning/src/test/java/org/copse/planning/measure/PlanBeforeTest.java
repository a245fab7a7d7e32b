package org.copse.planning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.copse.planning.TextGrid;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

class PlanBeforeTest {
    private static PlanningProblem problem(int... areas) {
        return new TextGrid("111135")
                .problem()
                .staffing(Staffing.sectors(2, 1))
                .inForce(areas)
                .build();
    }

    @Test
    void theAreasInForceAreMeasuredAgainstTheirOwnNumber() {
        PlanBefore before = PlanBefore.of(problem(4, 4, 4, 4, 9, 2)).orElseThrow();

        assertThat(before.plan().beatCount()).isEqualTo(3);
        assertThat(before.unitsAdded()).isZero();
        assertThat(before.measures().beats()).extracting(BeatMeasures::hours).containsExactly(4.0, 3.0, 5.0);
        assertThat(before.measures().maxDeviation()).isCloseTo(0.25, within(1e-9));
        assertThat(before.measures().residentsChanging()).isZero();
    }

    @Test
    void unitsInNoAreaCountToTheNearestOneAndAreSaid() {
        PlanBefore before = PlanBefore.of(problem(-1, 4, 4, 4, 9, -1)).orElseThrow();

        assertThat(before.unitsAdded()).isEqualTo(2);
        assertThat(before.plan().beatOf(0)).isEqualTo(before.plan().beatOf(1));
        assertThat(before.plan().beatOf(5)).isEqualTo(before.plan().beatOf(4));
    }

    @Test
    void aPartOfTheDistrictWithoutAreasHasNoPlanBefore() {
        PlanningProblem island = new TextGrid("11~11")
                .problem()
                .staffing(Staffing.sectors(2, 1))
                .inForce(new int[] {0, 0, -1, -1})
                .build();

        assertThat(PlanBefore.of(island)).isEmpty();
        assertThat(PlanBefore.of(new TextGrid("11")
                        .problem()
                        .staffing(Staffing.sectors(1, 1))
                        .build()))
                .isEmpty();
    }
}
