package org.copse.server.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who answers for a beat, as supervisors say it, officers want it and residents see it; over HTTP. */
@OnBothDatabases
class WhoAnswersIT {
    private final TwoBeats town;

    WhoAnswersIT(TestDatabase database) {
        town = new TwoBeats(database);
    }

    @BeforeEach
    void anew() {
        town.begin();
    }

    @Test
    void residentsSeeTheOfficerTheSubstituteAndTheTeam() {
        assertThat(town.lookUp().get("officer").isNull()).isTrue();
        assertThat(TwoBeats.ok(town.supervisor.send(
                                "PUT",
                                "/api/v1/plans/current/teams/S/contact",
                                "{\"phone\":\"+32 2 555 01 02\",\"email\":\"south@example.org\"}"))
                        .get(0)
                        .get("phone")
                        .asString())
                .isEqualTo("+32 2 555 01 02");
        assertThat(town.lookUp().get("team").get("phone").asString()).isEqualTo("+32 2 555 01 02");

        town.assign("W", town.sam);
        assertThat(town.lookUp().get("officer").get("dutyName").asString()).isEqualTo("Sam");

        String today = LocalDate.now(java.time.ZoneId.systemDefault()).toString();
        String back =
                LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(7).toString();
        String leave = TwoBeats.ok(town.supervisor.post(
                        "/api/v1/officers/" + town.sam + "/leaves",
                        "{\"from\":\"" + today + "\",\"to\":\"" + back + "\",\"substitute\":\"" + town.robin + "\"}"))
                .get("id")
                .asString();
        assertThat(town.lookUp().get("officer").get("dutyName").asString()).isEqualTo("Robin");
        assertThat(town.lookUp().get("standsInFor").asString()).isEqualTo("Sam");
        assertThat(town.lookUp().get("until").asString()).isEqualTo(back);

        assertThat(town.supervisor.send("DELETE", "/api/v1/leaves/" + leave, "").statusCode())
                .isEqualTo(204);
        TwoBeats.ok(town.supervisor.post(
                "/api/v1/officers/" + town.sam + "/leaves", "{\"from\":\"" + today + "\",\"to\":\"" + back + "\"}"));
        assertThat(town.lookUp().get("officer").isNull()).isTrue();
        assertThat(town.lookUp().get("standsInFor").asString()).isEqualTo("Sam");
        String second = TwoBeats.ok(town.supervisor.get("/api/v1/leaves"))
                .get(0)
                .get("id")
                .asString();
        assertThat(town.supervisor
                        .send("PUT", "/api/v1/leaves/" + second, "{\"substitute\":\"" + town.sam + "\"}")
                        .statusCode())
                .as("nobody stands in for themselves")
                .isEqualTo(400);
        TwoBeats.ok(town.supervisor.send("PUT", "/api/v1/leaves/" + second, "{\"substitute\":\"" + town.robin + "\"}"));
        assertThat(town.lookUp().get("officer").get("dutyName").asString()).isEqualTo("Robin");
        TwoBeats.ok(town.supervisor.send("PUT", "/api/v1/leaves/" + second, "{}"));
        JsonNode beats = TwoBeats.ok(town.supervisor.get("/api/v1/assignments")).get("beats");
        assertThat(beats.get(0).get("openDays").size()).isEqualTo(1);
        assertThat(beats.get(1).get("openDays").get(0).get("cover").get("how").asString())
                .isEqualTo("team");
    }

    @Test
    void aNameAndAPhotoAreShownAsLongAsTheOfficerWantsIt() {
        town.assign("W", town.sam);
        town.link(town.sam);
        String photo =
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        assertThat(town.officer
                        .send("PUT", "/api/v1/duty/opt-in", "{\"fullName\":\"Sam Peeters\"}")
                        .statusCode())
                .as("without agreement nothing is stored")
                .isEqualTo(400);

        TwoBeats.ok(town.officer.send(
                "PUT",
                "/api/v1/duty/opt-in",
                "{\"agreed\":true,\"fullName\":\"Sam Peeters\",\"photo\":\"" + photo + "\"}"));
        JsonNode shown = town.lookUp().get("officer");
        assertThat(shown.get("fullName").asString()).isEqualTo("Sam Peeters");
        Visitor resident = town.server.visitor();
        assertThat(resident.get(shown.get("photo").asString()).statusCode()).isEqualTo(200);

        assertThat(town.officer.send("DELETE", "/api/v1/duty/opt-in", "").statusCode())
                .isEqualTo(204);
        assertThat(town.lookUp().get("officer").get("fullName").isNull()).isTrue();
        assertThat(resident.get(shown.get("photo").asString()).statusCode()).isEqualTo(404);
        assertThat(town.database
                        .jdbc()
                        .sql("SELECT count(*) FROM officer_personal")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThat(town.supervisor.post("/api/v1/officers", "{}").body()).contains("number");
        assertThat(town.supervisor
                        .post("/api/v1/officers", "{\"number\":\"1\"}")
                        .body())
                .contains("another officer");
        assertThat(town.supervisor
                        .post("/api/v1/officers", "{\"number\":\"9\",\"role\":\"chief\"}")
                        .body())
                .contains("sector-supervisor");
        assertThat(town.supervisor
                        .send("PUT", "/api/v1/officers/" + town.sam + "/account", "{\"account\":\"planner\"}")
                        .body())
                .contains("role of officer");
        assertThat(town.supervisor
                        .post("/api/v1/assignments", "{\"beat\":\"W\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(town.supervisor.get("/api/v1/officers/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(town.supervisor
                        .send("PUT", "/api/v1/tenure", "{\"minimumMonths\":5,\"maximumMonths\":4}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAssistantSharesABeatAndHasNone() {
        String assistant = TwoBeats.ok(
                        town.supervisor.post("/api/v1/officers", "{\"number\":\"7\",\"role\":\"assistant\"}"))
                .get("id")
                .asString();

        assertThat(town.supervisor
                        .post("/api/v1/assignments", town.assignment("W", assistant, "main"))
                        .body())
                .contains("assistant");
        TwoBeats.ok(town.supervisor.post("/api/v1/assignments", town.assignment("W", assistant, "second")));
        JsonNode team = TwoBeats.ok(town.supervisor.get("/api/v1/plans/current/teams/languages"))
                .get("teams")
                .get(0);
        assertThat(team.get("officers").asInt()).isZero();
        assertThat(town.lookUp().get("officer").get("dutyName").asString()).isEqualTo("7");
    }

    @Test
    void liaisonOfficersAreFoundByEverybody() {
        TwoBeats.ok(town.supervisor.post(
                "/api/v1/liaisons",
                "{\"officer\":\"" + town.sam + "\",\"need\":\"language\",\"topic\":\"ar\",\"reason\":\"r\"}"));
        assertThat(town.supervisor
                        .post(
                                "/api/v1/liaisons",
                                "{\"officer\":\"" + town.sam + "\",\"need\":\"language\",\"reason\":\"r\"}")
                        .body())
                .contains("topic");

        JsonNode contacts = TwoBeats.ok(town.server.visitor().get("/api/v1/liaisons/current"));

        assertThat(contacts.size()).isEqualTo(1);
        assertThat(contacts.get(0).get("dutyName").asString()).isEqualTo("Sam");
        assertThat(contacts.get(0).toString()).doesNotContain(town.sam);
    }
}
