package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.gzip;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each limit, by a file that passes it: the refusal names the limit, its bound and how to raise it. */
class ImportLimitsTest {
    private static final String LINE =
            "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1],[2,2],[3,3],[4,4],[5,5]]}";
    private static final String FEATURE =
            "{\"type\":\"Feature\",\"properties\":{\"a\":1,\"b\":2,\"c\":3},\"geometry\":" + LINE + "}";
    private static final String TABLE = "id,lon,lat\na,4,50\nb,4,51\nc,4,52\nd,4,53\n";
    private static final String KML_PLACE = "<Placemark><ExtendedData><Data name=\"a\"><value>1</value></Data><Data"
            + " name=\"b\"><value>2</value></Data></ExtendedData><LineString><coordinates>0,0 1,1 2,2 3,3</coordinates>"
            + "</LineString></Placemark>";

    @TempDir
    Path folder;

    private ImportFixture files() {
        return new ImportFixture(folder);
    }

    private void assertRefused(Path file, Limit limit, long bound) {
        ImportRefused refused = refusal(
                ImportRequest.of(file, LayerKind.PLAIN).within(Limits.usual().with(limit, bound)));
        assertThat(refused.code()).as(file + ": " + refused.what()).isEqualTo("limit-passed");
        assertThat(refused.values()).containsEntry("limit", limit.key()).containsEntry("bound", bound);
        assertThat(refused.what()).contains(String.valueOf(bound)).contains(limit.noun());
        assertThat(refused.whatToDo()).contains("\"" + limit.key() + "\"");
        assertThat(refused.where()).contains(String.valueOf(file.getFileName())).doesNotContain(folder.toString());
    }

    @Test
    void bytesOfTheFileAndAfterUnpacking() throws IOException {
        assertRefused(files().text("a.csv", TABLE), Limit.FILE_BYTES, 10);
        assertRefused(files().bytes("a.gz", gzip(new byte[100_000])), Limit.UNPACKED_BYTES, 1_000);
        assertRefused(files().zip("a.zip", Map.of("a.csv", new byte[100_000])), Limit.UNPACKED_BYTES, 1_000);
        byte[] inner = gzip(new byte[100_000]);
        assertRefused(files().zip("b.zip", Map.of("b.zip.csv.gz", inner)), Limit.UNPACKED_BYTES, 1_000);
    }

