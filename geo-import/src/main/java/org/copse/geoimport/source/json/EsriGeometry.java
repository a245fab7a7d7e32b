package org.copse.geoimport.source.json;

import java.util.Arrays;
import java.util.List;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.copse.geoimport.source.geometry.Rings;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One {@code geometry} member of Esri JSON, told by its members: rings, paths, points, or x and y. */
final class EsriGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final JsonParser parser;
    private final SourceSink sink;
    private final EsriPositions positions;
    private @Nullable DeclaredCrs crs;
    private @Nullable Double x;
    private @Nullable Double y;
    private @Nullable Geometry built;
    private @Nullable NotBuilt wrong;

    EsriGeometry(JsonParser parser, Limits limits, String where, SourceSink sink) {
        this.parser = parser;
        this.sink = sink;
        this.positions = new EsriPositions(parser, limits, where);
    }

    /** Returns the CRS that the geometry itself names, or null. */
    @Nullable
    DeclaredCrs crs() {
        return crs;
    }

    /** Reads the object at the parser's current token to its end, and returns the geometry, or null when it is empty. */
    @Nullable
    Geometry read() throws NotBuilt {
        boolean unknown = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            unknown &= !member(member, value);
        }
        if (positions.hadHeights()) {
            sink.warnCounted(WarningCode.HEIGHTS_LEFT_OUT, "positions with a height or a measure, which was left out");
        }
        if (positions.hadCurves()) {
            sink.warnCounted(
                    WarningCode.CURVES_AS_LINES,
                    "geometries with curves, made lines that keep within 1/20,000 of a curve's length");
        }
        if (wrong != null) {
            throw wrong;
        }
        if (unknown) {
            throw new NotBuilt(
                    RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a geometry without rings, paths, points or x and y");
        }
        if (x != null && y != null) {
            return GEOMETRIES.createPoint(new CoordinateXY(x, y));
        }
        return built;
    }

    /** Returns whether the member tells the geometry's type. */
    private boolean member(String member, JsonToken value) {
        switch (member) {
            case "rings", "curveRings", "paths", "curvePaths", "points" -> {
                try {
                    built = made(member);
                } catch (NotBuilt e) {
                    wrong = e;
                }
                return true;
            }
            case "x" -> {
                x = number(value);
                return true;
            }
            case "y" -> y = number(value);
            case "z", "m" -> parser.skipChildren();
            case "spatialReference" -> {
                if (value == JsonToken.START_OBJECT) {
                    crs = EsriCrs.read(parser);
                } else {
                    parser.skipChildren();
                }
            }
            default -> parser.skipChildren();
        }
        return false;
    }

    private @Nullable Double number(JsonToken value) {
        if (value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT) {
            double number = parser.getDoubleValue();
            return Double.isFinite(number) ? number : null;
        }
        parser.skipChildren();
        return null;
    }

    private @Nullable Geometry made(String member) throws NotBuilt {
        if (member.equals("points")) {
            List<Coordinate> points = positions.line();
            return points.isEmpty() ? null : GEOMETRIES.createMultiPointFromCoords(points.toArray(new Coordinate[0]));
        }
        List<Coordinate[]> lines = positions.lines();
        lines.removeIf(line -> line.length == 0);
        if (lines.isEmpty()) {
            return null;
        }
        return member.endsWith("ings") ? Rings.assemble(lines, sink) : paths(lines);
    }

    private static Geometry paths(List<Coordinate[]> lines) throws NotBuilt {
        LineString[] made = new LineString[lines.size()];
        for (int i = 0; i < made.length; i++) {
            Coordinate[] line = lines.get(i);
            if (line.length < 2) {
                throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a path of one position, not 2 or more");
            }
            made[i] = GEOMETRIES.createLineString(Arrays.copyOf(line, line.length));
        }
        return made.length == 1 ? made[0] : GEOMETRIES.createMultiLineString(made);
    }
}
