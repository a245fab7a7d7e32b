package org.copse.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.copse.server.Adopting;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From layers to a published plan, over HTTP. */
@OnBothDatabases
class ScenarioControllerIT {
    private final RunningServer server;
    private final Visitor planner;

    ScenarioControllerIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    /** Ten seconds, half as long again for the criteria: on a busy machine two seconds leave nothing for them. */
    @Test
    void plansAScenarioAndPublishesIt() throws Exception {
        String scenario = created(10, ",\"sectors\":1,\"favour\":\"all\"");
        assertThat(planner.get(scenario + "/proposal").statusCode()).isEqualTo(409);
        String job = started(scenario);
        JsonNode done = over(job);
        JsonNode proposal = Visitor.json(planner.get(scenario + "/proposal"));
        JsonNode beats = Visitor.json(planner.get(scenario + "/beats?favour=balanced"));

        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.get("progress").asDouble()).isEqualTo(1);
        assertThat(proposal.get("alternatives").findValuesAsString("favour"))
                .containsExactlyInAnyOrder("balanced", "compact", "least-change");
        assertThat(proposal.get("criteria").findValuesAsString("criterion"))
                .containsExactly("density", "mix", "conflict", "places", "location");
        assertThat(proposal.get("criteria").get(2).get("hours").asDouble()).isPositive();
        for (JsonNode alternative : proposal.get("alternatives")) {
            assertThat(alternative.get("boundaries").get(0).get("beats").size()).isEqualTo(2);
            assertThat(alternative.get("terms").get("compactness").asDouble()).isNotNegative();
            assertThat(alternative.get("beats").get(0).get("reock").asDouble()).isBetween(0.1, 1.0);
            assertThat(alternative.get("beats").get(0).get("polsbyPopper").asDouble())
                    .isBetween(0.1, 1.0);
            assertIncidentsAddUp(proposal, alternative);
            assertThat(alternative.get("measures").get("longestWalkKilometres").asDouble())
                    .isNotNegative();
        }
        assertThat(proposal.get("inForce").get("measures").get("officers").asInt())
                .isPositive();
        assertThat(proposal.get("counted").get("barrierLinksCut").asInt()).isNotNegative();
        assertThat(proposal.get("counted").get("cutByBarrier").isObject()).isTrue();
        assertThat(beats.get("features").size()).isEqualTo(2);
        assertThat(beats.get("features").findValuesAsString("name"))
                .doesNotHaveDuplicates()
                .isEqualTo(namesOf(proposal, "balanced"));
        assertThat(beats.get("features").findValuesAsString("colour")).doesNotHaveDuplicates();
        assertThat(Visitor.json(planner.get(scenario)).get("state").asString()).isEqualTo("succeeded");

        String plan = new Adopting(server)
                .adopted(scenario, "{\"favour\":\"compact\",\"name\":\"Two beats\",\"reason\":\"Council, 3 May\"}");
        HttpResponse<String> unreachable = planner.post(plan + "/entry", "{\"reason\":\"Council\"}");
        assertThat(unreachable.statusCode()).isEqualTo(409);
        assertThat(unreachable.body()).contains("team-contact-missing").contains("\"sectors\"");

