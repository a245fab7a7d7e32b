package org.copse.geoimport.source.shape;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.copse.geoimport.source.geometry.Rings;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Decodes the content of one .shp record. Heights and measures are left out. */
final class ShapeGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int BOX_BYTES = 32;
    private static final int POSITION_BYTES = 16;

    private final ByteBuffer content;
    private final SourceSink sink;

    private ShapeGeometry(ByteBuffer content, SourceSink sink) {
        this.content = content;
        this.sink = sink;
    }

    /**
     * Returns the geometry, or null for a null shape.
     *
     * @param content little-endian, from the shape type on
     */
    static @Nullable Geometry decode(ByteBuffer content, SourceSink sink) throws NotBuilt {
        return new ShapeGeometry(content, sink).decode();
    }

    private @Nullable Geometry decode() throws NotBuilt {
        int type = content.getInt();
        if (type > 10 && type < 30) {
            sink.warnCounted(WarningCode.HEIGHTS_LEFT_OUT, "shapes with heights or measures, which were left out");
        }
        return switch (type) {
            case 0 -> null;
            case 1, 11, 21 -> GEOMETRIES.createPoint(positions(1)[0]);
            case 8, 18, 28 -> multiPoint();
            case 3, 13, 23 -> lines();
            case 5, 15, 25 -> Rings.assemble(parts(), sink);
            default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "shape type " + type);
        };
    }

    private Geometry multiPoint() throws NotBuilt {
        skip(BOX_BYTES);
        return GEOMETRIES.createMultiPointFromCoords(positions(number("points", POSITION_BYTES)));
    }

    private Geometry lines() throws NotBuilt {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : parts()) {
            if (part.length < 2) {
                throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a line of " + part.length + " positions");
            }
            lines.add(GEOMETRIES.createLineString(part));
        }
        return lines.size() == 1 ? lines.get(0) : GEOMETRIES.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private List<Coordinate[]> parts() throws NotBuilt {
        skip(BOX_BYTES);
        int partCount = number("parts", 4);
        int pointCount = number("points", POSITION_BYTES);
        need(partCount * 4L + pointCount * (long) POSITION_BYTES);
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = content.getInt();
        }
        starts[partCount] = pointCount;
        Coordinate[] all = positions(pointCount);
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < partCount; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1] || starts[i + 1] > pointCount) {
                throw new NotBuilt(
                        RejectionCode.COORDINATES_MALFORMED,
                        "part " + (i + 1) + " goes from point " + starts[i] + " to " + starts[i + 1] + " of "
                                + pointCount);
            }
            if (starts[i] < starts[i + 1]) {
                parts.add(java.util.Arrays.copyOfRange(all, starts[i], starts[i + 1]));
            }
        }
        return parts;
    }

    private Coordinate[] positions(int count) throws NotBuilt {
        need(count * (long) POSITION_BYTES);
        Coordinate[] positions = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            positions[i] = new CoordinateXY(content.getDouble(), content.getDouble());
            if (!Double.isFinite(positions[i].x) || !Double.isFinite(positions[i].y)) {
                throw new NotBuilt(
                        RejectionCode.COORDINATE_NOT_A_NUMBER, "(" + positions[i].x + ", " + positions[i].y + ")");
            }
        }
        return positions;
    }

    private int number(String what, int bytesEach) throws NotBuilt {
        need(4);
        int number = content.getInt();
        if (number < 0 || number > content.remaining() / bytesEach) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED,
                    "the record claims " + number + " " + what + ", more than it holds");
        }
        return number;
    }

    private void skip(int bytes) throws NotBuilt {
        need(bytes);
        content.position(content.position() + bytes);
    }

    private void need(long bytes) throws NotBuilt {
        if (content.remaining() < bytes) {
            throw new NotBuilt(
                    RejectionCode.COORDINATES_MALFORMED,
                    "the record has " + content.remaining() + " bytes where " + bytes + " are needed");
        }
    }
}
