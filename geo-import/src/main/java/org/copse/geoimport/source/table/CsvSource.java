package org.copse.geoimport.source.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.Reading;
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
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.Part;
import org.copse.geoimport.source.file.RowBudgetReader;
import org.copse.geoimport.source.file.TextEncoding;

/**
 * Delimited text with one header row, which may stand below titles. Delimiter, encoding, decimal commas and numeric columns
 * are detected.
 *
 * <p>A row with more fields than there are headers is rejected, since its values stand under the wrong names; one whose
 * last fields are missing is completed.
 */
public final class CsvSource implements FeatureSource {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int SAMPLE_ROWS = 1_000;
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final int FEW_ROWS = 5;
    private static final double PROSE = 0.4;

    private final Part part;
    private final Limits limits;
    private final TextEncoding encoding;
    private final CsvDialect dialect;
    private final List<String> headers;
    private final int headerIndex;
    private final Set<String> repeated = new HashSet<>();
    private final TableColumns columns;

    private CsvSource(
            Part part,
            Limits limits,
            TextEncoding encoding,
            CsvDialect dialect,
            Set<String> textColumns,
            Optional<Character> decimal)
            throws IOException {
        this.part = part;
        this.limits = limits;
        this.encoding = encoding;
        this.dialect = dialect;
        List<List<String>> sample = sample();
        this.headerIndex = HeaderRow.find(sample);
        List<String> header = sample.get(headerIndex);
        limits.check(Limit.ATTRIBUTES, header.size(), part.name() + ", header");
        this.headers = HeaderRow.names(header, repeated);
        List<List<String>> rows = sample.subList(headerIndex + 1, sample.size());
        refuseProse(rows);
        this.columns = new TableColumns(headers, rows, textColumns, decimal, dialect.delimiter() == ',');
    }

    /**
     * Opens a text as a table.
     *
     * @param textColumns whose values are kept as they are written
     * @throws ImportRefused when no delimiter is found, or there is no header
     */
    public static CsvSource open(Part part, Limits limits, Reading reading, Set<String> textColumns)
            throws IOException {
        TextEncoding encoding = reading.encoding().isPresent()
                ? TextEncoding.stated(reading.encoding().get(), part.path())
                : TextEncoding.ofFile(part.path());
        String head = encoding.decode(Magic.head(part.path(), HEAD_BYTES));
        CsvDialect dialect = CsvDialect.detect(head)
                .map(found -> reading.delimiter().map(found::delimitedBy).orElse(found))
                .or(() -> reading.delimiter().map(delimiter -> new CsvDialect(delimiter, 0)))
                .orElseThrow(() -> new ImportRefused(
                        head.isBlank() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_FORMAT,
                        part.name(),
                        head.isBlank()
                                ? "the file holds no text"
                                : "the text has no comma, semicolon, tab or bar in most of its lines, so it is"
                                        + " no table"));
        return new CsvSource(part, limits, encoding, dialect, textColumns, reading.decimal());
    }

