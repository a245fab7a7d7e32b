package org.copse.geoimport.district;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Finds the area that a position lies in, among many areas, by the million.
 *
 * <p>A grid of cells remembers which areas come near each cell; only these are asked. A position on the line between
 * two areas belongs to the one that comes first.
 */
final class UnitIndex {
    private static final int CELLS_PER_AREA = 16;
    private static final int MOST_CELLS_PER_SIDE = 1_500;
    private static final long MOST_ENTRIES = 16_000_000;
    private static final int NOWHERE = -1;

    private final Envelope extent = new Envelope();
    private final int cellsPerSide;
    /** The areas near cell {@code c} are those from {@code starts[c]} to before {@code starts[c + 1]}. */
    private final int[] starts;

    private final int[] near;
    private final IndexedPointInAreaLocator[] locators;

    /** Lays the grid over the areas; an empty area is never found. */
    UnitIndex(List<Geometry> areas) {
        areas.forEach(area -> extent.expandToInclude(area.getEnvelopeInternal()));
        cellsPerSide = cellsPerSide(areas);
        starts = new int[cellsPerSide * cellsPerSide + 1];
        locators = new IndexedPointInAreaLocator[areas.size()];
        for (int a = 0; a < areas.size(); a++) {
            locators[a] = new IndexedPointInAreaLocator(areas.get(a));
            Cells cells = cells(areas.get(a), cellsPerSide);
            cells.forEach(cell -> starts[cell + 1]++);
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        near = new int[starts[starts.length - 1]];
        int[] filled = Arrays.copyOf(starts, starts.length);
        for (int a = 0; a < areas.size(); a++) {
            int area = a;
            cells(areas.get(a), cellsPerSide).forEach(cell -> near[filled[cell]++] = area);
        }
    }

    /** Many areas that each cover most of the extent would fill any fine grid: then it is a coarse one. */
    private int cellsPerSide(List<Geometry> areas) {
        int side = (int) Math.max(1, Math.min(MOST_CELLS_PER_SIDE, Math.sqrt((double) areas.size() * CELLS_PER_AREA)));
        while (side > 1 && entries(areas, side) > MOST_ENTRIES) {
            side /= 2;
        }
        return side;
    }

    private long entries(List<Geometry> areas, int side) {
        long entries = 0;
        for (Geometry area : areas) {
            entries += cells(area, side).count();
        }
        return entries;
    }

    /** The cells that a box meets, in a grid of {@code side} cells to each side; none for an empty area. */
    private record Cells(int west, int south, int east, int north, int side) {
        long count() {
            return Math.max(0, (long) (east - west + 1) * (north - south + 1));
        }

        void forEach(IntConsumer taker) {
            for (int row = south; row <= north; row++) {
                for (int column = west; column <= east; column++) {
                    taker.accept(row * side + column);
                }
            }
        }
    }

    private Cells cells(Geometry area, int side) {
        Envelope box = area.getEnvelopeInternal();
        if (box.isNull()) {
            return new Cells(0, 0, -1, -1, side);
        }
        return new Cells(
                cell(box.getMinX() - extent.getMinX(), extent.getWidth(), side),
                cell(box.getMinY() - extent.getMinY(), extent.getHeight(), side),
                cell(box.getMaxX() - extent.getMinX(), extent.getWidth(), side),
                cell(box.getMaxY() - extent.getMinY(), extent.getHeight(), side),
                side);
    }

    /** Returns the number of the area that the position lies in, or -1. */
    int find(double x, double y) {
        if (!extent.contains(x, y)) {
            return NOWHERE;
        }
        int column = cell(x - extent.getMinX(), extent.getWidth(), cellsPerSide);
        int row = cell(y - extent.getMinY(), extent.getHeight(), cellsPerSide);
        int cell = row * cellsPerSide + column;
        Coordinate position = new Coordinate(x, y);
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
            if (locators[near[i]].locate(position) != Location.EXTERIOR) {
                return near[i];
            }
        }
        return NOWHERE;
    }

    private static int cell(double offset, double size, int side) {
        int cell = size == 0 ? 0 : (int) (offset / size * side);
        return Math.max(0, Math.min(side - 1, cell));
    }
}
