package org.copse.statistics.hotspot;

import java.util.Arrays;

/** Control of the share of false alarms among all alarms, where thousands of cells are tested at once. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Returns Benjamini and Hochberg's q of each p (1995, doi:10.1111/j.2517-6161.1995.tb02031.x): among all cells with q at
     * most 0.05, one in twenty is expected to be there by chance. It holds for independent tests and, by Benjamini and
     * Yekutieli (2001, doi:10.1214/aos/1013699998), for positively dependent ones, as tests of overlapping
     * neighbourhoods are.
     *
     * @param p 0..1 each; NaN where nothing was tested, which stays NaN and counts as no test
     */
    public static double[] benjaminiHochberg(double[] p) {
        double[] sorted =
                Arrays.stream(p).filter(one -> !Double.isNaN(one)).sorted().toArray();
        double[] ofSorted = new double[sorted.length];
        double least = 1;
        for (int rank = sorted.length; rank >= 1; rank--) {
            least = Math.min(least, sorted[rank - 1] * sorted.length / rank);
            ofSorted[rank - 1] = least;
        }
        double[] q = new double[p.length];
        // Any of several that are level will do: they have one q.
        Arrays.setAll(q, i -> Double.isNaN(p[i]) ? Double.NaN : ofSorted[Arrays.binarySearch(sorted, p[i])]);
        return q;
    }
}
