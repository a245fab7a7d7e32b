package org.copse.server.staffing;

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

/** What a plan would rest on, over HTTP, and that a planner's choices are kept with the scenario. */
@OnBothDatabases
class EvidenceIT {
    private static final String INCIDENTS =
            """
            id,date,category,lon,lat
            1,2024-07-17,ASSAULT W/DANGEROUS WEAPON,2.705,51.405
            2,2024-07-20,ASSAULT W/DANGEROUS WEAPON,2.715,51.405
            3,2024-08-01,Stop and search,2.725,51.405
            4,2024-08-15,Burglary,2.705,51.415
            """;

    private final Visitor planner;

    EvidenceIT(TestDatabase database) {
        RunningServer server =
                database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    @Test
    void showsWhichIncidentsWouldCountOverWhichDays() {
        String layers = layers();

        JsonNode incidents = Visitor.json(planner.post("/api/v1/evidence", "{\"layers\":" + layers + "}"))
                .get("incidents");

        assertThat(incidents.get("inside").asInt()).isEqualTo(4);
        assertThat(incidents.get("first").asString()).isEqualTo("2024-07-17");
        assertThat(incidents.get("last").asString()).isEqualTo("2024-08-15");
        assertThat(incidents.get("months").asDouble()).isBetween(0.985, 0.986);
        assertThat(incidents.get("categories").toString())
                .contains("\"category\":\"Stop and search\"", "\"sense\":\"FOUND\"", "\"because\":\"ASSAULT\"");
    }

    @Test
    void countsOverTheDaysThatThePlannerStates() {
        JsonNode incidents = Visitor.json(planner.post(
                        "/api/v1/evidence", "{\"layers\":" + layers() + ",\"period\":\"2024-08-01..2024-08-31\"}"))
                .get("incidents");

        assertThat(incidents.get("inside").asInt()).isEqualTo(2);
        assertThat(incidents.get("outsidePeriod").asInt()).isEqualTo(2);
    }

    @Test
    void keepsThePlannersChoicesWithTheScenario() {
        String request = "{\"name\":\"Evidence\",\"layers\":" + layers()
                + ",\"officers\":4,\"sectors\":1,\"period\":\"2024-08\",\"includeEnclosed\":[\"all\"],\"weights\":"
                + "{\"conflict\":{\"categories\":{\"Burglary\":{\"counted\":\"NONE\",\"reason\":\"a test\",\"author\":\"planner\"}}}}}";

        HttpResponse<String> answer = planner.post("/api/v1/scenarios", request);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode scenario = Visitor.json(answer);
        JsonNode stored = Visitor.json(
                planner.get("/api/v1/scenarios/" + scenario.get("id").asString()));
        assertThat(stored.get("period").asString()).isEqualTo("2024-08-01..2024-08-31");
        assertThat(stored.get("includeEnclosed").toString()).isEqualTo("[\"all\"]");
        assertThat(stored.get("weights").toString()).contains("\"counted\":\"NONE\"", "a test");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        HttpResponse<String> answer = planner.post(
                "/api/v1/evidence", "{\"layers\":" + layers() + ",\"period\":\"soon\",\"includeEnclosed\":[\"here\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"period\"", "includeEnclosed");
        assertThat(planner.post(
                                "/api/v1/scenarios",
                                "{\"name\":\"x\",\"layers\":" + layers() + ",\"period\":\"2024-02..2024-01\"}")
                        .body())
                .contains("before it begins");
    }

    private String layers() {
        String units = layer(
                "units.geojson",
                TownFiles.units(),
                Map.of("kind", "UNITS", "roles", "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\"}"));
        String incidents = layer("incidents.csv", INCIDENTS, Map.of("kind", "INCIDENTS"));
        return "{\"units\":\"" + units + "\",\"incidents\":\"" + incidents + "\"}";
    }

    private String layer(String name, String content, Map<String, String> fields) {
        HttpResponse<String> answer = TownFiles.upload(planner, name, content, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }
}
