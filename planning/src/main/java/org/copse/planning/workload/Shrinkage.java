package org.copse.planning.workload;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Smooths rates from small numbers towards the district's mean rate.
 *
 * <p>The global empirical Bayes estimator by the method of moments: a unit's rate is believed as far as its
 * exposure is large against the spread of rates between units (Marshall 1991, Applied Statistics 40(2),
 * <a href="https://doi.org/10.2307/2347593">doi:10.2307/2347593</a>). It knows counts and exposure, and nothing of
 * who lives there.
 */
final class Shrinkage {

    private static final double BUSY_QUANTILE = 0.95;

    private Shrinkage() {}

    /**
     * Returns the expected count of each unit: its smoothed rate times its exposure, scaled so that all of them together
     * are the incidents that there were. Smoothing moves incidents between units; it makes and loses none.
     *
     * @param counts incidents in the period, 0 or more
     * @param exposure people times months, 0 or more; a unit with no exposure expects nothing
     */
    static double[] expectedCounts(double[] counts, double[] exposure) {
        int n = counts.length;
        double[] expected = new double[n];
        double countSum = 0;
        double exposureSum = 0;
        int exposed = 0;
        for (int u = 0; u < n; u++) {
            if (exposure[u] > 0) {
                countSum += counts[u];
                exposureSum += exposure[u];
                exposed++;
            }
        }
        if (countSum == 0) {
            return expected;
        }
        double mean = countSum / exposureSum;
        double between = varianceBetween(counts, exposure, mean, exposureSum, exposed);
        for (int u = 0; u < n; u++) {
            if (exposure[u] > 0) {
                double belief = between / (between + mean / exposure[u]);
                double rate = mean + belief * (counts[u] / exposure[u] - mean);
                expected[u] = rate * exposure[u];
            }
        }
        return scaled(expected, countSum);
    }

    private static double[] scaled(double[] expected, double countSum) {
        double factor = countSum / Arrays.stream(expected).sum();
        for (int u = 0; u < expected.length; u++) {
            expected[u] *= factor;
        }
        return expected;
    }

    private static double varianceBetween(
            double[] counts, double[] exposure, double mean, double exposureSum, int exposed) {
        double weighted = 0;
        for (int u = 0; u < counts.length; u++) {
            if (exposure[u] > 0) {
                double off = counts[u] / exposure[u] - mean;
                weighted += exposure[u] * off * off;
            }
        }
        return Math.max(0, weighted / exposureSum - mean / (exposureSum / exposed));
    }

    /**
     * Returns the exposure of each unit, people times months, positive wherever incidents exist.
     *
     * <p>A station square has incidents and no residents. Its people are not known, but there are at least as many as
     * its incidents prove: the fewest incidents that chance would raise to this count (Byar's lower 97.5 % bound of a
     * Poisson mean), at the rate of a busy unit, which 95 % of the district's people live under. Three hundred incidents
     * prove a crowd and are kept; two calls prove nothing, so that a unit of 40 people stays a unit of 40 people.
     *
     * @param incidents all counted incidents in the period
     * @param peopleMonths residents and known ambient people, times months
     */
    static double[] exposure(double[] incidents, double[] peopleMonths) {
        double busyRate = busyRate(incidents, peopleMonths);
        double[] exposure = new double[incidents.length];
        for (int u = 0; u < exposure.length; u++) {
            double implied = busyRate > 0 ? proven(incidents[u]) / busyRate : 1;
            exposure[u] = Math.max(peopleMonths[u], implied);
        }
        return exposure;
    }

    private static double proven(double count) {
        if (count <= 0) {
            return 0;
        }
        double root = 1 - 1 / (9 * count) - 1.96 / (3 * Math.sqrt(count));
        return count * root * root * root;
    }

    private static double busyRate(double[] incidents, double[] peopleMonths) {
        Integer[] order = new Integer[incidents.length];
        double peopleSum = 0;
        double incidentSum = 0;
        for (int u = 0; u < order.length; u++) {
            order[u] = u;
            peopleSum += peopleMonths[u];
            incidentSum += incidents[u];
        }
        if (peopleSum == 0) {
            return 0;
        }
        Arrays.sort(order, Comparator.comparingDouble(u -> rate(incidents[u], peopleMonths[u])));
        double below = 0;
        for (Integer u : order) {
            below += peopleMonths[u];
            if (below >= BUSY_QUANTILE * peopleSum) {
                return Math.max(rate(incidents[u], peopleMonths[u]), incidentSum / peopleSum);
            }
        }
        throw new IllegalStateException("no unit holds the quantile " + BUSY_QUANTILE + " of " + peopleSum + " people");
    }

    private static double rate(double incidents, double peopleMonths) {
        return peopleMonths > 0 ? incidents / peopleMonths : Double.POSITIVE_INFINITY;
    }
}
