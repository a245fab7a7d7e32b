package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.NewAccount;
import org.copse.server.permission.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Saving a working plan, two planners at it, the engine asked from a draft, and a drawn plan on its way out; over HTTP. */
@OnBothDatabases
class SavingIT {
    private static final String PASSWORD = "a password of their own";

    private final RunningServer server;
    private final Visitor anna;
    private final Visitor ben;

    SavingIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        anna = signedIn("planner");
        ben = signedIn("second");
    }

    private Visitor signedIn(String name) {
        AccountRepository accounts = server.bean(AccountRepository.class);
        if (accounts.findByName(name).isEmpty()) {
            accounts.add(
                    new NewAccount(name, PASSWORD, EnumSet.of(Role.PLANNER)),
                    server.bean(PasswordEncoder.class).encode(PASSWORD));
        }
        Visitor visitor = server.visitor();
        visitor.signIn(name, PASSWORD);
        return visitor;
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
    void theEngineAnswersFromADraftAndItsAnswerIsTakenAsOneEdit() throws Exception {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'move','units':['u01','u02','u11','u12','u21'],'to':2}");
        HttpResponse<String> asked = anna.post(
                town.path() + "/draft/tasks",
                "{\"scope\":\"all\",\"start\":\"here\",\"favours\":[\"balanced\",\"compact\"],\"budgetSeconds\":1}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String task = asked.headers().firstValue("Location").orElseThrow();

        JsonNode done =
                Awaited.until("the answer", () -> Visitor.json(anna.get(task)), found -> !Set.of("queued", "running")
                        .contains(found.get("state").asString()));
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("succeeded");
        assertThat(done.get("alternatives").findValuesAsString("favour")).containsExactly("balanced", "compact");
        String id = Visitor.json(asked).get("id").asString();
        JsonNode taken = town.edit(anna, "{'kind':'take','from':'task','task':'" + id + "','alternative':0}");

        assertThat(taken.get("plan")).isEqualTo(done.get("alternatives").get(0).get("figures"));
        assertThat(town.draft(anna).get("plan").get("units"))
                .isEqualTo(done.get("alternatives").get(0).get("units"));
        assertThat(taken.get("undo").get("code").asString()).isEqualTo("take");
        assertThat(Visitor.json(anna.get(town.path() + "/draft/tasks")).size()).isEqualTo(1);
        for (String wrong : List.of(
                "{\"scope\":\"everything\"}",
                "{\"scope\":\"beats\"}",
                "{\"favours\":[\"red\"]}",
                "{\"favours\":[\"communities\"]}",
                "{\"officers\":{\"1\":-3}}",
                "{\"budgetSeconds\":100000}")) {
            assertThat(anna.post(town.path() + "/draft/tasks", wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(anna.get(DrawnTown.begun(anna).path() + "/draft/tasks/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void checksNameTheirPlaceAndAMendIsShownFirst() {
        DrawnTown town = DrawnTown.begun(anna);
        town.edit(anna, "{'kind':'move','units':['u00'],'to':2}");
        JsonNode checks = DrawnTown.ok(anna.get(town.path() + "/draft/checks"));
        JsonNode mend = DrawnTown.ok(anna.post(town.path() + "/draft/mend", "{}"));

        assertThat(checks.get("checks").get(0).get("kind").asString()).isEqualTo("beat-in-pieces");
        assertThat(checks.get("checks").get(0).get("units").toString()).isEqualTo("[\"u00\"]");
        assertThat(mend.get("moves").toString()).isEqualTo("[{\"unit\":\"u00\",\"from\":2,\"beat\":1}]");
        assertThat(mend.get("left").size()).isZero();
        assertThat(town.draft(anna).get("plan").get("units").get(0).asInt()).isEqualTo(2);
        JsonNode applied = town.edit(anna, "{'kind':'moves','as':'mend','moves':[{'unit':'u00','beat':1}]}");
        assertThat(applied.get("undo").get("code").asString()).isEqualTo("mend");
    }

    @Test
    void saysWhyABoundaryIsHereAndWhatAMoveWouldCost() {
        DrawnTown town = DrawnTown.begun(anna);
        JsonNode stretches = DrawnTown.ok(anna.get(town.path() + "/draft/boundary?beats=1,2"))
                .get("stretches");
        JsonNode options =
                DrawnTown.ok(anna.get(town.path() + "/draft/options?unit=u12")).get("options");

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
            assertThat(anna.get(town.path() + "/draft/boundary?beats=" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(anna.get(town.path() + "/draft/boundary?beats=1,9").statusCode())
                .isEqualTo(409);
        assertThat(anna.get(town.path() + "/draft/options?unit=u99").statusCode())
                .isEqualTo(409);
    }

    @Test
    void saysWhatOtherMinutesWouldDo() {
        DrawnTown town = DrawnTown.begun(anna);
        JsonNode figures = town.draft(anna).get("figures");
        JsonNode same = DrawnTown.ok(anna.post(town.path() + "/draft/weights", "{}"));
        JsonNode doubled = DrawnTown.ok(anna.post(
                town.path() + "/draft/weights", "{\"weights\":{\"contact\":{\"perResident\":{\"minutes\":1.6}}}}"));
        JsonNode sensitivity = DrawnTown.ok(anna.get(town.path() + "/draft/sensitivity?share=0.5"));

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
        assertThat(anna.get(town.path() + "/draft/sensitivity?share=-1").statusCode())
                .isEqualTo(400);
        assertThat(anna.post(
                                town.path() + "/draft/weights",
                                "{\"weights\":{\"contact\":{\"perResident\":{\"minutes\":-1}}}}")
                        .statusCode())
                .isEqualTo(400);
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
