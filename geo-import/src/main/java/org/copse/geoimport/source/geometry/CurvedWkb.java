package org.copse.geoimport.source.geometry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary with curves and surfaces, which JTS does not read: circular strings, compound curves, curve polygons,
 * collections of them, polyhedral surfaces and TINs. Arcs become lines as {@link Arcs} makes them; heights and measures are
 * left out. No count is believed before it is held against the bytes that are there.
 */
public final class CurvedWkb {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int CIRCULAR = 8;
    private static final int COMPOUND = 9;
    private static final int CURVE_POLYGON = 10;
    private static final int TRIANGLE = 17;
    private static final int SRID_FLAG = 0x20000000;
    private static final int M_FLAG = 0x40000000;
    private static final int Z_FLAG = 0x80000000;

    private final ByteBuffer bytes;
    private final Limits limits;
    private final String where;
    private final ArcStrings arcs;

    private CurvedWkb(byte[] bytes, Limits limits, String where) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.limits = limits;
        this.where = where;
        this.arcs = new ArcStrings(limits, where);
    }

    /**
     * Returns the geometry, arcs made lines.
     *
     * @param where for messages about a limit
     * @throws NotBuilt when the bytes are none
     */
    public static Geometry read(byte[] bytes, Limits limits, String where) throws NotBuilt {
        try {
            return new CurvedWkb(bytes, limits, where).geometry(0);
        } catch (BufferUnderflowException e) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the geometry's binary form is cut off");
        }
    }

    /** A geometry's type, and how many numbers its positions have. */
    private record Head(int type, int numbers) {}

    private Head head() throws NotBuilt {
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int code = bytes.getInt();
        if ((code & SRID_FLAG) != 0) {
            bytes.getInt();
        }
        int plain = code & 0x0fffffff;
        int numbers = 2 + ((code & Z_FLAG) != 0 ? 1 : 0) + ((code & M_FLAG) != 0 ? 1 : 0);
        int iso = plain / 1000;
        if (iso > 3) {
            throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a geometry of type " + plain);
        }
        return new Head(plain % 1000, numbers + (iso == 3 ? 2 : iso == 0 ? 0 : 1));
    }

    private int count(int bytesOfEach) throws NotBuilt {
        int count = bytes.getInt();
        if (count < 0 || (long) count * bytesOfEach > bytes.remaining()) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a count of parts that the bytes cannot hold");
        }
        return count;
    }

    private Geometry geometry(int depth) throws NotBuilt {
        limits.check(Limit.NESTING, depth, where);
        Head head = head();
        return switch (head.type) {
            case POINT -> GEOMETRIES.createPoint(position(head.numbers));
            case LINE, CIRCULAR, COMPOUND -> line(curve(head, depth));
            case POLYGON, TRIANGLE -> polygon(plainRings(head.numbers));
            case CURVE_POLYGON -> polygon(curvedRings(depth));
            case 4, 5, 6, 7, 11, 12, 15, 16 -> collection(depth);
            default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a geometry of type " + head.type);
        };
    }

    private Geometry collection(int depth) throws NotBuilt {
        int count = count(5);
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Geometry part = geometry(depth + 1);
            for (int n = 0; n < part.getNumGeometries(); n++) {
                if (!part.getGeometryN(n).isEmpty()) {
                    parts.add(part.getGeometryN(n));
                }
            }
        }
        return GEOMETRIES.buildGeometry(parts);
    }

    private List<Coordinate> curve(Head head, int depth) throws NotBuilt {
        limits.check(Limit.NESTING, depth, where);
        return switch (head.type) {
            case LINE -> positions(head.numbers);
            case CIRCULAR -> arcs(positions(head.numbers));
            case COMPOUND -> {
                int count = count(5);
                List<Coordinate> line = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    ArcStrings.append(line, curve(head(), depth + 1));
                }
                yield line;
            }
            default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "a curve of type " + head.type);
        };
    }

    private List<Coordinate> arcs(List<Coordinate> points) throws NotBuilt {
        return points.isEmpty() ? points : arcs.line(points);
    }

    private List<List<Coordinate>> plainRings(int numbers) throws NotBuilt {
        int count = count(4);
        List<List<Coordinate>> rings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rings.add(positions(numbers));
        }
        return rings;
    }

    private List<List<Coordinate>> curvedRings(int depth) throws NotBuilt {
        int count = count(5);
        List<List<Coordinate>> rings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rings.add(curve(head(), depth + 1));
        }
        return rings;
    }

    private List<Coordinate> positions(int numbers) throws NotBuilt {
        int count = count(Double.BYTES * numbers);
        List<Coordinate> positions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            positions.add(position(numbers));
        }
        return positions;
    }

    private Coordinate position(int numbers) {
        Coordinate position = new CoordinateXY(bytes.getDouble(), bytes.getDouble());
        for (int i = 2; i < numbers; i++) {
            bytes.getDouble();
        }
        return position;
    }

    private static LineString line(List<Coordinate> positions) throws NotBuilt {
        if (positions.size() == 1) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a line of one position");
        }
        return GEOMETRIES.createLineString(positions.toArray(new Coordinate[0]));
    }

    private static Polygon polygon(List<List<Coordinate>> rings) throws NotBuilt {
        List<LinearRing> made = new ArrayList<>();
        for (List<Coordinate> ring : rings) {
            int last = ring.size() - 1;
            if (last >= 2 && !ring.get(0).equals2D(ring.get(last))) {
                ring.add(ring.get(0).copy());
            }
            if (ring.size() < 4) {
                throw new NotBuilt(
                        RejectionCode.COORDINATES_MALFORMED, "a ring of " + ring.size() + " positions, not 4 or more");
            }
            made.add(GEOMETRIES.createLinearRing(ring.toArray(new Coordinate[0])));
        }
        return made.isEmpty()
                ? GEOMETRIES.createPolygon()
                : GEOMETRIES.createPolygon(
                        made.get(0), made.subList(1, made.size()).toArray(new LinearRing[0]));
    }
}
