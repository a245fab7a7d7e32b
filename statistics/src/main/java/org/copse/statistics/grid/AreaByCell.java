package org.copse.statistics.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Which part of an area lies in which cell of a lattice: the range of cells is halved until a cell is full, or alone. */
final class AreaByCell {
    private static final double FULL = 1 - 1e-12;

    private final Lattice lattice;
    private final Taker taker;

    /** Takes the area that lies in one cell. */
    @FunctionalInterface
    interface Taker {
        void take(int column, int row, double areaSquareMetres);
    }

    private AreaByCell(Lattice lattice, Taker taker) {
        this.lattice = lattice;
        this.taker = taker;
    }

    /** Hands each cell that {@code area} covers a part of, with that part, to {@code taker}. */
    static void forEach(Lattice lattice, Geometry area, Taker taker) {
        Envelope box = area.getEnvelopeInternal();
        if (box.isNull()) {
            return;
        }
        int south = lattice.rowBand(box.getMinY()) - 1;
        int north = lattice.rowBand(box.getMaxY()) + 1;
        int west = lattice.columnBand(box.getMinX(), 1) - 1;
        int east = lattice.columnBand(box.getMaxX(), 0) + 1;
        new AreaByCell(lattice, taker).divide(west, south, east, north, rings(area));
    }

    private static List<Ring> rings(Geometry area) {
        List<Ring> rings = new ArrayList<>();
        for (int g = 0; g < area.getNumGeometries(); g++) {
            if (area.getGeometryN(g) instanceof Polygon polygon && !polygon.isEmpty()) {
                rings.add(oriented(polygon.getExteriorRing(), true));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    rings.add(oriented(polygon.getInteriorRingN(h), false));
                }
            }
        }
        return rings;
    }

    private static Ring oriented(LineString ring, boolean counterClockwise) {
        CoordinateSequence line = ring.getCoordinateSequence();
        return Ring.of(
                Orientation.isCCW(line) == counterClockwise
                        ? line
                        : ring.reverse().getCoordinateSequence());
    }

    private void divide(int west, int south, int east, int north, List<Ring> rings) {
        boolean alone = west == east && south == north;
        double[] window = alone ? lattice.corners(west, south) : corners(lattice.box(west, south, east, north));
        List<Ring> inside = new ArrayList<>();
        double area = 0;
        for (Ring ring : rings) {
            Ring part = ring.clip(window);
            if (part.size() >= 3) {
                inside.add(part);
                area += part.signedArea();
            }
        }
        double whole = Ring.ofCorners(window).signedArea();
        if (inside.isEmpty() || area <= whole * 1e-12) {
            return;
        }
        if (alone) {
            taker.take(west, south, Math.min(area, lattice.cellArea()));
        } else if (area >= whole * FULL) {
            fill(west, south, east, north);
        } else if (east - west >= north - south) {
            int middle = Math.floorDiv(west + east, 2);
            divide(west, south, middle, north, inside);
            divide(middle + 1, south, east, north, inside);
        } else {
            int middle = Math.floorDiv(south + north, 2);
            divide(west, south, east, middle, inside);
            divide(west, middle + 1, east, north, inside);
        }
    }

    private void fill(int west, int south, int east, int north) {
        for (int row = south; row <= north; row++) {
            for (int column = west; column <= east; column++) {
                taker.take(column, row, lattice.cellArea());
            }
        }
    }

    private static double[] corners(Envelope box) {
        return new double[] {
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY(),
            box.getMinX(),
            box.getMaxY()
        };
    }
}
