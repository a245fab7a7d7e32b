package org.copse.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table of reference values that {@code src/test/r/reference.R} made with R. */
public final class Reference {
    private final List<String> header;
    private final List<String[]> rows;

    private Reference(List<String> header, List<String[]> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Reads a table of the folder {@code reference}. */
    public static Reference read(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + name), name),
                StandardCharsets.UTF_8))) {
            List<String[]> lines = in.lines().map(line -> line.split(",")).toList();
            return new Reference(Arrays.asList(lines.get(0)), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of rows. */
    public int size() {
        return rows.size();
    }

    /** Returns a cell as text. */
    public String text(int row, String column) {
        return rows.get(row)[header.indexOf(column)].strip();
    }

    /** Returns a column of numbers. */
    public double[] numbers(String column) {
        int at = header.indexOf(column);
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
    }

    /** Returns positions from the columns x and y. */
    public Positions positions() {
        Positions positions = Positions.empty();
        double[] x = numbers("x");
        double[] y = numbers("y");
        for (int i = 0; i < x.length; i++) {
            positions.add(x[i], y[i]);
        }
        return positions;
    }
}
