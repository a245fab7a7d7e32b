package org.copse.geoimport.source.flatgeobuf;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Builds the geometry of one FlatGeobuf feature. Every length is compared with the feature's bytes first, and parts are
 * counted as they are visited: a part may be referred to from many places, which would swell without bound.
 */
final class FlatGeobufGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final int featureBytes;
    private final long nesting;
    private final SourceSink sink;
    private long visitedBytes;

    /**
     * @param featureBytes of the feature's frame
     * @param nesting levels of collections at most
     */
    FlatGeobufGeometry(int featureBytes, long nesting, SourceSink sink) {
        this.featureBytes = featureBytes;
        this.nesting = nesting;
        this.sink = sink;
    }

    /**
     * Returns the geometry, or null where it is empty.
     *
     * @param typeOfLayer the header's type, or Unknown where each feature has its own
     */
    @Nullable
    Geometry build(org.wololo.flatgeobuf.generated.Geometry raw, int typeOfLayer) throws NotBuilt {
        return build(raw, typeOfLayer == GeometryType.Unknown ? raw.type() : typeOfLayer, 0);
    }

    private @Nullable Geometry build(org.wololo.flatgeobuf.generated.Geometry raw, int type, int depth)
            throws NotBuilt {
        if (depth > nesting) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "collections nested deeper than " + nesting);
        }
        visit(16L + raw.xyLength() * 8L + raw.endsLength() * 4L);
        if (raw.zLength() > 0 || raw.mLength() > 0) {
            sink.warnCounted(WarningCode.HEIGHTS_LEFT_OUT, "geometries with heights or measures, which were left out");
        }
        return switch (type) {
            case GeometryType.Point -> raw.xyLength() == 0 ? null : GEOMETRIES.createPoint(positions(raw)[0]);
            case GeometryType.MultiPoint -> GEOMETRIES.createMultiPointFromCoords(positions(raw));
            case GeometryType.LineString -> line(positions(raw));
            case GeometryType.MultiLineString -> lines(raw);
            case GeometryType.Polygon -> polygon(raw);
            case GeometryType.MultiPolygon, GeometryType.GeometryCollection -> parts(raw, type, depth);
            default -> throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "geometry type " + type);
        };
    }

    private void visit(long bytes) throws NotBuilt {
        visitedBytes += bytes;
        // A part takes at least 16 bytes of its own, so an honest geometry is never visited to more than its size and
        // some.
        if (bytes < 0 || visitedBytes > 2L * featureBytes) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the geometry claims more than the feature holds");
        }
    }

    private Geometry parts(org.wololo.flatgeobuf.generated.Geometry raw, int type, int depth) throws NotBuilt {
        List<Geometry> parts = new ArrayList<>();
        int count = raw.partsLength();
        visit(count * 4L);
        for (int i = 0; i < count; i++) {
            org.wololo.flatgeobuf.generated.Geometry part = raw.parts(i);
            boolean polygons = type == GeometryType.MultiPolygon;
            Geometry built = build(part, polygons ? GeometryType.Polygon : part.type(), depth + 1);
            if (built != null && !built.isEmpty()) {
                parts.add(built);
            }
        }
        return type == GeometryType.MultiPolygon
                ? GEOMETRIES.createMultiPolygon(parts.toArray(new Polygon[0]))
                : GEOMETRIES.createGeometryCollection(parts.toArray(new Geometry[0]));
    }

    private Coordinate[] positions(org.wololo.flatgeobuf.generated.Geometry raw) throws NotBuilt {
        int numbers = raw.xyLength();
        if (numbers < 0 || numbers % 2 != 0 || numbers * 8L > featureBytes) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the geometry claims " + numbers + " numbers");
        }
        Coordinate[] positions = new Coordinate[numbers / 2];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new CoordinateXY(raw.xy(2 * i), raw.xy(2 * i + 1));
        }
        return positions;
    }

    private LineString line(Coordinate[] positions) throws NotBuilt {
        if (positions.length < 2) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "a line of " + positions.length + " positions");
        }
        return GEOMETRIES.createLineString(positions);
    }

    private Geometry lines(org.wololo.flatgeobuf.generated.Geometry raw) throws NotBuilt {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] stretch : stretches(raw)) {
            lines.add(line(stretch));
        }
        return GEOMETRIES.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private @Nullable Geometry polygon(org.wololo.flatgeobuf.generated.Geometry raw) throws NotBuilt {
        List<LinearRing> rings = new ArrayList<>();
        for (Coordinate[] stretch : stretches(raw)) {
            boolean closed = stretch.length >= 4 && stretch[0].equals2D(stretch[stretch.length - 1]);
            if (!closed) {
                throw new NotBuilt(
                        RejectionCode.COORDINATES_MALFORMED, "a ring of " + stretch.length + " positions, not closed");
            }
            rings.add(GEOMETRIES.createLinearRing(stretch));
        }
        return rings.isEmpty()
                ? null
                : GEOMETRIES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
    }

    /** Returns the positions of each line or ring; the ends are those of all but say where each stops. */
    private List<Coordinate[]> stretches(org.wololo.flatgeobuf.generated.Geometry raw) throws NotBuilt {
        Coordinate[] all = positions(raw);
        int ends = raw.endsLength();
        List<Coordinate[]> stretches = new ArrayList<>();
        if (ends == 0) {
            if (all.length > 0) {
                stretches.add(all);
            }
            return stretches;
        }
        int from = 0;
        for (int i = 0; i < ends; i++) {
            long to = raw.ends(i);
            if (to < from || to > all.length) {
                throw new NotBuilt(
                        RejectionCode.COORDINATES_MALFORMED, "a part ends at position " + to + " of " + all.length);
            }
            stretches.add(java.util.Arrays.copyOfRange(all, from, (int) to));
            from = (int) to;
        }
        return stretches;
    }
}
