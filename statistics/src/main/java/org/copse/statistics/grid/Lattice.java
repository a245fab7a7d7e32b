package org.copse.statistics.grid;

import org.locationtech.jts.geom.Envelope;

/**
 * The endless plane of cells of one shape and size, anchored at the origin of the CRS: the same ground has the same cells
 * whatever the district. Cells are numbered by column (east) and row (north); odd rows of hexagons lie half a cell further
 * east.
 */
final class Lattice {
    private static final double HEXAGON_ROW = Math.sqrt(3) / 2;
    private static final double HEXAGON_RADIUS = 1 / Math.sqrt(3);

    private final CellShape shape;
    private final double size;
    private final double rowHeight;

    /** Cells whose centres lie {@code sizeMetres} apart: the side of a square, the width of a hexagon. */
    Lattice(CellShape shape, double sizeMetres) {
        this.shape = shape;
        this.size = sizeMetres;
        this.rowHeight = shape == CellShape.SQUARE ? size : size * HEXAGON_ROW;
    }

    CellShape shape() {
        return shape;
    }

    double size() {
        return size;
    }

    double rowHeight() {
        return rowHeight;
    }

    double cellArea() {
        return size * rowHeight;
    }

    double centreX(int column, int row) {
        return (column + 0.5 + shift(row)) * size;
    }

    double centreY(int row) {
        return (row + 0.5) * rowHeight;
    }

    private double shift(int row) {
        return shape == CellShape.HEXAGON && Math.floorMod(row, 2) == 1 ? 0.5 : 0;
    }

    /** Returns the row whose band holds {@code y}; a hexagon may still belong to the row above or below. */
    int rowBand(double y) {
        return (int) Math.floor(y / rowHeight);
    }

    int columnBand(double x, int row) {
        return (int) Math.floor(x / size - shift(row));
    }

    /** Returns row and column of the cell that holds a position: {@code row << 32 | column}. Borders are half-open. */
    long cellAt(double x, double y) {
        int row = rowBand(y);
        if (shape == CellShape.SQUARE) {
            return key(columnBand(x, row), row);
        }
        long best = 0;
        double bestDistance = Double.POSITIVE_INFINITY;
        for (int r = row - 1; r <= row + 1; r++) {
            int c = columnBand(x, r);
            double dx = x - centreX(c, r);
            double dy = y - centreY(r);
            double distance = dx * dx + dy * dy;
            if (distance < bestDistance) {
                bestDistance = distance;
                best = key(c, r);
            }
        }
        return best;
    }

    static long key(int column, int row) {
        return ((long) row << 32) | (column & 0xffff_ffffL);
    }

    static int row(long key) {
        return (int) (key >> 32);
    }

    static int column(long key) {
        return (int) key;
    }

    /** Returns the corners of a cell, counter-clockwise: x, y, x, y, … */
    double[] corners(int column, int row) {
        double x = centreX(column, row);
        double y = centreY(row);
        double h = size / 2;
        if (shape == CellShape.SQUARE) {
            return new double[] {x - h, y - h, x + h, y - h, x + h, y + h, x - h, y + h};
        }
        double r = size * HEXAGON_RADIUS;
        return new double[] {x, y - r, x + h, y - r / 2, x + h, y + r / 2, x, y + r, x - h, y + r / 2, x - h, y - r / 2
        };
    }

    /** Returns the box around the cells of a range of columns and rows, both inclusive. */
    Envelope box(int west, int south, int east, int north) {
        double reach = shape == CellShape.SQUARE ? size / 2 : size * HEXAGON_RADIUS;
        double shifted = shape == CellShape.HEXAGON ? 0.5 * size : 0;
        return new Envelope(west * size, (east + 1) * size + shifted, centreY(south) - reach, centreY(north) + reach);
    }
}
