package org.copse.statistics.hotspot;

/**
 * Mean and variance of values, NaN left out.
 *
 * @param n values that are numbers
 * @param variance with n below the line
 */
record Moments(int n, double mean, double variance) {
    private static final double NOTHING = 1e-24;

    static Moments of(double[] values) {
        int n = 0;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                sum += value;
            }
        }
        double mean = n == 0 ? 0 : sum / n;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        return new Moments(n, mean, n == 0 ? 0 : squares / n);
    }

    /** Returns whether all values are one: then no cell differs from another. */
    boolean isConstant() {
        return variance <= NOTHING * Math.max(1, mean * mean);
    }
}
