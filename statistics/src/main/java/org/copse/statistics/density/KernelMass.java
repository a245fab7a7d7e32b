package org.copse.statistics.density;

import java.util.stream.IntStream;
import org.copse.statistics.grid.CellGrid;

/** The share of the kernel around each cell's centre that lies in the district, summed over cells. */
final class KernelMass {
    private static final double WHOLE = 1 - 1e-9;

    private final CellGrid grid;
    private final Kernel kernel;
    private final double bandwidth;
    private final boolean[] walled;
    private final int rows;
    private final int columns;
    private final double all;

    /** How many cells south-west of a corner are not whole, or walled: {@code (row) * (columns + 1) + column}. */
    private final int[] broken;

    /** A cell that is {@code walled} gives nothing here. */
    KernelMass(CellGrid grid, Kernel kernel, double bandwidth, boolean[] walled) {
        this.grid = grid;
        this.kernel = kernel;
        this.bandwidth = bandwidth;
        this.walled = walled;
        double reach = kernel.reachMetres(bandwidth);
        this.rows = (int) Math.ceil(reach / grid.rowMetres());
        this.columns = (int) Math.ceil(reach / grid.sizeMetres()) + 1;
        this.all = ofLattice(grid, kernel, bandwidth);
        int width = grid.columns() + 1;
        this.broken = new int[(grid.rows() + 1) * width];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int cell = grid.cell(grid.westColumn() + column, grid.southRow() + row);
                int here = cell < 0 || walled[cell] || grid.share(cell) < WHOLE ? 1 : 0;
                broken[(row + 1) * width + column + 1] = here
                        + broken[row * width + column + 1]
                        + broken[(row + 1) * width + column]
                        - broken[row * width + column];
            }
        }
    }

    /** Returns the kernel summed over the endless lattice, by which sums are divided: the interior has exactly 1. */
    static double ofLattice(CellGrid grid, Kernel kernel, double bandwidth) {
        double reach = kernel.reachMetres(bandwidth);
        int rows = (int) Math.ceil(reach / grid.rowMetres());
        int columns = (int) Math.ceil(reach / grid.sizeMetres()) + 1;
        double sum = 0;
        for (int row = -rows; row <= rows; row++) {
            for (int column = -columns; column <= columns; column++) {
                double dx = grid.eastOf(column, row) - grid.eastOf(0, 0);
                sum += kernel.at(Math.hypot(dx, row * grid.rowMetres()), bandwidth);
            }
        }
        return sum;
    }

    void addTo(double[] inside) {
        IntStream.range(0, inside.length).parallel().forEach(cell -> inside[cell] += isInterior(cell) ? 1 : sum(cell));
    }

    private boolean isInterior(int cell) {
        int south = grid.row(cell) - grid.southRow() - rows;
        int north = south + 2 * rows + 1;
        int west = grid.column(cell) - grid.westColumn() - columns;
        int east = west + 2 * columns + 1;
        if (south < 0 || west < 0 || north > grid.rows() || east > grid.columns()) {
            return false;
        }
        int width = grid.columns() + 1;
        return broken[north * width + east]
                        - broken[south * width + east]
                        - broken[north * width + west]
                        + broken[south * width + west]
                == 0;
    }

    private double sum(int cell) {
        double sum = 0;
        double east = grid.east(cell);
        for (int row = grid.row(cell) - rows; row <= grid.row(cell) + rows; row++) {
            double dy = grid.northOf(row) - grid.north(cell);
            for (int column = grid.column(cell) - columns; column <= grid.column(cell) + columns; column++) {
                int source = grid.cell(column, row);
                if (source >= 0 && !walled[source]) {
                    double dx = grid.eastOf(column, row) - east;
                    sum += grid.share(source) * kernel.at(Math.sqrt(dx * dx + dy * dy), bandwidth);
                }
            }
        }
        return sum / all;
    }
}
