package org.copse.planning.bound;

import java.util.Arrays;
import org.copse.planning.problem.DistanceRounding;

/**
 * Dividing units among beats so that they lie close to a unit in the middle of their beat.
 *
 * <p>The moment of inertia of a plan is here Σ wᵤ · d(u, c)², where c is the unit of u's beat for which the sum is least
 * (Hess and others 1965, <a href="https://doi.org/10.1287/opre.13.6.998">doi:10.1287/opre.13.6.998</a>).
 *
 * @param weights hours or residents of each unit, which both the sum and the limits count; above 0
 * @param xMetres easting of each unit
 * @param yMetres northing of each unit
 * @param beats number of beats; 1 to the number of units
 * @param lower least weight of a beat
 * @param upper most weight of a beat
 * @param rounding what is done to a distance before it is squared
 * @param neighbours the neighbours of each unit, where a beat must be in one piece; no array at all where it need not be
 */
public record InertiaProblem(
        double[] weights,
        double[] xMetres,
        double[] yMetres,
        int beats,
        double lower,
        double upper,
        DistanceRounding rounding,
        int[][] neighbours) {

    /** A problem whose beats may be in pieces. */
    public InertiaProblem(
            double[] weights,
            double[] xMetres,
            double[] yMetres,
            int beats,
            double lower,
            double upper,
            DistanceRounding rounding) {
        this(weights, xMetres, yMetres, beats, lower, upper, rounding, new int[0][]);
    }

    /** Copies the arrays and checks that they fit together. */
    public InertiaProblem {
        if (weights.length != xMetres.length || weights.length != yMetres.length) {
            throw new IllegalArgumentException("weights, xMetres and yMetres have lengths %d, %d and %d"
                    .formatted(weights.length, xMetres.length, yMetres.length));
        }
        if (beats < 1 || beats > weights.length) {
            throw new IllegalArgumentException("beats is %d; it must be 1 to %d".formatted(beats, weights.length));
        }
        if (!(lower >= 0 && lower <= upper)) {
            throw new IllegalArgumentException("lower is %s and upper %s".formatted(lower, upper));
        }
        if (neighbours.length != 0 && neighbours.length != weights.length) {
            throw new IllegalArgumentException(
                    "neighbours of %d units, but there are %d".formatted(neighbours.length, weights.length));
        }
        for (int u = 0; u < weights.length; u++) {
            if (!(weights[u] >= 0 && Double.isFinite(weights[u] + xMetres[u] + yMetres[u]))) {
                throw new IllegalArgumentException(
                        "unit %d has weight %s at %s, %s".formatted(u, weights[u], xMetres[u], yMetres[u]));
            }
        }
        weights = weights.clone();
        xMetres = xMetres.clone();
        yMetres = yMetres.clone();
        neighbours = Arrays.stream(neighbours).map(int[]::clone).toArray(int[][]::new);
    }

    /** Returns the number of units. */
    public int units() {
        return weights.length;
    }

    /** Returns w · d² of a unit about another one as centre, in weight · m². */
    double cost(int unit, int centre) {
        double metres = rounding.apply(Math.hypot(xMetres[unit] - xMetres[centre], yMetres[unit] - yMetres[centre]));
        return weights[unit] * metres * metres;
    }

    /**
     * Returns the moment of inertia of a plan about the best unit of each beat, in weight · m².
     *
     * @param beatOfUnit a beat, 0 to {@code beats} − 1, for each unit
     */
    public double inertia(int[] beatOfUnit) {
        int n = units();
        double[] best = new double[beats];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (int centre = 0; centre < n; centre++) {
            double sum = 0;
            int beat = beatOfUnit[centre];
            for (int u = 0; u < n && sum < best[beat]; u++) {
                sum += beatOfUnit[u] == beat ? cost(u, centre) : 0;
            }
            best[beat] = Math.min(best[beat], sum);
        }
        double total = 0;
        for (double inertia : best) {
            total += Double.isInfinite(inertia) ? 0 : inertia;
        }
        return total;
    }
}
