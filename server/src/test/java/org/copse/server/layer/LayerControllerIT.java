package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnBothDatabases
class LayerControllerIT {
    private final RunningServer server;
    private final Visitor planner;

    LayerControllerIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    @Test
    void importsAFileAndTellsWhatBecameOfIt() {
        HttpResponse<String> answer = TownFiles.upload(
                planner,
                "C:\\maps\\units.geojson",
                TownFiles.units(),
                Map.of("kind", "units", "roles", "{\"ID\":\"UNIT\"}", "source", "Town hall", "legalBasis", "By-law 7"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode layer = Visitor.json(answer).get("layer");
        assertThat(layer.get("name").asString()).isEqualTo("units");
        assertThat(layer.get("features").asInt()).isEqualTo(24);
        assertThat(layer.get("roles").get("POPULATION").asString()).isEqualTo("POP");
        assertThat(layer.get("legalBasis").asString()).isEqualTo("By-law 7");
        assertThat(layer.get("importedBy").asString()).isEqualTo("planner");
        assertThat(layer.get("bbox").get(0).asDouble()).isEqualTo(2.70);
        assertThat(Visitor.json(answer).get("report").get("counts").get("read").asInt())
                .isEqualTo(24);
        String place = answer.headers().firstValue("Location").orElseThrow();
        assertThat(Visitor.json(planner.get(place)).get("id")).isEqualTo(layer.get("id"));
        assertThat(Visitor.json(planner.get(place + "/report")).get("file").asString())
                .isEqualTo("units.geojson");
    }

    @Test
    void handsOutTheFeaturesInABox() {
        String place = stored("box");

        JsonNode all = Visitor.json(planner.get(place + "/features"));
        JsonNode corner = Visitor.json(planner.get(place + "/features?bbox=2.701,51.401,2.709,51.409"));

        assertThat(all.get("features").size()).isEqualTo(24);
        assertThat(corner.get("features").size()).isEqualTo(1);
        assertThat(corner.get("features").get(0).get("properties").get("POP").asInt())
                .isEqualTo(100);
        assertThat(planner.get(place + "/features?bbox=1,2,3").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAFileThatCannotBeReadAndStoresNothing() {
        int before = Visitor.json(planner.get("/api/v1/layers")).size();

        HttpResponse<String> answer =
                TownFiles.upload(planner, "notes.txt", "\u0000\u0001 no map", Map.of("kind", "UNITS"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode problem = Visitor.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/import-refused");
        assertThat(problem.get("code").asString()).isEqualTo("unknown-format");
        assertThat(problem.get("whatToDo").asString()).isNotBlank();
        assertThat(Visitor.json(planner.get("/api/v1/layers")).size()).isEqualTo(before);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        HttpResponse<String> answer = TownFiles.upload(
                planner, "units.geojson", TownFiles.units(), Map.of("kind", "castles", "roles", "{\"COLOUR\":\"x\"}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("kind", "roles");
    }

    @Test
    void showsLayersToPlannersAndAnalystsAlone() {
        String place = stored("staff");

        assertThat(server.visitor().get(place + "/features").statusCode()).isEqualTo(401);
        assertThat(server.visitor().signInAs("officer").get("/api/v1/layers").statusCode())
                .isEqualTo(403);
        assertThat(server.visitor().signInAs("analyst").get(place).statusCode()).isEqualTo(200);
        assertThat(TownFiles.upload(
                                server.visitor().signInAs("analyst"),
                                "units.geojson",
                                TownFiles.units(),
                                Map.of("kind", "UNITS"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsWhatIsDrawnBehindTheMapToEverybodyAndNothingElse() {
        String hidden = stored("hidden").replace("/layers/", "/backdrop/");
        HttpResponse<String> land = TownFiles.upload(
                planner,
                "land.geojson",
                TownFiles.units(),
                Map.of("kind", "BACKDROP", "name", "Sea", "role", "water", "roles", "{\"ID\":\"UNIT\"}"));

        JsonNode listed = Visitor.json(server.visitor().get("/api/v1/backdrop")).get("layers");
        String id = Visitor.json(land).get("layer").get("id").asString();
        HttpResponse<String> drawn = server.visitor().get("/api/v1/backdrop/" + id);

        assertThat(listed.findValuesAsString("role")).contains("water");
        assertThat(Visitor.json(drawn).get("features").size()).isEqualTo(24);
        assertThat(drawn.body()).doesNotContain("POP").doesNotContain("u11");
        String tag = drawn.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");
        assertThat(server.visitor()
                        .get("/api/v1/backdrop/" + id, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.visitor().get(hidden).statusCode()).isEqualTo(404);
    }

    @Test
    void namesWhatLiesBehindTheMapButNotParcels() {
        String named =
                """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                 "properties": {"ID": 1, "NAME": "Old canal", "OWNER": "somebody"},
                 "geometry": {"type": "Polygon", "coordinates": [[[2.7, 51.4], [2.8, 51.4], [2.8, 51.5], [2.7, 51.4]]]}}]}""";

        assertThat(backdrop(named, "water")).contains("\"name\":\"Old canal\"").doesNotContain("somebody");
        assertThat(backdrop(named, "land")).doesNotContain("Old canal");
    }

    private String backdrop(String geoJson, String role) {
        HttpResponse<String> stored = TownFiles.upload(
                planner,
                "named.geojson",
                geoJson,
                Map.of("kind", "BACKDROP", "name", "Named " + role, "role", role, "roles", "{\"ID\":\"ID\"}"));
        String id = Visitor.json(stored).get("layer").get("id").asString();
        return server.visitor().get("/api/v1/backdrop/" + id).body();
    }

    @Test
    void drawsNoPointsBehindTheMap() {
        HttpResponse<String> answer = TownFiles.upload(
                planner, "incidents.csv", TownFiles.incidents(), Map.of("kind", "BACKDROP", "name", "Points"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(server.visitor().get("/api/v1/backdrop").body()).doesNotContain("Points");
    }

    @Test
    void deletesALayerThatNothingRestsOn() {
        String place = stored("unused");

        assertThat(planner.send("DELETE", place, "").statusCode()).isEqualTo(204);
        assertThat(planner.get(place).statusCode()).isEqualTo(404);
        assertThat(planner.send("DELETE", place, "").statusCode()).isEqualTo(404);
    }

    private String stored(String name) {
        HttpResponse<String> answer =
                TownFiles.upload(planner, "units.geojson", TownFiles.units(), Map.of("kind", "UNITS", "name", name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
