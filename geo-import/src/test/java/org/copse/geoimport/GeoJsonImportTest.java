package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoJsonImportTest {
    @TempDir
    Path folder;

    private ImportedLayer json(String text, LayerKind kind) throws IOException {
        return read(new ImportFixture(folder).text("layer.bin", text), kind);
    }

    private ImportRefused refused(String text) throws IOException {
        return refusal(new ImportFixture(folder).text("layer.geojson", text), LayerKind.PLAIN);
    }

    private static String point(String id, double lon, double lat) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + id
                + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" + lon + "," + lat + "]}}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    @Test
    void readsEveryValueTypeWithoutLoss() throws IOException {
        ImportedLayer layer = json(
                "{\"type\":\"Feature\",\"properties\":{\"id\":\"007\",\"n\":12,\"x\":1.5,\"yes\":true,\"none\":null,"
                        + "\"big\":123456789012345678901,\"list\":[1,{\"a\":2}]},"
                        + "\"geometry\":{\"coordinates\":[2.5,51.25],\"type\":\"Point\"}}",
                LayerKind.PLACES);
        Feature feature = layer.features().get(0);
        assertThat(feature.id()).isEqualTo("007");
        assertThat(feature.attributes())
                .containsEntry("n", 12L)
                .containsEntry("x", 1.5)
                .containsEntry("yes", true)
                .containsEntry("big", "123456789012345678901")
                .containsEntry("list", "[1,{\"a\":2}]")
                .doesNotContainKey("none");
        assertThat(wkt(layer)).containsExactly("POINT (2.5 51.25)");
    }

    @Test
    void readsFeaturesOfACollectionInsideACollection() throws IOException {
        ImportedLayer layer =
                json(collection(point("a", 1, 2), collection(point("b", 3, 4), point("c", 5, 6))), LayerKind.PLACES);
        assertThat(ids(layer)).containsExactly("a", "b", "c");
        assertThat(warnings(layer.report())).contains("format-not-kept");
    }

    @Test
    void readsOneObjectPerLineAndRecordSeparators() throws IOException {
        ImportedLayer layer =
                json("\u001e" + point("a", 1, 2) + "\n\u001e" + point("b", 3, 4) + "\n", LayerKind.PLACES);
        assertThat(ids(layer)).containsExactly("a", "b");
        assertThat(layer.report().format()).contains("per line");
    }

    @Test
    void obeysACrsMemberAfterTheFeatures() throws IOException {
        String features = "\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[149000,170000]}}]";
        ImportedLayer layer = json(
                "{\"type\":\"FeatureCollection\"," + features
                        + ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::31370\"}}}",
                LayerKind.PLACES);
        // Expected position by PROJ 9 (cs2cs EPSG:31370 EPSG:4326).
        assertThat(layer.features().get(0).geometry().getCoordinate().x).isCloseTo(4.3545547, within(1e-6));
        assertThat(layer.features().get(0).geometry().getCoordinate().y).isCloseTo(50.8404105, within(1e-6));
        assertThat(layer.report().crs().code()).isEqualTo("EPSG:31370");
    }

    @Test
    void refusesMetresWithoutACrsMemberAndSaysWhichGridsFit() throws IOException {
        ImportRefused refused = refused(collection(point("a", 149_000, 170_000)));
        assertThat(refused.code()).isEqualTo("crs-missing");
        assertThat(refused.whatToDo()).contains("EPSG:31370");
    }

    @Test
    void closesAnOpenRingAndCountsIt() throws IOException {
        ImportedLayer layer =
                json("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}", LayerKind.UNITS);
        assertThat(wkt(layer)).containsExactly("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
        assertThat(changes(layer.report())).isEqualTo(Map.of("ring-closed", 1L));
        assertThat(layer.report().counts()).isEqualTo(new ImportReport.Counts(1, 0, 1, 0, 0));
    }

    @Test
    void rejectsEachBrokenFeatureUnderItsCodeAndKeepsTheRest() throws IOException {
        ImportedLayer layer = json(
                collection(
                        point("good", 1, 2),
                        "null",
                        "{\"type\":\"Featre\",\"geometry\":null,\"properties\":{}}",
                        geometry("\"Point\"", "[\"x\",2]"),
                        geometry("\"Point\"", "[1e400,2]"),
                        geometry("\"MultiPolygon\"", "[1,2]"),
                        geometry("\"Circle\"", "[1,2]"),
                        geometry("\"LineString\"", "[[1,2]]"),
                        point("far", 1, 95),
                        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}"),
                LayerKind.PLACES);
        assertThat(ids(layer)).containsExactly("good");
        assertThat(rejections(layer.report()))
                .containsOnly(
                        Map.entry("not-a-feature", 2L),
                        Map.entry("coordinate-not-a-number", 2L),
                        Map.entry("coordinates-malformed", 2L),
                        Map.entry("geometry-type-unknown", 1L),
                        Map.entry("off-the-globe", 1L),
                        Map.entry("no-geometry", 1L));
        assertThat(layer.report().counts().read()).isEqualTo(10);
    }

    private static String geometry(String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":" + type + ",\"coordinates\":"
                + coordinates + "}}";
    }

    @Test
    void refusesJsonThatBreaksOffWithLineAndColumn() throws IOException {
        ImportRefused refused = refused("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":");
        assertThat(refused.code()).isEqualTo("broken-file");
        assertThat(refused.where()).contains("line 2");
    }

    @Test
    void refusesTextThatIsNotUtf8() throws IOException {
        Path file = new ImportFixture(folder).text("latin.geojson", point("é", 1, 2), StandardCharsets.ISO_8859_1);
        assertThat(refusal(file, LayerKind.PLACES).code()).isEqualTo("bad-encoding");
    }

    @Test
    void refusesCollectionsNestedTenThousandTimes() throws IOException {
        String text = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(10_000)
                + "{\"type\":\"Point\",\"coordinates\":[1,2]}" + "]}".repeat(10_000);
        assertThat(refused(text).code()).isEqualTo("limit-passed");
        assertThat(refused("[".repeat(100_000)).code()).isIn("limit-passed", "broken-file");
    }

    @Test
    void refusesMoreVerticesThanTheLimitAndNamesIt() throws IOException {
        Path file = new ImportFixture(folder)
                .text("line.geojson", "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1],[2,2],[3,3]]}");
        ImportRefused refused = refusal(
                ImportRequest.of(file, LayerKind.PLAIN).within(Limits.usual().with(Limit.VERTICES_PER_GEOMETRY, 3)));
        assertThat(refused.code()).isEqualTo("limit-passed");
        assertThat(refused.what()).contains("3 vertices");
        assertThat(refused.whatToDo()).contains("vertices-per-geometry");
    }

    @Test
    void tellsOfMembersGivenTwiceAndOfRingsTheWrongWayRound() throws IOException {
        ImportedLayer layer = json(
                "{\"type\":\"Feature\",\"properties\":{\"a\":1,\"a\":2},\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}}",
                LayerKind.UNITS);
        assertThat(warnings(layer.report())).contains("name-repeated", "ring-direction");
    }
}
