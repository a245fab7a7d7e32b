package org.copse.geoimport.source.geometry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Builds one GeoJSON geometry, noting what had to be forgiven. */
public final class GeometryBuilder {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final SourceSink sink;
    private final Set<ChangeCode> changes;

    /**
     * Builds the geometries of one feature.
     *
     * @param sink told of what was forgiven
     * @param changes filled with what was changed
     */
    public GeometryBuilder(SourceSink sink, Set<ChangeCode> changes) {
        this.sink = sink;
        this.changes = changes;
    }

    static GeometryBuilder into(SourceSink sink) {
        return new GeometryBuilder(sink, EnumSet.noneOf(ChangeCode.class));
    }

    /** Returns the geometry, or null when its coordinates are an empty array. */
    @Nullable
    public Geometry build(String type, @Nullable Object coordinates) throws NotBuilt {
        if (coordinates == null) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a " + type + " without coordinates");
        }
        if (coordinates instanceof Malformed malformed) {
            throw new NotBuilt(malformed);
        }
        if (coordinates instanceof double[] position && position.length == 0) {
            return null;
        }
        return switch (type) {
            case "Point" -> point(coordinates);
            case "MultiPoint" ->
                GEOMETRIES.createMultiPoint(each(coordinates, this::point).toArray(new Point[0]));
            case "LineString" -> line(coordinates);
            case "MultiLineString" ->
                GEOMETRIES.createMultiLineString(each(coordinates, this::line).toArray(new LineString[0]));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                GEOMETRIES.createMultiPolygon(each(coordinates, this::polygon).toArray(new Polygon[0]));
            default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "type \"" + type + "\"");
        };
    }

    private interface Part<T> {
        T of(Object coordinates) throws NotBuilt;
    }

    private static <T> List<T> each(Object coordinates, Part<T> part) throws NotBuilt {
        List<T> built = new ArrayList<>();
        for (Object value : list(coordinates)) {
            built.add(part.of(value));
        }
        return built;
    }

    private static List<?> list(Object coordinates) throws NotBuilt {
        if (coordinates instanceof List<?> values) {
            return values;
        }
        if (coordinates instanceof double[] position && position.length == 0) {
            return List.of();
        }
        throw new NotBuilt(
                RejectionCode.COORDINATES_MALFORMED, "a number where an array of positions belongs: nested too little");
    }

    private Point point(Object coordinates) throws NotBuilt {
        return GEOMETRIES.createPoint(position(coordinates));
    }

    private Coordinate position(Object coordinates) throws NotBuilt {
        if (!(coordinates instanceof double[] numbers)) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED, "an array where a position belongs: nested too deep");
        }
        if (numbers.length < 2) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED, "a position of " + numbers.length + " numbers, not 2 or 3");
        }
        if (numbers.length > 3) {
            sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "positions with more than three numbers; two were taken");
        } else if (numbers.length == 3) {
            sink.warnCounted(WarningCode.HEIGHTS_LEFT_OUT, "positions with a height, which was left out");
        }
        return new CoordinateXY(numbers[0], numbers[1]);
    }

    private Coordinate[] positions(Object coordinates) throws NotBuilt {
        return each(coordinates, this::position).toArray(new Coordinate[0]);
    }

    private LineString line(Object coordinates) throws NotBuilt {
        Coordinate[] positions = positions(coordinates);
        if (positions.length < 2) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED, "a line of " + positions.length + " positions, not 2 or more");
        }
        return GEOMETRIES.createLineString(positions);
    }

    private Polygon polygon(Object coordinates) throws NotBuilt {
        List<LinearRing> rings = each(coordinates, this::ring);
        if (rings.isEmpty()) {
            return GEOMETRIES.createPolygon();
        }
        for (int i = 0; i < rings.size(); i++) {
            boolean shell = i == 0;
            if (Orientation.isCCW(rings.get(i).getCoordinateSequence()) != shell) {
                sink.warnCounted(
                        WarningCode.RING_DIRECTION, "rings that do not follow the right-hand rule, taken as they are");
            }
        }
        return GEOMETRIES.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
    }

    private LinearRing ring(Object coordinates) throws NotBuilt {
        Coordinate[] positions = positions(coordinates);
        if (positions.length >= 3 && !positions[0].equals2D(positions[positions.length - 1])) {
            changes.add(ChangeCode.RING_CLOSED);
            positions = java.util.Arrays.copyOf(positions, positions.length + 1);
            positions[positions.length - 1] = positions[0].copy();
        }
        if (positions.length < 4) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED, "a ring of " + positions.length + " positions, not 4 or more");
        }
        return GEOMETRIES.createLinearRing(positions);
    }

    /** Returns a collection of {@code parts}. */
    public Geometry collection(List<Geometry> parts) {
        return GEOMETRIES.createGeometryCollection(parts.toArray(new Geometry[0]));
    }
}