    @Test
    void entriesOfAnArchive() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            entries.put("t" + i + ".csv", TABLE.getBytes(StandardCharsets.UTF_8));
        }
        assertRefused(files().zip("a.zip", entries), Limit.ARCHIVE_ENTRIES, 4);
        assertRefused(
                files().text("b.json", "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{},\"b\":{},\"c\":{}}}"),
                Limit.ARCHIVE_ENTRIES,
                2);
    }

    @Test
    void featuresOfAFileAndInMemory() throws IOException {
        Path[] each = {
            files().text("a.csv", TABLE),
            files().text("b.geojson", (LINE + "\n").repeat(4)),
            files().text("c.kml", "<kml>" + KML_PLACE.repeat(4) + "</kml>"),
            files().text("d.gpx", "<gpx>" + "<wpt lat=\"50\" lon=\"4\"/>".repeat(4) + "</gpx>"),
        };
        for (Path file : each) {
            assertRefused(file, Limit.FEATURES, 3);
        }
        assertRefused(each[0], Limit.FEATURES_IN_MEMORY, 3);
    }

    @Test
    void verticesOfAGeometryAndOfALayer() throws IOException {
        Path[] each = {
            files().text("a.geojson", LINE),
            files().text("b.kml", "<kml>" + KML_PLACE + "</kml>"),
            files().text("c.gpx", "<gpx><rte>" + "<rtept lat=\"50\" lon=\"4\"/>".repeat(4) + "</rte></gpx>"),
            files().text("d.csv", "id,wkt\n1,\"LINESTRING (0 0, 1 1, 2 2, 3 3)\"\n"),
        };
        for (Path file : each) {
            assertRefused(file, Limit.VERTICES_PER_GEOMETRY, 3);
        }
        assertRefused(files().text("e.geojson", (LINE + "\n").repeat(4)), Limit.VERTICES_IN_MEMORY, 20);
    }

    @Test
    void attributesAndTheirLength() throws IOException {
        assertRefused(files().text("a.geojson", FEATURE), Limit.ATTRIBUTES, 2);
        assertRefused(files().text("b.csv", TABLE), Limit.ATTRIBUTES, 2);
        assertRefused(files().text("c.kml", "<kml>" + KML_PLACE + "</kml>"), Limit.ATTRIBUTES, 1);
        String longText = "x".repeat(500);
        assertRefused(files().text("d.csv", "id,lon,lat\n" + longText + ",4,50\n"), Limit.ATTRIBUTE_CHARACTERS, 100);
        assertRefused(
                files().text("e.kml", "<kml><Placemark><name>" + longText + "</name></Placemark></kml>"),
                Limit.ATTRIBUTE_CHARACTERS,
                100);
        ImportRefused json = refusal(ImportRequest.of(
                        files().text("f.geojson", FEATURE.replace("\"a\":1", "\"a\":\"" + longText + "\"")),
                        LayerKind.PLAIN)
                .within(Limits.usual().with(Limit.ATTRIBUTE_CHARACTERS, 100)));
        assertThat(json.values()).containsEntry("limit", "attribute-characters").containsEntry("bound", 100L);
    }

    @Test
    void nesting() throws IOException {
        String deep = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(20) + LINE + "]}".repeat(20);
        ImportRefused json = refusal(ImportRequest.of(files().text("a.geojson", deep), LayerKind.PLAIN)
                .within(Limits.usual().with(Limit.NESTING, 10)));
        assertThat(json.values()).containsEntry("limit", "nesting").containsEntry("bound", 10L);
        assertThat(json.whatToDo()).contains("\"nesting\"");
        assertRefused(
                files().text("b.kml", "<kml>" + "<Folder>".repeat(20) + "</Folder>".repeat(20) + "</kml>"),
                Limit.NESTING,
                10);
    }

    @Test
    void numbersThatAreNone() throws IOException {
        ImportedLayer layer = read(
                files().text("a.csv", "id,lon,lat\ngood,4,50\nnan,NaN,50\ninf,Infinity,50\nhuge,1e400,50\nfar,4,95\n"),
                LayerKind.PLACES);
        assertThat(rejections(layer.report())).isEqualTo(Map.of("coordinate-not-a-number", 3L, "off-the-globe", 1L));
        ImportedLayer json = read(
                files().text(
                                "b.geojson",
                                "{\"type\":\"Point\",\"coordinates\":[4,50]}\n"
                                        + "{\"type\":\"Point\",\"coordinates\":[1e400,50]}"),
                LayerKind.PLACES);
        assertThat(rejections(json.report())).isEqualTo(Map.of("coordinate-not-a-number", 1L));
        assertThat(refusal(files().text("c.geojson", "{\"type\":\"Point\",\"coordinates\":[NaN,50]}"), LayerKind.PLACES)
                        .code())
                .isEqualTo("broken-file");
    }

    @Test
    void linksInAnArchive() throws IOException {
        Path zip = files().zip("a.zip", Map.of("table.csv", "/etc/passwd".getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = Files.readAllBytes(zip);
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[directory + 5] = 3; // made on Unix
        bytes[directory + 41] = (byte) 0xa1; // of type link
        ImportRefused refused = refusal(files().bytes("b.zip", bytes), LayerKind.PLAIN);
        assertThat(refused.code()).isEqualTo("unsafe-archive");
        assertThat(refused.values()).containsEntry("entry", "table.csv");
    }
}
