package org.copse.statistics.grid;

import java.util.Arrays;
import org.copse.statistics.Positions;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The cells of one shape and size that a district covers a part of, numbered from 0, from the south-west, row by row.
 *
 * <p>Anchored at the origin of the CRS, so that two districts side by side, or two versions of one, have the same cells.
 */
public final class CellGrid {

    /** The most cells that the box around a district may have. */
    public static final int MOST_CELLS = 4_000_000;

    /** The smallest size of a cell, in metres. */
    public static final double SMALLEST_METRES = 1;

    private static final double WHOLE = 1 - 1e-9;
    private static final int NONE = -1;

    private final Lattice lattice;
    private final IndexedPointInAreaLocator district;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    /** The number of the cell at {@code row * columns + column}, or -1. */
    private final int[] numbers;

    private final int[] slots;
    private final double[] areas;

    private CellGrid(Lattice lattice, Geometry district, Envelope box) {
        this.lattice = lattice;
        this.district = new IndexedPointInAreaLocator(district);
        this.south = lattice.rowBand(box.getMinY()) - 1;
        this.rows = lattice.rowBand(box.getMaxY()) + 2 - south;
        this.west = lattice.columnBand(box.getMinX(), 1) - 1;
        this.columns = lattice.columnBand(box.getMaxX(), 0) + 2 - west;
        double[] covered = new double[rows * columns];
        AreaByCell.forEach(lattice, district, (c, r, area) -> covered[(r - south) * columns + c - west] += area);
        this.numbers = new int[covered.length];
        int count = 0;
        for (int slot = 0; slot < covered.length; slot++) {
            numbers[slot] = covered[slot] > 0 ? count++ : NONE;
        }
        this.slots = new int[count];
        this.areas = new double[count];
        for (int slot = 0; slot < covered.length; slot++) {
            if (numbers[slot] >= 0) {
                slots[numbers[slot]] = slot;
                areas[numbers[slot]] = covered[slot];
            }
        }
    }

    /**
     * Returns the cells over a district.
     *
     * @param district polygon or multipolygon in metres, valid, with an area
     * @param sizeMetres from centre to centre: the side of a square, the width of a hexagon
     * @throws IllegalArgumentException when the district has no area, the size is below a metre or not finite, or the box
     *     around the district would have more than {@link #MOST_CELLS} cells
     */
    public static CellGrid over(Geometry district, CellShape shape, double sizeMetres) {
        if (!(sizeMetres >= SMALLEST_METRES) || Double.isInfinite(sizeMetres)) {
            throw new IllegalArgumentException(
                    "a cell of " + sizeMetres + " m: give at least " + SMALLEST_METRES + " m");
        }
        if (!(district.getArea() > 0)) {
            throw new IllegalArgumentException("the district has no area");
        }
        Envelope box = district.getEnvelopeInternal();
        Lattice lattice = new Lattice(shape, sizeMetres);
        double cells = (box.getWidth() / sizeMetres + 3) * (box.getHeight() / lattice.rowHeight() + 3);
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException(Math.round(cells) + " cells of " + sizeMetres
                    + " m around the district are more than " + MOST_CELLS + ": give larger cells");
        }
        return new CellGrid(lattice, district, box);
    }

    /** Returns the number of cells. */
    public int size() {
        return slots.length;
    }

    /** Returns the shape of the cells. */
    public CellShape shape() {
        return lattice.shape();
    }

    /** Returns metres from the centre of a cell to that of the next. */
    public double sizeMetres() {
        return lattice.size();
    }

    /** Returns metres from one row of centres to the next. */
    public double rowMetres() {
        return lattice.rowHeight();
    }

    /** Returns the area of a whole cell, in square metres. */
    public double cellArea() {
        return lattice.cellArea();
    }

    /** Returns the area of a cell's part in the district, in square metres, over 0. */
    public double areaSquareMetres(int cell) {
        return areas[cell];
    }

    /** Returns a cell's share that lies in the district, over 0 to 1. */
    public double share(int cell) {
        return areas[cell] / lattice.cellArea();
    }

    /** Returns the area of all cells' parts in the district, in square metres. */
    public double districtArea() {
        return Arrays.stream(areas).sum();
    }

    /** Returns the column of a cell, counted from the CRS's origin. */
    public int column(int cell) {
        return west + slots[cell] % columns;
    }

    /** Returns the row of a cell, counted from the CRS's origin. */
    public int row(int cell) {
        return south + slots[cell] / columns;
    }

    /** Returns metres east of a cell's centre. */
    public double east(int cell) {
        return lattice.centreX(column(cell), row(cell));
    }

    /** Returns metres north of a cell's centre. */
    public double north(int cell) {
        return lattice.centreY(row(cell));
    }

    /** Returns the westmost column that {@link #cell} may have a cell in. */
    public int westColumn() {
        return west;
    }

    /** Returns the southmost row that {@link #cell} may have a cell in. */
    public int southRow() {
        return south;
    }

    /** Returns how many columns there are from {@link #westColumn}. */
    public int columns() {
        return columns;
    }

    /** Returns how many rows there are from {@link #southRow}. */
    public int rows() {
        return rows;
    }

    /** Returns metres east of the centre of a column's cell in a row, whether the district has that cell or not. */
    public double eastOf(int column, int row) {
        return lattice.centreX(column, row);
    }

    /** Returns metres north of the centres of a row. */
    public double northOf(int row) {
        return lattice.centreY(row);
    }

    /** Returns the corners of a cell in metres, counter-clockwise from the south: east, north, east, north, … */
    public double[] corners(int cell) {
        return lattice.corners(column(cell), row(cell));
    }

    /** Returns the cell of a column and a row, or -1 where the district has none. */
    public int cell(int column, int row) {
        int c = column - west;
        int r = row - south;
        return c < 0 || r < 0 || c >= columns || r >= rows ? NONE : numbers[r * columns + c];
    }

    /** Returns the cell whose ground holds a position, whether the position itself is in the district or not; or -1. */
    public int cellAround(double east, double north) {
        if (!(Math.abs(east) < 1e9 && Math.abs(north) < 1e9)) {
            return NONE;
        }
        long key = lattice.cellAt(east, north);
        return cell(Lattice.column(key), Lattice.row(key));
    }

    /** Returns the cell of a position in the district, border included, or -1 outside. */
    public int locate(double east, double north) {
        int cell = cellAround(east, north);
        if (cell < 0 || share(cell) >= WHOLE) {
            return cell;
        }
        return district.locate(new Coordinate(east, north)) == Location.EXTERIOR ? NONE : cell;
    }

    /** Returns the cell of each position, or -1 outside the district. */
    public int[] locate(Positions positions) {
        int[] cells = new int[positions.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = locate(positions.east(i), positions.north(i));
        }
        return cells;
    }

    /**
     * Returns how many positions lie in each cell.
     *
     * @param cells as {@link #locate(Positions)} gives them; -1 counts nowhere
     */
    public double[] count(int[] cells) {
        double[] counts = new double[size()];
        for (int cell : cells) {
            if (cell >= 0) {
                counts[cell]++;
            }
        }
        return counts;
    }

    Lattice lattice() {
        return lattice;
    }
}
