package org.copse.server.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** Officers, assignments and handovers over HTTP, as a planner, a supervisor, an officer and a resident live them. */
@OnBothDatabases
class HandoverIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor supervisor;
    private final Visitor officer;
    private String plan = "";
    private String sam = "";
    private String robin = "";

    HandoverIT(TestDatabase database) {
        this.database = database;
        server = database.shared(
                RunningServer.class,
                () -> RunningServer.start(database, "copse.accounts.demo=true", "copse.in-force.plan-age=0s"));
        supervisor = server.visitor().signInAs("supervisor");
        officer = server.visitor().signInAs("officer");
    }

    @BeforeEach
    void aTownOfTwoBeats() {
        for (String table :
                List.of("handover", "beat_assignment", "liaison_assignment", "officer_leave", "plan", "officer")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        Geometry west = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
        Geometry east = new GeometryFactory().toGeometry(new Envelope(1, 2, 0, 1));
        plan = server.bean(Publication.class)
                .publish(
                        new NewPlan(
                                "Town",
                                "For the test",
                                PlanOrigin.AREAS_IN_FORCE,
                                null,
                                null,
                                null,
                                List.of(new NewPlan.Sector("S", "South", 2, null, west.union(east))),
                                List.of(
                                        new NewPlan.Beat("W", "S", "West", 0, 100, west),
                                        new NewPlan.Beat("E", "S", "East", 1, 100, east)),
                                List.of(
                                        new NewPlan.Unit("w", "W", 100, new NewPlan.Position(0.5, 0.5)),
                                        new NewPlan.Unit("e", "E", 100, new NewPlan.Position(1.5, 0.5)))),
                        "planner")
                .id()
                .toString();
        sam = added("1", "Sam");
        robin = added("2", "Robin");
    }

    @Test
    void residentsSeeTheOfficerTheSubstituteAndTheTeam() {
        assertThat(lookUp().get("officer").isNull()).isTrue();
        assertThat(ok(supervisor.send(
                                "PUT",
                                "/api/v1/plans/current/teams/S/contact",
                                "{\"phone\":\"+32 2 555 01 02\",\"email\":\"south@example.org\"}"))
                        .get(0)
                        .get("phone")
                        .asString())
                .isEqualTo("+32 2 555 01 02");
        assertThat(lookUp().get("team").get("phone").asString()).isEqualTo("+32 2 555 01 02");

        assign("W", sam);
        assertThat(lookUp().get("officer").get("dutyName").asString()).isEqualTo("Sam");

        String today = LocalDate.now(java.time.ZoneId.systemDefault()).toString();
        String back =
                LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(7).toString();
        String leave = ok(supervisor.post(
                        "/api/v1/officers/" + sam + "/leaves",
                        "{\"from\":\"" + today + "\",\"to\":\"" + back + "\",\"substitute\":\"" + robin + "\"}"))
                .get("id")
                .asString();
        assertThat(lookUp().get("officer").get("dutyName").asString()).isEqualTo("Robin");
        assertThat(lookUp().get("standsInFor").asString()).isEqualTo("Sam");
        assertThat(lookUp().get("until").asString()).isEqualTo(back);

        assertThat(supervisor.send("DELETE", "/api/v1/leaves/" + leave, "").statusCode())
                .isEqualTo(204);
        ok(supervisor.post(
                "/api/v1/officers/" + sam + "/leaves", "{\"from\":\"" + today + "\",\"to\":\"" + back + "\"}"));
        assertThat(lookUp().get("officer").isNull()).isTrue();
        assertThat(lookUp().get("standsInFor").asString()).isEqualTo("Sam");
        String second = ok(supervisor.get("/api/v1/leaves")).get(0).get("id").asString();
        assertThat(supervisor
                        .send("PUT", "/api/v1/leaves/" + second, "{\"substitute\":\"" + sam + "\"}")
                        .statusCode())
                .as("nobody stands in for themselves")
                .isEqualTo(400);
        ok(supervisor.send("PUT", "/api/v1/leaves/" + second, "{\"substitute\":\"" + robin + "\"}"));
        assertThat(lookUp().get("officer").get("dutyName").asString()).isEqualTo("Robin");
        ok(supervisor.send("PUT", "/api/v1/leaves/" + second, "{}"));
        JsonNode beats = ok(supervisor.get("/api/v1/assignments")).get("beats");
        assertThat(beats.get(0).get("gaps").size()).isEqualTo(1);
        assertThat(beats.get(1).get("gaps").get(0).get("cover").get("how").asString())
                .isEqualTo("team");
    }

    @Test
    void aChangeOfOfficerOpensAHandoverThatBothClose() {
        assign("W", sam);
        link(sam);
        assign("W", robin);
        JsonNode mine = ok(officer.get("/api/v1/handovers"));
        assertThat(mine.size()).isEqualTo(1 + opened(sam));
        String id = idOf(sam, robin);
        String path = "/api/v1/handovers/" + id;

        assertThat(officer.post(path + "/closing", "{\"side\":\"from\"}").body())
                .contains("4 lines");
        for (JsonNode task : ok(officer.get(path)).get("tasks")) {
            ok(officer.send(
                    "PUT",
                    path + "/tasks/" + task.get("id").asString(),
                    "{\"owner\":\"to\",\"dueOn\":\"2030-01-31\",\"done\":true}"));
        }
        assertThat(officer.post(path + "/closing", "{\"side\":\"to\",\"why\":\"x\"}")
                        .statusCode())
                .as("an officer closes no other's side")
                .isEqualTo(403);
        ok(officer.post(path + "/closing", "{\"side\":\"from\"}"));
        assertThat(supervisor.post(path + "/closing", "{\"side\":\"to\"}").body())
                .contains("why");
        JsonNode closed = ok(supervisor.post(path + "/closing", "{\"side\":\"to\",\"why\":\"Has no account\"}"));
        assertThat(closed.get("heading").get("state").asString()).isEqualTo("closed");
        assertThat(supervisor
                        .post(path + "/entries", "{\"kind\":\"organisation\",\"name\":\"Library\"}")
                        .statusCode())
                .as("what is closed changes no more")
                .isEqualTo(409);
    }

    @Test
    void nobodyClosesBothSides() {
        assign("W", sam);
        assign("W", robin);
        String path = "/api/v1/handovers/" + idOf(sam, robin);
        for (JsonNode task : ok(supervisor.get(path)).get("tasks")) {
            ok(supervisor.send(
                    "PUT",
                    path + "/tasks/" + task.get("id").asString(),
                    "{\"owner\":\"to\",\"dueOn\":\"2030-01-31\",\"done\":true}"));
        }
        ok(supervisor.post(path + "/closing", "{\"side\":\"from\",\"why\":\"Has no account\"}"));

        HttpResponse<String> second =
                supervisor.post(path + "/closing", "{\"side\":\"to\",\"why\":\"Nor has this one\"}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("takes two");
        Visitor planner = server.visitor().signInAs("planner");
        assertThat(ok(planner.post(path + "/closing", "{\"side\":\"to\",\"why\":\"Nor has this one\"}"))
                        .get("heading")
                        .get("state")
                        .asString())
                .isEqualTo("closed");
    }

    @Test
    void anOfficerFindsNoHandoverButTheirOwn() {
        assign("W", sam);
        assign("W", robin);
        String path = "/api/v1/handovers/" + idOf(sam, robin);

        assertThat(ok(officer.get("/api/v1/handovers")).size()).isZero();
        for (HttpResponse<String> answer : List.of(
                officer.get(path),
                officer.post(path + "/entries", "{\"kind\":\"organisation\",\"name\":\"Library\"}"),
                officer.post(path + "/tasks", "{\"title\":\"x\",\"owner\":\"to\",\"dueOn\":\"2030-01-31\"}"),
                officer.send("PUT", path + "/notice", "{\"words\":{\"en\":\"x\"}}"),
                officer.post(path + "/closing", "{\"side\":\"from\"}"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        }
        assertThat(officer.post(path + "/cancellation", "{\"why\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/api/v1/officers").statusCode()).isEqualTo(403);
    }

    @Test
    void residentsReadTheNoticeFromItsDayOn() {
        assign("W", sam);
        assign("W", robin);
        String path = "/api/v1/handovers/" + idOf(sam, robin);
        String today = LocalDate.now(java.time.ZoneId.systemDefault()).toString();

        ok(supervisor.send("PUT", path + "/notice", "{\"words\":{\"en\":\"<b>Robin</b> comes\",\"ar\":\" \"}}"));
        assertThat(lookUp().get("notice").size()).isZero();
        ok(supervisor.send(
                "PUT", path + "/notice", "{\"from\":\"" + today + "\",\"words\":{\"en\":\"<b>Robin</b> comes\"}}"));
        assertThat(lookUp().get("notice").get("en").asString()).isEqualTo("<b>Robin</b> comes");
        assertThat(supervisor
                        .send("PUT", path + "/notice", "{\"words\":{\"xx\":\"?\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNameAndAPhotoAreShownAsLongAsTheOfficerWantsIt() {
        assign("W", sam);
        link(sam);
        String photo =
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        assertThat(officer.send("PUT", "/api/v1/duty/opt-in", "{\"fullName\":\"Sam Peeters\"}")
                        .statusCode())
                .as("without agreement nothing is stored")
                .isEqualTo(400);

        ok(officer.send(
                "PUT",
                "/api/v1/duty/opt-in",
                "{\"agreed\":true,\"fullName\":\"Sam Peeters\",\"photo\":\"" + photo + "\"}"));
        JsonNode shown = lookUp().get("officer");
        assertThat(shown.get("fullName").asString()).isEqualTo("Sam Peeters");
        Visitor resident = server.visitor();
        assertThat(resident.get(shown.get("photo").asString()).statusCode()).isEqualTo(200);

        assertThat(officer.send("DELETE", "/api/v1/duty/opt-in", "").statusCode())
                .isEqualTo(204);
        assertThat(lookUp().get("officer").get("fullName").isNull()).isTrue();
        assertThat(resident.get(shown.get("photo").asString()).statusCode()).isEqualTo(404);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM officer_personal")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThat(supervisor.post("/api/v1/officers", "{}").body()).contains("number");
        assertThat(supervisor.post("/api/v1/officers", "{\"number\":\"1\"}").body())
                .contains("another officer");
        assertThat(supervisor
                        .post("/api/v1/officers", "{\"number\":\"9\",\"role\":\"chief\"}")
                        .body())
                .contains("sector-supervisor");
        assertThat(supervisor
                        .send("PUT", "/api/v1/officers/" + sam + "/account", "{\"account\":\"planner\"}")
                        .body())
                .contains("role of officer");
        assertThat(supervisor.post("/api/v1/assignments", "{\"beat\":\"W\"}").statusCode())
                .isEqualTo(400);
        assertThat(supervisor.get("/api/v1/officers/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(supervisor
                        .send("PUT", "/api/v1/tenure", "{\"minimumMonths\":5,\"maximumMonths\":4}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAssistantSharesABeatAndHasNone() {
        String assistant = ok(supervisor.post("/api/v1/officers", "{\"number\":\"7\",\"role\":\"assistant\"}"))
                .get("id")
                .asString();

        assertThat(supervisor
                        .post("/api/v1/assignments", assignment("W", assistant, "main"))
                        .body())
                .contains("assistant");
        ok(supervisor.post("/api/v1/assignments", assignment("W", assistant, "second")));
        JsonNode team = ok(supervisor.get("/api/v1/plans/current/teams/languages"))
                .get("teams")
                .get(0);
        assertThat(team.get("officers").asInt()).isZero();
        assertThat(lookUp().get("officer").get("dutyName").asString()).isEqualTo("7");
    }

    @Test
    void liaisonOfficersAreFoundByEverybody() {
        ok(supervisor.post(
                "/api/v1/liaisons",
                "{\"officer\":\"" + sam + "\",\"need\":\"language\",\"topic\":\"ar\",\"reason\":\"r\"}"));
        assertThat(supervisor
                        .post(
                                "/api/v1/liaisons",
                                "{\"officer\":\"" + sam + "\",\"need\":\"language\",\"reason\":\"r\"}")
                        .body())
                .contains("topic");

        JsonNode contacts = ok(server.visitor().get("/api/v1/liaisons/current"));

        assertThat(contacts.size()).isEqualTo(1);
        assertThat(contacts.get(0).get("dutyName").asString()).isEqualTo("Sam");
        assertThat(contacts.get(0).toString()).doesNotContain(sam);
    }

    private int opened(String first) {
        int others = 0;
        for (JsonNode heading : ok(supervisor.get("/api/v1/handovers"))) {
            boolean toFirst = heading.get("to").get("id").asString().equals(first);
            others += toFirst ? 1 : 0;
        }
        return others;
    }

    private String idOf(String from, String to) {
        for (JsonNode heading : ok(supervisor.get("/api/v1/handovers"))) {
            if (!heading.get("from").isNull()
                    && heading.get("from").get("id").asString().equals(from)
                    && heading.get("to").get("id").asString().equals(to)) {
                return heading.get("id").asString();
            }
        }
        throw new AssertionError("no handover was opened");
    }

    private JsonNode lookUp() {
        return ok(server.visitor().post("/api/v1/lookup", "{\"lon\":0.5,\"lat\":0.5}"))
                .get("beats")
                .get(0);
    }

    private void assign(String beat, String id) {
        ok(supervisor.post("/api/v1/assignments", assignment(beat, id, "main")));
    }

    private String assignment(String beat, String id, String rank) {
        return "{\"plan\":\"" + plan + "\",\"beat\":\"" + beat + "\",\"officer\":\"" + id + "\",\"rank\":\"" + rank
                + "\",\"reason\":\"For the test\",\"replaces\":true}";
    }

    private void link(String id) {
        ok(supervisor.send("PUT", "/api/v1/officers/" + id + "/account", "{\"account\":\"officer\"}"));
    }

    private String added(String number, String dutyName) {
        return server.bean(Officers.class)
                .add(new Officer(number, dutyName, List.of("nl"), null, null, null), "supervisor")
                .toString();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return Visitor.json(answer);
    }
}
