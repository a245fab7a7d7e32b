package org.copse.server.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A change of officer is handed over by both, and residents read of it; over HTTP. */
@OnBothDatabases
class HandoverIT {
    private final TwoBeats town;

    HandoverIT(TestDatabase database) {
        town = new TwoBeats(database);
    }

    @BeforeEach
    void anew() {
        town.begin();
    }

    @Test
    void aChangeOfOfficerOpensAHandoverThatBothClose() {
        town.assign("W", town.sam);
        town.link(town.sam);
        town.assign("W", town.robin);
        JsonNode mine = TwoBeats.ok(town.officer.get("/api/v1/handovers"));
        assertThat(mine.size()).isEqualTo(1 + opened(town.sam));
        String id = idOf(town.sam, town.robin);
        String path = "/api/v1/handovers/" + id;

        assertThat(town.officer.post(path + "/closing", "{\"side\":\"from\"}").body())
                .contains("4 lines");
        for (JsonNode task : TwoBeats.ok(town.officer.get(path)).get("tasks")) {
            TwoBeats.ok(town.officer.send(
                    "PUT",
                    path + "/tasks/" + task.get("id").asString(),
                    "{\"owner\":\"to\",\"dueOn\":\"2030-01-31\",\"done\":true}"));
        }
        assertThat(town.officer
                        .post(path + "/closing", "{\"side\":\"to\",\"why\":\"x\"}")
                        .statusCode())
                .as("an officer closes no other's side")
                .isEqualTo(403);
        TwoBeats.ok(town.officer.post(path + "/closing", "{\"side\":\"from\"}"));
        assertThat(town.supervisor.post(path + "/closing", "{\"side\":\"to\"}").body())
                .contains("why");
        JsonNode closed =
                TwoBeats.ok(town.supervisor.post(path + "/closing", "{\"side\":\"to\",\"why\":\"Has no account\"}"));
        assertThat(closed.get("heading").get("state").asString()).isEqualTo("closed");
        assertThat(town.supervisor
                        .post(path + "/entries", "{\"kind\":\"organisation\",\"name\":\"Library\"}")
                        .statusCode())
                .as("what is closed changes no more")
                .isEqualTo(409);
    }

    @Test
    void nobodyClosesBothSides() {
        town.assign("W", town.sam);
        town.assign("W", town.robin);
        String path = "/api/v1/handovers/" + idOf(town.sam, town.robin);
        for (JsonNode task : TwoBeats.ok(town.supervisor.get(path)).get("tasks")) {
            TwoBeats.ok(town.supervisor.send(
                    "PUT",
                    path + "/tasks/" + task.get("id").asString(),
                    "{\"owner\":\"to\",\"dueOn\":\"2030-01-31\",\"done\":true}"));
        }
        TwoBeats.ok(town.supervisor.post(path + "/closing", "{\"side\":\"from\",\"why\":\"Has no account\"}"));

        HttpResponse<String> second =
                town.supervisor.post(path + "/closing", "{\"side\":\"to\",\"why\":\"Nor has this one\"}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("takes two");
        Visitor planner = town.server.visitor().signInAs("planner");
        assertThat(TwoBeats.ok(planner.post(path + "/closing", "{\"side\":\"to\",\"why\":\"Nor has this one\"}"))
                        .get("heading")
                        .get("state")
                        .asString())
                .isEqualTo("closed");
    }

    @Test
    void rule09TheCommunityMapHasLinesForOrganisationsAndPlacesAndNoneForPeople() {
        town.assign("W", town.sam);
        town.assign("W", town.robin);
        String path = "/api/v1/handovers/" + idOf(town.sam, town.robin) + "/entries";
        for (String kind : List.of("person", "resident", "informant", "family", "suspect", "PERSON", "")) {
            HttpResponse<String> refused =
                    town.supervisor.post(path, "{\"kind\":\"" + kind + "\",\"name\":\"Somebody\"}");
            assertThat(refused.statusCode()).as(kind).isEqualTo(400);
            assertThat(refused.body())
                    .contains("organisation, focal-place, contact-point, agreement, event")
                    .doesNotContain("Somebody");
        }
        TwoBeats.ok(town.supervisor.post(path, "{\"kind\":\"organisation\",\"name\":\"Library\"}"));
    }

    @Test
    void anOfficerFindsNoHandoverButTheirOwn() {
        town.assign("W", town.sam);
        town.assign("W", town.robin);
        String path = "/api/v1/handovers/" + idOf(town.sam, town.robin);

        assertThat(TwoBeats.ok(town.officer.get("/api/v1/handovers")).size()).isZero();
        for (HttpResponse<String> answer : List.of(
                town.officer.get(path),
                town.officer.post(path + "/entries", "{\"kind\":\"organisation\",\"name\":\"Library\"}"),
                town.officer.post(path + "/tasks", "{\"title\":\"x\",\"owner\":\"to\",\"dueOn\":\"2030-01-31\"}"),
                town.officer.send("PUT", path + "/notice", "{\"words\":{\"en\":\"x\"}}"),
                town.officer.post(path + "/closing", "{\"side\":\"from\"}"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        }
        assertThat(town.officer.post(path + "/cancellation", "{\"why\":\"x\"}").statusCode())
                .isEqualTo(403);
        assertThat(town.officer.get("/api/v1/officers").statusCode()).isEqualTo(403);
    }

    @Test
    void residentsReadTheNoticeFromItsDayOn() {
        town.assign("W", town.sam);
        town.assign("W", town.robin);
        String path = "/api/v1/handovers/" + idOf(town.sam, town.robin);
        String today = LocalDate.now(java.time.ZoneId.systemDefault()).toString();

        TwoBeats.ok(town.supervisor.send(
                "PUT", path + "/notice", "{\"words\":{\"en\":\"<b>Robin</b> comes\",\"ar\":\" \"}}"));
        assertThat(town.lookUp().get("notice").size()).isZero();
        TwoBeats.ok(town.supervisor.send(
                "PUT", path + "/notice", "{\"from\":\"" + today + "\",\"words\":{\"en\":\"<b>Robin</b> comes\"}}"));
        assertThat(town.lookUp().get("notice").get("en").asString()).isEqualTo("<b>Robin</b> comes");
        assertThat(town.supervisor
                        .send("PUT", path + "/notice", "{\"words\":{\"xx\":\"?\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    private int opened(String first) {
        int others = 0;
        for (JsonNode heading : TwoBeats.ok(town.supervisor.get("/api/v1/handovers"))) {
            boolean toFirst = heading.get("to").get("id").asString().equals(first);
            others += toFirst ? 1 : 0;
        }
        return others;
    }

    private String idOf(String from, String to) {
        for (JsonNode heading : TwoBeats.ok(town.supervisor.get("/api/v1/handovers"))) {
            if (!heading.get("from").isNull()
                    && heading.get("from").get("id").asString().equals(from)
                    && heading.get("to").get("id").asString().equals(to)) {
                return heading.get("id").asString();
            }
        }
        throw new AssertionError("no handover was opened");
    }
}
