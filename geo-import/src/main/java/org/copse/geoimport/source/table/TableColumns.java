package org.copse.geoimport.source.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.column.NoValue;
import org.jspecify.annotations.Nullable;

/** The columns of a table of text, and what is to be said of the numbers in them. */
final class TableColumns {
    private static final int ROWS_NAMED = 5;

    private final List<String> headers;
    private final List<TableColumn> columns = new ArrayList<>();

    /** Values of one pass whose sign before fractions is not their column's usual one, and those that say that there is none. */
    final class Pass {
        private final Map<Integer, List<String>> odd = new LinkedHashMap<>();
        private final Map<Integer, Integer> oddCounts = new LinkedHashMap<>();
        private final SourceSink sink;

        private Pass(SourceSink sink) {
            this.sink = sink;
        }

        /** Returns what a cell holds, or null where it says that there is nothing. */
        @Nullable
        Object value(int at, String text, long row) {
            TableColumn column = columns.get(at);
            if (!column.numbers()) {
                return text;
            }
            if (NoValue.is(text)) {
                sink.warnCounted(WarningCode.NO_VALUE, "cells that say in words or signs that there is no number");
                return null;
            }
            if (column.isOdd(text)) {
                oddCounts.merge(at, 1, Integer::sum);
                List<String> rows = odd.computeIfAbsent(at, key -> new ArrayList<>());
                if (rows.size() < ROWS_NAMED) {
                    rows.add("row " + row + " (" + text + ")");
                }
            }
            Object number = column.parse(text);
            return number == null ? text : number;
        }

        void finish() {
            odd.forEach((at, rows) -> sink.warn(
                    WarningCode.NUMBERS_MIXED,
                    "\"" + headers.get(at) + "\" has points and commas before fractions; the rarer sign stands in "
                            + String.join(", ", rows) + (oddCounts.getOrDefault(at, 0) > rows.size() ? " and more" : "")
                            + "; each value was read by its own sign",
                    Map.of("column", headers.get(at), "rows", String.join(", ", rows), "count", oddCounts.get(at))));
            for (int i = 0; i < columns.size(); i++) {
                String grouped = columns.get(i).grouped();
                if (grouped != null) {
                    sink.warn(
                            WarningCode.NUMBERS_GROUPED,
                            "\"" + headers.get(i) + "\": " + grouped + " was read as "
                                    + columns.get(i).parse(grouped) + ", its mark standing between thousands",
                            Map.of(
                                    "column",
                                    headers.get(i),
                                    "value",
                                    grouped,
                                    "number",
                                    String.valueOf(columns.get(i).parse(grouped))));
                }
            }
        }
    }

    /**
     * @param rows the first ones, as wide as the header
     * @param asText columns whose values are kept as they are written
     */
    TableColumns(
            List<String> headers,
            List<List<String>> rows,
            Set<String> asText,
            Optional<Character> decimal,
            boolean commaDelimited) {
        this.headers = List.copyOf(headers);
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            int column = i;
            values.add(rows.stream()
                    .filter(row -> row.size() == headers.size())
                    .map(row -> row.get(column).strip())
                    .filter(value -> !value.isEmpty())
                    .toList());
        }
        TableColumn.Signs signs = TableColumn.Signs.of(values);
        for (int i = 0; i < headers.size(); i++) {
            columns.add(
                    asText.contains(headers.get(i))
                            ? TableColumn.TEXT
                            : TableColumn.of(headers.get(i), values.get(i), signs, decimal, commaDelimited));
        }
    }

    Pass pass(SourceSink sink) {
        return new Pass(sink);
    }
}