    private List<List<String>> sample() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (RowBudgetReader reader = reader();
                CSVParser parser = parser(reader)) {
            for (CSVRecord record : parser) {
                reader.rowDone();
                rows.add(record.toList());
                if (rows.size() > SAMPLE_ROWS) {
                    break;
                }
            }
        } catch (UncheckedIOException e) {
            throw unreadable(rows.size() + 1L);
        }
        if (rows.isEmpty()) {
            throw new ImportRefused(RefusalCode.EMPTY_FILE, part.name(), "the table has no header");
        }
        return rows;
    }

    /** A text has commas too; but where most lines have none, the first line with one is no header. */
    private void refuseProse(List<List<String>> rows) {
        long withoutDelimiter = rows.stream().filter(row -> row.size() == 1).count();
        if (headers.size() > 1 && rows.size() >= FEW_ROWS && withoutDelimiter > rows.size() * PROSE) {
            throw new ImportRefused(
                            RefusalCode.UNKNOWN_FORMAT,
                            part.name(),
                            withoutDelimiter + " of the first " + rows.size() + " lines hold no \""
                                    + dialect.delimiter() + "\", so the text is no table")
                    .with("format", "text");
        }
    }

    private RowBudgetReader reader() throws IOException {
        RowBudgetReader reader = new RowBudgetReader(encoding.open(part), limits, part.name());
        skipLines(reader, dialect.skipLines());
        return reader;
    }

    private CSVParser parser(Reader reader) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(dialect.delimiter())
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        return CSVParser.builder().setReader(reader).setFormat(format).get();
    }

    private static void skipLines(Reader reader, int lines) throws IOException {
        int left = lines;
        while (left > 0) {
            int c = reader.read();
            if (c == '\n' || c < 0) {
                left--;
            }
        }
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo(
                dialect.format(),
                null,
                encoding.charset().name(),
                DeclaredCrs.missing("a table of text"),
                headers,
                true);
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        if (!encoding.certain()) {
            sink.warn(
                    WarningCode.ENCODING_GUESSED,
                    "the text is not UTF-8; read as " + encoding.charset().name() + ", so accents may be wrong",
                    Map.of("encoding", encoding.charset().name()));
        }
        for (String name : repeated) {
            sink.warn(
                    WarningCode.NAME_REPEATED,
                    "the header \"" + name + "\" stands there more than once",
                    Map.of("name", name));
        }
        if (headerIndex > 0) {
            sink.warn(
                    WarningCode.HEADER_BELOW_TOP,
                    "the header was found in row " + (headerIndex + 1),
                    Map.of("row", headerIndex + 1));
        }
        TableColumns.Pass pass = columns.pass(sink);
        long row = -headerIndex;
        try (RowBudgetReader reader = reader();
                CSVParser parser = parser(reader)) {
            for (CSVRecord record : parser) {
                reader.rowDone();
                if (row > 0) {
                    limits.check(Limit.FEATURES, row, part.name());
                    take(record, row, sink, pass);
                }
                row++;
            }
        } catch (UncheckedIOException e) {
            throw unreadable(row);
        }
        pass.finish();
    }

    private ImportRefused unreadable(long row) {
        return new ImportRefused(
                RefusalCode.BROKEN_FILE,
                part.name() + ", row " + row,
                "a quoted text does not end, or goes on after its last quote");
    }

    private void take(CSVRecord record, long row, SourceSink sink, TableColumns.Pass pass) {
        int fields = record.size();
        if (fields > headers.size()) {
            if (!isBlankFrom(record, headers.size())) {
                sink.reject(row, RejectionCode.FIELDS_MORE_THAN_HEADERS, tooMany(record));
                return;
            }
            sink.warnCounted(WarningCode.FORMAT_NOT_KEPT, "rows with empty fields beyond the headers");
        }
        if (fields == 1 && headers.size() > 2) {
            sink.reject(row, RejectionCode.FIELDS_FEWER_THAN_HEADERS, "1 field under " + headers.size() + " headers");
            return;
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(fields, headers.size()); i++) {
            String text = unguarded(record.get(i).strip());
            if (text.length() > limits.of(Limit.ATTRIBUTE_CHARACTERS)) {
                limits.check(Limit.ATTRIBUTE_CHARACTERS, text.length(), part.name() + ", row " + row);
            }
            if (text.indexOf('\0') >= 0) {
                sink.reject(row, RejectionCode.ROW_UNREADABLE, "a NUL character in " + headers.get(i));
                return;
            }
            if (!text.isEmpty()) {
                Object value = pass.value(i, text, row);
                if (value != null) {
                    attributes.put(headers.get(i), value);
                }
            }
        }
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        if (fields < headers.size()) {
            changes.add(ChangeCode.ROW_COMPLETED);
        }
        sink.take(new SourceFeature(row, null, null, attributes, changes));
    }

    /**
     * Programs put an apostrophe before what a spreadsheet would take for a formula, and so does Copse; it is no part of
     * the value.
     */
    private static String unguarded(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    private static boolean isBlankFrom(CSVRecord record, int from) {
        for (int i = from; i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private String tooMany(CSVRecord record) {
        List<String> last = record.toList().subList(headers.size() - 1, record.size());
        return record.size() + " fields under " + headers.size() + " headers; under \""
                + headers.get(headers.size() - 1) + "\" and beyond: "
                + String.join(" " + dialect.delimiter() + " ", last);
    }
}
