package org.copse.statistics.density;

import org.copse.statistics.Positions;

/**
 * How far an incident's weight spreads, and why.
 *
 * @param metres h of the quartic kernel, the standard deviation of the Gaussian one; over 0
 * @param rule where it comes from
 */
public record Bandwidth(double metres, Rule rule) {

    /** Where a bandwidth comes from. */
    public enum Rule {
        /** Somebody chose it. */
        GIVEN,
        /** Scott (1992, doi:10.1002/9780470316849): the positions' standard deviation over the sixth root of their number. */
        SCOTT,
        /** The one of several that foretold a later month best ({@link BandwidthTrial}). */
        FORETOLD_BEST,
        /** Twice the cell size, because the rule gave less than the cells can show. */
        CELL_SIZE
    }

    private static final double LEAST_CELLS = 2;

    public Bandwidth {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException("a bandwidth of " + metres + " m: give metres over 0");
        }
    }

    /** Returns a bandwidth that somebody chose. */
    public static Bandwidth given(double metres) {
        return new Bandwidth(metres, Rule.GIVEN);
    }

    /**
     * Returns Scott's bandwidth, one for both axes: their mean variance. Kernels of one standard deviation smooth alike, so the
     * quartic one gets √8 times the Gaussian's. In two dimensions Silverman's rule is the same.
     *
     * @param cells where each position lies; -1 is left out
     * @param cellMetres size of the cells: a bandwidth is at least twice that
     */
    public static Bandwidth scott(Kernel kernel, Positions positions, int[] cells, double cellMetres) {
        double n = 0;
        double east = 0;
        double north = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0) {
                n++;
                east += positions.east(i);
                north += positions.north(i);
            }
        }
        double squares = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0) {
                double dx = positions.east(i) - east / n;
                double dy = positions.north(i) - north / n;
                squares += dx * dx + dy * dy;
            }
        }
        double deviation = n < 2 ? 0 : Math.sqrt(squares / 2 / (n - 1)) * Math.pow(n, -1.0 / 6);
        double metres = kernel.bandwidth(deviation);
        return metres >= LEAST_CELLS * cellMetres
                ? new Bandwidth(metres, Rule.SCOTT)
                : new Bandwidth(LEAST_CELLS * cellMetres, Rule.CELL_SIZE);
    }
}
