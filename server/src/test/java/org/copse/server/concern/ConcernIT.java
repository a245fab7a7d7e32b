package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.concern.ConcernDesk.id;
import static org.copse.server.concern.ConcernDesk.listed;
import static org.copse.server.concern.ConcernDesk.ok;
import static org.copse.server.concern.ConcernDesk.step;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.copse.server.security.Endpoint;
import org.copse.server.walk.PhotosIT;
import org.copse.server.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

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
        server = database.shared(RunningServer.class, () -> ConcernDesk.start(database));
        resident = new Resident(server.visitor(), "nl");
        officer = server.visitor().signInAs("officer");
        supervisor = server.visitor().signInAs("supervisor");
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
        assertThat(listed(officer, "Met een slechte foto").isMissingNode()).isTrue();
    }
}
