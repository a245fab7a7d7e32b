package org.copse.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Staff enter meetings and what was agreed; residents read it on the page of their beat, and in a calendar. */
@OnBothDatabases
class EventsIT {
    private static final LocalDateTime SOON = LocalDateTime.now(ZoneId.systemDefault())
            .plusDays(3)
            .truncatedTo(ChronoUnit.HOURS)
            .withHour(10);

    private final RunningServer server;
    private final Visitor officer;
    private final Visitor auditor;
    private final Visitor resident;

    EventsIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> {
            try {
                return TwoAreas.start(database);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        officer = server.visitor().signInAs("officer");
        auditor = server.visitor().signInAs("auditor");
        resident = server.visitor();
    }

    private static String meeting(
            String beat, String title, LocalDateTime starts, LocalDateTime ends, boolean cancelled) {
        return "{\"beat\":" + beat + ",\"kind\":\"coffee\",\"title\":\"" + title
                + "\",\"place\":\"Library <1>\",\"description\":\"\"," + "\"language\":\"nl\",\"starts\":\"" + starts
                + "\",\"ends\":\"" + ends + "\",\"cancelled\":" + cancelled + "}";
    }

    private static String priority(String issue, LocalDate agreedOn, String done, String doneOn) {
        return "{\"beat\":\"1\",\"issue\":\"" + issue + "\",\"agreedOn\":\"" + agreedOn + "\",\"done\":\"" + done
                + "\",\"doneOn\":" + doneOn + ",\"language\":\"nl\"}";
    }

    private JsonNode created(String path, String body) {
        HttpResponse<String> answer = officer.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer);
    }

