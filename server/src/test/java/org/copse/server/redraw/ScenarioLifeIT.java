package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A scenario with a working plan is put aside, copied, deleted and brought back, and its plan goes on its way out; over HTTP. */
@OnBothDatabases
class ScenarioLifeIT {
    private final Visitor anna;
    private final Visitor ben;

    ScenarioLifeIT(TestDatabase database) {
        RunningServer server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        anna = DrawnTown.planner(server, "planner");
        ben = DrawnTown.planner(server, "second");
    }

    @Test
    void aDrawnPlanIsPutIntoForceLikeAnAlternative() {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'rename','beat':1,'name':'Old town'}");
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
        HttpResponse<String> whole = anna.post(town.path() + "/drafts", String.format(order, 1));
        assertThat(whole.statusCode())
                .as("no job ever proposed anything: %s", whole.body())
                .isEqualTo(201);
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
