package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopoJsonImportTest {
    /** Two squares that share the side from (1 0) to (1 1): arc 0; arcs 1 and 2 are the rest of each. */
    private static final String ARCS = "\"arcs\":[[[1,0],[1,1]],[[1,1],[0,1],[0,0],[1,0]],[[1,0],[2,0],[2,1],[1,1]]]";

    private static final String SQUARES = "\"objects\":{\"squares\":{\"type\":\"GeometryCollection\",\"geometries\":["
            + "{\"type\":\"Polygon\",\"id\":\"w\",\"properties\":{\"pop\":1},\"arcs\":[[0,1]]},"
            + "{\"type\":\"MultiPolygon\",\"id\":\"e\",\"properties\":{\"pop\":2},\"arcs\":[[[2,-1]]]}]}}";

    @TempDir
    Path folder;

    private Path file(String... members) throws IOException {
        return new ImportFixture(folder).text("map.json", "{\"type\":\"Topology\"," + String.join(",", members) + "}");
    }

    @Test
    void joinsArcsForwardsAndBackwards() throws IOException {
        for (Path file : new Path[] {file(SQUARES, ARCS), file(ARCS, SQUARES)}) {
            ImportedLayer layer = read(file, LayerKind.UNITS);
            assertThat(wkt(layer))
                    .containsExactly(
                            "POLYGON ((1 0, 1 1, 0 1, 0 0, 1 0))", "MULTIPOLYGON (((1 0, 2 0, 2 1, 1 1, 1 0)))");
            assertThat(ids(layer)).containsExactly("w", "e");
            assertThat(layer.features().get(1).number("pop")).hasValue(2);
            assertThat(layer.report().format()).isEqualTo("TopoJSON");
            assertThat(layer.report().layer()).isEqualTo("squares");
        }
    }

    @Test
    void undoesQuantisation() throws IOException {
        ImportedLayer layer = read(
                file(
                        "\"transform\":{\"scale\":[0.5,0.25],\"translate\":[4,50]}",
                        "\"objects\":{\"o\":{\"type\":\"GeometryCollection\",\"geometries\":["
                                + "{\"type\":\"LineString\",\"arcs\":[0]},{\"type\":\"Point\",\"coordinates\":[2,4]},"
                                + "{\"type\":\"MultiPoint\",\"coordinates\":[[0,0],[2,4]]}]}}",
                        "\"arcs\":[[[0,0],[2,0],[0,4]]]"),
                LayerKind.PLAIN);
        assertThat(wkt(layer))
                .containsExactly("LINESTRING (4 50, 5 50, 5 51)", "POINT (5 51)", "MULTIPOINT ((4 50), (5 51))");
    }

    @Test
    void takesACollectionInsideTheObjectAsOneFeature() throws IOException {
        ImportedLayer layer = read(
                file(
                        ARCS,
                        "\"objects\":{\"o\":{\"type\":\"GeometryCollection\",\"geometries\":["
                                + "{\"type\":\"GeometryCollection\",\"id\":\"both\",\"geometries\":["
                                + "{\"type\":\"Point\",\"coordinates\":[5,5]},"
                                + "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"arcs\":[0]}]}"
                                + "]},{\"type\":null,\"properties\":{\"id\":\"nowhere\"}}]}}"),
                LayerKind.PLAIN);
        assertThat(wkt(layer))
                .containsExactly(
                        "GEOMETRYCOLLECTION (POINT (5 5), GEOMETRYCOLLECTION (LINESTRING (1 0, 1 1)))", "POINT EMPTY");
    }

    @Test
    void asksWhichObjectWhereThereAreSeveral() throws IOException {
        Path file = file(
                ARCS,
                "\"objects\":{\"a\":{\"type\":\"LineString\",\"arcs\":[0]},\"b\":{\"type\":\"LineString\",\"arcs\":[1]}}");
        ImportRefused refused = refusal(file, LayerKind.PLAIN);
        assertThat(refused.code()).isEqualTo("layer-ambiguous");
        assertThat(refused.values()).containsEntry("layers", "a, b").containsEntry("count", 2);
        assertThat(wkt(LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN).ofLayer("a"))))
                .containsExactly("LINESTRING (1 0, 1 1)");
        assertThat(refusal(ImportRequest.of(file, LayerKind.PLAIN).ofLayer("c")).code())
                .isEqualTo("layer-missing");
    }

    @Test
    void rejectsWhatRefersToArcsThatAreNotThere() throws IOException {
        ImportedLayer layer = read(
                file(
                        ARCS,
                        "\"objects\":{\"o\":{\"type\":\"GeometryCollection\",\"geometries\":["
                                + "{\"type\":\"LineString\",\"arcs\":[0]},{\"type\":\"LineString\",\"arcs\":[3]},"
                                + "{\"type\":\"LineString\",\"arcs\":[-4]},{\"type\":\"LineString\",\"arcs\":[\"0\"]},"
                                + "{\"type\":\"LineString\",\"arcs\":[[0]]},{\"type\":\"Polygon\",\"arcs\":[0]},"
                                + "{\"type\":\"Circle\",\"arcs\":[0]},{\"type\":\"LineString\",\"arcs\":[1e3]},7]}}"),
                LayerKind.PLAIN);
        assertThat(rejections(layer.report()))
                .isEqualTo(Map.of("coordinates-malformed", 6L, "geometry-type-unknown", 1L, "not-a-feature", 1L));
    }

    @Test
    void refusesBrokenArcsAndTransforms() throws IOException {
        String line = "\"objects\":{\"o\":{\"type\":\"LineString\",\"arcs\":[0]}}";
        for (String arcs : new String[] {
            "\"arcs\":7",
            "\"arcs\":[7]",
            "\"arcs\":[[7]]",
            "\"arcs\":[[[1]]]",
            "\"arcs\":[[[1,1e400]]]",
            "\"arcs\":[[[1,2],[3,4]]],\"transform\":{\"scale\":[1],\"translate\":[0,0]}"
        }) {
            assertThat(refusal(file(line, arcs), LayerKind.PLAIN).code())
                    .as(arcs)
                    .isEqualTo("broken-file");
        }
        assertThat(refusal(file("\"objects\":{}", "\"arcs\":[]"), LayerKind.PLAIN)
                        .code())
                .isEqualTo("nothing-usable");
    }

    @Test
    void stopsALineThatRepeatsAnArcWithoutEnd() throws IOException {
        String again = "0,".repeat(5_000) + "0";
        Path file = file(
                "\"objects\":{\"o\":{\"type\":\"LineString\",\"arcs\":[" + again + "]}}",
                "\"arcs\":[[" + "[0,0],".repeat(5_000) + "[1,1]]]");
        ImportRefused refused = refusal(file, LayerKind.PLAIN);
        assertThat(refused.code()).isEqualTo("limit-passed");
        assertThat(refused.values()).containsEntry("limit", "vertices-per-geometry");
    }
}