    @Test
    void aMeetingIsOnThePageOfItsBeatAndInItsCalendarUntilItIsRemoved() {
        String id = created(
                        "/api/v1/meetings", meeting("\"1\"", "Koffie <b>met</b> Sam", SOON, SOON.plusHours(2), false))
                .get("id")
                .asString();
        assertThat(resident.get("/en/beats/1").body())
                .contains(
                        "Koffie &lt;b&gt;met&lt;/b&gt; Sam",
                        "lang=\"nl\"",
                        "(Dutch)",
                        "Library &lt;1&gt;",
                        "10:00",
                        "12:00");
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body()).doesNotContain("Koffie");
        HttpResponse<String> feed = resident.get("/nl/beats/1/meetings.ics");
        assertThat(feed.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(feed.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(feed.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("UID:" + id, "STATUS:CONFIRMED");

        HttpResponse<String> cancelled = officer.send(
                "PUT", "/api/v1/meetings/" + id, meeting("\"1\"", "Koffie", SOON, SOON.plusHours(2), true));
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(resident.get("/en/beats/1").body()).contains("This meeting does not take place.");
        assertThat(resident.get("/nl/beats/1/meetings.ics").body()).contains("STATUS:CANCELLED");
        assertThat(Visitor.json(resident.get("/api/copse/1/events"))
                        .get(0)
                        .get("start_date")
                        .asString())
                .matches(".*(Z|[+-]\\d\\d:\\d\\d)$");

        assertThat(officer.send("DELETE", "/api/v1/meetings/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(officer.send("DELETE", "/api/v1/meetings/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(resident.get("/en/beats/1").body()).doesNotContain("Koffie");
    }

    @Test
    void aMeetingForTheWholeDistrictIsOnEveryPageAndOneThatIsOverOnNone() {
        created("/api/v1/meetings", meeting("null", "Voor iedereen", SOON, SOON.plusHours(1), false));
        created(
                "/api/v1/meetings",
                meeting("null", "Voorbij", SOON.minusDays(5), SOON.minusDays(5).plusHours(1), false));
        for (String beat : new String[] {"1", TwoAreas.ODD_PATH}) {
            assertThat(resident.get("/nl/beats/" + beat).body())
                    .contains("Voor iedereen")
                    .doesNotContain("Voorbij");
        }
    }

    @Test
    void whatWasAgreedAndDoneIsOnThePage() {
        LocalDate agreed = LocalDate.now(ZoneId.systemDefault()).minusMonths(2);
        JsonNode made = created("/api/v1/priorities", priority("Verlichting in de tunnel", agreed, "", "null"));
        assertThat(resident.get("/en/beats/1").body()).contains("Verlichting in de tunnel", "We are working on it.");
        HttpResponse<String> done = officer.send(
                "PUT",
                "/api/v1/priorities/" + made.get("id").asString(),
                priority("Verlichting in de tunnel", agreed, "Nieuwe lampen", "\"" + agreed.plusDays(9) + "\""));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(resident.get("/en/beats/1").body())
                .contains("Nieuwe lampen")
                .doesNotContain("We are working on it.");
        assertThat(Visitor.json(resident.get("/api/copse/1/priorities"))
                        .get(0)
                        .get("action")
                        .asString())
                .isEqualTo("Nieuwe lampen");
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body()).doesNotContain("Verlichting");
    }

    @Test
    void whatIsAboutABeatOfAnEarlierPlanIsChangedAndStaysWithIt() {
        Events events = server.bean(Events.class);
        UUID meeting = UUID.randomUUID();
        Instant starts = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Instant ends = starts.plus(1, ChronoUnit.HOURS);
        events.add(
                new Meeting(meeting, "old", Meeting.Kind.COFFEE, "Oud", "Zaal", "", "nl", starts, ends, false), "test");
        UUID priority = UUID.randomUUID();
        events.add(
                new Priority(
                        priority,
                        "old",
                        "Oud",
                        LocalDate.now(ZoneId.systemDefault()).minusDays(2),
                        "",
                        null,
                        "nl"),
                "test");

        HttpResponse<String> cancelled = officer.send(
                "PUT", "/api/v1/meetings/" + meeting, meeting("\"old\"", "Oud", SOON, SOON.plusHours(2), true));
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(Visitor.json(cancelled).get("beat").asString()).isEqualTo("old");
        HttpResponse<String> done = officer.send(
                "PUT",
                "/api/v1/priorities/" + priority,
                priority(
                                "Oud",
                                LocalDate.now(ZoneId.systemDefault()).minusDays(2),
                                "Klaar",
                                "\"" + LocalDate.now(ZoneId.systemDefault()) + "\"")
                        .replace("\"beat\":\"1\"", "\"beat\":\"old\""));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(officer.send(
                                "PUT",
                                "/api/v1/meetings/" + meeting,
                                meeting("\"older\"", "Oud", SOON, SOON.plusHours(2), true))
                        .body())
                .contains("must be a beat of the plan in force");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        HttpResponse<String> refused = officer.post(
                "/api/v1/meetings",
                meeting("\"none\"", " ", SOON, SOON.minusHours(1), false)
                        .replace("coffee", "party")
                        .replace("\"nl\"", "\"xx\""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"beat\"", "\"title\"", "\"kind\"", "\"language\"");
        assertThat(officer.post("/api/v1/meetings", meeting("null", "a", SOON, SOON, false))
                        .body())
                .contains("\"ends\"");
        assertThat(officer.post(
                                "/api/v1/priorities",
                                priority(
                                        "a",
                                        LocalDate.now(ZoneId.systemDefault()).plusDays(2),
                                        "",
                                        "null"))
                        .body())
                .contains("\"agreedOn\"");
        assertThat(officer.post(
                                "/api/v1/priorities",
                                priority(
                                        "a",
                                        LocalDate.now(ZoneId.systemDefault()).minusDays(2),
                                        "done",
                                        "null"))
                        .body())
                .contains("\"doneOn\"");
        assertThat(officer.post(
                                "/api/v1/priorities",
                                priority("a".repeat(1001), LocalDate.now(ZoneId.systemDefault()), "", "null"))
                        .body())
                .contains("1000 characters");
    }

    @Test
    void whoEntersWhatIsInTheAuditLogAndNobodyElseMay() {
        String id = created("/api/v1/meetings", meeting("null", "Voor het logboek", SOON, SOON.plusHours(1), false))
                .get("id")
                .asString();
        assertThat(auditor.get("/api/v1/audit?action=event.changed").body()).contains(id, "Voor het logboek");
        assertThat(resident.get("/api/v1/meetings").statusCode()).isEqualTo(401);
        assertThat(auditor.get("/api/v1/meetings").statusCode()).isEqualTo(403);
    }
}
