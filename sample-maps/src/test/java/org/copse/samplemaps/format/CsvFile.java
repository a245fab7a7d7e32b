package org.copse.samplemaps.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** Writes CSV (RFC 4180, but for the line ends, which are plain newlines), with lon and lat as the last columns. */
public final class CsvFile {

    private CsvFile() {}

    /** Writes the rows, whose shapes are points, with a heading. */
    public static void writePoints(Path file, List<Row> rows) throws IOException {
        StringBuilder out =
                new StringBuilder(String.join(",", rows.get(0).values().keySet())).append(",lon,lat\n");
        for (Row row : rows) {
            Coordinate place = Georeference.lonLat(row.shape().getCoordinate());
            out.append(cells(row))
                    .append(',')
                    .append(place.x)
                    .append(',')
                    .append(place.y)
                    .append('\n');
        }
        Files.writeString(file, out);
    }

    /** Writes the rows' values alone, with a heading. */
    public static void writeTable(Path file, List<Row> rows) throws IOException {
        StringBuilder out =
                new StringBuilder(String.join(",", rows.get(0).values().keySet())).append('\n');
        rows.forEach(row -> out.append(cells(row)).append('\n'));
        Files.writeString(file, out);
    }

    private static String cells(Row row) {
        return row.values().values().stream().map(CsvFile::cell).collect(Collectors.joining(","));
    }

    private static String cell(Object value) {
        String text = value.toString();
        boolean quote = text.contains(",") || text.contains("\"") || text.contains("\n");
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
