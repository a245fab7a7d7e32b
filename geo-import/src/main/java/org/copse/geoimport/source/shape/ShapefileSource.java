package org.copse.geoimport.source.shape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.DeclaredCrs;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.OpenedFile;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.file.TextEncoding;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A Shapefile: shapes, and beside them a table, a CRS, a code page and an index, each of which may be missing. */
public final class ShapefileSource implements FeatureSource {
    private static final int SIDE_FILE_BYTES = 1 << 16;

    private final Part shp;
    private final ShapeReader shapes;
    private final @Nullable DbfTable table;
    private final DeclaredCrs crs;
    private final boolean indexed;

    private ShapefileSource(OpenedFile file, Part shp, ImportRequest request) throws IOException {
        this.shp = shp;
        Optional<Part> index = file.findSibling(shp, "shx");
        this.indexed = index.isPresent();
        this.crs = crs(file, shp);
        this.table = table(file, shp, request);
        this.shapes = ShapeReader.open(shp.path(), index.map(Part::path), request.limits(), shp.name());
    }

    public static ShapefileSource open(OpenedFile file, Part shp, ImportRequest request) throws IOException {
        return new ShapefileSource(file, shp, request);
    }

    private static DeclaredCrs crs(OpenedFile file, Part shp) throws IOException {
        Optional<String> text = sideText(file, shp, "prj");
        return text.isPresent() && !text.get().isBlank()
                ? DeclaredCrs.wkt(text.get(), "the .prj")
                : DeclaredCrs.missing("the Shapefile (no .prj)");
    }

    private static @Nullable DbfTable table(OpenedFile file, Part shp, ImportRequest request) throws IOException {
        Optional<Part> dbf = file.findSibling(shp, "dbf");
        return dbf.isEmpty()
                ? null
                : DbfTable.open(
                        dbf.get().path(),
                        dbf.get().name(),
                        codePage(file, shp, request),
                        request.reading().encoding().isPresent(),
                        request.limits());
    }

    /** Returns the code page that the request states, else that of the .cpg. */
    static Optional<String> codePage(OpenedFile file, Part main, ImportRequest request) throws IOException {
        Optional<String> stated = request.reading().encoding();
        return stated.isPresent() ? stated : sideText(file, main, "cpg");
    }

    static Optional<String> sideText(OpenedFile file, Part main, String extension) throws IOException {
        Optional<Part> side = file.findSibling(main, extension);
        if (side.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = Magic.head(side.get().path(), SIDE_FILE_BYTES);
        TextEncoding encoding = TextEncoding.detect(bytes);
        return Optional.of(
                encoding.certain() ? encoding.decode(bytes) : new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                "Shapefile",
                shp.stem(),
                table == null ? null : table.charset().name(),
                crs,
                table == null ? List.of() : table.columns(),
                false);
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        warn(sink);
        DbfTable attributes = table;
        try (DbfTable.Rows rows = attributes == null ? null : attributes.openRows()) {
            for (int i = 0; i < shapes.count(); i++) {
                shp.deadline().check(shp.name());
                take(i, rows == null ? null : rows.next(), sink);
            }
            if (rows != null) {
                long row = shapes.count();
                for (DbfRow left = rows.next(); left != null; left = rows.next()) {
                    sink.reject(++row, RejectionCode.NO_GEOMETRY, "a row of the table without a shape");
                }
            }
        }
    }

    private void warn(SourceSink sink) throws IOException {
        if (!indexed) {
            sink.warn(WarningCode.INDEX_MISSING, "there is no .shx; the shapes were found by scanning");
        }
        if (shapes.indexUsed()) {
            sink.warn(WarningCode.LENGTH_WRONG, "the shapes do not follow each other; they were found by the .shx");
        } else if (!shapes.scannedToTheEnd()) {
            sink.warn(
                    WarningCode.LENGTH_WRONG,
                    "after shape " + shapes.count() + " the .shp holds bytes that are no shape");
        }
        if (table == null) {
            sink.warn(WarningCode.TABLE_MISSING, "there is no .dbf; the shapes have no attributes");
            return;
        }
        table.warn(sink);
        if (table.rows() != shapes.count()) {
            sink.warn(
                    WarningCode.ROWS_DIFFER,
                    "the .shp holds " + shapes.count() + " shapes, the .dbf " + table.rows() + " rows",
                    Map.of("shapes", shapes.count(), "rows", table.rows()));
        }
    }

    private void take(int record, @Nullable DbfRow row, SourceSink sink) throws IOException {
        long number = record + 1L;
        if (row != null && row.deleted()) {
            sink.warnCounted(WarningCode.VALUES_ODD, "rows marked as deleted, left out");
            return;
        }
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        Map<String, Object> values = row == null ? Map.of() : row.values(changes, sink);
        Optional<ByteBuffer> content = shapes.content(record);
        if (content.isEmpty()) {
            sink.reject(number, RejectionCode.COORDINATES_MALFORMED, "the shape is cut off");
            return;
        }
        try {
            Geometry geometry = ShapeGeometry.decode(content.get(), sink);
            sink.take(new SourceFeature(number, null, geometry, values, changes));
        } catch (NotBuilt e) {
            sink.reject(number, e.reason().code(), e.reason().detail());
        }
    }

    @Override
    public void close() throws IOException {
        shapes.close();
    }
}
