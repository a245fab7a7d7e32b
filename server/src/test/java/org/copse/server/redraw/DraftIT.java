package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Redrawing a plan by hand, over HTTP. */
@OnBothDatabases
class DraftIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor planner;

    DraftIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    @Test
    void aWorkingPlanBeginsAsTheAreasInForce() {
        DrawnTown town = DrawnTown.created(planner);
        HttpResponse<String> before = planner.get(town.path() + "/plan");
        HttpResponse<String> begun = planner.post(town.path() + "/plan", "{\"from\":\"in-force\"}");

        assertThat(before.statusCode()).isEqualTo(404);
        assertThat(Visitor.json(before).get("code").asString()).isEqualTo("not-begun");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(begun.headers().firstValue("ETag")).contains("\"1\"");
        JsonNode plan = Visitor.json(begun);
        assertThat(plan.get("plan").get("beats").findValuesAsString("name")).containsExactlyInAnyOrder("west", "east");
        assertThat(plan.get("figures").get("plan").get("residentsChanging").asDouble())
                .isZero();
        assertThat(plan.get("figures").get("plan").get("unassignedUnits").asInt())
                .isZero();
        assertThat(planner.post(town.path() + "/plan", "{\"from\":\"empty\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void anEditAnswersWithWhatItChanged() {
        DrawnTown town = DrawnTown.begun(planner);
        JsonNode before = town.draft(planner);

        JsonNode answer = town.edit(planner, "{'kind':'move','units':['u02','u12'],'to':2}");

        assertThat(answer.get("units").toString())
                .isEqualTo("[{\"unit\":\"u02\",\"beat\":2},{\"unit\":\"u12\",\"beat\":2}]");
        assertThat(answer.get("beats").size()).isEqualTo(2);
        assertThat(answer.get("version").asLong())
                .isGreaterThan(before.get("version").asLong());
        assertThat(answer.get("pending").toString()).isEqualTo("{\"units\":2,\"residents\":200.0,\"changed\":true}");
        assertThat(answer.get("plan").get("residentsChanging").asDouble()).isCloseTo(200, within(1e-9));
        assertThat(answer.get("undo").get("code").asString()).isEqualTo("move");
        assertThat(answer.get("undo").get("values").get("units").asInt()).isEqualTo(2);
        assertThat(answer.get("undo").get("values").get("from").toString()).isEqualTo("[1]");
        assertThat(answer.get("undo").get("values").get("to").toString()).isEqualTo("[2]");
        assertThat(answer.get("redo").isNull()).isTrue();
        assertThat(town.draft(planner).get("figures").get("beats").get(0))
                .isEqualTo(answer.get("beats").get(0).get("figures"));
    }

    @Test
    void figuresAreThoseThatAProposalHasForTheSamePlan() throws Exception {
        DrawnTown town = DrawnTown.created(planner);
        planner.post(town.path() + "/jobs", "");
        Awaited.until(
                "the proposal", () -> planner.get(town.path() + "/proposal").statusCode(), status -> status == 200);
        planner.post(town.path() + "/plan", "{\"from\":\"alternative\"}");

        JsonNode proposed = Visitor.json(planner.get(town.path() + "/proposal"))
                .get("alternatives")
                .get(0);
        JsonNode figures = town.plan(planner).get("figures");

        assertThat(proposed.get("measures").propertyNames()).hasSizeGreaterThan(8);
        assertThat(proposed.get("beats").size()).isEqualTo(2);
        for (String measure : proposed.get("measures").propertyNames()) {
            assertThat(figures.get("plan").get(measure))
                    .as(measure)
                    .isEqualTo(proposed.get("measures").get(measure));
        }
        for (int beat = 0; beat < proposed.get("beats").size(); beat++) {
            JsonNode drawn = figures.get("beats").get(beat);
            JsonNode there = proposed.get("beats").get(beat);
            int compared = 0;
            for (String measure : drawn.propertyNames()) {
                if (there.has(measure) && !measure.equals("sector")) {
                    assertThat(drawn.get(measure)).as(measure).isEqualTo(there.get(measure));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(8);
        }
    }

    @Test
    void everyEditCanBeTakenBackAndMadeAgainOnAnotherServer() {
        DrawnTown town = DrawnTown.begun(planner);
        JsonNode start = town.draft(planner).get("plan");
        String[] edits = {
            "{'kind':'move','units':['u02','u12'],'to':2}",
            "{'kind':'move','units':['u00'],'to':null}",
            "{'kind':'new-beat','name':'Harbour','units':['u34','u35','u25']}",
            "{'kind':'rename','beat':1,'name':'Old town'}",
            "{'kind':'recolour','beat':1,'colour':5}",
            "{'kind':'recolour','all':true}",
            "{'kind':'renumber','beat':1,'number':2}",
            "{'kind':'new-sector','name':'North','beats':[3]}",
            "{'kind':'move-beats','beats':[2],'sector':2}",
            "{'kind':'rename','sector':2,'name':'Coast'}",
            "{'kind':'lock','units':['u35'],'beats':[2]}",
            "{'kind':'unlock','beats':[2]}",
            "{'kind':'refill'}",
            "{'kind':'split','beat':1,'parts':2}",
            "{'kind':'merge','beats':[4],'into':1}",
            "{'kind':'best','units':['u24']}",
            "{'kind':'merge-sectors','sectors':[2],'into':1}",
            "{'kind':'clear','beats':[1]}",
            "{'kind':'remove-beat','beat':1}",
            "{'kind':'take','from':'in-force'}",
        };
        List<JsonNode> states = new ArrayList<>();
        for (String edit : edits) {
            states.add(town.draft(planner).get("plan"));
            town.edit(planner, edit);
        }
        JsonNode end = town.draft(planner);

        try (RunningServer second = RunningServer.start(database, "copse.accounts.demo=true")) {
            Visitor there = second.visitor().signInAs("planner");
            assertThat(town.draft(there)).isEqualTo(end);
            for (int edit = edits.length - 1; edit >= 0; edit--) {
                JsonNode undone = town.undo(edit % 2 == 0 ? there : planner);
                assertThat(undone.get("redo").get("code").asString()).isEqualTo(kind(edits[edit]));
                assertThat(town.draft(edit % 2 == 0 ? planner : there).get("plan"))
                        .as("before %s", edits[edit])
                        .isEqualTo(states.get(edit));
            }
            assertThat(town.draft(there).get("plan")).isEqualTo(start);
            assertThat(there.post(town.path() + "/draft/undo", "").statusCode()).isEqualTo(409);
            for (int edit = 0; edit < edits.length; edit++) {
                town.redo(planner);
            }
            assertThat(town.draft(there).get("plan")).isEqualTo(end.get("plan"));
            assertThat(town.draft(there).get("figures")).isEqualTo(end.get("figures"));
            assertThat(there.post(town.path() + "/draft/redo", "").statusCode()).isEqualTo(409);
        }
    }

    private static String kind(String edit) {
        return edit.replaceFirst(".*?'kind':'([a-z-]+)'.*", "$1");
    }

    @Test
    void onlyPlannersDrawAndEachTheirOwn() {
        DrawnTown town = DrawnTown.begun(planner);
        town.edit(planner, "{'kind':'move','units':['u02'],'to':2}");
        Visitor analyst = server.visitor().signInAs("analyst");

        assertThat(analyst.get(town.path() + "/draft").statusCode()).isEqualTo(403);
        assertThat(town.tried(analyst, "{'kind':'clear'}").statusCode()).isEqualTo(403);
        assertThat(town.plan(analyst)
                        .get("figures")
                        .get("beats")
                        .get(0)
                        .get("hoursByTerm")
                        .size())
                .isZero();
        assertThat(town.plan(analyst).get("plan").get("units").get(2).asInt()).isEqualTo(1);
        assertThat(server.visitor().get(town.path() + "/plan").statusCode()).isEqualTo(401);
        assertThat(planner.get("/api/v1/scenarios/00000000-0000-0000-0000-000000000001/draft")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theGroundSaysWhoIsWhoseNeighbour() {
        DrawnTown town = DrawnTown.created(planner);

        HttpResponse<String> answer = planner.get(town.path() + "/units");

        JsonNode features = Visitor.json(answer).get("features");
        assertThat(features.size()).isEqualTo(24);
        JsonNode corner = features.get(0).get("properties");
        assertThat(corner.get("id").asString()).isEqualTo("u00");
        assertThat(corner.get("neighbours").toString()).isEqualTo("[1,6]");
        assertThat(corner.get("inForce").asString()).isEqualTo("west");
        assertThat(corner.get("hoursByTerm").get("contact").asDouble()).isPositive();
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(planner.get(town.path() + "/units", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        JsonNode withheld = Visitor.json(server.visitor().signInAs("analyst").get(town.path() + "/units"));
        assertThat(withheld.get("features")
                        .get(0)
                        .get("properties")
                        .get("hoursByTerm")
                        .size())
                .isZero();
    }
}
