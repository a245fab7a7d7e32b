package org.copse.statistics.hotspot;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.copse.statistics.near.Neighbours;

/** Conditional permutation: a cell keeps its value, and its neighbours get those of others, drawn without replacement. */
final class Permutation {
    private static final int LEAST = 99;
    private static final int MOST = 99_999;

    private final double[] values;
    private final Neighbours neighbours;
    private final int permutations;
    private final long seed;
    private final int[] pool;

    /** A statistic of a cell from the sum over its neighbours. */
    @FunctionalInterface
    interface FromSum {
        double of(int cell, double sumOfNeighbours);
    }

    Permutation(double[] values, Neighbours neighbours, int permutations, long seed) {
        if (permutations < LEAST || permutations > MOST) {
            throw new IllegalArgumentException(permutations + " permutations: give " + LEAST + " to " + MOST);
        }
        this.values = values;
        this.neighbours = neighbours;
        this.permutations = permutations;
        this.seed = seed;
        this.pool = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
    }

    /** Returns twice the share of draws at least as extreme on the observed side, at most 1; the observed one counts. */
    double[] twoSided(FromSum statistic) {
        double[] p = new double[values.length];
        Arrays.fill(p, Double.NaN);
        IntStream.range(0, values.length)
                .parallel()
                .filter(i -> !Double.isNaN(values[i]))
                .forEach(cell -> p[cell] = twoSided(cell, statistic));
        return p;
    }

    /** Each cell draws from lots of its own, so that the answer does not depend on threads. */
    private double twoSided(int cell, FromSum statistic) {
        SplittableRandom lots = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (cell + 1));
        double sum = 0;
        int count = 0;
        for (int k = neighbours.from(cell); k < neighbours.to(cell); k++) {
            double value = values[neighbours.at(k)];
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        if (count == 0 || count >= pool.length - 1) {
            return Double.NaN;
        }
        double observed = statistic.of(cell, sum);
        int[] drawn = new int[count];
        int above = 1;
        int below = 1;
        for (int round = 0; round < permutations; round++) {
            double one = statistic.of(cell, draw(lots, cell, drawn));
            above += one >= observed ? 1 : 0;
            below += one <= observed ? 1 : 0;
        }
        return Math.min(1, 2.0 * Math.min(above, below) / (permutations + 1));
    }

    private double draw(SplittableRandom lots, int cell, int[] drawn) {
        double sum = 0;
        for (int k = 0; k < drawn.length; k++) {
            int candidate;
            do {
                candidate = pool[lots.nextInt(pool.length)];
            } while (candidate == cell || contains(drawn, k, candidate));
            drawn[k] = candidate;
            sum += values[candidate];
        }
        return sum;
    }

    private static boolean contains(int[] drawn, int count, int candidate) {
        for (int k = 0; k < count; k++) {
            if (drawn[k] == candidate) {
                return true;
            }
        }
        return false;
    }
}
