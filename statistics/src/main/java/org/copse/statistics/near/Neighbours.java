package org.copse.statistics.near;

import java.util.Arrays;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.grid.CellShape;

/**
 * Which cells or areas are near which: binary, symmetric, none its own neighbour.
 *
 * <p>Across a barrier two cells are near only where the way over a crossing is at most {@link #LONGEST_DETOUR} times the
 * straight line.
 */
public final class Neighbours {

    /** The longest way between neighbours across a barrier, as a multiple of the straight line. */
    public static final double LONGEST_DETOUR = 1.5;

    private static final double ROUNDING = 1e-6;

    private final int[] starts;
    private final int[] targets;
    private final int cutPairs;

    private Neighbours(int[] starts, int[] targets, int cutPairs) {
        this.starts = starts;
        this.targets = targets;
        this.cutPairs = cutPairs;
    }

    /**
     * Returns the relation that the lists describe.
     *
     * @param lists the neighbours of each, from 0
     * @throws IllegalArgumentException when one is out of range or its own neighbour, or the relation is not symmetric
     */
    public static Neighbours of(int[][] lists) {
        Builder builder = new Builder(lists.length);
        for (int i = 0; i < lists.length; i++) {
            int[] sorted = lists[i].clone();
            Arrays.sort(sorted);
            for (int j : sorted) {
                if (j < 0 || j >= lists.length || j == i) {
                    throw new IllegalArgumentException("neighbour " + j + " of " + i + " cannot be");
                }
                builder.add(j);
            }
            builder.end(i);
        }
        Neighbours neighbours = builder.build();
        for (int i = 0; i < lists.length; i++) {
            for (int k = neighbours.from(i); k < neighbours.to(i); k++) {
                if (!neighbours.joins(neighbours.at(k), i)) {
                    throw new IllegalArgumentException(i + " has " + neighbours.at(k) + " as neighbour, but not back");
                }
            }
        }
        return neighbours;
    }

    /** Returns the cells that touch: eight around a square, six around a hexagon. */
    public static Neighbours touching(CellGrid grid, Barriers barriers) {
        double corner = grid.shape() == CellShape.SQUARE ? Math.sqrt(2) : 1;
        return within(grid, corner * grid.sizeMetres(), barriers);
    }

    /**
     * Returns the cells whose centres lie within a distance.
     *
     * @param metres at most, over 0
     */
    public static Neighbours within(CellGrid grid, double metres, Barriers barriers) {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException("a band of " + metres + " m: give metres over 0");
        }
        double band = metres * (1 + ROUNDING);
        int rows = (int) (band / grid.rowMetres());
        int columns = (int) (band / grid.sizeMetres()) + 1;
        Builder builder = new Builder(grid.size());
        for (int cell = 0; cell < grid.size(); cell++) {
            double east = grid.east(cell);
            double north = grid.north(cell);
            Barriers.Surroundings walls = barriers.around(east, north, LONGEST_DETOUR * band);
            for (int row = grid.row(cell) - rows; row <= grid.row(cell) + rows; row++) {
                for (int column = grid.column(cell) - columns; column <= grid.column(cell) + columns; column++) {
                    int other = grid.cell(column, row);
                    if (other < 0 || other == cell) {
                        continue;
                    }
                    double straight = Math.hypot(grid.east(other) - east, grid.north(other) - north);
                    if (straight <= band) {
                        builder.addUnlessFar(other, walls, grid.east(other), grid.north(other), straight);
                    }
                }
            }
            builder.end(cell);
        }
        return builder.build();
    }

    /** Returns the number of cells or areas. */
    public int size() {
        return starts.length - 1;
    }

    /** Returns where the neighbours of a cell begin among {@link #at}. */
    public int from(int cell) {
        return starts[cell];
    }

    /** Returns where the neighbours of a cell end among {@link #at}, exclusive. */
    public int to(int cell) {
        return starts[cell + 1];
    }

    /** Returns the neighbour at an index between {@link #from} and {@link #to}. */
    public int at(int index) {
        return targets[index];
    }

    /** Returns whether {@code other} is a neighbour of {@code cell}. */
    public boolean joins(int cell, int other) {
        return Arrays.binarySearch(targets, starts[cell], starts[cell + 1], other) >= 0;
    }

    /** Returns how many pairs lie near in a straight line but have a barrier between them. */
    public int cutPairs() {
        return cutPairs;
    }

    private static final class Builder {
        private final int[] starts;
        private int[] targets = new int[64];
        private int count;
        private int cuts;

        Builder(int size) {
            starts = new int[size + 1];
        }

        void add(int target) {
            if (count == targets.length) {
                targets = Arrays.copyOf(targets, 2 * count);
            }
            targets[count++] = target;
        }

        void addUnlessFar(int target, Barriers.Surroundings walls, double east, double north, double straight) {
            if (walls.isEmpty() || walls.wayMetres(east, north) <= LONGEST_DETOUR * straight) {
                add(target);
            } else {
                cuts++;
            }
        }

        void end(int cell) {
            starts[cell + 1] = count;
        }

        Neighbours build() {
            return new Neighbours(starts, Arrays.copyOf(targets, count), cuts / 2);
        }
    }
}
