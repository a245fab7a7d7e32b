package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people save them from services and pass them on, beside those that the readers' own tests are about. */
class ServicesAnswersTest {
    private static final byte[] POINT = bytes("{\"type\":\"Point\",\"coordinates\":[4,50]}");

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ImportFixture files() {
        return new ImportFixture(folder);
    }

    @Test
    void saysThatGeoJsonOfAServiceIsAPartOnly() throws IOException {
        String feature =
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[4,50]}}";
        for (String flag :
                new String[] {"\"exceededTransferLimit\":true", "\"properties\":{\"exceededTransferLimit\":true}"}) {
            Path file =
                    files().text("a", "{\"type\":\"FeatureCollection\"," + flag + ",\"features\":[" + feature + "]}");
            assertThat(warnings(read(file, LayerKind.PLACES).report())).contains("answer-cut-off");
        }
    }

    @Test
    void readsAListOfAnswersAndTellsADescriptionFromAnAnswer() throws IOException {
        String answer = "{\"features\":[{\"attributes\":{\"A\":1},\"geometry\":{\"x\":4,\"y\":50}}]}";
        assertThat(wkt(read(
                        files().text("a", "[" + answer + "," + answer.replace("50", "51") + "]"), LayerKind.PLACES)))
                .containsExactly("POINT (4 50)", "POINT (4 51)");
        String description = "{\"currentVersion\":10.9,\"type\":\"Feature Layer\",\"fields\":[]}";
        assertThat(refusal(files().text("b", description), LayerKind.PLACES).what())
                .contains("holds no features");
    }

    @Test
    void saysThatAScriptHoldsMore() throws IOException {
        String point = new String(POINT, StandardCharsets.UTF_8);
        ImportedLayer layer =
                read(files().text("a.js", "var a = " + point + ";\nvar b = " + point + ";"), LayerKind.PLACES);
        assertThat(warnings(layer.report())).contains("other-layers");
    }

    @Test
    void readsTheLayerBesideAProjectAndAnEmptyArchive() throws IOException {
        byte[] empty = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, empty, 0, 4);
        Path zip = files().zip(
                        "a.zip", Map.of("p.qgs", bytes("<qgis version='3'/>"), "a.geojson", POINT, "more.zip", empty));
        assertThat(wkt(read(zip, LayerKind.PLACES))).containsExactly("POINT (4 50)");
    }

    @Test
    void readsFeaturesSavedAsXmlBesideANote() throws IOException {
        String gml =
                "<C xmlns:gml='g'><gml:member><w><n>1</n><g><gml:Point srsName='CRS84'><gml:pos>4 50</gml:pos></gml:Point>"
                        + "</g></w></gml:member></C>";
        Path zip = files().zip("a.zip", Map.of("answer.xml", bytes(gml), "readme.txt", bytes("hello")));
        assertThat(wkt(read(zip, LayerKind.PLACES))).containsExactly("POINT (4 50)");
    }

    @Test
    void namesTheWholeWayToWhatIsBrokenInAnArchiveInAnArchive() throws IOException {
        Path zip = files().zip("outer.zip", Map.of("inner.zip", bytes("PK\3\4 nothing that unpacks")));
        ImportRefused refused = refusal(zip, LayerKind.PLACES);
        assertThat(refused.code()).isEqualTo("broken-file");
        assertThat(refused.where()).isEqualTo("outer.zip/inner.zip");
    }

    @Test
    void namesAMapInfoTableInAZip() throws IOException {
        Path zip = files().zip(
                        "w.zip",
                        Map.of(
                                "w.tab",
                                bytes("!table\n!version 300\n"),
                                "w.dat",
                                POINT,
                                "w.map",
                                POINT,
                                "w.id",
                                POINT));
        assertThat(refusal(zip, LayerKind.PLACES).values()).containsEntry("format", "mapinfo-tab");
    }
}
