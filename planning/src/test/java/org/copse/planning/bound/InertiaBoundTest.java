package org.copse.planning.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.planning.problem.DistanceRounding;
import org.junit.jupiter.api.Test;

class InertiaBoundTest {

    @Test
    void neverExceedsTheBestOfAllPlans() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            InertiaProblem problem = randomProblem(random, 4 + random.nextInt(5), 2 + random.nextInt(2), 0.4);
            double optimum = leastInertia(problem);
            if (Double.isFinite(optimum)) {
                assertThat(boundOf(problem, optimum).lower()).isLessThanOrEqualTo(optimum);
                assertThat(boundOf(problem, 3 * optimum).lower()).isLessThanOrEqualTo(optimum);
            }
        }
    }

    @Test
    void neverExceedsTheBestOfAllConnectedPlansAndUsuallyReachesIt() {
        Random random = new Random(11);
        int proven = 0;
        int tried = 0;
        for (int round = 0; round < 40; round++) {
            InertiaProblem loose = randomProblem(random, 9, 3, 0.25);
            InertiaProblem grid = new InertiaProblem(
                    loose.weights(),
                    IntStream.range(0, 9).mapToDouble(u -> 1_000 * (u % 3)).toArray(),
                    IntStream.range(0, 9).mapToDouble(u -> 1_000 * (u / 3)).toArray(),
                    3,
                    loose.lower(),
                    loose.upper(),
                    DistanceRounding.TRUNCATED,
                    gridOfThree());
            double optimum = leastInertia(grid);
            if (Double.isFinite(optimum)) {
                double lower = boundOf(grid, optimum).lower();
                assertThat(lower).isLessThanOrEqualTo(optimum);
                assertThat(boundOf(grid, 2 * optimum).lower()).isLessThanOrEqualTo(optimum);
                proven += lower > optimum * (1 - 1e-6) ? 1 : 0;
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(proven).isGreaterThan(tried / 2);
    }

    @Test
    void isTheSameWithinTheSameNumberOfLooks() {
        InertiaProblem problem = randomProblem(new Random(4), 80, 5, 0.1);
        InertiaBound.Result once = InertiaBound.of(problem, () -> 1e12, () -> false, 500_000);
        assertThat(InertiaBound.of(problem, () -> 1e12, () -> false, 500_000)).isEqualTo(once);
        assertThat(once.iterations()).isBetween(20L, 200L);
    }

    @Test
    void findsTheOptimumWhereTownsLieApart() {
        // Two towns of three villages, 10 km apart: each town is a beat about its middle village.
        InertiaProblem problem = new InertiaProblem(
                new double[] {1, 1, 1, 1, 1, 1},
                new double[] {0, 100, 200, 10_000, 10_100, 10_200},
                new double[6],
                2,
                3,
                3,
                DistanceRounding.EXACT);

        double optimum = 4 * 100 * 100;

        assertThat(problem.inertia(new int[] {0, 0, 0, 1, 1, 1})).isEqualTo(optimum);
        assertThat(boundOf(problem, optimum).lower()).isCloseTo(optimum, within(1.0));
        assertThat(boundOf(problem, optimum).gap(optimum)).isLessThan(1e-4);
    }

    @Test
    void isZeroWhenStoppedBeforeItBegan() {
        InertiaProblem problem = randomProblem(new Random(5), 60, 4, 0.4);

        InertiaBound.Result result = InertiaBound.of(problem, () -> 1e9, () -> true, Long.MAX_VALUE);

        assertThat(result).isEqualTo(new InertiaBound.Result(0, 0));
    }

    @Test
    void narrowLimitsRaiseTheBound() {
        Random random = new Random(3);
        InertiaProblem wide = randomProblem(random, 60, 4, 0.9);
        double mean = 0;
        for (double weight : wide.weights()) {
            mean += weight / 4;
        }
        InertiaProblem narrow = new InertiaProblem(
                wide.weights(), wide.xMetres(), wide.yMetres(), 4, 0.99 * mean, 1.01 * mean, DistanceRounding.EXACT);

        double guess = 1.2 * boundOf(wide, 1e12).lower();

        assertThat(boundOf(narrow, guess).lower())
                .isGreaterThan(boundOf(wide, guess).lower());
    }

    @Test
    void isZeroForOneUnitEach() {
        InertiaProblem problem = randomProblem(new Random(1), 5, 5, 0.99);

        assertThat(boundOf(problem, 1).lower()).isZero();
        assertThat(boundOf(problem, 1).gap(0)).isZero();
    }

    @Test
    void roundsDistancesToWholeKilometresWhenAsked() {
        InertiaProblem problem = new InertiaProblem(
                new double[] {2, 3},
                new double[] {0, 1_499},
                new double[2],
                1,
                5,
                5,
                DistanceRounding.WHOLE_KILOMETRES);

        assertThat(problem.inertia(new int[] {0, 0})).isEqualTo(2 * 1_000.0 * 1_000.0);
    }

    @Test
    void stopsWhenAsked() {
        InertiaProblem problem = randomProblem(new Random(5), 50, 5, 0.2);

        assertThat(InertiaBound.of(problem, () -> 1e9, () -> true, Long.MAX_VALUE)
                        .iterations())
                .isZero();
        assertThat(InertiaBound.of(problem, () -> 1e9, () -> true, Long.MAX_VALUE)
                        .lower())
                .isZero();
    }

    @Test
    void refusesWhatItCannotBound() {
        double[] three = {1, 2, 3};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InertiaProblem(three, three, three, 4, 0, 9, DistanceRounding.EXACT))
                .withMessageContaining("beats is 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InertiaProblem(
                        new double[] {1, Double.NaN, 3}, three, three, 2, 0, 9, DistanceRounding.EXACT))
                .withMessageContaining("unit 1 has weight NaN");
        double[] many = new double[InertiaBound.MOST_UNITS + 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> boundOf(
                        new InertiaProblem(many, many, many, 2, 0, 9, DistanceRounding.EXACT), Double.MAX_VALUE))
                .withMessageContaining("at most 2000");
    }

    private static InertiaBound.Result boundOf(InertiaProblem problem, double bestKnown) {
        return InertiaBound.of(problem, () -> bestKnown, () -> false, 3_000_000);
    }

    private static InertiaProblem randomProblem(Random random, int units, int beats, double tolerance) {
        double[] weights = random.doubles(units, 1, 10).toArray();
        double[] x = random.doubles(units, 0, 5_000).toArray();
        double[] y = random.doubles(units, 0, 5_000).toArray();
        double mean = Arrays.stream(weights).sum() / beats;
        return new InertiaProblem(
                weights, x, y, beats, (1 - tolerance) * mean, (1 + tolerance) * mean, DistanceRounding.EXACT);
    }

    /** Tries every assignment; infinite if none is within the limits. */
    private static double leastInertia(InertiaProblem problem) {
        int n = problem.units();
        double least = Double.POSITIVE_INFINITY;
        long plans = Math.round(Math.pow(problem.beats(), n));
        for (long code = 0; code < plans; code++) {
            int[] beatOfUnit = new int[n];
            double[] load = new double[problem.beats()];
            long rest = code;
            for (int u = 0; u < n; u++) {
                beatOfUnit[u] = (int) (rest % problem.beats());
                load[beatOfUnit[u]] += problem.weights()[u];
                rest /= problem.beats();
            }
            boolean within = true;
            for (double beat : load) {
                within &= beat >= problem.lower() && beat <= problem.upper();
            }
            if (within && connected(problem, beatOfUnit)) {
                least = Math.min(least, problem.inertia(beatOfUnit));
            }
        }
        return least;
    }

    private static boolean connected(InertiaProblem problem, int[] beatOfUnit) {
        if (problem.neighbours().length == 0) {
            return true;
        }
        boolean[] seen = new boolean[beatOfUnit.length];
        boolean[] started = new boolean[problem.beats()];
        for (int start = 0; start < seen.length; start++) {
            if (!seen[start]) {
                if (started[beatOfUnit[start]]) {
                    return false;
                }
                started[beatOfUnit[start]] = true;
                flood(problem, beatOfUnit, start, seen);
            }
        }
        return true;
    }

    private static void flood(InertiaProblem problem, int[] beatOfUnit, int unit, boolean[] seen) {
        seen[unit] = true;
        for (int near : problem.neighbours()[unit]) {
            if (!seen[near] && beatOfUnit[near] == beatOfUnit[unit]) {
                flood(problem, beatOfUnit, near, seen);
            }
        }
    }

    private static int[][] gridOfThree() {
        return IntStream.range(0, 9)
                .mapToObj(u -> IntStream.range(0, 9)
                        .filter(v -> Math.abs(u % 3 - v % 3) + Math.abs(u / 3 - v / 3) == 1)
                        .toArray())
                .toArray(int[][]::new);
    }
}
