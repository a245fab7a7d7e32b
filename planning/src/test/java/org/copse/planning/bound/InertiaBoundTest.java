package org.copse.planning.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
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
    void findsTheOptimumWhereTownsLieApart() {
        // Two towns of three villages, 10 km apart: each town is a beat about its middle village.
        InertiaProblem problem = new InertiaProblem(
                new double[] {1, 1, 1, 1, 1, 1},
                new double[] {0, 100, 200, 10_000, 10_100, 10_200},
                new double[6],
                2,
                3,
                3,
                DistanceRounding.NONE);

        double optimum = 4 * 100 * 100;

        assertThat(problem.inertia(new int[] {0, 0, 0, 1, 1, 1})).isEqualTo(optimum);
        assertThat(boundOf(problem, optimum).lower()).isCloseTo(optimum, within(1.0));
        assertThat(boundOf(problem, optimum).gap(optimum)).isLessThan(1e-4);
    }

    @Test
    void isZeroWhenStoppedBeforeItBegan() {
        InertiaProblem problem = randomProblem(new Random(5), 60, 4, 0.4);

        InertiaBound.Result result = InertiaBound.of(problem, () -> 1e9, () -> true);

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
                wide.weights(), wide.xMetres(), wide.yMetres(), 4, 0.99 * mean, 1.01 * mean, DistanceRounding.NONE);

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

        assertThat(InertiaBound.of(problem, () -> 1e9, () -> true).iterations()).isZero();
        assertThat(InertiaBound.of(problem, () -> 1e9, () -> true).lower()).isZero();
    }

    @Test
    void refusesWhatItCannotBound() {
        double[] three = {1, 2, 3};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InertiaProblem(three, three, three, 4, 0, 9, DistanceRounding.NONE))
                .withMessageContaining("beats is 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InertiaProblem(
                        new double[] {1, Double.NaN, 3}, three, three, 2, 0, 9, DistanceRounding.NONE))
                .withMessageContaining("unit 1 has weight NaN");
        double[] many = new double[InertiaBound.MOST_UNITS + 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        boundOf(new InertiaProblem(many, many, many, 2, 0, 9, DistanceRounding.NONE), Double.MAX_VALUE))
                .withMessageContaining("at most 2000");
    }

    private static InertiaBound.Result boundOf(InertiaProblem problem, double bestKnown) {
        return InertiaBound.of(problem, () -> bestKnown, () -> false);
    }

    private static InertiaProblem randomProblem(Random random, int units, int beats, double tolerance) {
        double[] weights = random.doubles(units, 1, 10).toArray();
        double[] x = random.doubles(units, 0, 5_000).toArray();
        double[] y = random.doubles(units, 0, 5_000).toArray();
        double mean = Arrays.stream(weights).sum() / beats;
        return new InertiaProblem(
                weights, x, y, beats, (1 - tolerance) * mean, (1 + tolerance) * mean, DistanceRounding.NONE);
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
            if (within) {
                least = Math.min(least, problem.inertia(beatOfUnit));
            }
        }
        return least;
    }
}
