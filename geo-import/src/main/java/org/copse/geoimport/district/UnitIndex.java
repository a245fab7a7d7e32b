package org.copse.geoimport.district;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final int NOWHERE = -1;

    private final Envelope extent = new Envelope();
    private final int cellsPerSide;
    private final int[] @Nullable [] near;
    private final IndexedPointInAreaLocator[] locators;

    /** Lays the grid over the areas; an empty area is never found. */
    UnitIndex(List<Geometry> areas) {
        areas.forEach(area -> extent.expandToInclude(area.getEnvelopeInternal()));
        cellsPerSide =
                (int) Math.max(1, Math.min(MOST_CELLS_PER_SIDE, Math.sqrt((double) areas.size() * CELLS_PER_AREA)));
        near = new int[cellsPerSide * cellsPerSide][];
        locators = new IndexedPointInAreaLocator[areas.size()];
        for (int a = 0; a < areas.size(); a++) {
            locators[a] = new IndexedPointInAreaLocator(areas.get(a));
            remember(a, areas.get(a).getEnvelopeInternal());
        }
    }

    private void remember(int area, Envelope box) {
        if (box.isNull()) {
            return;
        }
        for (int row = row(box.getMinY()); row <= row(box.getMaxY()); row++) {
            for (int column = column(box.getMinX()); column <= column(box.getMaxX()); column++) {
                int cell = row * cellsPerSide + column;
                int[] before = near[cell];
                int[] after = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
                after[after.length - 1] = area;
                near[cell] = after;
            }
        }
    }

    /** Returns the number of the area that the position lies in, or -1. */
    int find(double x, double y) {
        if (!extent.contains(x, y)) {
            return NOWHERE;
        }
        int[] candidates = near[row(y) * cellsPerSide + column(x)];
        if (candidates == null) {
            return NOWHERE;
        }
        Coordinate position = new Coordinate(x, y);
        for (int area : candidates) {
            if (locators[area].locate(position) != Location.EXTERIOR) {
                return area;
            }
        }
        return NOWHERE;
    }

    private int column(double x) {
        return cell(x - extent.getMinX(), extent.getWidth());
    }

    private int row(double y) {
        return cell(y - extent.getMinY(), extent.getHeight());
    }

    private int cell(double offset, double size) {
        int cell = size == 0 ? 0 : (int) (offset / size * cellsPerSide);
        return Math.max(0, Math.min(cellsPerSide - 1, cell));
    }
}
