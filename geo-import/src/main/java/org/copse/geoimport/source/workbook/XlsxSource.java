package org.copse.geoimport.source.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
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
import org.copse.geoimport.source.workbook.XlsxBook.Sheet;

/**
 * A sheet of an XLSX workbook as a table: the one asked for, else the first that is shown and has a header. The header may
 * stand below titles; formulas count by the results that the workbook keeps.
 *
 * <p>Rows stream; the texts that cells share are in memory, within a limit of their own.
 */
public final class XlsxSource implements FeatureSource {
    private final Part part;
    private final Limits limits;
    private final Set<String> textColumns;
    private final XlsxBook book;
    private final List<String> sharedTexts;
    private final XlsxStyles styles;
    private final Set<String> repeated = new TreeSet<>();
    private final Sheet sheet;
    private List<String> headers = List.of();
    private int headerIndex;
    private long headerNumber = 1;

    private XlsxSource(Part part, ImportRequest request, Set<String> textColumns, XlsxBook book) throws IOException {
        this.part = part;
        this.limits = request.limits();
        this.textColumns = textColumns;
        this.book = book;
        this.sharedTexts = book.sharedTexts();
        this.styles = book.styles();
        this.sheet = choose(request);
    }

    /**
     * Opens a workbook.
     *
     * @param textColumns whose values are kept as texts
     * @throws ImportRefused when it is damaged, lacks the sheet asked for, or has no table
     */
    public static XlsxSource open(Part part, ImportRequest request, Set<String> textColumns) throws IOException {
        XlsxBook book = XlsxBook.open(part, request.limits());
        try {
            return new XlsxSource(part, request, textColumns, book);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private Sheet choose(ImportRequest request) throws IOException {
        List<String> names = book.sheets().stream().map(Sheet::name).toList();
        if (request.layer().isPresent()
                && names.size() > 1
                && !names.contains(request.layer().get())) {
            throw new ImportRefused(
                            RefusalCode.LAYER_MISSING,
                            part.name(),
                            "there is no sheet \"" + request.layer().get() + "\"; the sheets are "
                                    + String.join(", ", names))
                    .with("layer", request.layer().get())
                    .with("layers", String.join(", ", names));
        }
        for (Sheet candidate : book.sheets()) {
            boolean asked = request.layer().filter(candidate.name()::equals).isPresent();
            boolean open = names.size() == 1 || (request.layer().isEmpty() && !candidate.hidden());
            if ((asked || open) && findHeader(candidate)) {
                return candidate;
            }
        }
        throw new ImportRefused(
                RefusalCode.EMPTY_FILE, part.name(), "no sheet of the workbook has a row with two cells or more");
    }

    private boolean findHeader(Sheet candidate) throws IOException {
        List<List<String>> first = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        try (XlsxSheet rows = rows(candidate)) {
            for (XlsxSheet.Row row = rows.next(); row != null && first.size() < HeaderRow.ROWS; row = rows.next()) {
                first.add(row.texts());
                numbers.add(row.number());
            }
        }
        int index = HeaderRow.find(first);
        if (first.isEmpty() || first.get(index).isEmpty()) {
            return false;
        }
        headerIndex = index;
        headerNumber = numbers.get(index);
        headers = HeaderRow.names(first.get(index), repeated);
        return true;
    }

    private XlsxSheet rows(Sheet of) throws IOException {
        return new XlsxSheet(book.open(of), sharedTexts, styles, book.from1904(), limits);
    }

    @Override
    public SourceInfo info() {
        return new SourceInfo("XLSX", sheet.name(), null, DeclaredCrs.missing("a workbook"), headers, true);
    }

    @Override
    public List<String> listLayers() {
        List<String> names = book.sheets().stream().map(Sheet::name).toList();
        return names.size() > 1 ? names : List.of();
    }

    @Override
    public void forEach(SourceSink sink) throws IOException {
        warn(sink);
        try (XlsxSheet rows = rows(sheet)) {
            int index = 0;
            long feature = 0;
            for (XlsxSheet.Row row = rows.next(); row != null; row = rows.next()) {
                if (index++ > headerIndex && !row.isBlank()) {
                    limits.check(Limit.FEATURES, ++feature, part.name());
                    take(row, feature, sink);
                }
            }
            if (rows.formulasWithoutValue() > 0) {
                sink.warn(
                        WarningCode.VALUES_ODD,
                        rows.formulasWithoutValue()
                                + " formulas have no result in the workbook; open it in its program and save it");
            }
        }
    }

    private void warn(SourceSink sink) {
        if (headerNumber > 1) {
            sink.warn(
                    WarningCode.HEADER_BELOW_TOP,
                    "the header was found in row " + headerNumber,
                    Map.of("row", headerNumber));
        }
        repeated.forEach(name -> sink.warn(
                WarningCode.NAME_REPEATED,
                "the header \"" + name + "\" stands there more than once",
                Map.of("name", name)));
        List<String> others = book.sheets().stream()
                .map(Sheet::name)
                .filter(name -> !name.equals(sheet.name()))
                .limit(20)
                .toList();
        if (!others.isEmpty()) {
            sink.warn(
                    WarningCode.OTHER_LAYERS,
                    "other sheets of the workbook were not read: " + String.join(", ", others),
                    Map.of("layers", String.join(", ", others)));
        }
    }

    private void take(XlsxSheet.Row row, long feature, SourceSink sink) {
        if (row.wrong() != null) {
            sink.reject(feature, RejectionCode.ROW_UNREADABLE, "row " + row.number() + " of the sheet: " + row.wrong());
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Object value = row.cells().get(i);
            if (value == null) {
                continue;
            }
            if (i >= headers.size()) {
                sink.reject(
                        feature,
                        RejectionCode.FIELDS_MORE_THAN_HEADERS,
                        "row " + row.number() + " of the sheet has a value in column " + (i + 1) + ", beyond the "
                                + headers.size() + " headers");
                return;
            }
            values.put(headers.get(i), kept(headers.get(i), value));
        }
        sink.take(new SourceFeature(feature, null, null, values, EnumSet.noneOf(ChangeCode.class)));
    }

    private Object kept(String column, Object value) {
        return textColumns.contains(column) ? String.valueOf(value) : value;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
