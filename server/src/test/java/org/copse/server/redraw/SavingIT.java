package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.StringJoiner;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Saving a working plan, and two planners at it; over HTTP. */
@OnBothDatabases
class SavingIT {
    private final Visitor anna;
    private final Visitor ben;

    SavingIT(TestDatabase database) {
        RunningServer server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        anna = DrawnTown.planner(server, "planner");
        ben = DrawnTown.planner(server, "second");
    }

    @Test
    void aSaveNeedsTheRevisionThatItWasMadeFrom() {
        DrawnTown town = DrawnTown.begun(anna);
        String plan = town.path() + "/plan";
        String moves = "{'moves':[{'unit':'u02','beat':2}],'note':'after the meeting'}";

        assertThat(anna.send("PATCH", plan, moves.replace('\'', '"')).statusCode())
                .isEqualTo(428);
        assertThat(town.matching(anna, "PATCH", plan, "*", moves).statusCode()).isEqualTo(428);
        HttpResponse<String> old = town.matching(anna, "PATCH", plan, "\"7\"", moves);
        HttpResponse<String> saved = town.matching(anna, "PATCH", plan, "\"1\"", moves);
        HttpResponse<String> again = town.matching(anna, "PATCH", plan, "\"1\"", moves);

        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(saved.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(again.statusCode()).isEqualTo(412);
        JsonNode current = Visitor.json(again).get("current");
        assertThat(current.get("revision").asInt()).isEqualTo(2);
        assertThat(current.get("savedBy").asString()).isEqualTo("planner");
        assertThat(current.get("note").asString()).isEqualTo("after the meeting");
        assertThat(current.get("units").asInt()).isEqualTo(1);
        JsonNode first = Visitor.json(anna.get(plan + "/revisions/1"));
        assertThat(first.get("plan").get("units").get(2).asInt()).isEqualTo(1);
        assertThat(Visitor.json(anna.get(plan + "/revisions")).size()).isEqualTo(2);
        assertThat(anna.get(plan + "/revisions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void namesWhatIsMissingInAWholePlan() {
        DrawnTown town = DrawnTown.begun(anna);
        String units = "\"units\":[" + "1,".repeat(23) + "1]";
        String beat = "{\"number\":1,\"colour\":0,\"sector\":1,\"locked\":false}";
        String sector = "{\"number\":1,\"locked\":false}";
        String[][] bodies = {
            {"\"beats\":[null],\"sectors\":[" + sector + "]", "beats[0]"},
            {"\"beats\":[" + beat + ",null],\"sectors\":[" + sector + "]", "beats[1]"},
            {"\"beats\":[" + beat + "],\"sectors\":[null]", "sectors[0]"},
            {"\"beats\":[" + beat + "],\"sectors\":[" + sector + "],\"lockedUnits\":[null]", "lockedUnits[0]"},
            {"\"sectors\":[" + sector + "]", "beats"},
        };
        for (String[] body : bodies) {
            HttpResponse<String> answer =
                    town.matching(anna, "PUT", town.path() + "/plan", "\"1\"", "{" + units + "," + body[0] + "}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Visitor.json(answer).get("errors").get(0).get("field").asString())
                    .isEqualTo(body[1]);
        }
    }

    @Test
    void aWholePlanIsSavedAsItIsSent() {
        DrawnTown town = DrawnTown.begun(anna);
        JsonNode plan = town.plan(anna).get("plan");
        String changed =
                plan.toString().replace("\"east\"", "\"Harbour side\"").replace("\"units\":[1,1", "\"units\":[2,null");

        HttpResponse<String> saved = town.matching(anna, "PUT", town.path() + "/plan", "\"1\"", changed);

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        JsonNode now = Visitor.json(saved);
        assertThat(now.get("plan").get("units").get(0).asInt()).isEqualTo(2);
        assertThat(now.get("plan").get("units").get(1).isNull()).isTrue();
        assertThat(now.get("plan").get("beats").findValuesAsString("name")).contains("Harbour side");
        assertThat(now.get("figures").get("plan").get("unassignedUnits").asInt())
                .isEqualTo(1);
        for (String wrong : List.of(
                "{}",
                changed.replace("\"units\":[2,null", "\"units\":[2"),
                changed.replace("\"units\":[2", "\"units\":[9"),
                changed.replace("\"number\":2", "\"number\":1"),
                changed.replace("\"number\":2", "\"number\":-4"),
                changed.replace("Harbour side", " "))) {
            assertThat(town.matching(anna, "PUT", town.path() + "/plan", "\"2\"", wrong)
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void whoSavesSecondDecidesWhatStays() {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'move','units':['u02','u12'],'to':2}");
        town.edit(ben, "{'kind':'move','units':['u22','u32'],'to':2}");
        town.edit(ben, "{'kind':'move','units':['u02'],'to':null}");
        assertThat(anna.post(town.path() + "/draft/save", "{}").statusCode()).isEqualTo(428);
        assertThat(town.save(anna, 1).statusCode()).isEqualTo(200);
        assertThat(town.save(anna, 2).statusCode()).isEqualTo(409);

        HttpResponse<String> refused = town.save(ben, 1);
        JsonNode problem = Visitor.json(refused);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(problem.get("current").get("revision").asInt()).isEqualTo(2);
        assertThat(problem.get("difference").get("units").findValuesAsString("unit"))
                .containsExactly("u02", "u12", "u22", "u32");
        assertThat(problem.get("difference").get("contested").asInt()).isEqualTo(1);
        JsonNode ofBen = town.draft(ben);
        assertThat(ofBen.get("latest").get("revision").asInt()).isEqualTo(2);

        JsonNode both = rebased(town, "both");
        assertThat(both.get("contested").toString()).isEqualTo("[\"u02\"]");
        assertThat(columns(both)).isEqualTo("-12 212 212 212");
        assertThat(both.get("undo").get("code").asString()).isEqualTo("keep-both");
        town.undo(ben);
        assertThat(town.draft(ben).get("plan")).isEqualTo(ofBen.get("plan"));

        JsonNode theirs = rebased(town, "theirs");
        assertThat(theirs.get("plan")).isEqualTo(town.plan(anna).get("plan"));
        assertThat(theirs.get("pending").get("changed").asBoolean()).isFalse();
        town.undo(ben);

        JsonNode mine = rebased(town, "mine");
        assertThat(mine.get("plan")).isEqualTo(ofBen.get("plan"));
        assertThat(mine.get("base").get("revision").asInt()).isEqualTo(2);
        assertThat(town.save(ben, 2).statusCode()).isEqualTo(200);
        assertThat(town.plan(anna).get("revision").asInt()).isEqualTo(3);
    }

    private JsonNode rebased(DrawnTown town, String choice) {
        return DrawnTown.ok(ben.post(town.path() + "/draft/rebase", "{\"onto\":2,\"choice\":\"" + choice + "\"}"));
    }

    /** Returns row by row the beats of the third unit, the second and the fourth. */
    private static String columns(JsonNode draft) {
        StringJoiner rows = new StringJoiner(" ");
        for (int row = 0; row < 4; row++) {
            StringBuilder units = new StringBuilder();
            for (int column : List.of(2, 1, 3)) {
                JsonNode beat = draft.get("plan").get("units").get(row * 6 + column);
                units.append(beat.isNull() ? "-" : beat.asString());
            }
            rows.add(units);
        }
        return rows.toString();
    }

    @Test
    void undoGoesBackOverSavesAndRevertCanBeTakenBack() {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'move','units':['u02'],'to':2}");
        town.save(anna, 1);
        JsonNode undone = town.undo(anna);

        assertThat(undone.get("pending").get("units").asInt()).isEqualTo(1);
        JsonNode reverted = DrawnTown.ok(anna.post(town.path() + "/draft/revert", ""));
        assertThat(reverted.get("pending").get("changed").asBoolean()).isFalse();
        assertThat(reverted.get("undo").get("code").asString()).isEqualTo("revert");
        assertThat(town.undo(anna).get("pending").get("units").asInt()).isEqualTo(1);
        HttpResponse<String> forgotten =
                anna.exchange("DELETE", town.path() + "/draft", BodyPublishers.noBody(), "X-CSRF-TOKEN", anna.csrf());
        assertThat(forgotten.statusCode()).isEqualTo(204);
        assertThat(town.draft(anna).get("edits").asInt()).isZero();
        assertThat(town.draft(anna).get("plan")).isEqualTo(town.plan(anna).get("plan"));
    }

    @Test
    void aDraftOfAnotherTabIsNotOverwrittenUnseen() {
        DrawnTown town = DrawnTown.begun(anna);
        long version = town.draft(anna).get("version").asLong();
        town.edit(anna, "{'kind':'move','units':['u02'],'to':2}");

        HttpResponse<String> old =
                town.matching(anna, "POST", town.path() + "/draft/edits", "\"" + version + "\"", "{'kind':'clear'}");

        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(Visitor.json(old).get("version").asLong()).isEqualTo(version + 1);
    }

    @Test
    void plannersSeeEachOther() {
        DrawnTown town = DrawnTown.begun(anna);
        String presence = town.path() + "/presence";
        JsonNode alone = DrawnTown.ok(anna.post(presence, "{\"pendingUnits\":3}"));
        JsonNode second = DrawnTown.ok(ben.post(presence, "{}"));
        DrawnTown.ok(anna.post(presence, "{\"pendingUnits\":4}"));
        JsonNode again = DrawnTown.ok(ben.post(presence, "{}"));

        assertThat(alone.get("others").size()).isZero();
        assertThat(second.get("others").get(0).get("account").asString()).isEqualTo("planner");
        assertThat(second.get("others").get(0).get("pendingUnits").asInt()).isEqualTo(3);
        assertThat(again.get("others").get(0).get("pendingUnits").asInt()).isEqualTo(4);
        assertThat(again.get("latest").get("revision").asInt()).isEqualTo(1);
    }
}
