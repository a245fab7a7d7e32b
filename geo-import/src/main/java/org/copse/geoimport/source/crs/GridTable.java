package org.copse.geoimport.source.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;

/** The grids of {@code grids.csv}: national ones, UTM zones, the State Plane zones in feet. */
final class GridTable {
    private static final List<Grid> ALL = read();

    private GridTable() {}

    /**
     * A grid.
     *
     * @param code such as {@code EPSG:31370}
     * @param name such as "Belgian Lambert 72"
     * @param numbers the range of its values
     * @param land that it is made for, in degrees
     */
    record Grid(String code, String name, Envelope numbers, Envelope land) {
        static Grid of(String line) {
            String[] cells = line.split(";", -1);
            return new Grid(cells[0], cells[1], envelope(cells, 2, 3, 4, 5), envelope(cells, 6, 8, 7, 9));
        }

        private static Envelope envelope(String[] cells, int left, int right, int bottom, int top) {
            return new Envelope(
                    Double.parseDouble(cells[left]),
                    Double.parseDouble(cells[right]),
                    Double.parseDouble(cells[bottom]),
                    Double.parseDouble(cells[top]));
        }
    }

    /** Returns all grids; of several that fit, an earlier one is the likelier. */
    static List<Grid> all() {
        return ALL;
    }

    private static List<Grid> read() {
        InputStream table = Objects.requireNonNull(GridTable.class.getResourceAsStream("grids.csv"), "grids.csv");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Grid::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
