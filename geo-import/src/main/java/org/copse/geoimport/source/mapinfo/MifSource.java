package org.copse.geoimport.source.mapinfo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.ChangeCode;
import org.copse.geoimport.report.RejectionCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.FeatureSource;
import org.copse.geoimport.source.SourceFeature;
import org.copse.geoimport.source.SourceInfo;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.OpenedFile;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.file.RowBudgetReader;
import org.copse.geoimport.source.geometry.NotBuilt;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** MapInfo's MIF and MID: shapes in one file, the rows of their table in the other, in the same order. */
public final class MifSource implements FeatureSource {
    private final Part mif;
    private final @Nullable Part mid;
    private final Limits limits;
    private final MifCharset charset;
    private final MifHeader header;

    private MifSource(Part mif, Optional<Part> mid, ImportRequest request) throws IOException {
        this.mif = mif;
        this.mid = mid.orElse(null);
        this.limits = request.limits();
        this.charset = MifCharset.of(mif, mid, request.reading().encoding());
        try (MifTokens words = words()) {
            this.header = MifHeader.read(words, limits);
        }
    }

    /**
     * Opens a MIF.
     *
     * @throws ImportRefused when it has no shapes' section, or its header makes no sense
     */
    public static MifSource open(OpenedFile file, Part mif, ImportRequest request) throws IOException {
        return new MifSource(mif, file.findSibling(mif, "mid"), request);
    }

    private MifTokens words() throws IOException {
        return new MifTokens(new java.io.BufferedReader(charset.encoding().open(mif)), limits, mif.name());
    }

    @Override
    public SourceInfo info() {
        List<String> columns = mid == null
                ? List.of()
                : header.columns().stream().map(MifHeader.Column::name).toList();
        return new SourceInfo("MIF", mif.stem(), charset.encoding().charset().name(), header.crs(), columns, false);
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        charset.warn(sink);
        if (mid == null) {
            sink.warn(WarningCode.TABLE_MISSING, "there is no .mid; the shapes have no attributes");
        }
        Reader table = mid == null ? new StringReader("") : charset.encoding().open(mid);
        try (MifTokens words = words();
                RowBudgetReader budget = new RowBudgetReader(table, limits, mid == null ? mif.name() : mid.name());
                CSVParser rows = parser(budget)) {
            MifHeader.read(words, limits);
            read(new MifShapes(words, header, limits, sink), rows.iterator(), budget, sink);
        } catch (UncheckedIOException e) {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE,
                    mid == null ? mif.name() : mid.name(),
                    "a quoted text of the .mid does not end as it should");
        }
    }

    private CSVParser parser(Reader reader) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(header.delimiter())
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        return CSVParser.builder().setReader(reader).setFormat(format).get();
    }

    private void read(MifShapes shapes, Iterator<CSVRecord> rows, RowBudgetReader budget, SourceSink sink)
            throws IOException {
        long row = 0;
        while (shapes.next()) {
            limits.check(Limit.FEATURES, ++row, mif.name());
            mif.deadline().check(mif.name());
            CSVRecord record = rows.hasNext() ? rows.next() : null;
            budget.rowDone();
            Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
            try {
                Geometry geometry = shapes.read();
                sink.take(new SourceFeature(row, null, geometry, values(record, changes), changes));
            } catch (NotBuilt e) {
                sink.reject(row, e.reason().code(), e.reason().detail());
            }
        }
        long without = 0;
        while (rows.hasNext()) {
            rows.next();
            budget.rowDone();
            without++;
            sink.reject(row + without, RejectionCode.NO_GEOMETRY, "a row of the .mid without a shape");
        }
    }

    private Map<String, Object> values(@Nullable CSVRecord record, Set<ChangeCode> changes) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (record == null) {
            return values;
        }
        List<MifHeader.Column> columns = header.columns();
        if (record.size() < columns.size()) {
            changes.add(ChangeCode.ROW_COMPLETED);
        }
        for (int i = 0; i < Math.min(columns.size(), record.size()); i++) {
            String text = record.get(i).strip();
            if (!text.isEmpty()) {
                values.put(columns.get(i).name(), value(columns.get(i).type(), text));
            }
        }
        return values;
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "integer", "smallint", "largeint" ->
                text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
            case "decimal", "float" -> {
                boolean number = text.matches("-?[0-9]{0,40}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,3})?")
                        && text.matches(".*[0-9].*");
                double parsed = number ? Double.parseDouble(text) : Double.NaN;
                yield Double.isFinite(parsed) ? (Object) parsed : text;
            }
            case "logical" -> text.equalsIgnoreCase("T") ? (Object) true : text.equalsIgnoreCase("F") ? false : text;
            case "date" ->
                text.matches("[0-9]{8}")
                        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                        : text;
            default -> text;
        };
    }
}
