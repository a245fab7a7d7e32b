package org.copse.geoimport.clean;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Brings a geometry to what a kind of layer takes. */
final class KindGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private KindGeometry() {}

    /**
     * A geometry that fits its kind.
     *
     * @param change made to get there, or null
     */
    record Fitted(Geometry geometry, @Nullable ChangeCode change) {}

    static Fitted fit(Geometry geometry, LayerKind kind) throws Rejected {
        return switch (kind.shape()) {
            case AREA -> areas(geometry);
            case PLACE -> place(geometry);
            case LINE_OR_AREA -> linesOrAreas(geometry);
            case NONE -> new Fitted(GEOMETRIES.createPoint(), ChangeCode.GEOMETRY_LEFT_OUT);
            case ANY, OPTIONAL -> new Fitted(geometry, null);
        };
    }

    private static Fitted areas(Geometry geometry) throws Rejected {
        if (geometry instanceof Polygon || geometry.getGeometryType().equals(Geometry.TYPENAME_MULTIPOLYGON)) {
            return new Fitted(geometry, null);
        }
        List<Polygon> polygons = new ArrayList<>();
        collect(geometry, Polygon.class, polygons);
        if (polygons.isEmpty()) {
            throw wrong(geometry, "an area");
        }
        return new Fitted(GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0])), ChangeCode.PARTS_LEFT_OUT);
    }

    private static Fitted place(Geometry geometry) {
        if (geometry instanceof Point) {
            return new Fitted(geometry, null);
        }
        return new Fitted(geometry.getInteriorPoint(), geometry.getNumPoints() == 1 ? null : ChangeCode.PLACED_INSIDE);
    }

    private static Fitted linesOrAreas(Geometry geometry) throws Rejected {
        if (geometry.getDimension() == 0) {
            throw wrong(geometry, "a line or an area");
        }
        List<Point> points = new ArrayList<>();
        collect(geometry, Point.class, points);
        if (points.isEmpty()) {
            return new Fitted(geometry, null);
        }
        List<Geometry> rest = new ArrayList<>();
        collect(geometry, LineString.class, rest);
        collect(geometry, Polygon.class, rest);
        return new Fitted(GEOMETRIES.buildGeometry(rest), ChangeCode.PARTS_LEFT_OUT);
    }

    private static Rejected wrong(Geometry geometry, String wanted) {
        return new Rejected(
                RejectionCode.GEOMETRY_WRONG_FOR_KIND,
                geometry.getGeometryType() + " where " + wanted + " is wanted",
                geometry.getCoordinate().x,
                geometry.getCoordinate().y);
    }

    @SuppressWarnings("ReferenceEquality") // an atomic geometry is its own only part, as the same object
    private static <T extends Geometry> void collect(Geometry geometry, Class<T> type, List<? super T> into) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (type.isInstance(part)) {
                into.add(type.cast(part));
            } else if (part != geometry) {
                collect(part, type, into);
            }
        }
    }
}
