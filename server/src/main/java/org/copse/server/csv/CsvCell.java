package org.copse.server.csv;

/** Text for one cell of a CSV file that a spreadsheet will not take for a formula. */
public final class CsvCell {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvCell() {}

    /**
     * Returns the text as a cell: quoted where it must be, and behind an apostrophe where a spreadsheet would reckon it.
     * A plain number stays a number.
     */
    public static String of(String text) {
        String safe = startsFormula(text) ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?\\d+(\\.\\d+)?");
    }
}
