package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Pieces of a territory that lie apart from the rest. A piece of street that a grid or an outline cut off goes to the neighbour with
 * which it has the longest border; a piece that is the unit's own land stays, for such a unit lies in several parts.
 */
final class LooseLand {
    private static final double OWN_SHARE = 0.5;
    private static final double LEAST_SQUARE_METRES = 1;

    private final List<? extends Geometry> units;
    private final Grid grid;
    private final Geometry[] territories;
    private final STRtree index = new STRtree();

    /**
     * Takes territories on the grid, which have the same vertices on both sides of each border.
     *
     * @param units in the metric CRS, in the same order
     */
    LooseLand(List<Geometry> territories, List<? extends Geometry> units, Grid grid) {
        this.units = units;
        this.grid = grid;
        this.territories = territories.toArray(Geometry[]::new);
        for (int unit = 0; unit < this.territories.length; unit++) {
            index.insert(this.territories[unit].getEnvelopeInternal(), unit);
        }
        index.build();
    }

    List<Geometry> mended() {
        for (int unit = 0; unit < territories.length; unit++) {
            if (territories[unit].getNumGeometries() > 1) {
                mend(unit);
            }
        }
        return List.of(territories);
    }

    private void mend(int unit) {
        List<Geometry> kept = new ArrayList<>();
        List<Geometry> loose = new ArrayList<>();
        Geometry all = territories[unit];
        int largest = 0;
        for (int i = 1; i < all.getNumGeometries(); i++) {
            largest = all.getGeometryN(i).getArea() > all.getGeometryN(largest).getArea() ? i : largest;
        }
        for (int i = 0; i < all.getNumGeometries(); i++) {
            Geometry piece = all.getGeometryN(i);
            (i == largest || isOwn(piece, unit) ? kept : loose).add(piece);
        }
        for (Geometry piece : loose) {
            int neighbour = neighbour(piece, unit);
            if (neighbour < 0) {
                kept.add(piece);
            } else {
                territories[neighbour] = CoverageUnion.union(new Geometry[] {territories[neighbour], piece});
            }
        }
        territories[unit] = kept.size() == 1 ? kept.get(0) : CoverageUnion.union(kept.toArray(Geometry[]::new));
    }

    private boolean isOwn(Geometry piece, int unit) {
        Geometry metric = grid.toMetric(piece);
        double area = metric.getArea();
        return area >= LEAST_SQUARE_METRES
                && OverlayNGRobust.overlay(metric, units.get(unit), OverlayNG.INTERSECTION)
                                .getArea()
                        > OWN_SHARE * area;
    }

    /** Returns the other unit with the longest border with a piece, or -1. */
    private int neighbour(Geometry piece, int unit) {
        CommonBorder border = new CommonBorder(piece);
        int best = -1;
        double longest = 0;
        for (Object candidate : index.query(piece.getEnvelopeInternal())) {
            int other = (Integer) candidate;
            double length = other == unit ? 0 : border.lengthWith(territories[other]);
            if (length > longest || (length == longest && length > 0 && other < best)) {
                longest = length;
                best = other;
            }
        }
        return best;
    }
}
