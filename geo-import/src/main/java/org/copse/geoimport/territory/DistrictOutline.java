package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The outline of a district that only its units tell of: the units, closed over streets as wide as given, without holes. */
final class DistrictOutline {

    private static final int QUADRANT_SEGMENTS = 4;

    private DistrictOutline() {}

    /** Returns every place from which no circle of half the width can roll away to the outside without meeting a unit. */
    static Geometry closing(List<? extends Geometry> units, double widthMetres) {
        if (widthMetres == 0) {
            return withoutHoles(OverlayNGRobust.union(List.copyOf(units)));
        }
        List<Geometry> grown = new ArrayList<>(units.size());
        units.parallelStream()
                .map(unit -> withoutHoles(unit).buffer(widthMetres / 2, QUADRANT_SEGMENTS))
                .forEachOrdered(grown::add);
        Geometry whole = withoutHoles(OverlayNGRobust.union(grown));
        return whole.buffer(-widthMetres / 2, QUADRANT_SEGMENTS);
    }

    /** Returns an area with its holes filled. */
    static Geometry withoutHoles(Geometry area) {
        GeometryFactory geometry = area.getFactory();
        Collection<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                parts.add(geometry.createPolygon(polygon.getExteriorRing().getCoordinates()));
            }
        }
        return geometry.buildGeometry(parts);
    }
}
