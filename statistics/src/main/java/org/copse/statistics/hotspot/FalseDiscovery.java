package org.copse.statistics.hotspot;

import java.util.Arrays;
import java.util.Comparator;

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
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        Integer[] order = new Integer[p.length];
        int tests = 0;
        for (int i = 0; i < p.length; i++) {
            if (!Double.isNaN(p[i])) {
                order[tests++] = i;
            }
        }
        Arrays.sort(order, 0, tests, Comparator.comparingDouble(i -> p[i]));
        double least = 1;
        for (int rank = tests; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, p[i] * tests / rank);
            q[i] = least;
        }
        return q;
    }
}
