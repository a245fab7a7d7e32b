package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditLog;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.security.Endpoint;
import org.copse.server.walk.PhotosIT;
import org.copse.server.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A concern from the form to its end, and what nobody learns of it on the way. */
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class ConcernIT {
    private static final String PLACE = "51.40517, 2.60533";
    private static final byte[] NO_PHOTO = {};

    private final RunningServer server;
    private final Resident resident;
    private final Visitor officer;
    private final Visitor supervisor;

    ConcernIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> {
            try {
                RunningServer started = TwoAreas.start(
                        database,
                        "copse.concern.per-hour=1000",
                        "copse.concern.per-day=1000",
                        "copse.concern.guesses=1000");
                Visitor lead = started.visitor().signInAs("supervisor");
                String id = Visitor.json(lead.get("/api/v1/officers"))
                        .get(0)
                        .get("id")
                        .asString();
                assertThat(lead.send("PUT", "/api/v1/officers/" + id + "/account", "{\"account\":\"officer\"}")
                                .statusCode())
                        .isLessThan(300);
                return started;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        resident = new Resident(server.visitor(), "nl");
        officer = server.visitor().signInAs("officer");
        supervisor = server.visitor().signInAs("supervisor");
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    /** Returns the newest concern whose words contain a text, as somebody lists it; missing where they do not see it. */
    private static JsonNode listed(Visitor who, String words) {
        return ok(who.get("/api/v1/concerns"))
                .get("concerns")
                .valueStream()
                .filter(one -> one.get("concern").get("words").asString().contains(words))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String id(JsonNode view) {
        return view.get("concern").get("id").asString();
    }

    private static HttpResponse<String> step(Visitor who, String id, int after, String rest) {
        return who.post("/api/v1/concerns/" + id + "/steps", "{\"after\":" + after + "," + rest + "}");
    }

    @ParameterizedTest
    @EnumSource
    void thePagesAreWholeInEveryLanguageSayTheNumberFirstAndSetNoCookie(Language language) {
        Visitor visitor = server.visitor();
        for (String path : List.of("/concern", "/concern?area=1", "/concern/status")) {
            HttpResponse<String> page = visitor.get("/" + language.code() + path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(page.body())
                    .contains("<html lang=\"" + language.code() + "\"", "tel:112")
                    .doesNotContain("??", "th:", "style=", "{most}", "{rest}");
        }
        String form = visitor.get("/" + language.code() + "/concern").body();
        assertThat(form.indexOf("tel:112")).isPositive().isLessThan(form.indexOf("<form"));
        assertThat(form).contains("30", "180", "730");
        Resident other = new Resident(visitor, language.code());
        String words = "Lawaai \"'&<b> " + language;
        HttpResponse<String> check = other.check("category", "noise", "words", words, "address", PLACE);
        assertThat(check.body())
                .contains("enctype=\"multipart/form-data\"")
                .doesNotContain("??", "th:", "style=", "<b> ");
        String code = Resident.code(other.send(Resident.hidden(check), NO_PHOTO));
        assertThat(listed(officer, words).get("concern").get("language").asString())
                .isEqualTo(language.code());
        assertThat(other.status(code).body()).contains("id=\"status\"").doesNotContain("??", "th:", "Lawaai");
    }

    @Test
    void isFollowedFromItsReceiptToItsEndInTheLanguageOfTheReport() {
        String code = resident.files("Elke nacht muziek op het plein", PLACE, "", NO_PHOTO);
        assertThat(resident.status(code).body()).contains("ontvangen").doesNotContain("muziek", "51.405");

        JsonNode view = listed(officer, "Elke nacht muziek");
        assertThat(view.get("beat").get("id").asString()).isEqualTo("1");
        assertThat(view.get("concern").get("position").get("lon").asDouble()).isEqualTo(2.60533);
        assertThat(view.get("concern").get("hasContact").asBoolean()).isFalse();
        String id = id(view);
        JsonNode story = ok(officer.get("/api/v1/concerns/" + id));
        String template = story.get("templates").get(0).get("text").asString();
        assertThat(template).startsWith("Dank u");
        ok(step(officer, id, 0, "\"state\":\"looking\",\"told\":\"" + template + "\""));
        assertThat(resident.status(code).body()).contains("in behandeling", template);

        ok(step(officer, id, 1, "\"state\":\"passed-on\",\"agency\":\"municipality\",\"told\":\"De gemeente\""));
        assertThat(new Resident(server.visitor(), "ar")
                        .status(code.toUpperCase(java.util.Locale.ROOT))
                        .body())
                .contains("البلدية", "lang=\"nl\" dir=\"ltr\">De gemeente");
        ok(step(
                officer,
                id,
                2,
                "\"state\":\"closed\",\"reason\":\"known\",\"told\":\"Er is een afspraak\",\"note\":\"Geheim\""));
        assertThat(resident.status(code).body())
                .contains("afgesloten", "Al bekend", "Er is een afspraak")
                .doesNotContain("Geheim");
        String log = server.visitor()
                .signInAs("auditor")
                .get("/api/v1/audit?action=concern.stepped")
                .body();
        assertThat(log).contains(id, "passed-on → closed").doesNotContain("Er is een afspraak", "Geheim", "muziek");
    }

    @Test
    void nobodyLearnsOfItThroughAnyPublicWayLogOrMetric(CapturedOutput output) {
        String code = resident.files("Xylofoon in de nacht", PLACE, "0470 99 88 77", NO_PHOTO);
        List<Visitor> others = List.of(
                server.visitor(),
                server.visitor().signInAs("analyst"),
                server.visitor().signInAs("planner"),
                server.visitor().signInAs("auditor"));
        List<String> told = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.table()) {
            for (Visitor visitor : others) {
                if (endpoint.isRead() && (endpoint.isPublic() || visitor != others.get(0))) {
                    String path = endpoint.path()
                            .replaceAll("\\{language:[^}]*}", "nl")
                            .replaceAll("\\{force:[^}]*}", "copse")
                            .replaceAll("(?<=(beats|sectors|copse)/)\\{id}", "1")
                            .replaceAll("\\{n}", "0")
                            .replaceAll("\\{[^}]*}", Endpoint.NO_SUCH_ID);
                    String body = visitor.get(path).body();
                    if (body.contains("60533") || body.contains("Xylofoon") || body.contains("0470 99")) {
                        told.add(path);
                    }
                }
            }
        }
        assertThat(told).isEmpty();
        assertThat(output.getAll()).doesNotContain("60533", "Xylofoon", "0470 99", code);
        server.bean(MeterRegistry.class)
                .getMeters()
                .forEach(meter -> assertThat(meter.getId().toString()).doesNotContain("60533", code));
        assertThat(resident.status(code).body()).doesNotContain("60533", "Xylofoon", "0470");
        for (Visitor other : others) {
            assertThat(other.get("/api/v1/concerns").statusCode()).isIn(401, 403);
        }
    }

    @Test
    void anOfficerSeesTheOwnBeatAndItsContactTheSupervisorTheContactOnlyWhereNobodyIsThere() {
        resident.files("Motoren bij de kade", PLACE, "Jo, jo@example.org", NO_PHOTO);
        resident.files("Motoren bij de haven", "51.405, 2.615", "piet@example.org", NO_PHOTO);
        String mine = id(listed(officer, "Motoren bij de kade"));
        assertThat(listed(officer, "Motoren bij de haven").isMissingNode())
                .as("of a beat that is not theirs")
                .isTrue();
        String other = id(listed(supervisor, "Motoren bij de haven"));
        assertThat(officer.get("/api/v1/concerns/" + other).statusCode()).isEqualTo(404);
        assertThat(step(officer, other, 0, "\"state\":\"looking\"").statusCode())
                .isEqualTo(404);

        assertThat(ok(officer.get("/api/v1/concerns")).toString()).doesNotContain("jo@example.org");
        assertThat(ok(officer.get("/api/v1/concerns/" + mine + "/contact"))
                        .get("contact")
                        .asString())
                .isEqualTo("Jo, jo@example.org");
        assertThat(supervisor.get("/api/v1/concerns/" + mine + "/contact").statusCode())
                .isEqualTo(403);
        assertThat(ok(supervisor.get("/api/v1/concerns/" + mine))
                        .get("readsContact")
                        .asBoolean())
                .isFalse();
        assertThat(ok(supervisor.get("/api/v1/concerns/" + other + "/contact"))
                        .get("contact")
                        .asString())
                .isEqualTo("piet@example.org");
        assertThat(server.visitor()
                        .signInAs("auditor")
                        .get("/api/v1/audit?action=concern.contact-read")
                        .body())
                .contains(mine, other)
                .doesNotContain("example.org");

        ok(step(officer, mine, 0, "\"state\":\"received\",\"beat\":\"" + TwoAreas.ODD_ID + "\""));
        assertThat(listed(officer, "Motoren bij de kade").isMissingNode())
                .as("passed to another beat")
                .isTrue();
        assertThat(listed(supervisor, "Motoren bij de kade")
                        .get("beat")
                        .get("id")
                        .asString())
                .isEqualTo(TwoAreas.ODD_ID);
    }

    @Test
    void aStepThatCannotBeIsRefusedAndOfTwoTheSecondIsAskedAgain() {
        resident.files("Hondenpoep in het park", PLACE, "", NO_PHOTO);
        String id = id(listed(officer, "Hondenpoep"));
        assertThat(step(officer, id, 0, "\"state\":\"lost\",\"beat\":\"none\"").body())
                .contains("state", "beat");
        assertThat(step(officer, id, 0, "\"state\":\"closed\",\"told\":\"x\"").body())
                .contains("reason");
        assertThat(step(officer, id, 0, "\"state\":\"passed-on\",\"agency\":\"x\",\"told\":\"x\"")
                        .body())
                .contains("agency");
        assertThat(step(officer, id, 0, "\"state\":\"done\"").body()).contains("told");
        ok(step(officer, id, 0, "\"state\":\"looking\""));
        assertThat(step(officer, id, 0, "\"state\":\"looking\"").statusCode()).isEqualTo(409);
        assertThat(step(officer, id, 1, "\"state\":\"received\"").statusCode()).isEqualTo(400);
        assertThat(ok(officer.get("/api/v1/concerns?state=looking&beat=1")).toString())
                .contains(id);
        assertThat(ok(officer.get("/api/v1/concerns?state=done,closed")).toString())
                .doesNotContain(id);
        assertThat(officer.get("/api/v1/concerns?state=lost").statusCode()).isEqualTo(400);
    }

    @Test
    void wordsOfDangerShowTheNumberAgainAndRefuseNothing() {
        HttpResponse<String> check = new Resident(server.visitor(), "en")
                .check("category", "other", "words", "Il a un couteau, devant l'école", "address", PLACE);
        assertThat(check.body()).contains("What you wrote may mean danger", "role=\"alert\"");
        String receipt = new Resident(server.visitor(), "en")
                .send(Resident.hidden(check), NO_PHOTO)
                .body();
        assertThat(receipt).contains("What you wrote may mean danger", "class=\"code\"");
        assertThat(listed(officer, "couteau").get("alarm").asBoolean()).isTrue();
    }

    @Test
    void theFormSaysAllThatIsWrongAndKeepsWhatWasWritten() {
        HttpResponse<String> page = resident.check("category", "x", "words", "Te <kort>", "address", "");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Kies waar het over gaat", "Schrijf iets meer", "Zeg waar het is", "Te &lt;kort&gt;");
        assertThat(resident.check("category", "noise", "words", "y".repeat(1501), "address", "Nergensstraat 1")
                        .body())
                .contains("1.501", "1.500", "Dat adres is hier niet bekend");
        assertThat(resident.check("category", "noise", "words", "Lang genoeg zo", "address", "52.0, 4.0")
                        .body())
                .contains("buiten het gebied");
        HttpResponse<String> area = resident.check(
                "category",
                "noise",
                "words",
                "Lang genoeg zo",
                "address",
                "bij de oude brug",
                "area",
                TwoAreas.ODD_PATH);
        assertThat(area.body()).contains("bij de oude brug", "name=\"code\"");
        HttpResponse<String> pin =
                resident.check("category", "noise", "words", "Lang genoeg zo", "lon", "2.605", "lat", "51.405");
        assertThat(pin.body()).contains("51.40500, 2.60500", "name=\"code\"");
        assertThat(resident.check("category", "noise", "words", "Lang genoeg zo", "lon", "NaN", "lat", "1e999")
                        .statusCode())
                .isEqualTo(400);
        assertThat(resident.check("category", "noise", "words", "Terug ermee", "edit", "1")
                        .body())
                .contains("Terug ermee", "name=\"category\"")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void hostileTextIsTextAndNothingElse() {
        String words = "<script>alert(1)</script>\u202Eevil\u0000\u0007 \u2066' OR 1=1 --";
        String code = resident.files(words, PLACE, "<img src=x>\u202E\n\nx", NO_PHOTO);
        JsonNode view = listed(officer, "<script>alert(1)</script>evil ' OR");
        assertThat(view).isNotNull();
        assertThat(ok(officer.get("/api/v1/concerns/" + id(view) + "/contact"))
                        .get("contact")
                        .asString())
                .isEqualTo("<img src=x> x");
        assertThat(resident.status(code).body()).contains("id=\"status\"");
        assertThat(resident.check("category", "noise", "words", "z".repeat(2_000_000), "address", PLACE)
                        .statusCode())
                .isEqualTo(413);
        Map<String, String> fields =
                Resident.hidden(resident.check("category", "noise", "words", "Twee keer gestuurd", "address", PLACE));
        String first = Resident.code(resident.send(fields, NO_PHOTO));
        assertThat(Resident.code(resident.send(fields, NO_PHOTO))).isEqualTo(first);
        assertThat(ok(officer.get("/api/v1/concerns")).toString().split("Twee keer gestuurd", -1))
                .hasSize(2);
        fields.put("code", "guessed");
        assertThat(resident.send(fields, NO_PHOTO).body()).doesNotContain("guessed", "class=\"code\"");
        HttpResponse<String> elsewhere = resident.send(fields, NO_PHOTO, "Sec-Fetch-Site", "cross-site");
        assertThat(elsewhere.statusCode()).isEqualTo(403);
    }

    @Test
    void aPhotoLosesItsMetadataAndWhatIsNoneIsRefusedWithoutLosingTheRest() {
        byte[] photo = PhotosIT.withExif(PhotosIT.jpeg(120, 80), "GPS 51.40517 2.60533");
        resident.files("Kapotte lamp in de tunnel", PLACE, "", photo);
        JsonNode view = listed(officer, "Kapotte lamp");
        assertThat(view.get("concern").get("hasPhoto").asBoolean()).isTrue();
        HttpResponse<String> shown = officer.get("/api/v1/concerns/" + id(view) + "/photo");
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(shown.body()).doesNotContain("Exif", "GPS");

        Map<String, String> fields =
                Resident.hidden(resident.check("category", "noise", "words", "Met een slechte foto", "address", PLACE));
        byte[] noise = new byte[10_000_000];
        new Random(1).nextBytes(noise);
        for (byte[] bad : List.of(
                "<html>".getBytes(StandardCharsets.UTF_8),
                PhotosIT.claiming(PhotosIT.jpeg(64, 64), 60_000, 60_000),
                noise)) {
            HttpResponse<String> refused = resident.send(fields, bad);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("De foto is niet aangenomen", "Met een slechte foto");
        }
        assertThat(server.raw("POST /nl/concern/send HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 99000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(listed(officer, "Met een slechte foto").isMissingNode()).isTrue();
    }

    @Test
    void floodsEndInALimitThatSaysHowManyAndWhenAgain() {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        ConcernRepository rows = server.bean(ConcernRepository.class);
        int already = rows.countSince(Instant.now().minus(Duration.ofHours(24)));
        Instant old = Instant.now().minus(Duration.ofHours(20));
        NewConcern flood = new NewConcern(
                Language.NL, Category.NOISE, "Vloed", "flood", new Concern.Position(2.605, 51.405), "1", null);
        for (int i = already; i < 1000; i++) {
            rows.insert(java.util.UUID.randomUUID(), "f" + i, flood, old);
        }
        Map<String, String> fields =
                Resident.hidden(resident.check("category", "noise", "words", "De druppel te veel", "address", PLACE));
        HttpResponse<String> full = resident.send(fields, NO_PHOTO);
        jdbc.sql("DELETE FROM concern WHERE place = 'flood'").update();
        assertThat(full.statusCode()).isEqualTo(429);
        assertThat(full.body()).contains("hoogstens 1.000 meldingen in 24 uur", "Vanaf", "De druppel te veel");
        assertThat(resident.send(fields, NO_PHOTO).statusCode()).isEqualTo(200);
    }

    @Test
    void oneNetworkSendsAndGuessesSoManyAndIsToldHowManyAndWhenAgain() {
        ConcernPageController page = new ConcernPageController(
                concernsAfter(Duration.ZERO),
                server.bean(ConcernCheck.class),
                settings(1, 2),
                server.bean(Assignments.class),
                server.bean(PublicPages.class));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            String code = ReceiptCode.fresh().text();
            String other = ReceiptCode.fresh().text();
            assertThat(page.send("en", filled(code), null, request, new MockHttpServletResponse())
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
            assertThat(page.send("en", filled(code), null, request, new MockHttpServletResponse())
                            .getStatusCode()
                            .value())
                    .as("the same once more is none more")
                    .isEqualTo(200);
            MockHttpServletResponse answer = new MockHttpServletResponse();
            ResponseEntity<byte[]> refused = page.send("en", filled(other), null, request, answer);
            assertThat(refused.getStatusCode().value()).isEqualTo(429);
            assertThat(text(refused)).contains("At most 1 concerns an hour", "Try again in 60 min.", "Too many motors");
            assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");

            for (int i = 0; i < 2; i++) {
                assertThat(text(page.status("en", other, request, new MockHttpServletResponse())))
                        .contains("No concern has this code");
            }
            ResponseEntity<byte[]> third = page.status("en", code, request, new MockHttpServletResponse());
            assertThat(third.getStatusCode().value()).isEqualTo(429);
            assertThat(text(third)).contains("At most 2 codes").doesNotContain("id=\"status\"");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static String text(ResponseEntity<byte[]> page) {
        return new String(java.util.Objects.requireNonNull(page.getBody()), StandardCharsets.UTF_8);
    }

    private static ConcernForm filled(String code) {
        return new ConcernForm("noise", PLACE, "", "", "", "", "", "Too many motors", "", code, null);
    }

    private static ConcernSettings settings(int perHour, int guesses) {
        return new ConcernSettings(
                perHour,
                1000,
                guesses,
                DataSize.ofMegabytes(6),
                16_000_000,
                Duration.ofDays(30),
                Duration.ofDays(180),
                Duration.ofDays(730));
    }

    @Test
    void everythingGoesWhenThePageSaysSo() {
        String code = resident.files("Vergeet mij later", PLACE, "later@example.org", PhotosIT.jpeg(40, 40));
        String open = resident.files("Nooit behandeld", PLACE, "nooit@example.org", NO_PHOTO);
        String id = id(listed(officer, "Vergeet mij later"));
        ok(step(officer, id, 0, "\"state\":\"done\",\"told\":\"Klaar\""));

        concernsAfter(Duration.ofDays(29)).deleteOld();
        assertThat(listed(officer, "Vergeet mij later")
                        .get("concern")
                        .get("hasContact")
                        .asBoolean())
                .isTrue();
        concernsAfter(Duration.ofDays(31)).deleteOld();
        JsonNode after = listed(officer, "Vergeet mij later").get("concern");
        assertThat(after.get("hasContact").asBoolean()).isFalse();
        assertThat(after.get("hasPhoto").asBoolean()).isFalse();
        assertThat(officer.get("/api/v1/concerns/" + id + "/contact").statusCode())
                .isEqualTo(404);
        assertThat(resident.status(code).body()).contains("Klaar");
        concernsAfter(Duration.ofDays(181)).deleteOld();
        assertThat(listed(officer, "Vergeet mij later").isMissingNode()).isTrue();
        assertThat(resident.status(code).body()).contains("Geen melding heeft deze code");
        assertThat(resident.status(open).body()).contains("id=\"status\"");
        concernsAfter(Duration.ofDays(731)).deleteOld();
        assertThat(resident.status(open).body()).contains("Geen melding heeft deze code");
        assertThat(server.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM concern_step")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The service as it will be after some time. */
    private Concerns concernsAfter(Duration time) {
        return new Concerns(
                server.bean(ConcernRepository.class),
                settings(10, 30),
                server.bean(TransactionTemplate.class),
                server.bean(AuditLog.class),
                Clock.offset(Clock.systemUTC(), time));
    }
}
