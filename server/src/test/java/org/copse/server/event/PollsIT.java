package org.copse.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.copse.server.assignment.Assignments;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Staff put a shortlist to the residents of a beat; they rank it without an account, and everybody reads how it ended. */
@OnBothDatabases
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PollsIT {
    private static final int LIMIT = 30;
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final List<String> CHOICES = List.of("Sluipverkeer <b>", "Donkere tunnel", "Zwerfvuil");

    private final RunningServer server;
    private final Visitor officer;
    private final Visitor resident;
    private final Polls polls;
    private final LocalDate today;

    PollsIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> {
            try {
                return TwoAreas.start(database, "copse.poll.ballots-per-hour=" + LIMIT, "copse.poll.most-ballots=12");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        officer = server.visitor().signInAs("officer");
        resident = server.visitor();
        polls = server.bean(Polls.class);
        today = server.bean(Assignments.class).today();
    }

    private static String body(LocalDate opens, LocalDate closes, String choices) {
        return "{\"beat\":\"1\",\"language\":\"nl\",\"opensOn\":\"" + opens + "\",\"closesOn\":\"" + closes
                + "\",\"choices\":" + choices + "}";
    }

    private String added(LocalDate opens, LocalDate closes) {
        HttpResponse<String> answer = officer.post(
                "/api/v1/polls", body(opens, closes, "[\"Sluipverkeer <b>\",\" Donkere  tunnel\",\"\",\"Zwerfvuil\"]"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("poll").get("id").asString();
    }

    /** Keeps a poll that began a month ago. */
    private UUID past(String beat, LocalDate closes) {
        Poll poll = new Poll(UUID.randomUUID(), beat, "nl", today.minusMonths(1), closes, CHOICES);
        polls.add(poll, "test");
        return poll.id();
    }

    private String ballots(String poll) {
        return server.bean(JdbcClient.class)
                .sql("SELECT * FROM poll_ballot WHERE poll = :poll")
                .param("poll", UUID.fromString(poll))
                .query()
                .listOfRows()
                .toString();
    }

    private JsonNode view(UUID id) {
        for (JsonNode one : Visitor.json(officer.get("/api/v1/polls"))) {
            if (one.get("poll").get("id").asString().equals(id.toString())) {
                return one;
            }
        }
        throw new AssertionError("staff do not see the poll");
    }

    private static String token(String form) {
        Matcher token = TOKEN.matcher(form);
        assertThat(token.find()).as(form).isTrue();
        return token.group(1);
    }

    @Test
    @Order(1)
    void aResidentRanksWithoutAnAccountAndAFormThatIsSentTwiceCountsOnce() {
        String id = added(today, today.plusDays(14));
        assertThat(resident.get("/en/beats/1").body()).contains("/en/polls/" + id, "Which problem comes first?");
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body()).doesNotContain("/polls/");

        HttpResponse<String> page = resident.get("/en/polls/" + id);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("Sluipverkeer &lt;b&gt;", "lang=\"nl\"", "(Dutch)", ">Donkere tunnel<");
        String token = token(page.body());
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> sent = TwoAreas.send(
                    resident, "/en/polls/" + id, "token", token, "choice3", "1", "choice1", "3", "name", "Mevrouw X");
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
            assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(sent.body()).containsSubsequence("Your order counts", "Zwerfvuil", "Sluipverkeer");
        }
        List<Map<String, Object>> rows = server.bean(JdbcClient.class)
                .sql("SELECT * FROM poll_ballot")
                .query()
                .listOfRows();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .containsExactlyInAnyOrder("poll", "token_hash", "ranking");
            assertThat(row.toString()).contains("3 1").doesNotContain(token, "Mevrouw");
        });
    }

    @Test
    @Order(2)
    void aFormThatCannotBeCountedSaysWhyAndKeepsWhatWasChosen() {
        String id = added(today, today);
        String path = "/en/polls/" + id;
        HttpResponse<String> twice = TwoAreas.send(resident, path, "choice1", "2", "choice3", "2");
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.body()).contains("the same place to two problems", "value=\"2\" selected=\"selected\"");
        for (String place : List.of("", "0", "4", "-1", "1 2", "١", "x".repeat(300))) {
            HttpResponse<String> none = TwoAreas.send(resident, path, "choice1", place, "choice9", "1");
            assertThat(none.statusCode()).as(place).isEqualTo(400);
            assertThat(none.body()).contains("Give a place to at least one problem.");
        }
        assertThat(ballots(id)).isEqualTo("[]");
        HttpResponse<String> elsewhere = resident.exchange(
                "POST",
                path,
                BodyPublishers.ofString("choice1=1"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(ballots(id)).isEqualTo("[]");
    }

    @Test
    @Order(3)
    void theShortlistStandsInAnotherOrderOnOtherForms() {
        String id = added(today, today.plusDays(1));
        Set<Integer> first = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            String form = resident.get("/nl/polls/" + id).body();
            first.add(CHOICES.stream()
                    .map(choice -> form.indexOf("id=\"choice" + (CHOICES.indexOf(choice) + 1)))
                    .toList()
                    .indexOf(form.indexOf("id=\"choice")));
        }
        assertThat(first).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    @Order(4)
    void ofAPlannedPollNobodyLearnsAndAnOpenOneKeepsItsShortlist() {
        String id = added(today.plusDays(2), today.plusDays(9));
        assertThat(resident.get("/en/polls/" + id).statusCode()).isEqualTo(404);
        assertThat(resident.get("/en/polls/none").statusCode()).isEqualTo(404);
        assertThat(resident.get("/en/beats/1").body()).doesNotContain(id);
        assertThat(TwoAreas.send(resident, "/en/polls/" + id, "choice1", "1").statusCode())
                .isEqualTo(404);
        HttpResponse<String> opened = officer.send(
                "PUT", "/api/v1/polls/" + id, body(today, today.plusDays(9), "[\"Lawaai\",\"Zwerfvuil\"]"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        assertThat(Visitor.json(opened).get("state").asString()).isEqualTo("open");
        HttpResponse<String> other = officer.send(
                "PUT", "/api/v1/polls/" + id, body(today, today.plusDays(9), "[\"Zwerfvuil\",\"Lawaai\"]"));
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("only its last day can change");
        assertThat(officer.send(
                                "PUT",
                                "/api/v1/polls/" + id,
                                body(today, today.plusDays(3), "[\"Lawaai\",\"Zwerfvuil\"]"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.send("DELETE", "/api/v1/polls/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=event.changed")
                        .body())
                .contains(id, "with 0 ballots");
    }

    @Test
    @Order(5)
    void everythingThatIsWrongIsNamedAtOnce() {
        String refused = officer.post(
                        "/api/v1/polls",
                        body(today.minusDays(1), today.minusDays(2), "[\"a\"]")
                                .replace("\"1\"", "\"none\"")
                                .replace("\"nl\"", "\"xx\""))
                .body();
        assertThat(refused).contains("\"beat\"", "\"language\"", "\"opensOn\"", "\"closesOn\"", "\"choices\"");
        for (String choices :
                List.of("null", "[\"a\",\" a \"]", "[\"a\",\"" + "b".repeat(301) + "\"]", "[null,\"a\"]")) {
            assertThat(officer.post("/api/v1/polls", body(today, today, choices))
                            .statusCode())
                    .as(choices)
                    .isEqualTo(400);
        }
        assertThat(officer.post("/api/v1/polls", "{}").statusCode()).isEqualTo(400);
        assertThat(officer.post("/api/v1/polls", body(today, today.plusMonths(7), "[\"a\",\"b\"]"))
                        .body())
                .contains("6 months");
    }

    @Test
    @Order(6)
    void theResultIsShownOnceThePollIsOverToAllAlikeAndOnlyIfEnoughTookPart() {
        UUID id = past("1", today);
        for (int i = 0; i < 9; i++) {
            polls.cast(id, new Ballot(Ballot.freshToken(), i < 6 ? List.of(2, 1, 3) : List.of(3)));
        }
        String path = "/en/polls/" + id;
        assertThat(resident.get("/en/beats/1").body()).contains(path);
        assertThat(view(id).get("result").isNull())
                .as("staff do not see it either")
                .isTrue();

        close(id);
        assertThat(resident.get("/en/beats/1").body())
                .contains("Fewer than 10 people took part")
                .doesNotContain("Counted by the Borda method");
        assertThat(view(id).get("result").isNull())
                .as("nobody sees that of few")
                .isTrue();
        assertThat(TwoAreas.send(resident, path, "choice1", "1").statusCode()).isEqualTo(409);

        reopen(id);
        assertThat(polls.cast(id, new Ballot(Ballot.freshToken(), List.of(1)))).isEqualTo(Polls.Cast.KEPT);
        close(id);
        assertThat(resident.get("/en/beats/1").body())
                .containsSubsequence(
                        "Donkere tunnel", "points: 14", "Sluipverkeer", "points: 9.5", "Zwerfvuil", "points: 6.5")
                .contains("Took part: 10.", "Borda", "no representative sample");
        for (String language : List.of("nl", "fr", "de", "ar")) {
            assertThat(resident.get("/" + language + "/polls/" + id).body())
                    .contains("Donkere tunnel")
                    .doesNotContain("poll.", "??");
        }
        JsonNode result = view(id).get("result");
        assertThat(result.get("ballots").asInt()).isEqualTo(10);
        assertThat(result.get("places").get(0).get("choice").asInt()).isEqualTo(2);
    }

    private void close(UUID id) {
        Poll poll = polls.get(id);
        polls.change(new Poll(id, poll.beat(), "nl", poll.opensOn(), today.minusDays(1), poll.choices()), "test");
    }

    private void reopen(UUID id) {
        Poll poll = polls.get(id);
        polls.change(new Poll(id, poll.beat(), "nl", poll.opensOn(), today, poll.choices()), "test");
    }

    @Test
    @Order(7)
    void aPollKeepsNoMoreBallotsThanItMay() {
        UUID id = past("1", today);
        for (int i = 0; i < 12; i++) {
            assertThat(polls.cast(id, new Ballot(Ballot.freshToken(), List.of(1))))
                    .isEqualTo(Polls.Cast.KEPT);
        }
        assertThat(polls.cast(id, new Ballot(Ballot.freshToken(), List.of(1)))).isEqualTo(Polls.Cast.CLOSED);
    }

    /** The last: it uses up what one network may send. */
    @Test
    @Order(8)
    void whoSendsTooManyIsToldSoAndNothingIsKept() {
        String id = added(today, today);
        HttpResponse<String> last = TwoAreas.send(resident, "/en/polls/" + id, "choice1", "1");
        for (int i = 0; i <= LIMIT && last.statusCode() != 429; i++) {
            last = TwoAreas.send(resident, "/en/polls/" + id, "choice1", "1");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.body()).contains("too often from your network", "value=\"1\" selected=\"selected\"");
    }
}
