package org.copse.statistics.hotspot;

import java.util.Arrays;

/**
 * Counts held against exposure, so that cells of few people do not shout: Assunção and Reis's deviates
 * (1999, doi:10.1002/(SICI)1097-0258(19990830)18:16&lt;2147::AID-SIM179&gt;3.0.CO;2-I) with Marshall's moments (1991,
 * doi:10.2307/2347593). A rate is divided by the spread that a cell of its exposure would have, so that a rate from ten
 * people has to be far higher than one from a thousand to weigh the same.
 *
 * @param deviates of each cell, without unit; NaN where there is no exposure
 * @param overall counts per unit of exposure, over all cells that have some
 * @param withoutExposure the counts of cells that have no exposure: they cannot be compared and are left out
 */
public record Rates(double[] deviates, double overall, double withoutExposure) {

    /**
     * Returns the deviates.
     *
     * @param counts at least 0
     * @param exposure residents, households or metres, at least 0
     */
    public static Rates of(double[] counts, double[] exposure) {
        if (counts.length != exposure.length) {
            throw new IllegalArgumentException(counts.length + " counts and " + exposure.length + " exposures");
        }
        double events = 0;
        double exposed = 0;
        double left = 0;
        int cells = 0;
        for (int i = 0; i < counts.length; i++) {
            if (exposure[i] > 0) {
                events += counts[i];
                exposed += exposure[i];
                cells++;
            } else {
                left += counts[i];
            }
        }
        double[] deviates = new double[counts.length];
        Arrays.fill(deviates, Double.NaN);
        if (cells == 0) {
            return new Rates(deviates, Double.NaN, left);
        }
        double overall = events / exposed;
        double spread = 0;
        for (int i = 0; i < counts.length; i++) {
            if (exposure[i] > 0) {
                double off = counts[i] / exposure[i] - overall;
                spread += exposure[i] * off * off / exposed;
            }
        }
        double between = Math.max(0, spread - overall / (exposed / cells));
        for (int i = 0; i < counts.length; i++) {
            if (exposure[i] > 0 && overall > 0) {
                deviates[i] = (counts[i] / exposure[i] - overall) / Math.sqrt(between + overall / exposure[i]);
            } else if (exposure[i] > 0) {
                deviates[i] = 0;
            }
        }
        return new Rates(deviates, overall, left);
    }
}
