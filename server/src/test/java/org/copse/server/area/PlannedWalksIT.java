package org.copse.server.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.area.PlannedWalkForms.CODE;
import static org.copse.server.area.PlannedWalkForms.SHOWN;
import static org.copse.server.area.PlannedWalkForms.SOON;
import static org.copse.server.area.PlannedWalkForms.body;
import static org.copse.server.area.PlannedWalkForms.found;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.walk.PlannedWalks;
import org.copse.server.walk.WalkCode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Officers plan walks; residents read of the public ones and sign up; of one by invitation only those learn who have its code. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlannedWalksIT {
    private static final int LIMIT = 100;

    private final RunningServer server;
    private final Visitor officer;
    private final Visitor supervisor;
    private final Visitor resident;

    PlannedWalksIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> {
            try {
                return TwoAreas.start(database, "copse.area.sign-ups-per-hour=" + LIMIT);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        officer = server.visitor().signInAs("officer");
        supervisor = server.visitor().signInAs("supervisor");
        resident = server.visitor();
    }

    private HttpResponse<String> send(String path, String... fields) {
        return TwoAreas.send(resident, path, fields);
    }

    private HttpResponse<String> sendOne(String path, String header, String value) {
        String form = "application/x-www-form-urlencoded";
        return resident.exchange(
                "POST", path, BodyPublishers.ofString("people=1"), "Content-Type", form, header, value);
    }

    private HttpResponse<String> plan(String body) {
        return officer.post("/api/v1/planned-walks", body);
    }

    private JsonNode planned(String body) {
        HttpResponse<String> answer = plan(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer);
    }

    private JsonNode stored(String id) {
        return Visitor.json(officer.get("/api/v1/planned-walks/" + id));
    }

    @Test
    void aPublicWalkIsOnItsBeatsPageInItsCalendarAndOnAPageOfItsOwn() {
        String id = planned(body("Avondronde <i>")).get("id").asString();

        assertThat(resident.get("/en/beats/1").body())
                .contains("Avondronde &lt;i&gt;", "lang=\"nl\"", "(Dutch)", "Voor de bib &lt;1&gt;", "19:00", "21:00")
                .contains("after dark", "Dutch, Arabic", "/en/walks/" + id);
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body()).doesNotContain("Avondronde");
        assertThat(resident.get("/nl/beats/1/meetings.ics").body())
                .contains("UID:" + id, "GEO:51.405000;2.605000", "SUMMARY;LANGUAGE=nl:Avondronde");

        for (String language : List.of("en", "nl", "fr", "de", "ar")) {
            HttpResponse<String> page = resident.get("/" + language + "/walks/" + id);
            assertThat(page.statusCode()).as(language).isEqualTo(200);
            assertThat(page.body()).contains("Lampen &lt;b&gt;bekijken&lt;/b&gt;", "class=\"pin\"");
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        HttpResponse<String> calendar = resident.get("/nl/walks/" + id + "/walk.ics");
        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("UID:" + id, "STATUS:CONFIRMED");
    }

    @Test
    void aWalkAlongARouteIsOnThePageOfEachBeatThatItGoesThrough() {
        JsonNode walk = planned(body("Langs de kade", "null", "[[2.605,51.405],[2.612,51.404]]", "null", ""));

        assertThat(walk.get("route").get(1).get(0).asDouble()).isEqualTo(2.612);
        String id = walk.get("id").asString();
        for (String beat : List.of("1", TwoAreas.ODD_PATH)) {
            assertThat(resident.get("/en/beats/" + beat).body()).contains("Langs de kade");
            assertThat(resident.get("/nl/beats/" + beat + "/meetings.ics").body())
                    .contains("UID:" + id);
        }
        assertThat(resident.get("/en/walks/" + id).body())
                .contains("class=\"way\"", "You need not sign up")
                .doesNotContain("name=\"people\"");
    }

    @Test
    void aResidentSignsUpWithoutAnAccountAndTakesItBackWithTheCode() {
        String id = planned(body("Aanmelden")).get("id").asString();
        String path = "/en/walks/" + id + "/sign-ups";
        String form = resident.get("/en/walks/" + id).body();
        assertThat(form).contains("Places left: 5");
        String code = found(CODE, form);

        HttpResponse<String> signedUp = send(path, "people", "3", "code", code);
        assertThat(signedUp.statusCode()).as(signedUp.body()).isEqualTo(200);
        assertThat(signedUp.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(signedUp.headers().firstValue("RateLimit-Limit")).hasValue(Integer.toString(LIMIT));
        assertThat(found(SHOWN, signedUp.body())).isEqualTo(code);
        send(path, "people", "3", "code", code);
        assertThat(stored(id).get("signedUp").asInt())
                .as("sent twice, counted once")
                .isEqualTo(3);

        HttpResponse<String> tooMany = send(path, "people", "3");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("There are fewer places left", "Places left: 2");
        assertThat(send(path, "people", "11").statusCode()).isEqualTo(400);
        assertThat(send(path, "people", "-1").statusCode()).isEqualTo(400);
        assertThat(send(path).statusCode()).isEqualTo(400);

        HttpResponse<String> wrong = send(path + "/taken-back", "code", "abcd-efgh-jkmn");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.body()).contains("There is no sign-up with this code");
        assertThat(stored(id).get("signedUp").asInt()).isEqualTo(3);
        String typed = " " + code.toUpperCase(Locale.ROOT).replace("-", " ");
        assertThat(send(path + "/taken-back", "code", typed).statusCode()).isEqualTo(200);
        assertThat(stored(id).get("signedUp").asInt()).isZero();
    }

    @Test
    void ofASignUpANumberAndAHashAreKeptAndNothingElse() {
        String id = planned(body("Niets bewaard")).get("id").asString();
        String code = found(CODE, resident.get("/nl/walks/" + id).body());
        send("/nl/walks/" + id + "/sign-ups", "people", "2", "code", code, "name", "Mevrouw X");

        List<Map<String, Object>> rows = server.bean(JdbcClient.class)
                .sql("SELECT * FROM walk_signup WHERE walk = :walk")
                .param("walk", UUID.fromString(id))
                .query()
                .listOfRows();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrder("walk", "code_hash", "people");
            assertThat(row.toString()).doesNotContain(code, code.replace("-", ""), "Mevrouw");
        });
    }

    @Test
    void manyWhoSignUpAtOnceGetNoMorePlacesThanThereAre() throws Exception {
        UUID id = UUID.fromString(planned(body("Druk")).get("id").asString());
        PlannedWalks walks = server.bean(PlannedWalks.class);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<PlannedWalks.SignUp>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> walks.signUp(id, WalkCode.fresh(), 1)))
                    .toList();
            int taken = 0;
            for (Future<PlannedWalks.SignUp> answer : answers) {
                taken += answer.get() == PlannedWalks.SignUp.TAKEN ? 1 : 0;
            }
            assertThat(taken).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
        assertThat(stored(id.toString()).get("signedUp").asInt()).isEqualTo(5);
        assertThat(resident.get("/en/walks/" + id).body())
                .contains("All places are taken")
                .doesNotContain("name=\"people\"");
    }

    @Test
    void aWalkByInvitationIsNowhereForThoseWhoHaveNotItsCode() {
        JsonNode walk = planned(
                body("Geheime ronde", "\"1\"", "[[2.605,51.405],[2.612,51.404]]", "9", ",\"byInvitation\":true"));
        String id = walk.get("id").asString();
        String code = walk.get("invitation").asString();

        String paths =
                """
                /en /en/areas /en/beats/1 /en/beats/ODD /en/sectors/S /nl/beats/1/meetings.ics /nl/beats/ODD/meetings.ics
                /en/walks/invited /en/walks/ID /en/walks/ID/walk.ics /en/walks/ID?invitation=CODE
                /en/walks/invited?invitation=CODE /en/walks/invited/walk.ics?invitation=CODE
                /api/copse/1/events /api/copse/1 /api/v1/areas/beats/1 /api/v1/plans/current/beats
                /api/v1/planned-walks /api/v1/planned-walks/own /api/v1/planned-walks/ID""";
        for (String pattern : paths.split("\\s+", -1)) {
            String path =
                    pattern.replace("ODD", TwoAreas.ODD_PATH).replace("ID", id).replace("CODE", code);
            HttpResponse<String> answer = resident.get(path);
            assertThat(answer.body()).as(path).doesNotContain("Geheime");
            assertThat(answer.statusCode()).as(path).isNotEqualTo(500);
        }
        assertThat(resident.get("/en/walks/" + id).statusCode())
                .isEqualTo(resident.get("/en/walks/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(resident.get("/api/v1/planned-walks/" + id).statusCode()).isEqualTo(401);
        for (String form : List.of("/sign-ups", "/sign-ups/taken-back", "/walk.ics")) {
            assertThat(send("/en/walks/" + id + form, "people", "1", "invitation", code)
                            .statusCode())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(resident.post("/api/v1/lookup", "{\"lon\":2.605,\"lat\":51.405}")
                        .body())
                .doesNotContain("Geheime");

        HttpResponse<String> unknown =
                send("/en/walks/invited", "invitation", WalkCode.fresh().shown());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("No walk belongs to this code").doesNotContain("Geheime");
    }

    @Test
    void whoHasTheCodeOfAnInvitationSeesTheWalkAndSignsUpAndNoAddressHasTheCode() {
        JsonNode walk = planned(body("Op uitnodiging", "\"1\"", "null", "9", ",\"byInvitation\":true"));
        String id = walk.get("id").asString();
        String invitation = walk.get("invitation").asString();

        HttpResponse<String> shown = send("/en/walks/invited", "invitation", invitation.toUpperCase(Locale.ROOT));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Op uitnodiging", "Places left: 9", "action=\"/en/walks/invited/sign-ups\"")
                .doesNotContain("?invitation", id);
        HttpResponse<String> signedUp = send(
                "/en/walks/invited/sign-ups",
                "invitation",
                invitation,
                "people",
                "2",
                "code",
                found(CODE, shown.body()));
        assertThat(signedUp.statusCode()).as(signedUp.body()).isEqualTo(200);
        assertThat(stored(id).get("signedUp").asInt()).isEqualTo(2);
        assertThat(send("/en/walks/invited/walk.ics", "invitation", invitation).body())
                .contains("UID:" + id)
                .doesNotContain(invitation);

        HttpResponse<String> renewed = officer.send(
                "PUT",
                "/api/v1/planned-walks/" + id,
                body("Op uitnodiging", "\"1\"", "null", "9", ",\"byInvitation\":true,\"newInvitation\":true"));
        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        assertThat(Visitor.json(renewed).get("invitation").asString()).isNotEqualTo(invitation);
        assertThat(send("/en/walks/invited", "invitation", invitation).statusCode())
                .as("the old code")
                .isEqualTo(404);
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=walk.planned")
                        .body())
                .contains(id, "Op uitnodiging")
                .doesNotContain(invitation, invitation.replace("-", ""));
    }

    @Test
    void aCancelledWalkStaysWithItsReasonAndTakesNobodyMore() {
        String id = planned(body("Regen")).get("id").asString();
        String path = "/api/v1/planned-walks/" + id;
        assertThat(officer.post(path + "/cancellation", "{\"reason\":\" \"}").statusCode())
                .isEqualTo(400);

        HttpResponse<String> cancelled = officer.post(path + "/cancellation", "{\"reason\":\"Storm <3>\"}");
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);

        assertThat(resident.get("/en/beats/1").body()).contains("This walk does not take place:", "Storm &lt;3&gt;");
        assertThat(resident.get("/en/walks/" + id).body())
                .contains("Storm &lt;3&gt;")
                .doesNotContain("name=\"people\"");
        for (String calendar : List.of("/nl/beats/1/meetings.ics", "/nl/walks/" + id + "/walk.ics")) {
            String event =
                    resident.get(calendar).body().split("UID:" + id, -1)[1].split("END:VEVENT", -1)[0];
            assertThat(event).contains("STATUS:CANCELLED", "Storm");
        }
        assertThat(send("/en/walks/" + id + "/sign-ups", "people", "1").statusCode())
                .isEqualTo(409);
        assertThat(officer.send("PUT", path, body("Toch")).statusCode()).isEqualTo(409);
        assertThat(officer.post(path + "/cancellation", "{\"reason\":\"Nog eens\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anotherSitesFormSignsNobodyUp() {
        String id = planned(body("Vreemd")).get("id").asString();
        for (List<String> header : List.of(
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"),
                List.of("Origin", "https://elsewhere.example"),
                List.of("Origin", "null"),
                List.of("Origin", "http://[::"))) {
            HttpResponse<String> answer = sendOne("/en/walks/" + id + "/sign-ups", header.get(0), header.get(1));
            assertThat(answer.statusCode()).as(header.toString()).isEqualTo(403);
        }
        assertThat(stored(id).get("signedUp").asInt()).isZero();
        assertThat(sendOne("/en/walks/" + id + "/sign-ups", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongWithAPlanIsNamedAtOnce() {
        HttpResponse<String> refused = plan(
                "{\"beat\":\"none\",\"title\":\"\",\"language\":\"xx\",\"light\":\"dusk\",\"lon\":200,\"languages\":[\"N;L\"],\"places\":0}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("\"beat\"", "\"title\"", "\"why\"", "\"language\"", "\"light\"", "\"lon\"", "\"languages\"")
                .contains("\"places\"", "\"starts\"", "\"ends\"", "\"place\"");
        assertThat(plan(body("a", "null", "null", "5", "")).body()).contains("give a beat or draw a route");
        assertThat(plan(body("a", "null", "[[9,9],[9,10]]", "5", "")).body()).contains("goes through no beat");
        for (String route :
                List.of("[[2.6,51.4]]", "[[2.6,51.4],[2.6,51.4]]", "[[2.6,51.4],null]", "[[2.6,51.4],[1]]")) {
            HttpResponse<String> answer = plan(body("a", "\"1\"", route, "5", ""));
            assertThat(answer.statusCode()).as(route).isEqualTo(400);
            assertThat(answer.body()).contains("route");
        }
        String many = String.join(",", Collections.nCopies(501, "[2.6,51.4]"));
        assertThat(plan(body("a", "\"1\"", "[" + many + "]", "5", "")).body()).contains("2 to 500 corners");
        assertThat(plan(body("a").replace(SOON.toString(), "2001-01-01T10:00")).body())
                .contains("must be a time to come");
        assertThat(resident.post("/api/v1/planned-walks", body("a")).statusCode())
                .isIn(401, 403);
    }

    @Test
    void anOfficerIsOfferedTheirOwnWalksAndTheRecordedOneIsLinkedToItsPlan() {
        JsonNode sam = Visitor.json(supervisor.get("/api/v1/officers")).get(0);
        supervisor.send(
                "PUT", "/api/v1/officers/" + sam.get("id").asString() + "/account", "{\"account\":\"officer\"}");
        HttpResponse<String> theirs = supervisor.post("/api/v1/planned-walks", body("Voor Sam"));
        assertThat(theirs.statusCode()).as(theirs.body()).isEqualTo(201);
        supervisor.post("/api/v1/planned-walks", body("Niet voor Sam", "\"" + TwoAreas.ODD_ID + "\"", "null", "5", ""));
        String own = officer.get("/api/v1/planned-walks/own").body();
        assertThat(own).contains("Voor Sam").doesNotContain("Niet voor Sam");

        String plan = Visitor.json(theirs).get("id").asString();
        String walk = UUID.randomUUID().toString();
        String recorded =
                "{\"version\":1,\"title\":\"Voor Sam\",\"startedAt\":\"2026-05-01T10:00:00Z\",\"participants\":[],\"note\":\"\",\"planned\":\""
                        + plan + "\"}";
        HttpResponse<String> sent = officer.send("PUT", "/api/v1/walks/" + walk, recorded);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(Visitor.json(officer.get("/api/v1/walks/" + walk))
                        .get("walk")
                        .get("planned")
                        .asString())
                .isEqualTo(plan);
        assertThat(stored(plan).get("recorded").get(0).asString()).isEqualTo(walk);
        String gone = recorded.replace(plan, UUID.randomUUID().toString());
        assertThat(officer.send("PUT", "/api/v1/walks/" + UUID.randomUUID(), gone)
                        .statusCode())
                .as("a phone loses nothing because a plan is not there")
                .isEqualTo(200);
    }

    /** The last: afterwards this address may ask no more. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoTriesCodesOneAfterTheOtherWaits() {
        String id = planned(body("Vloed")).get("id").asString();
        for (int i = 0; i <= LIMIT; i++) {
            send("/en/walks/invited", "invitation", "x");
            send("/en/walks/" + id + "/sign-ups/taken-back", "code", "x");
        }
        HttpResponse<String> asked = send("/en/walks/invited", "invitation", "x");
        assertThat(asked.statusCode()).isEqualTo(429);
        assertThat(asked.body()).contains("too often from your network");
        HttpResponse<String> signedUp = send("/en/walks/" + id + "/sign-ups", "people", "1");
        assertThat(signedUp.statusCode()).isEqualTo(429);
        assertThat(signedUp.body()).contains("too often from your network", "Vloed");
        assertThat(stored(id).get("signedUp").asInt()).isZero();
    }
}
