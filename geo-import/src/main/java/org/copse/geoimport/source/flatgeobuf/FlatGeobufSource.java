package org.copse.geoimport.source.flatgeobuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.column.HeaderRow;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/** A FlatGeobuf, read feature by feature. Its spatial index is passed over. */
public final class FlatGeobufSource implements FeatureSource {
    private static final int SMALLEST_COLUMN_BYTES = 4;

    private final Part part;
    private final Limits limits;
    private final SourceInfo info;
    private final FlatGeobufRow row;
    private final Set<String> repeated = new TreeSet<>();
    private final long claimedFeatures;
    private final int geometryType;
    private final int indexNodeSize;

    private FlatGeobufSource(Part part, Limits limits) throws IOException {
        this.part = part;
        this.limits = limits;
        try (FlatGeobufFrames frames = new FlatGeobufFrames(part, limits)) {
            ByteBuffer bytes = frames.next();
            if (bytes == null) {
                throw frames.broken("has no header");
            }
            try {
                Header header = Header.getRootAsHeader(bytes);
                List<FlatGeobufRow.Field> fields = fields(header, bytes.capacity());
                this.row = new FlatGeobufRow(fields, limits);
                this.claimedFeatures = header.featuresCount();
                this.geometryType = header.geometryType();
                this.indexNodeSize = header.indexNodeSize();
                this.info = new SourceInfo(
                        "FlatGeobuf",
                        header.name(),
                        null,
                        crs(header.crs()),
                        fields.stream().map(FlatGeobufRow.Field::name).toList(),
                        false);
            } catch (ImportRefused e) {
                throw e;
            } catch (RuntimeException | AssertionError e) {
                throw frames.broken("has a header whose offsets lead outside it");
            }
        }
    }

    /**
     * Opens a FlatGeobuf.
     *
     * @throws ImportRefused when its header is broken
     */
    public static FlatGeobufSource open(Part part, Limits limits) throws IOException {
        return new FlatGeobufSource(part, limits);
    }

    private List<FlatGeobufRow.Field> fields(Header header, int headerBytes) {
        int count = header.columnsLength();
        limits.check(Limit.ATTRIBUTES, count, part.name() + ", header");
        if (count < 0 || (long) count * SMALLEST_COLUMN_BYTES > headerBytes) {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE, part.name() + ", header", "it claims " + count + " columns");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = header.columns(i).name();
            names.add(name == null ? "" : name);
        }
        List<String> unique = HeaderRow.names(names, repeated);
        List<FlatGeobufRow.Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Column column = header.columns(i);
            fields.add(new FlatGeobufRow.Field(unique.get(i), column.type()));
        }
        return fields;
    }

    private static DeclaredCrs crs(@Nullable Crs crs) {
        if (crs == null) {
            return DeclaredCrs.missing("the FlatGeobuf, whose header names none");
        }
        String organisation = crs.org();
        boolean epsg = organisation == null || organisation.isBlank() || organisation.equalsIgnoreCase("EPSG");
        String wkt = crs.wkt();
        if (epsg && crs.code() > 0) {
            return DeclaredCrs.code("EPSG:" + crs.code(), "the FlatGeobuf");
        }
        return wkt == null || wkt.isBlank()
                ? DeclaredCrs.missing("the FlatGeobuf, whose header names none")
                : DeclaredCrs.wkt(wkt, "the FlatGeobuf");
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        repeated.forEach(name -> sink.warn(
                WarningCode.NAME_REPEATED,
                "the column \"" + name + "\" stands there more than once",
                Map.of("name", name)));
        try (FlatGeobufFrames frames = new FlatGeobufFrames(part, limits)) {
            frames.next();
            frames.skipIndex(claimedFeatures, indexNodeSize);
            long number = 0;
            for (ByteBuffer bytes = frames.next(); bytes != null; bytes = frames.next()) {
                limits.check(Limit.FEATURES, ++number, frames.where());
                take(number, bytes, sink);
            }
            if (claimedFeatures != 0 && claimedFeatures != number) {
                sink.warn(
                        WarningCode.LENGTH_WRONG,
                        "the header claims " + claimedFeatures + " features, the file holds " + number);
            }
        }
    }

    private void take(long number, ByteBuffer bytes, SourceSink sink) {
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        Map<String, Object> values;
        Geometry geometry;
        try {
            Feature feature = Feature.getRootAsFeature(bytes);
            values = row.values(feature, changes);
            org.wololo.flatgeobuf.generated.Geometry raw = feature.geometry();
            geometry = raw == null
                    ? null
                    : new FlatGeobufGeometry(bytes.capacity(), limits.of(Limit.NESTING), sink).build(raw, geometryType);
        } catch (NotBuilt e) {
            sink.reject(number, e.reason().code(), e.reason().detail());
            return;
        } catch (ImportRefused e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            // The library follows offsets without looking where they lead; beyond the feature's bytes it throws.
            sink.reject(number, RejectionCode.ROW_UNREADABLE, "an offset in the feature leads outside it");
            return;
        }
        sink.take(new SourceFeature(number, null, geometry, values, changes));
    }
}
