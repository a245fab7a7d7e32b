package org.copse.server.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class FeatureCollectionWriterTest {

    @Test
    void turnsShellsCounterClockwiseAndHolesClockwise() throws ParseException {
        String written = write("MULTIPOLYGON (((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)))");

        assertThat(written)
                .isEqualTo(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"7\",\"geometry\":"
                                + "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,4.0],[0.0,0.0]],"
                                + "[[1.0,1.0],[1.0,2.0],[2.0,2.0],[2.0,1.0],[1.0,1.0]]]]},\"properties\":{\"sector\":\"1\"}}]}");
    }

    @Test
    void writesNullForAFeatureWithoutAPlace() throws ParseException {
        assertThat(write("POLYGON EMPTY")).contains("\"geometry\":null");
    }

    @Test
    void roundsToSevenDecimals() throws ParseException {
        assertThat(write("POINT (2.71999999999 51.42)")).contains("[2.72,51.42]");
    }

    @Test
    void writesCollectionsAndLines() throws ParseException {
        assertThat(write("GEOMETRYCOLLECTION (LINESTRING (0 0, 1 1), POINT (1 2))"))
                .contains("\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[0.0,0.0],[1.0,1.0]]},"
                        + "{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}]");
    }

    private static String write(String wkt) throws ParseException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FeatureCollectionWriter writer = new FeatureCollectionWriter(out)) {
            writer.feature("7", new WKTReader().read(wkt), Map.of("sector", "1"));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
