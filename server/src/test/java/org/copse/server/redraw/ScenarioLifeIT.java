package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.copse.server.Adopting;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A scenario with a working plan is put aside, copied, deleted and brought back, and its plan goes on its way out; over HTTP. */
@OnBothDatabases
class ScenarioLifeIT {
    private final Visitor anna;
    private final Visitor ben;
    private final RunningServer server;

    ScenarioLifeIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        anna = server.visitor().signInAs("planner");
        ben = DrawnTown.planner(server, "second");
    }

    @Test
    void aDrawnPlanIsPutIntoForceLikeAnAlternative() throws Exception {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'rename','beat':1,'name':'Old town'}");
        town.edit(anna, "{'kind':'rename','sector':1,'name':'Riverside'}");
        town.edit(anna, "{'kind':'move','units':['u02'],'to':null}");
        town.save(anna, 1);
        String order = "{\"favour\":\"drawn-%d\",\"name\":\"By hand\",\"reason\":\"Council\"}";
        HttpResponse<String> open = anna.get(town.path() + "/beats?favour=drawn");
        assertThat(Visitor.json(open).get("features").findValuesAsString("name"))
                .contains("Old town");
        assertThat(anna.get(town.path() + "/beats?favour=drawn-8").statusCode()).isEqualTo(409);
        HttpResponse<String> gaps = anna.post(town.path() + "/drafts", String.format(order, 2));
        assertThat(gaps.statusCode()).isEqualTo(409);
        assertThat(gaps.body()).contains("1 units of the plan have no beat");

        town.edit(anna, "{'kind':'move','units':['u02'],'to':2}");
        town.save(anna, 2);
        Adopting adopting = new Adopting(anna, server.visitor().signInAs("supervisor"));
        String plan = adopting.adopted(town.path(), String.format(order, 3));
        String id = plan.substring(plan.lastIndexOf('/') + 1);
        assertThat(server.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM consultation_boundary WHERE plan = :plan")
                        .param("plan", UUID.fromString(id))
                        .query(Integer.class)
                        .single())
                .isPositive();
        HttpResponse<String> entry = anna.post(plan + "/entry", "{\"reason\":\"a test\",\"withoutContacts\":true}");
        assertThat(entry.statusCode()).as(entry.body()).isEqualTo(201);
        adopting.untilInForce(plan);

        JsonNode beats = DrawnTown.ok(anna.get("/api/v1/plans/current/beats"));
        assertThat(beats.get("features").size()).isEqualTo(2);
        assertThat(beats.get("features").findValuesAsString("name")).contains("Old town");
        DrawnTown other = DrawnTown.created(anna);
        JsonNode taken =
                Visitor.json(anna.post(other.path() + "/plan", "{\"from\":\"published\",\"plan\":\"" + id + "\"}"));
        assertThat(taken.get("plan").get("units").get(2).asInt()).isEqualTo(2);
        assertThat(taken.get("plan").get("sectors").get(0).get("name").asString())
                .isEqualTo("Riverside");
    }

    @Test
    void aSectorKeepsItsNameWhereADrawnPlanIsTakenAsAnAlternative() {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'rename','sector':1,'name':'Riverside'}");
        town.save(anna, 1);
        town.edit(anna, "{'kind':'rename','sector':1,'name':'Elsewhere'}");

        town.edit(anna, "{'kind':'take','from':'alternative','favour':'drawn-2'}");

        assertThat(town.draft(anna)
                        .get("plan")
                        .get("sectors")
                        .get(0)
                        .get("name")
                        .asString())
                .isEqualTo("Riverside");
    }

    @Test
    void aScenarioSaysWhichRevisionItsWorkingPlanIsAt() {
        DrawnTown town = DrawnTown.created(anna);
        assertThat(Visitor.json(anna.get(town.path())).get("workingPlan").isNull())
                .isTrue();
        anna.post(town.path() + "/plan", "{\"from\":\"in-force\"}");
        town.edit(anna, "{'kind':'move','units':['u02'],'to':2}");
        town.save(anna, 1);

        assertThat(Visitor.json(anna.get(town.path())).get("workingPlan").asInt())
                .isEqualTo(2);
    }

    @Test
    void aDeletedScenarioIsNeitherShownNorPlanned() {
        DrawnTown town = DrawnTown.begun(anna);
        assertThat(anna.get(town.path() + "/units").statusCode()).isEqualTo(200);
        anna.send("DELETE", town.path(), "");

        for (String gone : List.of("/units", "/draft", "/draft/checks", "/beats?favour=drawn", "/plan/revisions/1")) {
            assertThat(anna.get(town.path() + gone).statusCode()).as(gone).isEqualTo(404);
        }
        assertThat(anna.post(town.path() + "/jobs", "").statusCode()).isEqualTo(404);
        assertThat(anna.post(town.path() + "/draft/tasks", "{}").statusCode()).isEqualTo(404);
        assertThat(town.tried(anna, "{'kind':'clear'}").statusCode()).isEqualTo(404);
        DrawnTown.ok(anna.post(town.path() + "/restoration", ""));
        assertThat(anna.get(town.path() + "/units").statusCode()).isEqualTo(200);
        assertThat(anna.post(town.path() + "/jobs", "").statusCode()).isEqualTo(202);
    }

    @Test
    void aScenarioIsPutAsideCopiedDeletedAndBroughtBackAndItsHistoryTellsBy() {
        DrawnTown town = DrawnTown.begun(anna);
        JsonNode changed = DrawnTown.ok(
                anna.send("PATCH", town.path(), "{\"name\":\"South\",\"note\":\"for the council\",\"archived\":true}"));
        HttpResponse<String> copied = ben.post(town.path() + "/copies", "{\"name\":\"South again\"}");
        String copy = copied.headers().firstValue("Location").orElseThrow();

        assertThat(changed.get("archived").asBoolean()).isTrue();
        assertThat(anna.get("/api/v1/scenarios").body())
                .doesNotContain(town.id())
                .contains("South again");
        assertThat(anna.get("/api/v1/scenarios?archived=true").body()).contains(town.id());
        assertThat(Visitor.json(ben.get(copy + "/plan")).get("plan"))
                .isEqualTo(town.plan(anna).get("plan"));
        assertThat(ben.send("DELETE", town.path(), "").statusCode()).isEqualTo(204);
        for (String gone : List.of("", "/plan", "/proposal", "/history")) {
            assertThat(anna.get(town.path() + gone).statusCode()).as(gone).isEqualTo(404);
        }
        assertThat(town.matching(anna, "PATCH", town.path() + "/plan", "\"1\"", "{'moves':[{'unit':'u02','beat':2}]}")
                        .statusCode())
                .isEqualTo(404);
        DrawnTown.ok(anna.post(town.path() + "/restoration", ""));
        assertThat(anna.post(town.path() + "/restoration", "").statusCode()).isEqualTo(404);
        JsonNode history = DrawnTown.ok(anna.get(town.path() + "/history"));
        assertThat(history.findValuesAsString("action"))
                .containsExactlyInAnyOrder("created", "saved", "renamed", "noted", "archived", "deleted", "restored");
        assertThat(history.findValuesAsString("by")).contains("planner", "second");
        for (String wrong : List.of("{\"name\":\" \"}", "{\"name\":\"" + "x".repeat(201) + "\"}", "[]")) {
            assertThat(anna.send("PATCH", town.path(), wrong).statusCode()).isEqualTo(400);
        }
    }
}
