package org.copse.geoimport.source.table;

import java.util.List;
import java.util.Optional;

/**
 * How a table of delimited text is written.
 *
 * @param delimiter between fields
 * @param skipLines lines before the header
 */
record CsvDialect(char delimiter, int skipLines) {

    private static final List<Character> DELIMITERS = List.of('\t', ';', '|', ',');

    private static final double MOST_LINES = 0.5;

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
     * Returns the dialect by the header and the lines after it, or empty when no delimiter is in the header, nor in most lines.
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
        List<String> full = lines.stream().filter(line -> !line.isBlank()).toList();
        String header = full.isEmpty() ? "" : full.get(0);
        CsvDialect best = null;
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            int inHeader = count(header, delimiter);
            double score = inHeader * (1 + agreement(full, delimiter, inHeader));
            if (inHeader > 0 && score > bestScore) {
                best = new CsvDialect(delimiter, 0);
                bestScore = score;
            }
        }
        Optional<CsvDialect> byLines = byMostLines(full);
        return Optional.ofNullable(best)
                .filter(byHeader ->
                        agreement(full, byHeader.delimiter(), count(header, byHeader.delimiter())) >= MOST_LINES)
                // A title may have a comma, and so have decimal numbers: where most lines agree on another mark, that
                // is it, unless header and lines agree on commas without an exception.
                .filter(byHeader -> byHeader.delimiter() != ','
                        || agreement(full, ',', count(header, ',')) == 1
                        || byLines.filter(other -> other.delimiter() != ',').isEmpty())
                .or(() -> byLines)
                .or(() -> headerOnly(header));
    }

    /** Returns the dialect of a header that the lines under it do not keep to. */
    private static Optional<CsvDialect> headerOnly(String header) {
        return DELIMITERS.stream()
                .filter(delimiter -> count(header, delimiter) > 0)
                .max(java.util.Comparator.comparingInt(delimiter -> count(header, delimiter)))
                .map(delimiter -> new CsvDialect(delimiter, 0));
    }

    /**
     * Returns the dialect in which most lines have the same number of fields: titles above the header have another. Commas
     * come last, since they stand in numbers too.
     */
    private static Optional<CsvDialect> byMostLines(List<String> lines) {
        CsvDialect best = null;
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            int usual = usualCount(lines, delimiter);
            double share = agreement(lines, delimiter, usual);
            boolean last = delimiter == ',' && best != null;
            if (!last && usual > 0 && share >= MOST_LINES && usual * share > bestScore) {
                best = new CsvDialect(delimiter, 0);
                bestScore = usual * share;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int usualCount(List<String> lines, char delimiter) {
        int[] counts =
                lines.stream().mapToInt(line -> count(line, delimiter)).sorted().toArray();
        return counts.length == 0 ? 0 : counts[counts.length * 3 / 4];
    }

    /** Returns the share of lines with as many delimiters as the header has. */
    private static double agreement(List<String> lines, char delimiter, int wanted) {
        long same =
                lines.stream().filter(line -> count(line, delimiter) == wanted).count();
        return lines.isEmpty() ? 0 : (double) same / lines.size();
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
