package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedivisionTest {

    private static final int UNITS = 11;
    private static final int[] BEATS = {4, 7, 9};
    private static final long PLENTY = 1_000_000;

    private final double[] hours = new double[UNITS];
    private final int[] neighbours = new int[UNITS];
    private int lockedUnit = -1;

    private final Regrouping.Rule rule = new Regrouping.Rule() {
        @Override
        public double lower(int beat) {
            return 36;
        }

        @Override
        public double upper(int beat) {
            return 44;
        }

        @Override
        public boolean mayHave(int beat, int unit) {
            return unit != lockedUnit || beat == 7;
        }

        @Override
        public int beatOf(int unit) {
            return BEATS[unit % 3];
        }
    };

    @Test
    void findsAWayWhereverThereIsOneAndNoOther() {
        int possible = 0;
        for (int seed = 0; seed < 200; seed++) {
            drawDistrict(new Random(seed));
            List<int[][]> ways = redivision(PLENTY).ways();
            assertThat(ways.isEmpty()).as("seed " + seed).isEqualTo(!someWayKeepsAllBounds());
            ways.forEach(this::keepsEveryBoundInWholeBeats);
            possible += ways.isEmpty() ? 0 : 1;
        }
        assertThat(possible).isBetween(20, 195);
    }

    @Test
    void givesALockedUnitToItsBeatAlone() {
        int locked = 0;
        for (int seed = 0; seed < 50; seed++) {
            drawDistrict(new Random(seed));
            lockedUnit = seed % UNITS;
            for (int[][] way : redivision(PLENTY).ways()) {
                assertThat(way[1]).contains(lockedUnit);
                locked++;
            }
        }
        assertThat(locked).isPositive();
    }

    @Test
    void endsWhenItsWorkIsDone() {
        drawDistrict(new Random(1));
        Redivision redivision = redivision(5);
        redivision.ways();
        assertThat(redivision.workLeft()).isLessThanOrEqualTo(0);
    }

    private Redivision redivision(long work) {
        return new Redivision(IntStream.range(0, UNITS).toArray(), neighbours, hours, BEATS, rule, work);
    }

    /** A chain with some more links, hours of 4 to 18, 120 in all. */
    private void drawDistrict(Random random) {
        Arrays.fill(neighbours, 0);
        double sum = 0;
        for (int u = 0; u < UNITS; u++) {
            hours[u] = 4 + 14 * random.nextDouble();
            sum += hours[u];
            if (u > 0) {
                link(u, random.nextInt(u));
                link(u, random.nextInt(u));
            }
        }
        for (int u = 0; u < UNITS; u++) {
            hours[u] *= 120 / sum;
        }
    }

    private void link(int a, int b) {
        neighbours[a] |= 1 << b;
        neighbours[b] |= 1 << a;
    }

    private boolean someWayKeepsAllBounds() {
        List<int[][]> least = new Regrouping(IntStream.range(0, UNITS).toArray(), neighbours, hours, BEATS, rule, 1)
                .best(Double.MAX_VALUE);
        return least.stream().anyMatch(way -> excess(way) == 0);
    }

    private double excess(int[][] way) {
        double sum = 0;
        for (int b = 0; b < way.length; b++) {
            sum += rule.excess(
                    BEATS[b], Arrays.stream(way[b]).mapToDouble(u -> hours[u]).sum());
        }
        return sum < 1e-9 ? 0 : sum;
    }

    private void keepsEveryBoundInWholeBeats(int[][] way) {
        assertThat(excess(way)).isZero();
        assertThat(Arrays.stream(way).flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(IntStream.range(0, UNITS).toArray());
        for (int[] beat : way) {
            int all = Arrays.stream(beat).map(u -> 1 << u).reduce(0, (a, b) -> a | b);
            int reached = 1 << beat[0];
            for (int round = 0; round < UNITS; round++) {
                for (int u : beat) {
                    reached |= (reached >> u & 1) == 1 ? neighbours[u] & all : 0;
                }
            }
            assertThat(reached).isEqualTo(all);
        }
    }
}
