package org.copse.geoimport.source;

import java.util.List;
import java.util.Optional;

/**
 * How a table of delimited text is written.
 *
 * @param delimiter between fields
 * @param skipLines lines before the header
 */
record CsvDialect(char delimiter, int skipLines) {

    private static final List<Character> DELIMITERS = List.of('\t', ';', ',', '|');

    /** Returns this dialect with {@code another} delimiter. */
    CsvDialect delimitedBy(char another) {
        return another == delimiter ? this : new CsvDialect(another, skipLines);
    }

    /** Returns the name for reports. */
    String format() {
        return switch (delimiter) {
            case '\t' -> "TSV";
            case ';' -> "CSV (semicolons)";
            case '|' -> "CSV (bars)";
            default -> "CSV";
        };
    }

    /**
     * Returns the dialect by the header and the lines after it, or empty when no delimiter is in the header.
     *
     * @param head the beginning of the text
     */
    static Optional<CsvDialect> detect(String head) {
        List<String> lines = head.lines().limit(50).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String first = lines.get(0).strip();
        if (first.length() == 5 && first.regionMatches(true, 0, "sep=", 0, 4)) {
            return Optional.of(new CsvDialect(first.charAt(4), 1));
        }
        String header =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        CsvDialect best = null;
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            int inHeader = count(header, delimiter);
            double score = inHeader * (1 + agreement(lines, delimiter, inHeader));
            if (inHeader > 0 && score > bestScore) {
                best = new CsvDialect(delimiter, 0);
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the share of lines with as many delimiters as the header has. */
    private static double agreement(List<String> lines, char delimiter, int wanted) {
        long full = lines.stream().filter(line -> !line.isBlank()).count();
        long same = lines.stream()
                .filter(line -> !line.isBlank() && count(line, delimiter) == wanted)
                .count();
        return full == 0 ? 0 : (double) same / full;
    }

    private static int count(String line, char delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                count++;
            }
        }
        return count;
    }
}
