package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.gzip;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KmlImportTest {
    @TempDir
    Path folder;

    private static String kml(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
                + content + "</Document></kml>";
    }

    private static String placemark(String id, String content) {
        return "<Placemark id=\"" + id + "\">" + content + "</Placemark>";
    }

    private Path file(String content) throws IOException {
        return new ImportFixture(folder).text("places.txt", kml(content));
    }

    @Test
    void readsPointsLinesAndAreasWithHoles() throws IOException {
        ImportedLayer layer = read(
                file(placemark("p", "<Point><coordinates> 4.25,50.5,12 </coordinates></Point>")
                        + placemark("l", "<LineString><coordinates>4,50 4.5,50.5\n5,51</coordinates></LineString>")
                        + placemark("r", "<LinearRing><coordinates>4,50 5,50 5,51 4,50</coordinates></LinearRing>")
                        + placemark(
                                "a",
                                "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,9 0,0</coordinates>"
                                        + "</LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>"
                                        + "1,1 1,2 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon>")),
                LayerKind.PLAIN);
        assertThat(wkt(layer))
                .containsExactly(
                        "POINT (4.25 50.5)",
                        "LINESTRING (4 50, 4.5 50.5, 5 51)",
                        "LINESTRING (4 50, 5 50, 5 51, 4 50)",
                        "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1))");
        assertThat(ids(layer)).containsExactly("p", "l", "r", "a");
        assertThat(layer.report().format()).isEqualTo("KML");
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:4326");
        assertThat(warnings(layer.report())).contains("heights-left-out");
    }

    @Test
    void readsMultiGeometriesTracksAndOldNamespaces() throws IOException {
        Path file = new ImportFixture(folder)
                .text(
                        "old.kml",
                        "<kml xmlns=\"http://earth.google.com/kml/2.1\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\">"
                                + placemark(
                                        "m",
                                        "<MultiGeometry><Point><coordinates>1,2</coordinates></Point>"
                                                + "<MultiGeometry><Point><coordinates>3,4</coordinates></Point>"
                                                + "</MultiGeometry></MultiGeometry>")
                                + placemark(
                                        "t",
                                        "<gx:Track><when>2024-01-01</when><gx:coord>4 50 0</gx:coord>"
                                                + "<when>2024-01-02</when><gx:coord>5 51 0</gx:coord></gx:Track>")
                                + "</kml>");
        assertThat(wkt(read(file, LayerKind.PLAIN)))
                .containsExactly("MULTIPOINT ((1 2), (3 4))", "LINESTRING (4 50, 5 51)");
    }

    @Test
    void readsExtendedDataAndTheFoldersAround() throws IOException {
        ImportedLayer layer = read(
                file("<name>Whole</name><Folder><name>North</name><Folder><name>Schools</name>"
                        + placemark(
                                "1",
                                "<name>One</name><ExtendedData><Data name=\"pupils\"><displayName>x</displayName>"
                                        + "<value>120</value></Data><SchemaData schemaUrl=\"#s\">"
                                        + "<SimpleData name=\"code\">007</SimpleData></SchemaData></ExtendedData>"
                                        + "<Point><coordinates>4,50</coordinates></Point>")
                        + "</Folder></Folder>"
                        + placemark(
                                "2",
                                "<name>Two</name><description><![CDATA[<b>hall</b>]]></description><ExtendedData>"
                                        + "<Data name=\"pupils\"><value>80</value></Data></ExtendedData>"
                                        + "<Point><coordinates>4,51</coordinates></Point>")),
                LayerKind.PLACES);
        assertThat(layer.features().get(0).attributes())
                .isEqualTo(Map.of("name", "One", "pupils", 120L, "code", "007", "folder", "North/Schools"));
        assertThat(layer.features().get(1).attributes())
                .isEqualTo(Map.of("name", "Two", "pupils", 80L, "description", "<b>hall</b>"));
    }

    @Test
    void countsPlacemarksWithoutAUsableGeometry() throws IOException {
        ImportedLayer layer = read(
                file(placemark("1", "<Point><coordinates>4,50</coordinates></Point>")
                        + placemark("2", "<name>none</name>")
                        + placemark("3", "<Point><coordinates>four,50</coordinates></Point>")
                        + placemark("4", "<Point><coordinates>1e400,50</coordinates></Point>")
                        + placemark("5", "<Model><Link/></Model>")
                        + placemark("6", "<LineString><coordinates>4,50</coordinates></LineString>")
                        + "<NetworkLink><Link><href>http://example.org/more.kml</href></Link></NetworkLink>"),
                LayerKind.PLACES);
        assertThat(rejections(layer.report()))
                .isEqualTo(Map.of(
                        "no-geometry", 1L,
                        "coordinate-not-a-number", 2L,
                        "geometry-type-unknown", 1L,
                        "coordinates-malformed", 1L));
        assertThat(warnings(layer.report())).contains("format-not-kept");
    }

    @Test
    void closesOpenRingsAndSaysSo() throws IOException {
        ImportedLayer layer = read(
                file(placemark(
                        "1",
                        "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9</coordinates></LinearRing>"
                                + "</outerBoundaryIs></Polygon>")),
                LayerKind.UNITS);
        assertThat(changes(layer.report())).isEqualTo(Map.of("ring-closed", 1L));
    }

    @Test
    void readsKmzByItsMainDocumentAndGzippedKml() throws IOException {
        byte[] main = kml(placemark("1", "<Point><coordinates>4,50</coordinates></Point>"))
                .getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("files/icon.png", new byte[] {1});
        entries.put("linked/other.kml", main);
        entries.put("doc.kml", main);
        ImportFixture files = new ImportFixture(folder);
        assertThat(read(files.zip("a.kmz", entries), LayerKind.PLACES).report().format())
                .isEqualTo("KML in zip");
        assertThat(read(files.bytes("a", gzip(main)), LayerKind.PLACES).report().format())
                .isEqualTo("KML in gzip");
    }

    @Test
    void readsTheEncodingThatIsDeclared() throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><kml>"
                + placemark("1", "<name>Café</name><Point><coordinates>4,50</coordinates></Point>") + "</kml>";
        ImportFixture files = new ImportFixture(folder);
        for (Path file : new Path[] {
            files.text("latin", text, StandardCharsets.ISO_8859_1),
            files.text("wide", "\ufeff" + text.replace("ISO-8859-1", "UTF-16"), StandardCharsets.UTF_16LE)
        }) {
            assertThat(read(file, LayerKind.PLACES).features().get(0).text("name"))
                    .contains("Café");
        }
        Path wrong = files.text("wrong", text.replace("ISO-8859-1", "UTF-8"), StandardCharsets.ISO_8859_1);
        assertThat(refusal(wrong, LayerKind.PLACES).code()).isEqualTo("bad-encoding");
        Path unknown = files.text("unknown", text.replace("ISO-8859-1", "x-none"));
        assertThat(refusal(unknown, LayerKind.PLACES).values()).containsEntry("encoding", "x-none");
    }

    @Test
    void refusesXmlOfOtherKindsAndXmlThatBreaksOff() throws IOException {
        ImportFixture files = new ImportFixture(folder);
        assertThat(refusal(files.text("a", "<rss><channel/></rss>"), LayerKind.PLACES)
                        .code())
                .isEqualTo("unknown-format");
        ImportRefused cut =
                refusal(files.text("b", kml("").replace("</Document></kml>", "\n<Folder>")), LayerKind.PLACES);
        assertThat(cut.code()).isEqualTo("broken-file");
        assertThat(cut.where()).contains("line 3");
    }
}
