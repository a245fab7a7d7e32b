package org.copse.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void findsThatARenumberedPlanIsTheSamePlan() {
        Plan before = Plan.of(new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 0, 1});
        Plan renumbered = Plan.of(new int[] {2, 2, 0, 0, 1, 1}, new int[] {1, 0, 1});
        assertThat(renumbered.relabelledLike(before, new double[] {1, 1, 1, 1, 1, 1}))
                .isEqualTo(before);
    }

    @Test
    void keepsNumbersWhereMostResidentsLive() {
        Plan before = Plan.ofBeats(0, 0, 1, 1);
        Plan after = Plan.ofBeats(1, 0, 0, 0);
        Plan matched = after.relabelledLike(before, new double[] {100, 1, 1, 1});
        assertThat(matched.beatOfUnit()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void matchesPlansOfDifferentNumbersOfBeats() {
        Plan before = Plan.ofBeats(0, 1, 2, 3);
        Plan fewer = Plan.ofBeats(1, 1, 0, 0);
        assertThat(fewer.relabelledLike(before, new double[] {1, 1, 1, 1}).beatCount())
                .isEqualTo(2);
        Plan more = Plan.ofBeats(3, 2, 1, 0);
        Plan matched = more.relabelledLike(Plan.ofBeats(0, 0, 1, 1), new double[] {1, 2, 1, 2});
        assertThat(matched.beatOf(1)).isZero();
        assertThat(matched.beatOf(3)).isEqualTo(1);
    }

    @Test
    void rejectsABeatOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(new int[] {0, 3}, new int[] {0, 0}))
                .withMessageContaining("beat 3");
    }
}
