package org.copse.statistics.hotspot;

/** What a cell did over several periods that were tested one by one. */
public enum Trend {
    /** Sure in the last period, and rising or not sure in the first two thirds. */
    EMERGING,
    /** Sure in the last period and in at least three quarters of all, neither rising nor falling. */
    PERSISTENT,
    /** Sure before, and falling, or not sure in the last third. */
    DIMINISHING,
    /** Sure now and then. */
    SPORADIC,
    /** Never sure. */
    NONE;

    /** The fewest periods from which something can be said. */
    public static final int LEAST_PERIODS = 4;

    private static final double PERSISTENT_SHARE = 0.75;
    private static final double SURE = 0.05;

    /**
     * Returns the class of each cell.
     *
     * @param periods the test of each period, in time's order, all over the same cells; at least {@link #LEAST_PERIODS}
     */
    public static Trend[] of(LocalTest... periods) {
        if (periods.length < LEAST_PERIODS) {
            throw new IllegalArgumentException(periods.length + " periods: a trend needs at least " + LEAST_PERIODS);
        }
        Trend[] trends = new Trend[periods[0].z().length];
        for (int cell = 0; cell < trends.length; cell++) {
            trends[cell] = of(cell, periods);
        }
        return trends;
    }

    private static Trend of(int cell, LocalTest[] periods) {
        int n = periods.length;
        int lastThird = n - Math.max(1, n / 3);
        int sure = 0;
        int before = 0;
        int late = 0;
        double[] z = new double[n];
        for (int t = 0; t < n; t++) {
            boolean more = periods[t].certainty(cell).isMore();
            sure += more ? 1 : 0;
            before += more && t < lastThird ? 1 : 0;
            late += more && t >= lastThird ? 1 : 0;
            z[t] = periods[t].z()[cell];
        }
        if (sure == 0) {
            return NONE;
        }
        double slope = mannKendall(z);
        boolean moves = Normal.twoSided(slope) <= SURE;
        boolean last = periods[n - 1].certainty(cell).isMore();
        if (last && (before == 0 || (moves && slope > 0))) {
            return EMERGING;
        }
        if (before > 0 && (late == 0 || (moves && slope < 0))) {
            return DIMINISHING;
        }
        return last && sure >= PERSISTENT_SHARE * n ? PERSISTENT : SPORADIC;
    }

    /**
     * Returns Mann and Kendall's test of a series as a standard deviate, ties and continuity considered (Mann 1945,
     * doi:10.2307/1907187; Kendall 1975); NaN counts as a tie with everything.
     */
    static double mannKendall(double[] series) {
        int n = series.length;
        int s = 0;
        double ties = 0;
        for (int i = 0; i < n; i++) {
            int same = 1;
            boolean first = true;
            for (int j = 0; j < n; j++) {
                if (j > i) {
                    s += series[j] > series[i] ? 1 : series[j] < series[i] ? -1 : 0;
                    same += series[j] == series[i] ? 1 : 0;
                } else if (j < i) {
                    first &= series[j] != series[i];
                }
            }
            ties += first ? same * (same - 1.0) * (2 * same + 5) : 0;
        }
        double variance = (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
        return variance <= 0 ? 0 : (s - Integer.signum(s)) / Math.sqrt(variance);
    }
}
