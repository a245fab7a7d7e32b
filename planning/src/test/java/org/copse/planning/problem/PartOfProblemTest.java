package org.copse.planning.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.copse.planning.RandomDistrict;
import org.junit.jupiter.api.Test;

class PartOfProblemTest {
    private final PlanningProblem whole = RandomDistrict.of(6, 3).build();

    @Test
    void someUnitsKeepWhatIsKnownOfThem() {
        int[] some = {14, 7, 8, 13};

        PlanningProblem part = whole.only(some).build();

        assertThat(part.unitCount()).isEqualTo(4);
        for (int unit = 0; unit < some.length; unit++) {
            assertThat(part.unit(unit)).isEqualTo(whole.unit(some[unit]));
            assertThat(part.communityOf(unit)).isEqualTo(whole.communityOf(some[unit]));
            assertThat(part.inForceBeatOf(unit)).isEqualTo(whole.inForceBeatOf(some[unit]));
            assertThat(part.minutesFromBase(1, unit)).isEqualTo(whole.minutesFromBase(1, some[unit]));
            assertThat(part.mixShare(unit, 1)).isEqualTo(whole.mixShare(some[unit], 1));
        }
    }

    @Test
    void theyAreNeighboursWhereTheyWere() {
        int[] all = new int[whole.unitCount()];
        for (int unit = 0; unit < all.length; unit++) {
            all[unit] = all.length - 1 - unit;
        }

        PlanningProblem turned = whole.only(all).build();

        assertThat(turned.graph().edgeCount()).isEqualTo(whole.graph().edgeCount());
        assertThat(whole.only(new int[] {0, 5}).build().graph().edgeCount()).isZero();
        assertThat(whole.only(new int[] {0, 1}).build().graph().edgeCount()).isEqualTo(1);
    }

    @Test
    void aUnitIsTakenOnce() {
        assertThatThrownBy(() -> whole.only(new int[] {3, 4, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("u3 is named twice");
    }
}
