package org.copse.server.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.copse.server.Adopting;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.copse.server.security.Endpoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stored plans beside each other, over HTTP: figures, maps, links. */
@OnBothDatabases
class ComparisonIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor planner;
    private final Town town;

    ComparisonIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
        town = database.shared(
                Town.class, () -> Town.planned(planner, server.visitor().signInAs("supervisor")));
    }

    private String request() {
        return "{\"plans\":[{\"plan\":\"current\"},{\"scenario\":\"" + town.scenario() + "\"}]}";
    }

    @Test
    void setsAPlanBesideThatInForce() {
        JsonNode document = json(planner.post("/api/v1/comparisons", request()), 200);

        assertThat(document.get("measuredBy").asString()).isEqualTo("Next");
        assertThat(document.get("residents").asDouble()).isEqualTo(2400);
        assertThat(document.get("plans").get(0).get("variant").asString()).isEqualTo("in-force");
        assertThat(document.get("plans").get(0).get("officers").asInt()).isEqualTo(3);
        assertThat(document.get("plans").get(1).get("officers").asInt()).isEqualTo(4);
        JsonNode change = document.get("changes").get(0);
        assertThat(change.get("residents").asDouble())
                .isEqualTo(100.0 * change.get("units").asInt())
                .isPositive();
        assertThat(change.get("streets").get("source").asString()).isEqualTo("units");
        assertThat(change.get("streets").get("rows").size())
                .isEqualTo(change.get("units").asInt());
        assertThat(document.get("measures").findValuesAsString("key")).contains("load", "max-deviation", "reock");
    }

    @Test
    void measuresAProposalsPlanAsTheProposalDoes() {
        JsonNode document = json(planner.post("/api/v1/comparisons", request()), 200);
        JsonNode proposal = Visitor.json(planner.get("/api/v1/scenarios/" + town.scenario() + "/proposal"));
        JsonNode beats = proposal.get("alternatives").get(0).get("beats");

        for (int beat = 0; beat < beats.size(); beat++) {
            JsonNode compared = document.get("plans").get(1).get("beats").get(beat);
            assertThat(compared.get("id").asString())
                    .isEqualTo(beats.get(beat).get("id").asString());
            assertThat(compared.get("hours").asDouble())
                    .isCloseTo(beats.get(beat).get("hours").asDouble(), within(1e-9));
            assertThat(compared.get("deviation").asDouble())
                    .isCloseTo(beats.get(beat).get("deviation").asDouble(), within(1e-9));
        }
    }

    @Test
    void showsGroupsAndTwinsToThoseAloneWhoMaySeeThem() {
        JsonNode seen = json(planner.post("/api/v1/comparisons", request()), 200);
        assertThat(seen.get("withheld").asBoolean()).isFalse();
        assertThat(seen.get("fairness").get("groups").toString()).isEqualTo("[\"NEWCOMERS\"]");
        assertThat(seen.get("fairness").get("plans").findValuesAsString("twin"))
                .containsExactly("false", "true", "false", "true");

        HttpResponse<String> analyst = server.visitor().signInAs("analyst").post("/api/v1/comparisons", request());
        assertThat(analyst.body()).doesNotContain("NEWCOMERS", "\"twin\":true");
        assertThat(json(analyst, 200).get("withheld").asBoolean()).isTrue();
    }

    @Test
    void recordsWhoReadTheFairnessOfGroups() {
        planner.post("/api/v1/comparisons", request());
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM audit_entry WHERE action = 'layer.read-special'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void drawsBeatsAndWhatChanges() {
        JsonNode document = json(planner.post("/api/v1/comparisons", request()), 200);
        JsonNode features =
                json(planner.post("/api/v1/comparisons/map", request()), 200).get("features");
        int changing = 0;
        int beats = 0;
        for (JsonNode feature : features) {
            JsonNode properties = feature.get("properties");
            boolean difference = properties.get("layer").asString().equals("difference");
            changing += difference ? 1 : 0;
            beats += difference ? 0 : 1;
            assertThat(feature.get("geometry").get("type").asString()).endsWith("Polygon");
        }
        assertThat(beats).isEqualTo(7);
        assertThat(changing)
                .isEqualTo(document.get("changes").get(0).get("units").asInt());
    }

    @Test
    void listsWhatCanBeCompared() {
        JsonNode choices = json(planner.get("/api/v1/comparisons/plans"), 200);
        assertThat(choices.findValuesAsString("variant")).contains("in-force", "balanced");
        assertThat(choices.findValuesAsString("name")).contains("In force", "Next");
    }

    @Test
    void saysWhichPlanIsToCome() {
        Visitor supervisor = server.visitor().signInAs("supervisor");
        String plan = new Adopting(planner, supervisor)
                .adopted("/api/v1/scenarios/" + town.scenario(), "{\"name\":\"Tomorrow\",\"reason\":\"a test\"}");
        HttpResponse<String> entry = planner.post(
                plan + "/entry",
                "{\"reason\":\"a test\",\"withoutContacts\":true,\"from\":\""
                        + Instant.now().plus(Duration.ofDays(1)) + "\"}");
        assertThat(entry.statusCode()).as(entry.body()).isEqualTo(201);
        String id = plan.substring(plan.lastIndexOf('/') + 1);

        JsonNode document = json(
                planner.post("/api/v1/comparisons", "{\"plans\":[{\"plan\":\"current\"},{\"plan\":\"" + id + "\"}]}"),
                200);
        JsonNode choices = json(planner.get("/api/v1/comparisons/plans"), 200);

        assertThat(document.get("plans").findValuesAsString("variant")).containsExactly("in-force", "ahead");
        for (JsonNode choice : choices) {
            if (choice.get("plan").isString()) {
                assertThat(choice.get("variant").asString())
                        .isEqualTo(choice.get("plan").asString().equals(id) ? "ahead" : "in-force");
            }
        }
        assertThat(planner.post(plan + "/take-back", "{\"reason\":\"a test\"}").statusCode())
                .isLessThan(300);
    }

    @Test
    void measuresWhatWasMadeForAreasInForceWhereThereAreNone() {
        String kept = Town.scenario(planner, "Kept", town.units(), 3, "least-change");
        String bare =
                Town.layer(planner, "bare.geojson", TownFiles.units(), "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\"}");
        String ruler = Town.scenario(planner, "Bare", bare, 3, "balanced");

        JsonNode document = json(
                planner.post(
                        "/api/v1/comparisons",
                        "{\"plans\":[{\"scenario\":\"" + kept + "\"},{\"scenario\":\"" + ruler
                                + "\"}],\"measuredBy\":\"" + ruler + "\"}"),
                200);

        assertThat(document.get("plans").get(0).get("variant").asString()).isEqualTo("least-change");
        assertThat(document.get("measuredBy").asString()).isEqualTo("Bare");
    }

    @Test
    void asksForARulerWhereTheScenarioOfAPlanIsGone() {
        String scenario = "/api/v1/scenarios/" + town.first();
        assertThat(planner.send("DELETE", scenario, "").statusCode()).isEqualTo(204);
        try {
            refuses("{\"plans\":[{\"plan\":\"current\"},{\"plan\":\"current\"}]}", 400, "measuredBy");
            refuses("{\"plans\":[{\"plan\":\"current\"},{\"plan\":\"second\"}]}", 400, "plans[1].plan");
        } finally {
            planner.post(scenario + "/restoration", "");
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        String current = "{\"plan\":\"current\"}";
        refuses("{}", 400, "2 to 5 plans, not 0");
        refuses("{\"plans\":[" + current + "]}", 400, "2 to 5 plans, not 1");
        refuses("{\"plans\":[" + (current + ",").repeat(5) + current + "]}", 400, "2 to 5 plans, not 6");
        refuses("{\"plans\":[null," + current + "]}", 400, "plans[0]");
        refuses("{\"plans\":[{}," + current + "]}", 400, "either a scenario or a published plan");
        refuses(
                "{\"plans\":[{\"plan\":\"current\",\"scenario\":\"" + town.scenario() + "\"}," + current + "]}",
                400,
                "either");
        refuses("{\"plans\":[{\"plan\":\"the first\"}," + current + "]}", 400, "the first");
        refuses("{\"plans\":[{\"plan\":\"" + Endpoint.NO_SUCH_ID + "\"}," + current + "]}", 404, "no published plan");
        refuses("{\"plans\":[{\"scenario\":\"" + Endpoint.NO_SUCH_ID + "\"}," + current + "]}", 404, "no scenario");
        refuses(
                "{\"plans\":[{\"scenario\":\"" + town.scenario() + "\",\"favour\":\"north\"}," + current + "]}",
                400,
                "favour");
        refuses(
                "{\"plans\":[" + current + "," + current + "],\"measuredBy\":\"" + Endpoint.NO_SUCH_ID + "\"}",
                404,
                "no scenario");
    }

    @Test
    void refusesPlansOfOtherUnitsAndSaysWhich() {
        refuses(
                "{\"plans\":[{\"scenario\":\"" + town.scenario() + "\"},{\"scenario\":\"" + town.other() + "\"}]}",
                400,
                "plans[1]",
                "24 only in this plan (x00, x01, x02, x03, x04, …)",
                "24 only in the scenario (u00");
    }

    private void refuses(String request, int status, String... words) {
        HttpResponse<String> answer = planner.post("/api/v1/comparisons", request);
        assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(words);
    }

    @Test
    void sharesAComparisonByALinkThatShowsNothingSpecial() {
        JsonNode made = json(planner.post("/api/v1/comparisons/links", link("For the council", 7)), 201);
        String secret = made.get("secret").asString();
        assertThat(secret).hasSize(43);

        HttpResponse<String> read = open(secret);
        assertThat(read.body()).doesNotContain("NEWCOMERS", "\"twin\":true");
        assertThat(read.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode shared = json(read, 200);
        assertThat(shared.get("name").asString()).isEqualTo("For the council");
        assertThat(shared.get("comparison").get("withheld").asBoolean()).isTrue();
        assertThat(shared.get("map").get("features").size()).isPositive();
        assertThat(planner.get("/api/v1/comparisons/links").body())
                .contains("For the council")
                .doesNotContain(secret);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM comparison_link WHERE token_hash = :secret")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void takesALinkBack() {
        JsonNode made = json(planner.post("/api/v1/comparisons/links", link("Taken back", 7)), 201);
        String path = "/api/v1/comparisons/links/" + made.get("id").asString();
        assertThat(planner.send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(open(made.get("secret").asString()).statusCode()).isEqualTo(404);
        assertThat(planner.send("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(database.jdbc()
                        .sql(
                                "SELECT count(*) FROM audit_entry WHERE action IN ('comparison.shared', 'comparison.unshared')"
                                        + " AND subject_id = :id")
                        .param("id", made.get("id").asString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void opensNoLinkThatHasExpired() {
        JsonNode made = json(planner.post("/api/v1/comparisons/links", link("Old", 1)), 201);
        database.jdbc()
                .sql("UPDATE comparison_link SET created_at = :before, expires_at = :past WHERE id = :id")
                .param("before", OffsetDateTime.now(ZoneOffset.UTC).minusDays(3))
                .param("past", OffsetDateTime.now(ZoneOffset.UTC).minusDays(2))
                .param("id", UUID.fromString(made.get("id").asString()))
                .update();
        HttpResponse<String> answer = open(made.get("secret").asString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("has expired");
        assertThat(planner.get("/api/v1/comparisons/links").body())
                .doesNotContain(made.get("id").asString());
    }

    @Test
    void opensNothingToWhoeverGuesses() {
        assertThat(open("guess").statusCode()).isEqualTo(404);
        assertThat(open("x".repeat(100_000)).statusCode()).isEqualTo(404);
        assertThat(server.visitor().post("/api/v1/shared-comparisons", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void sharesOnlyWithinBounds() {
        assertThat(planner.post("/api/v1/comparisons/links", link("", 7)).statusCode())
                .isEqualTo(400);
        assertThat(planner.post("/api/v1/comparisons/links", link("x".repeat(201), 7))
                        .statusCode())
                .isEqualTo(400);
        assertThat(planner.post("/api/v1/comparisons/links", link("Long", 367)).statusCode())
                .isEqualTo(400);
        assertThat(server.visitor()
                        .signInAs("analyst")
                        .post("/api/v1/comparisons/links", link("Mine", 7))
                        .statusCode())
                .isEqualTo(403);
    }

    private String link(String name, int days) {
        return String.format(Locale.ROOT, "{\"name\":\"%s\",\"days\":%d,\"comparison\":%s}", name, days, request());
    }

    /** Without a cookie, as whoever was sent a link. */
    private HttpResponse<String> open(String secret) {
        return server.visitor().post("/api/v1/shared-comparisons", "{\"secret\":\"" + secret + "\"}");
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Visitor.json(answer);
    }
}