        HttpResponse<String> published = planner.post(
                plan + "/entry", "{\"reason\":\"Council, 3 May\",\"teamContact\":{\"phone\":\"02 555 01\"}}");

        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        Visitor resident = server.visitor();
        JsonNode current = Visitor.json(resident.get("/api/v1/plans/current"));
        HttpResponse<String> land = resident.get("/api/v1/plans/current/beats");
        assertThat(current.get("name").asString()).isEqualTo("Two beats");
        assertThat(current.get("beats").asInt()).isEqualTo(2);
        assertThat(Visitor.json(land).get("features").size()).isEqualTo(2);
        String tag = land.headers().firstValue("ETag").orElseThrow();
        long from = Instant.parse(current.get("validFrom").asString()).toEpochMilli();
        assertThat(tag).isEqualTo("W/\"" + current.get("id").asString() + "-" + from + "\"");
        for (String path : List.of("/api/v1/plans/current", "/api/v1/plans/current/beats")) {
            assertThat(resident.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
        assertThat(land.body()).doesNotContain("hours").doesNotContain("residents");
    }

    private static void assertIncidentsAddUp(JsonNode proposal, JsonNode alternative) {
        assertThat(sum(alternative.get("beats"), "incidents"))
                .isEqualTo(
                        proposal.get("counted").get("incidents").get("counted").asDouble())
                .isPositive();
        assertThat(sum(alternative.get("beats"), "incidentsPerMonthSmoothed"))
                .isCloseTo(sum(alternative.get("beats"), "incidentsPerMonth"), within(1e-9));
    }

    private static List<String> namesOf(JsonNode proposal, String favour) {
        for (JsonNode alternative : proposal.get("alternatives")) {
            if (alternative.get("favour").asString().equals(favour)) {
                return alternative.get("beats").findValuesAsString("name");
            }
        }
        return List.of();
    }

    @Test
    void cancelsAJobAndKeepsTheBestSoFar() throws Exception {
        String scenario = created(600, ",\"sectors\":1");
        String job = started(scenario);
        assertThat(planner.post(scenario + "/jobs", "").statusCode()).isEqualTo(409);
        seenAPlan(job);

        assertThat(planner.send("DELETE", job, "").statusCode()).isEqualTo(202);

        assertThat(over(job).get("state").asString()).isEqualTo("cancelled");
        assertThat(Visitor.json(planner.get(scenario + "/proposal"))
                        .get("cancelled")
                        .asBoolean())
                .isTrue();
        assertThat(Visitor.json(planner.get(scenario + "/beats"))
                        .get("features")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        HttpResponse<String> answer = planner.post(
                "/api/v1/scenarios",
                """
                {"name":" ","layers":{"castles":null},"officers":0,"tolerance":2,"favour":"red",
                 "weights":{"contact":{"perResident":{"minutes":-1}}}}
                """);

        assertThat(answer.statusCode()).isEqualTo(400);
        Set<String> fields = new HashSet<>(Visitor.json(answer).get("errors").findValuesAsString("field"));
        assertThat(fields)
                .contains("name", "layers.castles", "layers.units", "officers", "tolerance", "favour")
                .anyMatch(field -> field.startsWith("weights."));
    }

    @Test
    void refusesTeamsThatTheOfficersCannotForm() {
        HttpResponse<String> answer = planner.post(
                "/api/v1/scenarios",
                "{\"name\":\"x\",\"layers\":{\"units\":\"" + units() + "\"},\"officers\":7,\"teamSize\":\"4-5\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("teamSize");
    }

    @Test
    void saysBeforehandWhatAFavourLacks() {
        HttpResponse<String> answer = planner.post(
                "/api/v1/scenarios",
                "{\"name\":\"x\",\"layers\":{\"units\":\"" + units() + "\"},\"favour\":\"communities\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("communities needs neighbourhoods");
    }

    @Test
    void saysBeforehandThatResidentsAreMissing() {
        String units = layer("units.geojson", TownFiles.units().replace("POP", "X"), "UNITS", "{\"ID\":\"UNIT\"}");

        HttpResponse<String> answer =
                planner.post("/api/v1/scenarios", "{\"name\":\"x\",\"layers\":{\"units\":\"" + units + "\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("layers.population");
    }

    @Test
    void keepsALayerThatAScenarioRestsOn() {
        String scenario = created(1, "");
        String units =
                Visitor.json(planner.get(scenario)).get("layers").get("units").asString();

        HttpResponse<String> answer = planner.send("DELETE", "/api/v1/layers/" + units, "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(answer).get("type").asString()).isEqualTo("/problems/layer-in-use");
    }

    @Test
    void draftsNothingWithoutAReason() throws Exception {
        String scenario = created(1, ",\"sectors\":1,\"favour\":\"balanced\"");
        over(started(scenario));

        HttpResponse<String> answer = planner.post(scenario + "/drafts", "{\"favour\":\"balanced\",\"name\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("reason");
        assertThat(planner.post(scenario + "/drafts", "{\"favour\":\"compact\",\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.visitor()
                        .signInAs("analyst")
                        .post(scenario + "/drafts", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    private String created(int seconds, String more) {
        HttpResponse<String> answer = planner.post(
                "/api/v1/scenarios",
                "{\"name\":\"North\",\"layers\":{\"units\":\"" + units() + "\",\"incidents\":\"" + incidents()
                        + "\"},\"officers\":2,\"budgetSeconds\":" + seconds + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String units() {
        return layer(
                "units.geojson",
                TownFiles.units(),
                "UNITS",
                "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\",\"BEAT\":\"BEAT\"}");
    }

    private static double sum(JsonNode beats, String figure) {
        double sum = 0;
        for (JsonNode beat : beats) {
            sum += beat.get(figure).asDouble();
        }
        return sum;
    }

    private String incidents() {
        return layer("incidents.csv", TownFiles.incidents(), "INCIDENTS", "{\"X\":\"lon\",\"Y\":\"lat\"}");
    }

    private String layer(String file, String content, String kind, String roles) {
        Map<String, String> fields = new HashMap<>();
        fields.put("kind", kind);
        fields.put("roles", roles);
        HttpResponse<String> answer = TownFiles.upload(planner, file, content, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }

    private String started(String scenario) {
        HttpResponse<String> answer = planner.post(scenario + "/jobs", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode over(String job) throws Exception {
        return until(job, found -> !Set.of("queued", "running")
                .contains(found.get("state").asString()));
    }

    private void seenAPlan(String job) throws Exception {
        until(job, found -> !found.get("bestScore").isNull());
    }

    private JsonNode until(String job, Predicate<JsonNode> wanted) throws Exception {
        return Awaited.until("what the test waits for of " + job, () -> Visitor.json(planner.get(job)), wanted);
    }
}
