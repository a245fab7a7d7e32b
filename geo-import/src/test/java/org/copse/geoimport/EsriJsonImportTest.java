package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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

class EsriJsonImportTest {
    private static final String FIELDS =
            "'fields':[{'name':'OBJECTID','type':'esriFieldTypeOID'},{'name':'CODE','type':'esriFieldTypeString'},"
                    + "{'name':'SEEN','type':'esriFieldTypeDate'}]";
    /** An outline of 2 × 2 with a hole of 1 × 1, and an outline apart: clockwise, counter-clockwise, clockwise. */
    private static final String RINGS =
            "'rings':[[[0,0],[0,2],[2,2],[2,0],[0,0]],[[0.5,0.5],[1.5,0.5],[1.5,1.5],[0.5,1.5],"
                    + "[0.5,0.5]],[[5,5],[5,6],[6,6],[6,5],[5,5]]]";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return new ImportFixture(folder).text("answer", text.replace('\'', '"'));
    }

    private static String set(String around, String... features) {
        return "{" + around + ",'features':[" + String.join(",", features) + "]}";
    }

    @Test
    void putsRingsTogetherByTheirDirection() throws IOException {
        ImportedLayer layer = read(
                file(set(
                        "'geometryType':'esriGeometryPolygon','spatialReference':{'wkid':4326}," + FIELDS,
                        "{'attributes':{'OBJECTID':1,'CODE':'007','SEEN':1709251200000},'geometry':{" + RINGS + "}}",
                        "{'attributes':{'OBJECTID':2,'CODE':null,'SEEN':1709251260000},'geometry':null}")),
                LayerKind.PLAIN);
        assertThat(layer.features().get(0).geometry().getArea()).isEqualTo(4, within(1e-12));
        assertThat(layer.features().get(0).geometry().getNumGeometries()).isEqualTo(2);
        assertThat(layer.features().get(0).attributes())
                .isEqualTo(Map.of("OBJECTID", 1L, "CODE", "007", "SEEN", "2024-03-01"));
        assertThat(layer.features().get(1).attributes()).containsEntry("SEEN", "2024-03-01T00:01:00Z");
        assertThat(layer.report().format()).isEqualTo("Esri JSON");
    }

    @Test
    void takesTheLatestWkidAndKnowsWebMercatorByItsOldNumber() throws IOException {
        String point = "{'attributes':{'A':1},'geometry':{'x':489196.98,'y':6621293.72}}";
        for (String reference : new String[] {
            "{'wkid':102100,'latestWkid':3857}", "{'wkid':102100}", "{'wkid':102113}", "{'latestWkid':3857}"
        }) {
            ImportedLayer layer = read(file(set("'spatialReference':" + reference, point)), LayerKind.PLACES);
            // Half the circumference of the sphere is 20,037,508.342789 m.
            assertThat(layer.features().get(0).geometry().getCoordinate().x)
                    .isEqualTo(489196.98 / 20037508.342789 * 180, within(1e-6));
            assertThat(layer.report().crs().code()).isEqualTo("EPSG:3857");
        }
    }

    @Test
    void readsPointsPathsAndMultipointsAndLeavesHeightsOut() throws IOException {
        ImportedLayer layer = read(
                file(set(
                        "'spatialReference':{'wkid':4326},'hasZ':true,'hasM':true",
                        "{'attributes':{'A':1},'geometry':{'x':4,'y':50,'z':3,'m':'NaN'}}",
                        "{'attributes':{'A':2},'geometry':{'paths':[[[4,50,1,'NaN'],[5,51,1,null]],[[6,52],[7,53]]]}}",
                        "{'attributes':{'A':3},'geometry':{'points':[[4,50],[5,51]]}}",
                        "{'attributes':{'A':4},'geometry':{'x':'NaN','y':'NaN'}}",
                        "{'attributes':{'A':5},'geometry':{'rings':[[[0,0],[0,1],['x',1]]]}}")),
                LayerKind.PLAIN);
        assertThat(wkt(layer))
                .containsExactly(
                        "POINT (4 50)",
                        "MULTILINESTRING ((4 50, 5 51), (6 52, 7 53))",
                        "MULTIPOINT ((4 50), (5 51))",
                        "POINT EMPTY");
        assertThat(rejections(layer.report())).isEqualTo(Map.of("coordinate-not-a-number", 1L));
        assertThat(warnings(layer.report())).contains("heights-left-out");
    }

    @Test
    void makesCurvesLines() throws IOException {
        // A half circle of radius 1 over the base from (−1, 0) to (1, 0), clockwise.
        String ring = "'curveRings':[[[-1,0],{'c':[[1,0],[0,1]]},[-1,0]]]";
        ImportedLayer layer = read(
                file(set(
                        "'spatialReference':{'wkid':4326}",
                        "{'attributes':{'A':1},'geometry':{" + ring + "}}",
                        "{'attributes':{'A':2},'geometry':{'curvePaths':[[[0,0],{'a':[[1,0],[0,0],1,1,0,2,0.5]}]]}}")),
                LayerKind.PLAIN);
        assertThat(layer.features().get(0).geometry().getArea()).isEqualTo(Math.PI / 2, within(2e-4));
        assertThat(warnings(layer.report())).contains("curves-as-lines");
        assertThat(rejections(layer.report())).isEqualTo(Map.of("geometry-type-unknown", 1L));
    }

    @Test
    void readsPagesInAZipAsOneLayerAndSaysWhenTheLastIsMissing() throws IOException {
        String first = set(
                "'objectIdFieldName':'A','spatialReference':{'wkid':4326},'exceededTransferLimit':true",
                "{'attributes':{'A':1},'geometry':{'x':4,'y':50}}");
        String last = set(
                "'objectIdFieldName':'A','spatialReference':{'wkid':4326}",
                "{'attributes':{'A':2,'B':'x'},'geometry':{'x':5,'y':51}}");
        Path both = new ImportFixture(folder).zip("pages.zip", Map.of("0.json", bytes(first), "1.json", bytes(last)));
        ImportedLayer layer = read(both, LayerKind.PLACES);
        assertThat(layer.features()).hasSize(2);
        assertThat(warnings(layer.report())).doesNotContain("answer-cut-off");
        ImportedLayer cut = read(file(first), LayerKind.PLACES);
        assertThat(warnings(cut.report())).contains("answer-cut-off");
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsFeatureSetsInsideLayersAndWithoutAnyHeader() throws IOException {
        String point = "{'geometry':{'x':4,'y':50},'attributes':{'A':1}}";
        String layers = "{'layers':[{'layerDefinition':{'name':'n','spatialReference':{'wkid':4326}},'featureSet':{"
                + "'geometryType':'esriGeometryPoint','features':[" + point + "]}}]}";
        assertThat(wkt(read(file(layers), LayerKind.PLACES))).containsExactly("POINT (4 50)");
        assertThat(wkt(read(file("{'features':[" + point + "]}"), LayerKind.PLACES)))
                .containsExactly("POINT (4 50)");
    }

    @Test
    void saysWhatTheServiceSaidInPlaceOfFeatures() throws IOException {
        ImportRefused refused = refusal(
                file("{'error':{'code':400,'message':'Invalid or missing input parameters.','details':[]}}"),
                LayerKind.PLAIN);
        assertThat(refused.code()).isEqualTo("error-answer");
        assertThat(refused.what()).contains("400 Invalid or missing input parameters.");
        assertThat(refusal(file("{'objectIdFieldName':'OBJECTID','objectIds':[1,2]}"), LayerKind.PLAIN)
                        .code())
                .isEqualTo("nothing-usable");
    }

    @Test
    void refusesPositionsAsStepsOnAGrid() throws IOException {
        String answer = set(
                "'spatialReference':{'wkid':4326},'transform':{'originPosition':'upperLeft','scale':[1,1]}",
                "{'attributes':{},'geometry':{'x':4,'y':50}}");
        assertThat(refusal(file(answer), LayerKind.PLAIN).values()).containsEntry("format", "esri-steps");
    }

    @Test
    void endsWellOnAnswersMadeToDoHarm() throws IOException {
        String deep = "{'fieldAliases':{},'features':" + "[".repeat(5_000);
        assertThat(refusal(file(deep), LayerKind.PLAIN).code()).isEqualTo("limit-passed");
        StringBuilder arcs = new StringBuilder("[0,0]");
        for (int i = 1; i < 20_000; i++) {
            arcs.append(",{'c':[[").append(i % 2).append(",0],[0.5,0.5]]}");
        }
        String curves = set(
                "'spatialReference':{'wkid':4326}",
                "{'attributes':{'A':1},'geometry':{'curvePaths':[[" + arcs + "]]}}");
        assertThat(refusal(ImportRequest.of(file(curves), LayerKind.PLAIN)
                                .within(Limits.usual().with(Limit.VERTICES_PER_GEOMETRY, 100_000)))
                        .values())
                .containsEntry("limit", "vertices-per-geometry");
        String odd = set(
                "'spatialReference':[],'fields':'no','geometryType':7,'fieldAliases':3",
                "7",
                "{'geometry':{'rings':{}}}",
                "{'geometry':{'rings':[7,[7],[[{}]],[{'c':7}]]}}",
                "{'geometry':{'rings':[[{'c':[[1,1],[2,2]]}]]}}");
        assertThat(refusal(file(odd), LayerKind.PLAIN).code()).isEqualTo("nothing-usable");
    }
}
