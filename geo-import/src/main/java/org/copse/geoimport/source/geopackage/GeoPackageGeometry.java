package org.copse.geoimport.source.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.copse.geoimport.Limits;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.geometry.CurvedWkb;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Decodes GeoPackage's binary geometry: a header of its own, then well-known binary. */
final class GeoPackageGeometry {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int HEADER_BYTES = 8;

    private GeoPackageGeometry() {}

    /**
     * Returns the geometry of {@code blob}, or null where it is empty.
     *
     * @param where for messages about a limit
     */
    static @Nullable Geometry decode(byte[] blob, int layerSrsId, SourceSink sink, Limits limits, String where)
            throws NotBuilt {
        if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the geometry lacks GeoPackage's header");
        }
        int flags = blob[3];
        ByteBuffer header =
                ByteBuffer.wrap(blob).order((flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (header.getInt(4) != layerSrsId) {
            sink.warnCounted(
                    WarningCode.CRS_CONTRADICTED, "geometries that name another CRS than their layer, which was taken");
        }
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length || (flags & 0x20) != 0) {
            throw new NotBuilt(RejectionCode.GEOMETRY_TYPE_UNKNOWN, "an extended GeoPackage geometry");
        }
        int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
        if (start >= blob.length) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "the geometry ends after its header");
        }
        return wkb(Arrays.copyOfRange(blob, start, blob.length), limits, where, sink);
    }

    private static @Nullable Geometry wkb(byte[] bytes, Limits limits, String where, SourceSink sink) throws NotBuilt {
        Geometry geometry = read(bytes, limits, where, sink);
        return geometry.isEmpty() ? null : geometry;
    }

    private static Geometry read(byte[] bytes, Limits limits, String where, SourceSink sink) throws NotBuilt {
        try {
            return new WKBReader(GEOMETRIES).read(bytes);
        } catch (ParseException | RuntimeException e) {
            Geometry curved = CurvedWkb.read(bytes, limits, where);
            sink.warnCounted(
                    WarningCode.CURVES_AS_LINES,
                    "geometries with curves, made lines that keep within 1/20,000 of a curve's length");
            return curved;
        } catch (StackOverflowError e) {
            throw new NotBuilt(RejectionCode.COORDINATES_MALFORMED, "collections nested too deep");
        }
    }
}
