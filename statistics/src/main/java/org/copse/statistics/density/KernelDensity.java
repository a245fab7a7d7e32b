package org.copse.statistics.density;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.copse.statistics.Positions;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.near.Barriers;

/**
 * Incidents per square kilometre at the centre of each cell, smoothed by a kernel over the true positions.
 *
 * <p>What a kernel spills over the district's border, or cannot reach behind a barrier, is made up for: each value is divided
 * by the share of the kernel around it that lies in the district (Diggle 1985, doi:10.2307/2347366). Cells outside the
 * district have no value. A surface is a drawing, no test: it says where there is much, not whether that is chance.
 */
public final class KernelDensity {
    private final CellGrid grid;
    private final Kernel kernel;
    private final double bandwidth;
    private final double reach;
    private final Barriers barriers;
    private final double[] perSquareMetre;
    private final double[] inside;

    /** Which cells have a barrier within reach: their ways are looked at one by one. */
    private final boolean[] walled;

    private KernelDensity(CellGrid grid, Kernel kernel, double bandwidth, Barriers barriers) {
        this.grid = grid;
        this.kernel = kernel;
        this.bandwidth = bandwidth;
        this.reach = kernel.reachMetres(bandwidth);
        this.barriers = barriers;
        this.perSquareMetre = new double[grid.size()];
        this.inside = new double[grid.size()];
        this.walled = new boolean[grid.size()];
    }

    /**
     * Returns the surface.
     *
     * @param cells where each position lies ({@link CellGrid#locate(Positions)}); -1 is left out
     * @return incidents per square kilometre, by cell
     * @throws IllegalArgumentException when the bandwidth is below the size of a cell: the surface would have holes
     */
    public static double[] of(
            CellGrid grid, Positions positions, int[] cells, Kernel kernel, Bandwidth bandwidth, Barriers barriers) {
        if (bandwidth.metres() < grid.sizeMetres()) {
            throw new IllegalArgumentException("a bandwidth of " + bandwidth.metres() + " m is below the cell size of "
                    + grid.sizeMetres() + " m");
        }
        return new KernelDensity(grid, kernel, bandwidth.metres(), barriers).surface(positions, cells);
    }

    private double[] surface(Positions positions, int[] cells) {
        findWalls();
        SourceRows sources = SourceRows.of(grid, positions, cells);
        IntStream.range(0, grid.rows()).parallel().forEach(row -> addRow(sources, grid.southRow() + row));
        new KernelMass(grid, kernel, bandwidth, walled).addTo(inside);
        addWalled(sources);
        double[] density = new double[grid.size()];
        for (int cell = 0; cell < density.length; cell++) {
            density[cell] = inside[cell] > 0 ? perSquareMetre[cell] / inside[cell] * 1e6 : 0;
        }
        return density;
    }

    private void findWalls() {
        for (int cell = 0; cell < walled.length && !barriers.isEmpty(); cell++) {
            walled[cell] = barriers.comesNear(grid.east(cell), grid.north(cell), reach + grid.sizeMetres());
        }
    }

    /** Sums for one row of cells, in the order of the sources: the same to the last bit on any number of threads. */
    private void addRow(SourceRows sources, int row) {
        double[] sums = new double[grid.columns()];
        double north = grid.northOf(row);
        double west = grid.eastOf(grid.westColumn(), row);
        int rows = (int) Math.ceil(reach / grid.rowMetres()) + 1;
        for (int from = row - rows; from <= row + rows; from++) {
            for (int s = sources.begin(from); s < sources.begin(from + 1); s++) {
                double dy = north - sources.north(s);
                if (Math.abs(dy) <= reach && !walled[sources.cell(s)]) {
                    addLine(sums, sources.east(s) - west, dy);
                }
            }
        }
        for (int column = 0; column < sums.length; column++) {
            int cell = grid.cell(grid.westColumn() + column, row);
            if (cell >= 0) {
                perSquareMetre[cell] = sums[column] * kernel.scale(bandwidth);
            }
        }
    }

