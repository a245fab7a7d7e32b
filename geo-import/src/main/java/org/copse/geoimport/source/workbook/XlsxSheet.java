package org.copse.geoimport.source.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.source.column.ColumnType;
import org.copse.geoimport.source.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after another. A place that a cell claims is checked before a row grows to it. */
final class XlsxSheet implements Closeable {
    /** Columns that a workbook can have. */
    private static final int MOST_COLUMNS = 16_384;

    private final XmlCursor xml;
    private final List<String> sharedTexts;
    private final XlsxStyles styles;
    private final boolean from1904;
    private final Limits limits;
    private long formulasWithoutValue;

    /**
     * One row.
     *
     * @param number in the sheet, from 1
     * @param cells values by column; null where there is none
     * @param wrong why the row cannot be read, or null
     */
    record Row(long number, List<@Nullable Object> cells, @Nullable String wrong) {

        /** Returns the cells as they would be written in a table of text. */
        List<String> texts() {
            List<String> texts = new ArrayList<>();
            cells.forEach(cell -> texts.add(cell == null ? "" : cell.toString()));
            return texts;
        }

        boolean isBlank() {
            return wrong == null
                    && cells.stream()
                            .allMatch(cell -> cell == null || cell.toString().isBlank());
        }
    }

    private record Cell(@Nullable Object value, @Nullable String wrong) {}

    private long number;

    XlsxSheet(XmlCursor xml, List<String> sharedTexts, XlsxStyles styles, boolean from1904, Limits limits) {
        this.xml = xml;
        this.sharedTexts = sharedTexts;
        this.styles = styles;
        this.from1904 = from1904;
        this.limits = limits;
    }

    /** Returns the next row that is in the file, or null after the last. */
    @Nullable
    Row next() throws IOException {
        while (xml.next()) {
            if (xml.atStartOf("row")) {
                return row();
            }
        }
        return null;
    }

    private Row row() throws IOException {
        String stated = xml.attribute("r");
        number = stated != null && stated.matches("[0-9]{1,9}") ? Long.parseLong(stated) : number + 1;
        List<@Nullable Object> cells = new ArrayList<>();
        String wrong = null;
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (!xml.atStartOf("c")) {
                continue;
            }
            int column = column(xml.attribute("r"), cells.size());
            Cell cell = cell();
            if (column < cells.size() || column >= MOST_COLUMNS) {
                wrong = wrong == null ? "a cell names a place that is taken or beyond column XFD" : wrong;
                continue;
            }
            wrong = wrong == null ? cell.wrong() : wrong;
            if (cell.value() != null) {
                limits.check(Limit.ATTRIBUTES, column + 1L, xml.where());
                while (cells.size() < column) {
                    cells.add(null);
                }
                cells.add(cell.value());
            }
        }
        return new Row(number, cells, wrong);
    }

    /** Returns the column, from 0, of a reference such as "AB12"; of the next cell where there is none. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            int letter = Character.toUpperCase(reference.charAt(i)) - 'A';
            if (letter < 0 || letter > 25 || i > 3) {
                return MOST_COLUMNS;
            }
            column = column * 26 + letter + 1;
        }
        return column == 0 ? MOST_COLUMNS : column - 1;
    }

    private Cell cell() throws IOException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        boolean formula = false;
        String raw = null;
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.atStartOf("v")) {
                raw = xml.text();
            } else if (xml.atStartOf("is")) {
                raw = richText(xml);
            } else if (xml.atStartOf("f")) {
                formula = true;
                xml.skip();
            }
        }
        if (raw == null) {
            formulasWithoutValue += formula ? 1 : 0;
            return new Cell(null, null);
        }
        return value(raw, type == null ? "n" : type, style);
    }

    private Cell value(String raw, String type, @Nullable String style) {
        String stripped = raw.strip();
        return switch (type) {
            case "s" -> {
                boolean known = stripped.matches("[0-9]{1,9}") && Integer.parseInt(stripped) < sharedTexts.size();
                yield known
                        ? text(sharedTexts.get(Integer.parseInt(stripped)))
                        : new Cell(
                                null, "a cell refers to the shared text " + shorten(stripped) + ", which is not there");
            }
            case "b" -> new Cell(stripped.equals("1") || stripped.equals("true"), null);
            case "e" -> new Cell(null, null);
            case "n" -> number(stripped, style);
            default -> text(raw);
        };
    }

    private Cell number(String text, @Nullable String style) {
        if (text.isEmpty()) {
            return new Cell(null, null);
        }
        Object parsed = ColumnType.DECIMAL.parse(text);
        return parsed instanceof Double number
                ? new Cell(styles.value(number, style, from1904), null)
                : new Cell(null, "a cell of numbers holds \"" + shorten(text) + "\"");
    }

    private static Cell text(String text) {
        String stripped = text.strip();
        return new Cell(stripped.isEmpty() ? null : stripped, null);
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Returns the text of an element of several runs, without what stands above its characters (phonetic aids). */
    static String richText(XmlCursor xml) throws IOException {
        StringBuilder text = new StringBuilder();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside && xml.next()) {
            if (xml.atStartOf("t")) {
                text.append(xml.text());
            } else if (xml.atStartOf("rPh")) {
                xml.skip();
            }
        }
        return text.toString();
    }

    /** Returns the number of formulas met whose result the workbook does not keep. */
    long formulasWithoutValue() {
        return formulasWithoutValue;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
