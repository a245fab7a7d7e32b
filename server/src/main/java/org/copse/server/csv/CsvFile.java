package org.copse.server.csv;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as a file for spreadsheets: RFC 4180, with a mark at its start by which they know UTF-8. */
public final class CsvFile {
    private static final String MARK = "\uFEFF";

    private CsvFile() {}

    /** Returns the file. @param lines cells in plain text, the titles first */
    public static String of(Stream<Stream<String>> lines) {
        return MARK
                + lines.map(cells -> cells.map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n")
                        .collect(Collectors.joining());
    }
}
