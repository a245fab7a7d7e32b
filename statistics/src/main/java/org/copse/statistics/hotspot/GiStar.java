package org.copse.statistics.hotspot;

import java.util.Arrays;
import org.copse.statistics.near.Neighbours;

/**
 * Getis and Ord's Gi*: whether a cell and its neighbours together hold more than their share (1992,
 * doi:10.1111/j.1538-4632.1992.tb00261.x; as a standard deviate, 1995, doi:10.1111/j.1538-4632.1995.tb00912.x). Weights
 * are binary and the cell itself is in its own neighbourhood.
 */
public final class GiStar {
    private GiStar() {}

    /**
     * Returns Gi* with p from the normal distribution.
     *
     * @param values counts, or deviates of rates ({@link Rates}); NaN where a cell has none: it is not tested, and is
     *     nobody's neighbour
     * @throws IllegalArgumentException when values and neighbours differ in size
     */
    public static LocalTest of(double[] values, Neighbours neighbours) {
        double[] z = statistic(values, neighbours);
        return LocalTest.of(z, z, LocalTest.normal(z));
    }

    /**
     * Returns Gi* with p from conditional permutation: the cell stays, and its neighbours' values are drawn from all other
     * cells. The least p is 2 / (permutations + 1).
     *
     * @param permutations for each cell, 99..99,999
     * @param seed of the lots; the same gives the same
     */
    public static LocalTest permuted(double[] values, Neighbours neighbours, int permutations, long seed) {
        double[] z = statistic(values, neighbours);
        double[] p = new Permutation(values, neighbours, permutations, seed).twoSided((cell, sum) -> sum);
        for (int cell = 0; cell < z.length; cell++) {
            p[cell] = Double.isNaN(z[cell]) ? Double.NaN : p[cell];
        }
        return LocalTest.of(z, z, p);
    }

    private static double[] statistic(double[] values, Neighbours neighbours) {
        if (values.length != neighbours.size()) {
            throw new IllegalArgumentException(
                    values.length + " values and neighbours of " + neighbours.size() + " cells");
        }
        Moments moments = Moments.of(values);
        double[] z = new double[values.length];
        Arrays.fill(z, Double.NaN);
        double n = moments.n();
        if (n < 2 || moments.isConstant()) {
            return z;
        }
        for (int cell = 0; cell < z.length; cell++) {
            if (Double.isNaN(values[cell])) {
                continue;
            }
            double sum = values[cell];
            int weight = 1;
            for (int k = neighbours.from(cell); k < neighbours.to(cell); k++) {
                double value = values[neighbours.at(k)];
                if (!Double.isNaN(value)) {
                    sum += value;
                    weight++;
                }
            }
            if (weight < n) { // one neighbourhood of all cells is always the mean
                double spread = Math.sqrt(moments.variance() * (n * weight - (double) weight * weight) / (n - 1));
                z[cell] = (sum - moments.mean() * weight) / spread;
            }
        }
        return z;
    }
}
