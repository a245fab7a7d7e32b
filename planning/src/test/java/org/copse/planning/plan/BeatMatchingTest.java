package org.copse.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeatMatchingTest {

    @Test
    void keepsAsManyResidentsAsEveryOtherMatchingWould() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int units = 5 + random.nextInt(20);
            Plan one = plan(random, units, 1 + random.nextInt(5));
            Plan other = plan(random, units, 1 + random.nextInt(5));
            double[] residents = random.doubles(units, 0, 1000).toArray();
            double[][] shared = shared(one, other, residents);
            int[] matched = one.beatsMatchedTo(other, residents);
            double kept = 0;
            for (int beat = 0; beat < matched.length; beat++) {
                kept += matched[beat] < 0 ? 0 : shared[beat][matched[beat]];
            }
            assertThat(kept).isCloseTo(best(shared, 0, new boolean[other.beatCount()]), within(0.1));
            assertThat(Arrays.stream(matched).filter(beat -> beat >= 0)).doesNotHaveDuplicates();
        }
    }

    @Test
    void leavesOverWhatSharesNothing() {
        Plan one = Plan.ofBeats(0, 0, 1, 1, 2);
        Plan other = Plan.ofBeats(1, 1, 0, 0, 0);
        assertThat(one.beatsMatchedTo(other, new double[] {10, 10, 10, 10, 5})).containsExactly(1, 0, -1);
        assertThat(other.beatsMatchedTo(one, new double[] {10, 10, 10, 10, 5})).containsExactly(1, 0);
    }

    @Test
    void matchesBeatsThatNobodyLivesIn() {
        Plan one = Plan.ofBeats(0, 0, 1, 1);
        Plan other = Plan.ofBeats(1, 1, 0, 0);
        assertThat(one.beatsMatchedTo(other, new double[4])).containsExactly(1, 0);
    }

    private static double best(double[][] shared, int beat, boolean[] taken) {
        if (beat == shared.length) {
            return 0;
        }
        double best = best(shared, beat + 1, taken);
        for (int other = 0; other < taken.length; other++) {
            if (!taken[other]) {
                taken[other] = true;
                best = Math.max(best, shared[beat][other] + best(shared, beat + 1, taken));
                taken[other] = false;
            }
        }
        return best;
    }

    private static double[][] shared(Plan one, Plan other, double[] residents) {
        double[][] shared = new double[one.beatCount()][other.beatCount()];
        for (int unit = 0; unit < residents.length; unit++) {
            shared[one.beatOf(unit)][other.beatOf(unit)] += residents[unit];
        }
        return shared;
    }

    private static Plan plan(Random random, int units, int beats) {
        return Plan.ofBeats(random.ints(units, 0, beats).toArray());
    }
}
