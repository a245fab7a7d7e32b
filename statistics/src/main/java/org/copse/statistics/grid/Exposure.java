package org.copse.statistics.grid;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * What incidents are held against, by cell: residents, households or metres of street.
 *
 * @param byCell of each cell, at least 0
 * @param outside what the units or streets have that lies in no cell
 */
public record Exposure(double[] byCell, double outside) {

    /** Returns the sum over the cells. */
    public double total() {
        double total = 0;
        for (double of : byCell) {
            total += of;
        }
        return total;
    }

    /**
     * Returns counts of areas spread evenly over their land: a cell gets of each area the share of its land that lies in
     * the cell.
     *
     * @param areas polygons in metres; one without area gives all to outside
     * @param counts residents or households of each, finite, at least 0
     */
    public static Exposure spread(CellGrid grid, List<? extends Geometry> areas, double[] counts) {
        if (areas.size() != counts.length) {
            throw new IllegalArgumentException(areas.size() + " areas and " + counts.length + " counts");
        }
        double[] byCell = new double[grid.size()];
        double outside = 0;
        for (int a = 0; a < counts.length; a++) {
            if (!(counts[a] >= 0) || Double.isInfinite(counts[a])) {
                throw new IllegalArgumentException("count " + counts[a] + " of area " + a + " is no number from 0");
            }
            double area = areas.get(a).getArea();
            double density = area > 0 ? counts[a] / area : 0;
            double[] placed = {0};
            AreaByCell.forEach(grid.lattice(), areas.get(a), (column, row, part) -> {
                int cell = grid.cell(column, row);
                if (cell >= 0) {
                    byCell[cell] += density * part;
                    placed[0] += density * part;
                }
            });
            outside += Math.max(0, counts[a] - placed[0]);
        }
        return new Exposure(byCell, outside);
    }

    /**
     * Returns metres of street by cell.
     *
     * @param streets lines in metres; streets on top of each other count each
     */
    public static Exposure streetMetres(CellGrid grid, List<? extends Geometry> streets) {
        double[] byCell = new double[grid.size()];
        double outside = 0;
        for (Geometry street : streets) {
            for (int g = 0; g < street.getNumGeometries(); g++) {
                if (street.getGeometryN(g) instanceof LineString line) {
                    Coordinate[] points = line.getCoordinates();
                    for (int i = 1; i < points.length; i++) {
                        outside += addSegment(grid, points[i - 1], points[i], byCell);
                    }
                }
            }
        }
        return new Exposure(byCell, outside);
    }

    /** Adds one segment to the cells it passes through; returns the metres in none. */
    private static double addSegment(CellGrid grid, Coordinate a, Coordinate b, double[] byCell) {
        double metres = a.distance(b);
        if (!(metres > 0)) {
            return 0;
        }
        Lattice lattice = grid.lattice();
        Envelope box = new Envelope(a, b);
        double placed = 0;
        int north = lattice.rowBand(box.getMaxY()) + 1;
        for (int row = lattice.rowBand(box.getMinY()) - 1; row <= north; row++) {
            int east = lattice.columnBand(box.getMaxX(), row) + 1;
            for (int column = lattice.columnBand(box.getMinX(), row) - 1; column <= east; column++) {
                int cell = grid.cell(column, row);
                if (cell >= 0) {
                    double part = metres * partInside(lattice.corners(column, row), a, b);
                    byCell[cell] += part;
                    placed += part;
                }
            }
        }
        return Math.max(0, metres - placed);
    }

    /** Returns the share of a segment inside a convex window (Cyrus and Beck 1978, doi:10.1016/0097-8493(78)90021-3). */
    private static double partInside(double[] window, Coordinate a, Coordinate b) {
        double from = 0;
        double to = 1;
        int corners = window.length / 2;
        for (int i = 0; i < corners; i++) {
            int j = (i + 1) % corners;
            double ux = window[2 * j] - window[2 * i];
            double uy = window[2 * j + 1] - window[2 * i + 1];
            double atA = ux * (a.y - window[2 * i + 1]) - uy * (a.x - window[2 * i]);
            double atB = ux * (b.y - window[2 * i + 1]) - uy * (b.x - window[2 * i]);
            if (atA < 0 && atB < 0) {
                return 0;
            }
            if (atA == 0 && atB == 0) {
                if (uy < 0 || (uy == 0 && ux < 0)) {
                    return 0; // along an edge: it belongs to one cell of the two
                }
                continue;
            }
            double at = atA / (atA - atB);
            if (atA < 0) {
                from = Math.max(from, at);
            } else if (atB < 0) {
                to = Math.min(to, at);
            }
        }
        return Math.max(0, to - from);
    }
}
