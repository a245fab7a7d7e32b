package org.copse.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanOrigin;
import org.copse.server.publication.Publication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.JsonNode;

/** Residents say what they think of a plan, and staff answer. */
@OnBothDatabases
class ConsultationIT {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor planner;
    private UUID plan = UUID.randomUUID();
    private String api = "";

    ConsultationIT(TestDatabase database) {
        this.database = database;
        server = database.shared(
                RunningServer.class,
                () -> RunningServer.start(
                        database, "copse.accounts.demo=true", "copse.consultation.comments-per-hour=10000"));
        planner = server.visitor().signInAs("planner");
    }

    @BeforeEach
    void begin() {
        plan = server.bean(Publication.class).fix(plan(), "planner").id();
        api = "/api/v1/consultations/" + plan;
        Consultations consultations = server.bean(Consultations.class);
        consultations.keepReasons(plan, List.of(new BoundaryReason("w", "e", "term", "compactness", 1.5)));
        consultations.begin(plan, "planner");
    }

    @Test
    void aCommentIsShownOnceStaffHaveReadItAndIsAnswered() {
        open(false);
        Visitor resident = server.visitor();
        assertThat(say(resident, "", "beat:w", "The school is cut off <script>alert(1)</script>")
                        .statusCode())
                .isEqualTo(303);
        assertThat(resident.get(page()).body()).doesNotContain("The school");
        JsonNode waiting = staff().get("comments").get(0);
        assertThat(waiting.get("beat").asString()).isEqualTo("w");
        assertThat(waiting.get("state").asString()).isEqualTo("waiting");

        ok(planner.post(api + "/answers", "{\"said\":\"The school\",\"did\":\"We moved the line\"}"));
        String answer = staff().get("answers").get(0).get("id").asString();
        ok(planner.send(
                "PUT",
                api + "/comments/" + waiting.get("id").asString(),
                "{\"state\":\"shown\",\"answer\":\"" + answer + "\"}"));

        assertThat(resident.get(page()).body())
                .contains("The school is cut off &lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("We moved the line")
                .doesNotContain("<script>alert");
    }

    @Test
    void thePageIsReadWithoutScriptOrMapInFiveLanguages() {
        open(false);
        Visitor anybody = server.visitor();
        String english = anybody.get(page()).body();
        assertThat(english)
                .contains("Between West &amp; Co and East: the ways to walk would be longer.")
                .contains("<svg")
                .contains("<li><strong><bdi>South</bdi></strong>: <bdi>West &amp; Co</bdi>, <bdi>East</bdi></li>")
                .doesNotContain("<script type=\"module\"")
                .doesNotContain("residents\"");
        assertThat(anybody.get(page() + "?lang=ar").body()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(anybody.get(page() + "?lang=nl").body()).contains("de looproutes zouden langer worden.");
        assertThat(anybody.get(page(), "Accept-Language", "fr-BE,fr;q=0.9").body())
                .contains("<html lang=\"fr\"");
        assertThat(anybody.get(page() + "?lang=%3Cscript%3E").body()).contains("<html lang=\"en\"");
    }

    @Test
    void nobodySeesAPageThatIsNotOpenOrWhoseLinkTheyDoNotHave() {
        assertThat(server.visitor().get(page()).statusCode()).isEqualTo(404);
        String key = open(true).get("key").asString();
        assertThat(server.visitor().get(page()).statusCode()).isEqualTo(404);
        assertThat(server.visitor().get(page() + "?key=x").statusCode()).isEqualTo(404);
        assertThat(server.visitor().get(page() + "?key=" + key).statusCode()).isEqualTo(200);
        assertThat(server.visitor().get("/api/v1/consultations").body()).doesNotContain(plan.toString());
        assertThat(staff().get("key").isNull()).as("the key is told once").isTrue();
        assertThat(say(server.visitor(), "?key=" + key, "", "By link").statusCode())
                .isEqualTo(303);
        assertThat(server.visitor()
                        .exchange(
                                "POST",
                                page() + "/comments",
                                BodyPublishers.ofString("words=x"),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .as("without the token of the form")
                .isEqualTo(403);
    }

    @Test
    void whatIsTooLongEmptyOrAboutNothingIsRefused() {
        open(false);
        Visitor resident = server.visitor();
        assertThat(say(resident, "", "", " ").statusCode()).isEqualTo(400);
        assertThat(say(resident, "", "", "x".repeat(2001)).statusCode()).isEqualTo(400);
        assertThat(say(resident, "", "beat:nowhere", "x").statusCode()).isEqualTo(400);
        assertThat(say(resident, "", "boundary:7", "x").statusCode()).isEqualTo(400);
        assertThat(say(resident, "", "boundary:0", "x").statusCode()).isEqualTo(303);
        assertThat(staff().get("comments").get(0).get("otherBeat").asString()).isEqualTo("e");
    }

    @Test
    void whoeverIsRefusedIsToldInTheirLanguageAndKeepsTheirWords() {
        open(false);
        Visitor resident = server.visitor();
        String words = "é".repeat(2001);

        HttpResponse<String> refused = say(resident, "?lang=nl", "", words);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("<html lang=\"nl\"")
                .contains("ze moet 1 tot 2000 tekens hebben")
                .contains(words);
        String token = token(resident, "");
        database.jdbc()
                .sql("UPDATE consultation SET closes_on = DATE '2020-01-01' WHERE plan = :plan")
                .param("plan", plan)
                .update();
        HttpResponse<String> late = send(resident, token, "?lang=fr", "", "Trop tard");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("la consultation est close");
    }

    @Test
    void aLinkThatWasSentAroundGoesOnWorkingUntilANewOneIsAskedFor() {
        String key = open(true).get("key").asString();

        assertThat(open(true).get("key").isNull()).isTrue();
        assertThat(server.visitor().get(page() + "?key=" + key).statusCode()).isEqualTo(200);

        String other = ok(planner.send(
                        "PUT", api, "{\"intro\":\"x\",\"closesOn\":\"2099-12-31\",\"linkOnly\":true,\"newLink\":true}"))
                .get("key")
                .asString();
        assertThat(server.visitor().get(page() + "?key=" + key).statusCode()).isEqualTo(404);
        assertThat(server.visitor().get(page() + "?key=" + other).statusCode()).isEqualTo(200);
    }

    @Test
    void whatNamesAPersonIsHiddenAlsoAfterTheClosing() {
        String comment = closedWithAComment();
        assertThat(server.visitor().get(page()).body()).contains("Mrs X is loud");

        ok(planner.send("PUT", api + "/comments/" + comment, "{\"state\":\"hidden\",\"why\":\"Names a person\"}"));

        assertThat(server.visitor().get(page()).body()).doesNotContain("Mrs X is loud");
        assertThat(planner.send("PUT", api + "/comments/" + comment, "{\"state\":\"shown\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aSummaryStaysOnRecordWhenTheConsultationOpensAgain() {
        closedWithAComment();

        server.bean(Consultations.class).begin(plan, "planner");
        open(false);

        assertThat(staff().get("summary").asString()).isEqualTo("Nothing changes");
        assertThat(server.visitor().get(page()).body()).doesNotContain("Nothing changes");
    }

    private String closedWithAComment() {
        open(false);
        server.bean(Consultations.class).say(server.bean(Consultations.class).get(plan), "w", null, "Mrs X is loud");
        ok(planner.post(api + "/outreach", "{\"who\":\"Tenants\",\"how\":\"Letter\",\"reached\":\"reached\"}"));
        ok(planner.post(api + "/answers", "{\"said\":\"Noise\",\"did\":\"Nothing\"}"));
        String comment = staff().get("comments").get(0).get("id").asString();
        String answer = staff().get("answers").get(0).get("id").asString();
        ok(planner.send("PUT", api + "/comments/" + comment, "{\"state\":\"shown\",\"answer\":\"" + answer + "\"}"));
        ok(planner.post(api + "/closing", "{\"summary\":\"Nothing changes\"}"));
        return comment;
    }

    @Test
    void itClosesOnlyWhenAllIsReadAnsweredAndSaidWhoWasReached() {
        assertThat(missing()).isEqualTo("[\"opened\",\"outreach\"]");
        open(false);
        server.bean(Consultations.class).say(server.bean(Consultations.class).get(plan), "w", null, "Too far");
        assertThat(missing()).isEqualTo("[\"outreach\",\"moderation\"]");
        ok(planner.post(api + "/outreach", "{\"who\":\"Tenants\",\"how\":\"Letter\",\"reached\":\"not-reached\"}"));
        String comment = staff().get("comments").get(0).get("id").asString();
        ok(planner.send("PUT", api + "/comments/" + comment, "{\"state\":\"shown\"}"));
        assertThat(missing()).isEqualTo("[\"answers\"]");
        assertThat(planner.send("PUT", api + "/comments/" + comment, "{\"state\":\"hidden\"}")
                        .statusCode())
                .as("hidden without a reason")
                .isEqualTo(400);
        ok(planner.send("PUT", api + "/comments/" + comment, "{\"state\":\"hidden\",\"why\":\"Names a person\"}"));

        ok(planner.post(api + "/closing", "{\"summary\":\"Nothing changes\"}"));

        assertThat(server.bean(Consultations.class).isRecorded(plan)).isTrue();
        assertThat(server.visitor().get(page()).body())
                .contains("Nothing changes")
                .contains("Not reached")
                .doesNotContain("id=\"say\"");
        assertThat(planner.post(api + "/outreach", "{\"who\":\"Late\",\"reached\":\"reached\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    private String missing() {
        HttpResponse<String> answer = planner.post(api + "/closing", "{\"summary\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        return Visitor.json(answer).get("missing").toString();
    }

    private String page() {
        return "/consultation/" + plan;
    }

    private JsonNode open(boolean linkOnly) {
        return ok(planner.send(
                "PUT",
                api,
                "{\"intro\":\"New beats from spring\",\"closesOn\":\"2099-12-31\",\"linkOnly\":" + linkOnly + "}"));
    }

    private JsonNode staff() {
        return ok(planner.get(api));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    private HttpResponse<String> say(Visitor resident, String query, String about, String words) {
        return send(resident, token(resident, query), query, about, words);
    }

    private String token(Visitor resident, String query) {
        Matcher csrf = CSRF.matcher(resident.get(page() + query).body());
        assertThat(csrf.find()).isTrue();
        return csrf.group(1);
    }

    private HttpResponse<String> send(Visitor resident, String token, String query, String about, String words) {
        String form = "words=" + encode(words) + "&about=" + encode(about) + "&_csrf=" + encode(token)
                + (query.isEmpty() ? "" : "&" + query.substring(1));
        return resident.exchange(
                "POST",
                page() + "/comments",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static NewPlan plan() {
        return new NewPlan(
                "Spring",
                "For the test",
                PlanOrigin.PROPOSAL,
                null,
                null,
                null,
                List.of(new NewPlan.Sector("S", "South", 2, null, box(0, 2))),
                List.of(
                        new NewPlan.Beat("w", "S", "West & Co", 0, 100, box(0, 1)),
                        new NewPlan.Beat("e", "S", "East", 1, 100, box(1, 2))),
                List.of(
                        new NewPlan.Unit("u1", "w", 100, new NewPlan.Position(0.5, 0.5)),
                        new NewPlan.Unit("u2", "e", 100, new NewPlan.Position(1.5, 0.5))));
    }

    private static Geometry box(double west, double east) {
        return new GeometryFactory().toGeometry(new Envelope(west, east, 0, 1));
    }
}
