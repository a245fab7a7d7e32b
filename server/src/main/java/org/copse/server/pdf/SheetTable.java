package org.copse.server.pdf;

import java.util.ArrayList;
import java.util.List;

/** A table of a sheet: its columns, then its rows; the head is repeated on every page. */
public final class SheetTable {
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param width beside that of the other columns
     * @param number whether it holds numbers, which stand under each other
     */
    record Column(String head, double width, boolean number) {}

    /**
     * Adds a column of words.
     *
     * @param width beside that of the other columns, over 0
     */
    public SheetTable words(String head, double width) {
        return column(new Column(head, width, false));
    }

    /**
     * Adds a column of numbers.
     *
     * @param width beside that of the other columns, over 0
     */
    public SheetTable numbers(String head, double width) {
        return column(new Column(head, width, true));
    }

    private SheetTable column(Column column) {
        if (!(column.width() > 0)) {
            throw new IllegalArgumentException("column " + column.head() + " has the width " + column.width());
        }
        if (!rows.isEmpty()) {
            throw new IllegalStateException("column " + column.head() + " comes after rows");
        }
        columns.add(column);
        return this;
    }

    /** Adds a row, a cell for each column. */
    public SheetTable row(String... cells) {
        return row(List.of(cells));
    }

    /** Adds a row, a cell for each column. */
    public SheetTable row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.size() + " cells for " + columns.size() + " columns: " + cells);
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    List<Column> columns() {
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }
}
