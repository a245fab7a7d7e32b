package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.gzip;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real files lack, and what they have too much of. */
class ReaderGapsTest {
    private static final double[] SQUARE = {5e5, 2e5, 5e5, 3e5, 6e5, 3e5, 5e5, 2e5};

    @TempDir
    Path folder;

    private ImportFixture files() {
        return new ImportFixture(folder);
    }

    private static String feature(String id, String coordinates) {
        return "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":" + coordinates + "}}";
    }

    private static Map<String, byte[]> shapefile(String name) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        new ShapefileFixture()
                .polygon("A", "One", SQUARE)
                .parts()
                .forEach((entry, bytes) -> parts.put(entry.replace("units", name), bytes));
        return parts;
    }

    @Test
    void obeysACrsMemberBeforeTheFeatures() throws IOException {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::31370\"}}";
        ImportedLayer layer = read(
                files().text(
                                "a",
                                "{" + crs + ",\"type\":\"FeatureCollection\",\"features\":["
                                        + feature("a", "[149000,170000]") + "]}"),
                LayerKind.PLACES);
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:31370");
        assertThat(layer.features().get(0).geometry().getCoordinate().x).isBetween(4.354, 4.355);
    }

    @Test
    void saysWhereTwoCrsMembersDiffer() throws IOException {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:%s\"}}";
        ImportedLayer layer = read(
                files().text(
                                "a",
                                "{" + crs.formatted("4326") + ",\"type\":\"FeatureCollection\",\"features\":["
                                        + feature("a", "[4,50]") + "]," + crs.formatted("31370") + "}"),
                LayerKind.PLACES);
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:4326");
        assertThat(warnings(layer.report())).contains("crs-contradicted");
    }

    @Test
    void readsLinesOfGeoJsonWithBlankLinesAmongThemThroughGzip() throws IOException {
        String lines = feature("a", "[4,50]") + "\r\n\r\n" + feature("b", "[4,51]") + "\n";
        ImportedLayer layer = read(files().bytes("a", gzip(lines.getBytes(StandardCharsets.UTF_8))), LayerKind.PLACES);
        assertThat(ids(layer)).containsExactly("a", "b");
        assertThat(layer.report().format()).isEqualTo("GeoJSON, one object per line in gzip");
    }

    @Test
    void readsCollectionsThatAreNestedThreeDeepOrStandLineByLine() throws IOException {
        String inner = "{\"type\":\"FeatureCollection\",\"features\":[" + feature("a", "[4,50]") + "]}";
        String outer = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"FeatureCollection\",\"features\":["
                + inner + "]}]}";
        assertThat(ids(read(files().text("a", outer + "\n" + inner.replace("50", "51")), LayerKind.PLACES)))
                .containsExactly("a", "a#2");
    }

    @Test
    void readsAShapefileAmongFoldersNotesAndTheClutterOfMacs() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("__MACOSX/my layer/._units.shp", new byte[] {0, 5, 22, 7});
        entries.put("my layer/.DS_Store", new byte[] {0});
        entries.put("my layer/read me.txt", "notes".getBytes(StandardCharsets.UTF_8));
        entries.put("my layer/units.shp.xml", "<metadata/>".getBytes(StandardCharsets.UTF_8));
        entries.putAll(shapefile("units"));
        ImportedLayer layer = read(files().zip("a.zip", entries), LayerKind.UNITS);
        assertThat(ids(layer)).containsExactly("A");
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:27700");
        assertThat(warnings(layer.report())).contains("index-missing");
    }

    @Test
    void asksWhichShapefileWhereAZipHoldsSeveral() throws IOException {
        Map<String, byte[]> entries = shapefile("north");
        entries.putAll(shapefile("south"));
        Path zip = files().zip("a.zip", entries);
        ImportRefused refused = refusal(zip, LayerKind.UNITS);
        assertThat(refused.code()).isEqualTo("layer-ambiguous");
        assertThat(refused.values()).containsEntry("layers", "north, south");
        ImportedLayer south =
                LayerImport.read(ImportRequest.of(zip, LayerKind.UNITS).ofLayer("south"));
        assertThat(south.report().layer()).isEqualTo("south");
        assertThat(south.features().get(0).text("NAME")).contains("One");
    }

    @Test
    void readsAShapefileOfWhichOnePartIsMissing() throws IOException {
        for (String missing : new String[] {".dbf", ".prj"}) {
            Map<String, byte[]> entries = shapefile("units");
            entries.keySet().removeIf(name -> name.endsWith(missing));
            ImportRequest request = ImportRequest.of(files().zip("a.zip", entries), LayerKind.UNITS)
                    .inCrs("EPSG:27700");
            assertThat(LayerImport.read(request).features()).as(missing).hasSize(1);
        }
        Map<String, byte[]> entries = shapefile("units");
        entries.keySet().removeIf(name -> name.endsWith(".shp"));
        assertThat(refusal(files().zip("a.zip", entries), LayerKind.UNITS).code())
                .isIn("no-geometry", "role-missing", "nothing-usable");
    }

    @Test
    void readsTheSamePartsWithTheirNamesInCapitals() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        shapefile("units")
                .forEach((name, bytes) ->
                        entries.put(name.replace("units.", "UNITS.").toUpperCase(java.util.Locale.ROOT), bytes));
        ImportedLayer layer = read(files().zip("a.zip", entries), LayerKind.UNITS);
        assertThat(layer.features().get(0).id()).isEqualTo("A");
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:27700");
    }

    @Test
    void namesItsReaderByTheContentWhateverTheFileIsCalled() throws IOException {
        Path table = files().text("layer.geojson", "id,lon,lat\na,4,50\n");
        assertThat(read(table, LayerKind.PLACES).report().format()).isEqualTo("CSV");
        Path json = files().text("layer.shp", feature("a", "[4,50]"));
        assertThat(read(json, LayerKind.PLACES).report().format()).isEqualTo("GeoJSON");
        Path zip = Files.move(files().zip("b.zip", shapefile("units")), folder.resolve("table.csv"));
        assertThat(read(zip, LayerKind.UNITS).report().format()).isEqualTo("Shapefile in zip");
    }

    @Test
    void givesValuesBesideTheCodesForSentencesInOtherLanguages() throws IOException {
        ImportedLayer layer = read(
                files().text("a", "Title\n\nid;n;n\nCaf\u00e9;1;2\nB;3;4\n", StandardCharsets.ISO_8859_1),
                LayerKind.PLAIN);
        assertThat(values(layer, "encoding-guessed")).isEqualTo(Map.of("encoding", "windows-1252"));
        assertThat(values(layer, "name-repeated")).isEqualTo(Map.of("name", "n"));
        assertThat(values(layer, "header-below-top")).containsKey("row");
        ImportRefused column = refusal(ImportRequest.of(files().text("b", "id,n\na,1\n"), LayerKind.PLAIN)
                .withRole(Role.ID, "code"));
        assertThat(column.values()).isEqualTo(Map.of("column", "code", "columns", "id, n"));
        ImportRefused crs = refusal(files().text("c", feature("a", "[149000,170000]")), LayerKind.PLACES);
        assertThat(crs.values()).containsEntry("minX", 149_000.0).containsKey("candidates");
    }

    private static Map<String, Object> values(ImportedLayer layer, String code) {
        return layer.report().warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
