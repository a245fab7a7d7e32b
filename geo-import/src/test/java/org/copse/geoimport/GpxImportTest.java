package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpxImportTest {
    private static final String WALK = "<gpx version=\"1.1\""
            + " xmlns=\"http://www.topografix.com/GPX/1/1\"><metadata><name>Walk</name></metadata><wpt lat=\"50.5\""
            + " lon=\"4.25\"><ele>12.5</ele><time>2024-03-01T10:00:00Z</time><name>Dark"
            + " tunnel</name></wpt><rte><name>Plan</name><rtept lat=\"50\" lon=\"4\"/><rtept lat=\"51\""
            + " lon=\"5\"><name>x</name></rtept></rte><trk><name>Done</name><trkseg><trkpt lat=\"50\""
            + " lon=\"4\"><ele>1</ele></trkpt><trkpt lat=\"50.5\" lon=\"4.5\"/></trkseg><trkseg/><trkseg><trkpt lat=\"51\""
            + " lon=\"4\"/><trkpt lat=\"51.5\" lon=\"4.5\"/></trkseg></trk></gpx>";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return new ImportFixture(folder).text("walk.bin", text);
    }

    @Test
    void readsWaypointsRoutesAndTracks() throws IOException {
        ImportedLayer layer = read(file(WALK), LayerKind.PLAIN);
        assertThat(wkt(layer))
                .containsExactly(
                        "POINT (4.25 50.5)",
                        "LINESTRING (4 50, 5 51)",
                        "MULTILINESTRING ((4 50, 4.5 50.5), (4 51, 4.5 51.5))");
        assertThat(layer.features().get(0).attributes())
                .isEqualTo(
                        Map.of("gpx", "waypoint", "ele", 12.5, "time", "2024-03-01T10:00:00Z", "name", "Dark tunnel"));
        assertThat(layer.features().get(1).attributes()).isEqualTo(Map.of("gpx", "route", "name", "Plan"));
        assertThat(layer.report().format()).isEqualTo("GPX");
    }

    @Test
    void readsWaypointsAloneWhenAskedTo() throws IOException {
        ImportedLayer layer =
                LayerImport.read(ImportRequest.of(file(WALK), LayerKind.PLACES).where("gpx", "waypoint"));
        assertThat(layer.report().counts()).isEqualTo(new ImportReport.Counts(1, 1, 0, 0, 2));
    }

    @Test
    void rejectsPositionsThatAreNoNumbers() throws IOException {
        String points = "<wpt lat=\"50\" lon=\"4\"/><wpt lat=\"north\" lon=\"4\"/><wpt lon=\"4\"/>"
                + "<wpt lat=\"NaN\" lon=\"4\"/><wpt lat=\"95\" lon=\"4\"/><rte><rtept lat=\"50\" lon=\"4\"/></rte>";
        ImportedLayer layer = read(file("<gpx>" + points + "</gpx>"), LayerKind.PLAIN);
        assertThat(rejections(layer.report()))
                .isEqualTo(Map.of("coordinate-not-a-number", 3L, "off-the-globe", 1L, "coordinates-malformed", 1L));
        assertThat(layer.report().counts().accepted()).isEqualTo(1);
    }
}
