package org.copse.server.inforce;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds the beat of a position by looking due east: the first border met has the beat on its west side. A grid holds for each cell the borders
 * that cross it; a cell that none crosses knows its beat.
 */
final class BeatGrid {

    private static final int LEAST_CELLS = 1024;
    private static final int MOST_CELLS = 1 << 23;
    private static final int CELLS_PER_EDGE = 4;
    private static final double SLACK_CELLS = 1e-6;

    private final BeatEdges edges;
    private final double minX;
    private final double minY;
    private final double maxY;
    private final double columnsPerDegree;
    private final double rowsPerDegree;
    private final int columns;
    private final int rows;
    private final int[] firstEdge;
    private final int[] cellEdges;
    private final int[] emptyLabel;

    BeatGrid(BeatEdges edges) {
        this.edges = edges;
        Envelope extent = new Envelope();
        for (int e = 0; e < edges.count; e++) {
            extent.expandToInclude(edges.southX[e], edges.southY[e]);
            extent.expandToInclude(edges.northX[e], edges.northY[e]);
        }
        double width = Math.max(extent.getWidth(), 1e-9);
        double height = Math.max(extent.getHeight(), 1e-9);
        double cells = Math.min(MOST_CELLS, Math.max(LEAST_CELLS, (double) CELLS_PER_EDGE * edges.count));
        double side = Math.sqrt(width * height / cells);
        this.columns = (int) Math.max(1, Math.min(cells, Math.ceil(width / side)));
        this.rows = (int) Math.max(1, Math.min(cells, Math.ceil(height / side)));
        this.minX = edges.count == 0 ? 0 : extent.getMinX();
        this.minY = edges.count == 0 ? 0 : extent.getMinY();
        this.maxY = edges.count == 0 ? 0 : extent.getMaxY();
        this.columnsPerDegree = columns / width;
        this.rowsPerDegree = rows / height;
        this.firstEdge = new int[rows * columns + 1];
        countEdges();
        this.cellEdges = new int[firstEdge[rows * columns]];
        fillEdges();
        this.emptyLabel = new int[rows * columns];
        labelEmptyCells();
    }

    private interface CellReceiver {
        void accept(int cell, int edge);
    }

    private void countEdges() {
        forEachCrossing((cell, edge) -> firstEdge[cell + 1]++);
        for (int cell = 0; cell < rows * columns; cell++) {
            firstEdge[cell + 1] += firstEdge[cell];
        }
    }

    private void fillEdges() {
        int[] next = Arrays.copyOf(firstEdge, rows * columns);
        forEachCrossing((cell, edge) -> cellEdges[next[cell]++] = edge);
    }

    private void forEachCrossing(CellReceiver receiver) {
        for (int e = 0; e < edges.count; e++) {
            int south = row(edges.southY[e]);
            int north = row(edges.northY[e]);
            for (int row = south; row <= north; row++) {
                double from = Math.max(edges.southY[e], minY + (row - SLACK_CELLS) / rowsPerDegree);
                double to = Math.min(edges.northY[e], minY + (row + 1 + SLACK_CELLS) / rowsPerDegree);
                double one = edges.xAt(e, from);
                double other = edges.xAt(e, to);
                int west = clampColumn((Math.min(one, other) - minX) * columnsPerDegree - SLACK_CELLS);
                int east = clampColumn((Math.max(one, other) - minX) * columnsPerDegree + SLACK_CELLS);
                for (int column = west; column <= east; column++) {
                    receiver.accept(row * columns + column, e);
                }
            }
        }
    }

    /** An empty cell's beat is that on the west side of the next border to the east of its middle; row by row, from the east. */
    private void labelEmptyCells() {
        for (int row = 0; row < rows; row++) {
            double y = minY + (row + 0.5) / rowsPerDegree;
            for (int column = columns - 1; column >= 0; column--) {
                int cell = row * columns + column;
                if (firstEdge[cell] == firstEdge[cell + 1]) {
                    boolean eastIsEmpty = column + 1 < columns && firstEdge[cell + 1] == firstEdge[cell + 2];
                    double x = minX + (column + 0.5) / columnsPerDegree;
                    emptyLabel[cell] = eastIsEmpty ? emptyLabel[cell + 1] : lookEast(x, y, row, column + 1);
                }
            }
        }
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, (y - minY) * rowsPerDegree));
    }

    private int clampColumn(double column) {
        return (int) Math.max(0, Math.min(columns - 1, column));
    }

    /** Returns the beat of a position, or {@link BeatEdges#OUTSIDE}. */
    int locate(double x, double y) {
        double column = (x - minX) * columnsPerDegree;
        // The northernmost border belongs to what lies north of it, as every border does: to the outside.
        if (!(y >= minY && y < maxY && column <= columns)) {
            return BeatEdges.OUTSIDE;
        }
        return lookEast(x, y, row(y), clampColumn(column));
    }

    private int lookEast(double x, double y, int row, int fromColumn) {
        for (int column = fromColumn; column < columns; column++) {
            int cell = row * columns + column;
            int first = firstEdge[cell];
            int end = firstEdge[cell + 1];
            if (first == end) {
                return emptyLabel[cell];
            }
            int hit = firstToTheEast(x, y, first, end);
            // A border that is met only beyond this cell may not be the first one there.
            if (hit >= 0 && clampColumn((edges.xAt(hit, y) - minX) * columnsPerDegree) <= column) {
                return edges.west[hit];
            }
        }
        return BeatEdges.OUTSIDE;
    }

    private int firstToTheEast(double x, double y, int first, int end) {
        int hit = -1;
        double hitX = Double.POSITIVE_INFINITY;
        for (int i = first; i < end; i++) {
            int e = cellEdges[i];
            if (edges.spans(e, y)) {
                double at = edges.xAt(e, y);
                // Where two borders start from one corner, the one that leans farther west comes first just north of
                // it.
                boolean nearer = at < hitX || (at == hitX && edges.inverseSlope(e) < edges.inverseSlope(hit));
                if (at > x && nearer) {
                    hit = e;
                    hitX = at;
                }
            }
        }
        return hit;
    }
}
