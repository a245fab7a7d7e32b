package org.copse.statistics.density;

import java.util.Arrays;
import org.copse.statistics.Positions;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.near.Barriers;

/**
 * Chooses a bandwidth by what it is for: of several, the one under whose surface from earlier incidents the later ones were least
 * surprising. Scott's rule is for one hill; a city has many. Leaving one incident out, as is usual, would fail where incidents repeat on
 * one position: the narrowest bandwidth would always win.
 */
public final class BandwidthTrial {
    private static final double[] CELLS = {1, 1.5, 2, 3, 4, 6, 8, 12};

    /** Part of the surface that is even, so that an incident where none was before costs much, but not all. */
    private static final double EVEN = 0.01;

    private BandwidthTrial() {}

    /**
     * Returns the best of bandwidths from 1 to 12 cells; the narrower one of equals.
     *
     * @param learnt cells of the incidents that a surface is made from; -1 for the others
     * @param after cells of the incidents to foretell; -1 for the others
     */
    public static Bandwidth of(
            CellGrid grid, Positions positions, int[] learnt, int[] after, Kernel kernel, Barriers barriers) {
        double[] counts = grid.count(after);
        Bandwidth best = Bandwidth.given(CELLS[CELLS.length - 1] * grid.sizeMetres());
        double most = Double.NEGATIVE_INFINITY;
        for (double cells : CELLS) {
            Bandwidth one = new Bandwidth(cells * grid.sizeMetres(), Bandwidth.Rule.FORETOLD_BEST);
            double likely =
                    logLikelihood(grid, KernelDensity.of(grid, positions, learnt, kernel, one, barriers), counts);
            if (likely > most) {
                most = likely;
                best = one;
            }
        }
        return best;
    }

    private static double logLikelihood(CellGrid grid, double[] density, double[] counts) {
        double[] mass = new double[density.length];
        Arrays.setAll(mass, cell -> density[cell] * grid.areaSquareMetres(cell));
        double all = Arrays.stream(mass).sum();
        double area = grid.districtArea();
        double sum = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            double even = grid.areaSquareMetres(cell) / area;
            double share = all > 0 ? (1 - EVEN) * mass[cell] / all + EVEN * even : even;
            sum += counts[cell] == 0 ? 0 : counts[cell] * Math.log(share);
        }
        return sum;
    }
}
