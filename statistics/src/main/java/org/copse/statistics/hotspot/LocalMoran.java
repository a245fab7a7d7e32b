package org.copse.statistics.hotspot;

import java.util.Arrays;
import org.copse.statistics.near.Neighbours;

/**
 * Local Moran's Ii: whether a cell is like its neighbours, or unlike them (Anselin 1995,
 * doi:10.1111/j.1538-4632.1995.tb00338.x). Weights are the neighbours' shares: each cell's add up to 1.
 *
 * @param test Ii, its z, p and q; a cell without neighbours is not tested
 * @param kinds what a cell is beside its neighbours, sure or not
 */
public record LocalMoran(LocalTest test, Kind[] kinds) {

    /** A cell beside the mean of its neighbours. */
    public enum Kind {
        /** Much, among much. */
        HIGH_AMONG_HIGH,
        /** Little, among little. */
        LOW_AMONG_LOW,
        /** Much, among little. */
        HIGH_AMONG_LOW,
        /** Little, among much. */
        LOW_AMONG_HIGH,
        /** Without neighbours or without a value. */
        NOT_TESTED
    }

    /**
     * Returns Ii with expectation and variance under conditional randomisation (Sokal, Oden and Thomson 1998,
     * doi:10.1111/j.1538-4632.1998.tb00406.x) and p from the normal distribution.
     *
     * @param values NaN where a cell has none: it is not tested, and is nobody's neighbour
     */
    public static LocalMoran of(double[] values, Neighbours neighbours) {
        Moments moments = Moments.of(values);
        double[] lag = lag(values, neighbours, moments);
        double[] ii = statistic(values, lag, moments);
        double[] z = new double[values.length];
        double n = moments.n();
        for (int i = 0; i < z.length; i++) {
            double d = values[i] - moments.mean();
            double squaredWeights = 1.0 / withValue(values, neighbours, i);
            double expected = -d * d / ((n - 1) * moments.variance());
            double scale = d / moments.variance();
            double variance = scale
                    * scale
                    * (n / (n - 2))
                    * (squaredWeights - 1 / (n - 1))
                    * (moments.variance() - d * d / (n - 1));
            z[i] = variance > 0 ? (ii[i] - expected) / Math.sqrt(variance) : Double.NaN;
        }
        return new LocalMoran(LocalTest.of(ii, z, LocalTest.normal(z)), kinds(values, lag, moments));
    }

    /**
     * Returns Ii with p from conditional permutation, as {@link GiStar#permuted}.
     *
     * @param permutations for each cell, 99..99,999
     * @param seed of the lots; the same gives the same
     */
    public static LocalMoran permuted(double[] values, Neighbours neighbours, int permutations, long seed) {
        LocalMoran analytical = of(values, neighbours);
        Moments moments = Moments.of(values);
        double[] p = new Permutation(values, neighbours, permutations, seed)
                .twoSided((cell, sum) ->
                        (values[cell] - moments.mean()) * (sum / withValue(values, neighbours, cell) - moments.mean()));
        double[] z = analytical.test.z();
        for (int i = 0; i < p.length; i++) {
            p[i] = Double.isNaN(z[i]) ? Double.NaN : p[i];
        }
        return new LocalMoran(LocalTest.of(analytical.test.statistic(), z, p), analytical.kinds);
    }

    private static int withValue(double[] values, Neighbours neighbours, int cell) {
        int count = 0;
        for (int k = neighbours.from(cell); k < neighbours.to(cell); k++) {
            count += Double.isNaN(values[neighbours.at(k)]) ? 0 : 1;
        }
        return count;
    }

    private static double[] lag(double[] values, Neighbours neighbours, Moments moments) {
        if (values.length != neighbours.size()) {
            throw new IllegalArgumentException(
                    values.length + " values and neighbours of " + neighbours.size() + " cells");
        }
        double[] lag = new double[values.length];
        Arrays.fill(lag, Double.NaN);
        for (int i = 0; i < lag.length && moments.n() > 2 && !moments.isConstant(); i++) {
            int count = withValue(values, neighbours, i);
            if (count == 0 || Double.isNaN(values[i])) {
                continue;
            }
            double sum = 0;
            for (int k = neighbours.from(i); k < neighbours.to(i); k++) {
                double value = values[neighbours.at(k)];
                sum += Double.isNaN(value) ? 0 : value - moments.mean();
            }
            lag[i] = sum / count;
        }
        return lag;
    }

    private static double[] statistic(double[] values, double[] lag, Moments moments) {
        double[] ii = new double[values.length];
        for (int i = 0; i < ii.length; i++) {
            ii[i] = (values[i] - moments.mean()) / moments.variance() * lag[i];
        }
        return ii;
    }

    private static Kind[] kinds(double[] values, double[] lag, Moments moments) {
        Kind[] kinds = new Kind[values.length];
        for (int i = 0; i < kinds.length; i++) {
            boolean high = values[i] > moments.mean();
            if (Double.isNaN(lag[i])) {
                kinds[i] = Kind.NOT_TESTED;
            } else if (lag[i] > 0) {
                kinds[i] = high ? Kind.HIGH_AMONG_HIGH : Kind.LOW_AMONG_HIGH;
            } else {
                kinds[i] = high ? Kind.HIGH_AMONG_LOW : Kind.LOW_AMONG_LOW;
            }
        }
        return kinds;
    }
}