    /** Adds one incident to a row of centres that begins at 0 and goes on in steps of the cell size. */
    private void addLine(double[] sums, double at, double dy) {
        double step = grid.sizeMetres();
        double half = Math.sqrt(reach * reach - dy * dy);
        int first = Math.max(0, (int) Math.ceil((at - half) / step));
        int last = Math.min(sums.length - 1, (int) Math.floor((at + half) / step));
        double perSquare = 1 / (bandwidth * bandwidth);
        double dx = first * step - at;
        if (kernel == Kernel.QUARTIC) {
            double fromRow = 1 - dy * dy * perSquare;
            for (int column = first; column <= last; column++) {
                double left = fromRow - dx * dx * perSquare;
                sums[column] += left * left;
                dx += step;
            }
        } else if (first <= last) {
            // exp(-(x + step)²/2) from exp(-x²/2) by two multiplications: exponentials are what a Gaussian surface
            // costs
            double value = Math.exp(-0.5 * (dx * dx + dy * dy) * perSquare);
            double factor = Math.exp(-(dx * step + 0.5 * step * step) * perSquare);
            double change = Math.exp(-step * step * perSquare);
            for (int column = first; column <= last; column++) {
                sums[column] += value;
                value *= factor;
                factor *= change;
            }
        }
    }

    /** Adds the incidents of cells that have a barrier within reach, each by the length of the way. */
    private void addWalled(SourceRows sources) {
        int rows = (int) Math.ceil(reach / grid.rowMetres()) + 1;
        int columns = (int) Math.ceil(reach / grid.sizeMetres()) + 1;
        double all = KernelMass.ofLattice(grid, kernel, bandwidth);
        for (int cell = 0; cell < walled.length; cell++) {
            if (!walled[cell]) {
                continue;
            }
            Barriers.Surroundings walls = barriers.around(grid.east(cell), grid.north(cell), reach + grid.sizeMetres());
            for (int row = grid.row(cell) - rows; row <= grid.row(cell) + rows; row++) {
                for (int column = grid.column(cell) - columns; column <= grid.column(cell) + columns; column++) {
                    int target = grid.cell(column, row);
                    if (target >= 0) {
                        addWay(sources, cell, target, walls, all);
                    }
                }
            }
        }
    }

    private void addWay(SourceRows sources, int cell, int target, Barriers.Surroundings walls, double all) {
        double straight = Math.hypot(grid.east(target) - grid.east(cell), grid.north(target) - grid.north(cell));
        double detour = walls.wayMetres(grid.east(target), grid.north(target)) - straight;
        if (Double.isInfinite(detour)) {
            return;
        }
        inside[target] += grid.share(cell) * kernel.at(straight + detour, bandwidth) / all;
        for (int s = sources.beginOfCell(cell); s < sources.beginOfCell(cell + 1); s++) {
            double metres = Math.hypot(grid.east(target) - sources.east(s), grid.north(target) - sources.north(s));
            perSquareMetre[target] += kernel.at(metres + detour, bandwidth);
        }
    }

    /** Incidents in the order of their cells, which is row by row. */
    private record SourceRows(int[] beginOfCell, double[] eastNorth, int[] cells, int[] beginOfRow, int south) {

        static SourceRows of(CellGrid grid, Positions positions, int[] cells) {
            int[] begin = new int[grid.size() + 1];
            for (int cell : cells) {
                if (cell >= 0) {
                    begin[cell + 1]++;
                }
            }
            Arrays.parallelPrefix(begin, Integer::sum);
            int[] next = begin.clone();
            double[] eastNorth = new double[2 * begin[grid.size()]];
            int[] sorted = new int[begin[grid.size()]];
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] >= 0) {
                    int at = next[cells[i]]++;
                    eastNorth[2 * at] = positions.east(i);
                    eastNorth[2 * at + 1] = positions.north(i);
                    sorted[at] = cells[i];
                }
            }
            int[] rows = new int[grid.rows() + 1];
            for (int cell = 0; cell < grid.size(); cell++) {
                rows[grid.row(cell) - grid.southRow() + 1] += begin[cell + 1] - begin[cell];
            }
            Arrays.parallelPrefix(rows, Integer::sum);
            return new SourceRows(begin, eastNorth, sorted, rows, grid.southRow());
        }

        int begin(int row) {
            return beginOfRow[Math.max(0, Math.min(beginOfRow.length - 1, row - south))];
        }

        int beginOfCell(int cell) {
            return beginOfCell[cell];
        }

        double east(int source) {
            return eastNorth[2 * source];
        }

        double north(int source) {
            return eastNorth[2 * source + 1];
        }

        int cell(int source) {
            return cells[source];
        }
    }
}
