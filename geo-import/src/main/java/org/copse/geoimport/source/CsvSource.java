package org.copse.geoimport.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.copse.geoimport.source.OpenedFile.Part;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text with one header row. Delimiter, encoding, decimal commas and numeric columns are detected.
 *
 * <p>A row with more fields than there are headers is rejected, since its values stand under the wrong names; one whose
 * last fields are missing is completed.
 */
final class CsvSource implements FeatureSource {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int SAMPLE_ROWS = 1_000;

    private final Part part;
    private final Limits limits;
    private final TextEncoding encoding;
    private final CsvDialect dialect;
    private final List<String> headers;
    private final Set<String> repeated = new HashSet<>();
    private final List<ColumnType> types;

    private CsvSource(Part part, Limits limits, TextEncoding encoding, CsvDialect dialect, Set<String> textColumns)
            throws IOException {
        this.part = part;
        this.limits = limits;
        this.encoding = encoding;
        this.dialect = dialect;
        List<List<String>> sample = sample();
        this.headers = name(sample.get(0));
        this.types = typesOf(sample.subList(1, sample.size()), textColumns);
    }

    /**
     * Opens a text as a table.
     *
     * @param textColumns whose values are kept as they are written
     * @throws ImportRefused when no delimiter is found, or there is no header
     */
    static CsvSource open(Part part, Limits limits, Reading reading, Set<String> textColumns) throws IOException {
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
                                : "the text has no comma, semicolon, tab or bar in its first line, so it is no table"));
        return new CsvSource(part, limits, encoding, dialect, textColumns);
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
            throw unreadable(rows.size() + 1L, e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new ImportRefused(RefusalCode.EMPTY_FILE, part.name(), "the table has no header");
        }
        limits.check(Limit.ATTRIBUTES, rows.get(0).size(), part.name() + ", header");
        return rows;
    }

    private RowBudgetReader reader() throws IOException {
        RowBudgetReader reader = new RowBudgetReader(encoding.open(part.path()), limits, part.name());
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

    private List<String> name(List<String> raw) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            String stripped = raw.get(i).strip();
            String name = stripped.isEmpty() ? "column_" + (i + 1) : stripped;
            String unique = name;
            for (int n = 2; names.contains(unique); n++) {
                unique = name + "_" + n;
                repeated.add(name);
            }
            names.add(unique);
        }
        return Collections.unmodifiableList(names);
    }

    private List<ColumnType> typesOf(List<List<String>> rows, Set<String> textColumns) {
        ColumnType[] found = new ColumnType[headers.size()];
        for (int i = 0; i < found.length; i++) {
            int column = i;
            List<String> values = rows.stream()
                    .filter(row -> row.size() == headers.size())
                    .map(row -> row.get(column).strip())
                    .filter(value -> !value.isEmpty())
                    .toList();
            found[i] = textColumns.contains(headers.get(i))
                    ? ColumnType.TEXT
                    : ColumnType.of(values, dialect.delimiter() == ',');
        }
        return List.copyOf(Arrays.asList(found));
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
                    "the text is not UTF-8; read as " + encoding.charset().name() + ", so accents may be wrong");
        }
        for (String name : repeated) {
            sink.warn(WarningCode.NAME_REPEATED, "the header \"" + name + "\" stands there more than once");
        }
        long row = 0;
        try (RowBudgetReader reader = reader();
                CSVParser parser = parser(reader)) {
            for (CSVRecord record : parser) {
                reader.rowDone();
                if (row > 0) {
                    take(record, row, sink);
                }
                row++;
            }
        } catch (UncheckedIOException e) {
            throw unreadable(row, e.getMessage());
        }
    }

    private ImportRefused unreadable(long row, @Nullable String why) {
        return new ImportRefused(RefusalCode.BROKEN_FILE, part.name() + ", row " + row, "the table breaks off: " + why);
    }

    private void take(CSVRecord record, long row, SourceSink sink) {
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
            String text = record.get(i).strip();
            if (text.length() > limits.of(Limit.ATTRIBUTE_CHARACTERS)) {
                limits.check(Limit.ATTRIBUTE_CHARACTERS, text.length(), part.name() + ", row " + row);
            }
            if (text.indexOf('\0') >= 0) {
                sink.reject(row, RejectionCode.ROW_UNREADABLE, "a NUL character in " + headers.get(i));
                return;
            }
            if (!text.isEmpty()) {
                Object value = types.get(i).parse(text);
                attributes.put(headers.get(i), value == null ? text : value);
            }
        }
        Set<ChangeCode> changes = EnumSet.noneOf(ChangeCode.class);
        if (fields < headers.size()) {
            changes.add(ChangeCode.ROW_COMPLETED);
        }
        sink.take(new SourceFeature(row, null, null, attributes, changes));
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
