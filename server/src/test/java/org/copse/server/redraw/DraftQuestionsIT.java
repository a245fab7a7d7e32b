package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a draft is asked: what is wrong with it, why a boundary is where it is, what other minutes would do, what the engine would draw; over HTTP. */
@OnBothDatabases
class DraftQuestionsIT {
    private final RunningServer server;
    private final Visitor planner;

    DraftQuestionsIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    @Test
    void theEngineAnswersFromADraftAndItsAnswerIsTakenAsOneEdit() throws Exception {
        DrawnTown town = DrawnTown.begun(planner);
        town.edit(planner, "{'kind':'move','units':['u01','u02','u11','u12','u21'],'to':2}");
        HttpResponse<String> asked = planner.post(
                town.path() + "/draft/tasks",
                "{\"scope\":\"all\",\"start\":\"here\",\"favours\":[\"balanced\",\"compact\"],\"budgetSeconds\":1}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String task = asked.headers().firstValue("Location").orElseThrow();

        JsonNode done =
                Awaited.until("the answer", () -> Visitor.json(planner.get(task)), found -> !Set.of("queued", "running")
                        .contains(found.get("state").asString()));
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.get("alternatives").findValuesAsString("favour")).containsExactly("balanced", "compact");
        String id = Visitor.json(asked).get("id").asString();
        JsonNode taken = town.edit(planner, "{'kind':'take','from':'task','task':'" + id + "','alternative':0}");

        assertThat(taken.get("plan")).isEqualTo(done.get("alternatives").get(0).get("figures"));
        assertThat(town.draft(planner).get("plan").get("units"))
                .isEqualTo(done.get("alternatives").get(0).get("units"));
        assertThat(taken.get("undo").get("code").asString()).isEqualTo("take");
        assertThat(Visitor.json(planner.get(town.path() + "/draft/tasks")).size())
                .isEqualTo(1);
        for (String wrong : List.of(
                "{\"scope\":\"everything\"}",
                "{\"scope\":\"beats\"}",
                "{\"favours\":[\"red\"]}",
                "{\"favours\":[\"communities\"]}",
                "{\"officers\":{\"1\":-3}}",
                "{\"budgetSeconds\":100000}")) {
            assertThat(planner.post(town.path() + "/draft/tasks", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(planner.get(DrawnTown.begun(planner).path() + "/draft/tasks/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void checksNameTheirPlaceAndAMendIsShownFirst() {
        DrawnTown town = DrawnTown.begun(planner);
        town.edit(planner, "{'kind':'move','units':['u00'],'to':2}");
        JsonNode checks = DrawnTown.ok(planner.get(town.path() + "/draft/checks"));
        JsonNode mend = DrawnTown.ok(planner.post(town.path() + "/draft/mend", "{}"));

        assertThat(checks.get("checks").get(0).get("kind").asString()).isEqualTo("beat-in-pieces");
        assertThat(checks.get("checks").get(0).get("units").toString()).isEqualTo("[\"u00\"]");
        assertThat(mend.get("moves").toString()).isEqualTo("[{\"unit\":\"u00\",\"from\":2,\"beat\":1}]");
        assertThat(mend.get("left").size()).isZero();
        assertThat(town.draft(planner).get("plan").get("units").get(0).asInt()).isEqualTo(2);
        JsonNode applied = town.edit(planner, "{'kind':'moves','as':'mend','moves':[{'unit':'u00','beat':1}]}");
        assertThat(applied.get("undo").get("code").asString()).isEqualTo("mend");
    }

    @Test
    void saysWhyABoundaryIsHereAndWhatAMoveWouldCost() {
        DrawnTown town = DrawnTown.begun(planner);
        JsonNode stretches = DrawnTown.ok(planner.get(town.path() + "/draft/boundary?beats=1,2"))
                .get("stretches");
        JsonNode options = DrawnTown.ok(planner.get(town.path() + "/draft/options?unit=u12"))
                .get("options");

        assertThat(stretches.size()).isPositive();
        int edges = 0;
        for (JsonNode stretch : stretches) {
            edges += stretch.get("edges").size();
            assertThat(stretch.get("cause").asString()).isIn("bounds", "term", "nothing", "connection");
            assertThat(stretch.get("move").get("hours").size()).isEqualTo(2);
        }
        assertThat(edges).isEqualTo(4);
        assertThat(options.findValuesAsString("beat")).containsExactlyInAnyOrder("1", "2");
        for (String wrong : List.of("1", "1,1", "1,2,1", "a,b")) {
            assertThat(planner.get(town.path() + "/draft/boundary?beats=" + wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(planner.get(town.path() + "/draft/boundary?beats=1,9").statusCode())
                .isEqualTo(409);
        assertThat(planner.get(town.path() + "/draft/options?unit=u99").statusCode())
                .isEqualTo(409);
    }

    @Test
    void saysWhatOtherMinutesWouldDo() {
        DrawnTown town = DrawnTown.begun(planner);
        JsonNode figures = town.draft(planner).get("figures");
        JsonNode same = DrawnTown.ok(planner.post(town.path() + "/draft/weights", "{}"));
        JsonNode doubled = DrawnTown.ok(planner.post(
                town.path() + "/draft/weights", "{\"weights\":{\"contact\":{\"perResident\":{\"minutes\":1.6}}}}"));
        JsonNode sensitivity = DrawnTown.ok(planner.get(town.path() + "/draft/sensitivity?share=0.5"));

        assertThat(same.get("hours").asDouble())
                .isCloseTo(figures.get("plan").get("hours").asDouble(), within(1e-9));
        for (int beat = 0; beat < 2; beat++) {
            JsonNode own = figures.get("beats").get(beat);
            assertThat(same.get("beats").get(beat).get("hours").asDouble())
                    .isCloseTo(own.get("hours").asDouble(), within(1e-9));
            assertThat(doubled.get("beats")
                            .get(beat)
                            .get("hoursByTerm")
                            .get("contact")
                            .asDouble())
                    .isCloseTo(2 * own.get("hoursByTerm").get("contact").asDouble(), within(1e-9));
        }
        assertThat(sensitivity.get("rows").findValuesAsString("term")).contains("contact", "travel");
        assertThat(planner.get(town.path() + "/draft/sensitivity?share=-1").statusCode())
                .isEqualTo(400);
        assertThat(planner.post(
                                town.path() + "/draft/weights",
                                "{\"weights\":{\"contact\":{\"perResident\":{\"minutes\":-1}}}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hoursByTermAreShownToNoTokenWithoutTheirPermission() throws Exception {
        Visitor tess = DrawnTown.planner(server, "tess.terms");
        DrawnTown town = DrawnTown.begun(tess);
        String token = Visitor.json(tess.post(
                        "/api/v1/account/tokens",
                        "{\"name\":\"edits\",\"permissions\":[\"scenario:read\",\"scenario:edit\"],\"days\":1}"))
                .get("token")
                .asString();
        String task = tess.post(town.path() + "/draft/tasks", "{\"budgetSeconds\":1}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Awaited.until("the answer", () -> Visitor.json(tess.get(task)), found -> found.get("state")
                .asString()
                .equals("succeeded"));

        List<HttpResponse<String>> answers = List.of(
                byToken(token, "POST", town.path() + "/draft/edits", "{'kind':'move','units':['u00'],'to':2}"),
                byToken(token, "GET", town.path() + "/draft", ""),
                byToken(token, "POST", town.path() + "/draft/mend", "{}"),
                byToken(token, "POST", town.path() + "/draft/undo", ""),
                byToken(token, "GET", town.path() + "/plan", ""),
                byToken(token, "GET", town.path() + "/units", ""),
                byToken(token, "GET", task, ""));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"hoursByTerm\":{}").doesNotContain("\"hoursByTerm\":{\"");
        }
        for (String own : List.of("/draft", "/plan", "/units")) {
            assertThat(tess.get(town.path() + own).body()).contains("\"hoursByTerm\":{\"");
        }
        assertThat(tess.get(task).body()).contains("\"hoursByTerm\":{\"");
        assertThat(byToken(token, "POST", town.path() + "/draft/weights", "{}").statusCode())
                .isEqualTo(403);
        assertThat(byToken(token, "GET", town.path() + "/draft/sensitivity", "").statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> byToken(String token, String method, String path, String body) {
        return server.visitor()
                .exchange(
                        method,
                        path,
                        BodyPublishers.ofString(body.replace('\'', '"')),
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json");
    }

    @Test
    void unitsAreAskedForAgainByWhoMaySeeMoreOrLess() {
        DrawnTown town = DrawnTown.begun(planner);
        HttpResponse<String> all = planner.get(town.path() + "/units");
        HttpResponse<String> some = server.visitor().signInAs("analyst").get(town.path() + "/units");

        assertThat(all.headers().firstValue("Cache-Control")).hasValue("no-cache, private");
        assertThat(all.headers().firstValue("ETag")).isPresent();
        assertThat(some.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(all.headers().firstValue("ETag"));
    }

    @Test
    void aPlannerFindsTheirOwnQuestionsAndNobodyElses() {
        DrawnTown town = DrawnTown.begun(planner);
        planner.post(town.path() + "/draft/tasks", "{\"budgetSeconds\":1}");

        JsonNode own = DrawnTown.ok(planner.get(town.path() + "/draft/tasks"));

        assertThat(own.size()).isEqualTo(1);
        assertThat(own.get(0).get("request").get("budgetSeconds").asInt()).isEqualTo(1);
        assertThat(DrawnTown.ok(DrawnTown.planner(server, "otto.asks").get(town.path() + "/draft/tasks"))
                        .size())
                .isZero();
    }
}
