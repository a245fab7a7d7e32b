package org.copse.statistics.hotspot;

/** The normal distribution. */
final class Normal {
    private static final double SQRT_HALF = Math.sqrt(0.5);

    private Normal() {}

    /** Returns the chance of a value at least as far from 0 as {@code z}, on either side; relative error under 1e-12. */
    static double twoSided(double z) {
        return complementaryError(Math.abs(z) * SQRT_HALF);
    }

    /** erfc for x from 0: a series near 0, a continued fraction (Abramowitz and Stegun 7.1.5, 7.1.14) beyond. */
    private static double complementaryError(double x) {
        if (x < 2.5) {
            double term = x;
            double sum = x;
            for (int n = 1; n < 200 && Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 1 - 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = 0;
        for (int k = 60; k >= 1; k--) {
            fraction = k / 2.0 / (x + fraction);
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
    }
}
