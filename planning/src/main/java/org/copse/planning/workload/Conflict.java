package org.copse.planning.workload;

import java.util.List;
import java.util.TreeSet;

/**
 * The conflict of each unit: the incidents that count, as recorded and smoothed, and the minutes they take.
 *
 * <p>Works from counts, months and numbers of people. Who these people are is not among its inputs.
 */
final class Conflict {
    private final long[] counted;
    private final double[] perMonth;
    private final double[] smoothedPerMonth;
    private final double[] visitsPerMonth;
    private final double[] minutesPerMonth;

    private Conflict(int units) {
        counted = new long[units];
        perMonth = new double[units];
        smoothedPerMonth = new double[units];
        visitsPerMonth = new double[units];
        minutesPerMonth = new double[units];
    }

    /**
     * Smooths each category by itself, all with the same exposure.
     *
     * @param people residents and known ambient people of each unit
     */
    static Conflict of(List<IncidentCounts> incidents, double[] people, ConflictWeights weights) {
        int n = people.length;
        Conflict conflict = new Conflict(n);
        TreeSet<String> categories = new TreeSet<>();
        double[] all = new double[n];
        double[] peopleMonths = new double[n];
        for (int u = 0; u < n; u++) {
            IncidentCounts counts = incidents.get(u);
            peopleMonths[u] = people[u] * counts.months();
            categories.addAll(counts.byCategory().keySet());
            for (String category : counts.byCategory().keySet()) {
                conflict.counted[u] += counted(counts, category, weights);
            }
            all[u] = conflict.counted[u];
            conflict.perMonth[u] = all[u] / counts.months();
        }
        double[] exposure = Shrinkage.exposure(all, peopleMonths);
        for (String category : categories) {
            conflict.add(category, incidents, exposure, weights);
        }
        return conflict;
    }

    private void add(String category, List<IncidentCounts> incidents, double[] exposure, ConflictWeights weights) {
        double[] counts = new double[exposure.length];
        for (int u = 0; u < counts.length; u++) {
            counts[u] = counted(incidents.get(u), category, weights);
        }
        double[] expected = Shrinkage.expectedCounts(counts, exposure);
        double minutes = weights.minutesOf(category);
        for (int u = 0; u < counts.length; u++) {
            double smoothed = expected[u] / incidents.get(u).months();
            smoothedPerMonth[u] += smoothed;
            visitsPerMonth[u] += minutes == 0 ? 0 : smoothed;
            minutesPerMonth[u] += smoothed * minutes;
        }
    }

    private static long counted(IncidentCounts counts, String category, ConflictWeights weights) {
        Initiated initiated = counts.byCategory().getOrDefault(category, Initiated.NONE);
        return weights.ruleOf(category).counted().of(initiated);
    }

    /** Returns how many incidents of a unit count, over the whole period. */
    long counted(int unit) {
        return counted[unit];
    }

    /** Returns the same a month, as recorded. */
    double perMonth(int unit) {
        return perMonth[unit];
    }

    /** Returns the same a month, smoothed. */
    double smoothedPerMonth(int unit) {
        return smoothedPerMonth[unit];
    }

    double visitsPerMonth(int unit) {
        return visitsPerMonth[unit];
    }

    double minutesPerMonth(int unit) {
        return minutesPerMonth[unit];
    }
}
