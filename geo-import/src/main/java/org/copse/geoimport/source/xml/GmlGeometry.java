package org.copse.geoimport.source.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.ArcStrings;
import org.copse.geoimport.source.geometry.Arcs;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Makes geometries of what GML writes: east first, arcs as lines, patches as the areas they are. */
final class GmlGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final boolean northFirst;
    private final SourceSink sink;
    private final Set<ChangeCode> changes;
    private final ArcStrings arcs;
    private boolean heights;
    private boolean curves;

    /**
     * @param northFirst whether positions give north before east
     * @param changes filled with what was changed
     */
    GmlGeometry(boolean northFirst, SourceSink sink, Set<ChangeCode> changes, Limits limits, String where) {
        this.arcs = new ArcStrings(limits, where);
        this.northFirst = northFirst;
        this.sink = sink;
        this.changes = changes;
    }

    /** Returns the geometry, or null where it is empty. */
    @Nullable
    Geometry build(GmlShape shape) throws NotBuilt {
        shape.check();
        Geometry built = geometry(shape);
        if (heights) {
            sink.warnCounted(WarningCode.HEIGHTS_LEFT_OUT, "positions with a height, which was left out");
        }
        if (curves) {
            sink.warnCounted(
                    WarningCode.CURVES_AS_LINES,
                    "geometries with curves, made lines that keep within 1/20,000 of a curve's length");
        }
        return built == null || built.isEmpty() ? null : built;
    }

    private @Nullable Geometry geometry(GmlShape shape) throws NotBuilt {
        return switch (shape.element) {
            case "Point" -> shape.positions.isEmpty() ? null : GEOMETRIES.createPoint(position(shape.positions.get(0)));
            case "Polygon", "PolygonPatch", "Rectangle", "Triangle" -> polygon(shape);
            case "MultiPoint",
                    "MultiCurve",
                    "MultiLineString",
                    "MultiSurface",
                    "MultiPolygon",
                    "MultiGeometry",
                    "Surface",
                    "PolyhedralSurface",
                    "TriangulatedSurface",
                    "Tin",
                    "CompositeSurface",
                    "OrientableSurface" -> collection(shape);
            default -> line(positions(shape));
        };
    }

    private @Nullable Geometry collection(GmlShape shape) throws NotBuilt {
        List<Geometry> parts = new ArrayList<>();
        for (GmlShape part : shape.parts) {
            Geometry built = geometry(part);
            for (int i = 0; built != null && i < built.getNumGeometries(); i++) {
                parts.add(built.getGeometryN(i));
            }
        }
        if (parts.isEmpty() && !shape.positions.isEmpty()) {
            shape.positions.forEach(position -> parts.add(GEOMETRIES.createPoint(position(position))));
        }
        return parts.isEmpty() ? null : GEOMETRIES.buildGeometry(parts);
    }

    private Polygon polygon(GmlShape shape) throws NotBuilt {
        if (shape.parts.isEmpty()) {
            return GEOMETRIES.createPolygon();
        }
        List<LinearRing> rings = new ArrayList<>();
        for (GmlShape part : shape.parts) {
            rings.add(ring(positions(part)));
        }
        return GEOMETRIES.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
    }

    private LinearRing ring(List<Coordinate> positions) throws NotBuilt {
        List<Coordinate> closed = new ArrayList<>(positions);
        int last = closed.size() - 1;
        if (last >= 2 && !closed.get(0).equals2D(closed.get(last))) {
            changes.add(ChangeCode.RING_CLOSED);
            closed.add(closed.get(0).copy());
        }
        if (closed.size() < 4) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED, "a ring of " + positions.size() + " positions, not 4 or more");
        }
        return GEOMETRIES.createLinearRing(closed.toArray(new Coordinate[0]));
    }

    private static LineString line(List<Coordinate> positions) throws NotBuilt {
        if (positions.size() == 1) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a line of one position");
        }
        return GEOMETRIES.createLineString(positions.toArray(new Coordinate[0]));
    }

    /** Returns the positions of a line, a ring, or a curve of several pieces. */
    private List<Coordinate> positions(GmlShape shape) throws NotBuilt {
        List<Coordinate> line =
                switch (shape.element) {
                    case "LineString", "LinearRing", "LineStringSegment", "Geodesic", "GeodesicString" -> own(shape);
                    case "Arc", "ArcString" -> arcs(own(shape));
                    case "Circle" -> circle(own(shape));
                    case "Curve", "CompositeCurve", "Ring", "OrientableCurve" -> joined(shape);
                    default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a " + shape.element);
                };
        if (shape.reversed && shape.element.equals("OrientableCurve")) {
            Collections.reverse(line);
        }
        return line;
    }

    private List<Coordinate> own(GmlShape shape) throws NotBuilt {
        List<Coordinate> line = new ArrayList<>();
        shape.positions.forEach(position -> line.add(position(position)));
        for (GmlShape point : shape.parts) {
            // pointProperty and pointRep hold points in place of positions.
            if (point.element.equals("Point") && !point.positions.isEmpty()) {
                line.add(position(point.positions.get(0)));
            }
        }
        return line;
    }

    private List<Coordinate> joined(GmlShape shape) throws NotBuilt {
        List<Coordinate> line = new ArrayList<>();
        for (GmlShape part : shape.parts) {
            ArcStrings.append(line, positions(part));
        }
        if (shape.parts.isEmpty()) {
            line.addAll(own(shape));
        }
        return line;
    }

    private List<Coordinate> arcs(List<Coordinate> points) throws NotBuilt {
        curves = true;
        return arcs.line(points);
    }

    /** Returns a circle through three positions: an arc over them, and one back to the first. */
    private List<Coordinate> circle(List<Coordinate> points) throws NotBuilt {
        curves = true;
        if (points.size() != 3) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a circle of " + points.size() + " positions");
        }
        List<Coordinate> line = Arcs.circle(points.get(0), points.get(1), points.get(2));
        arcs.count(line);
        return line;
    }

    private Coordinate position(double[] numbers) {
        heights |= numbers.length > 2;
        return northFirst ? new CoordinateXY(numbers[1], numbers[0]) : new CoordinateXY(numbers[0], numbers[1]);
    }
}
