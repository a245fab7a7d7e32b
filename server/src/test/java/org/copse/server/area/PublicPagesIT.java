package org.copse.server.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What residents read without a script, in every language. */
@OnBothDatabases
class PublicPagesIT {
    private final RunningServer server;
    private final Visitor resident;

    PublicPagesIT(TestDatabase database) throws Exception {
        server = database.shared(RunningServer.class, () -> {
            try {
                return TwoAreas.start(database, "copse.embed.ancestors=https://city.example");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        resident = server.visitor();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsWholeInEveryLanguageAndSetsNoCookie(Language language) {
        for (String path : new String[] {
            "", "/areas", "/beats/1", "/beats/" + TwoAreas.ODD_PATH, "/sectors/S", "/privacy", "/recorded"
        }) {
            String address = "/" + language.code() + path;
            HttpResponse<String> page = resident.get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(200);
            assertThat(page.headers().firstValue("Set-Cookie")).as(address).isEmpty();
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(page.body())
                    .as(address)
                    .contains("<html lang=\"" + language.code() + "\" dir=\""
                            + (language.isRightToLeft() ? "rtl" : "ltr"))
                    .contains("hreflang=\"ar\" href=\"http://")
                    .contains("href=\"/nl" + path + "\"")
                    .doesNotContain("??")
                    .doesNotContain("th:")
                    .doesNotContain("<script>window")
                    .doesNotContain("style=");
            HttpResponse<String> again = resident.get(
                    address, "If-None-Match", page.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).as(address).isEqualTo(304);
        }
    }

    @Test
    void theFirstPageIsInTheLanguageThatTheBrowserAsksFor() {
        HttpResponse<String> answer = resident.get("/", "Accept-Language", "pt, nl-BE;q=0.8, en;q=0.5");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/nl");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Language");
        assertThat(resident.get("/", "Accept-Language", "ja").headers().firstValue("Location"))
                .hasValue("/en");
    }

    @Test
    void aLanguageThatThereIsNotIsNotFound() {
        assertThat(resident.get("/xx").statusCode()).isEqualTo(404);
        assertThat(resident.get("/xx/areas").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageOfABeatSaysWhoAndWhenInTheReadersLanguage() {
        assertThat(resident.get("/nl/beats/1").body())
                .contains(
                        "Wijk 1",
                        "Sam",
                        "ma–do 08:00–16:00",
                        "Nederlands, Arabisch",
                        "tel:+3225550102",
                        "&lt;b&gt;Hello")
                .contains("Inwoners: 100")
                .doesNotContain("Beat ");
        assertThat(resident.get("/ar/beats/1").body()).contains("العربية", "الاثنين");
        assertThat(resident.get("/en/beats/" + TwoAreas.ODD_PATH).body())
                .contains("&lt;script&gt;", "Team of sector Harbour", "tel:+3225550199");
        assertThat(resident.get("/en/beats/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theFormAnswersAPositionWithoutScriptTokenOrCookie() {
        HttpResponse<String> answer = TwoAreas.send(resident, "/en", "address", "51.405, 2.605");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains(
                        "Your officer is Sam, beat 1.",
                        "href=\"/en/beats/1\"",
                        "Mon–Thu 08:00–16:00",
                        "value=\"51.405, 2.605\"");
    }

    @Test
    void theFormSaysWhatIsWrongInTheReadersLanguage() {
        assertThat(TwoAreas.send(resident, "/de", "address", " ").body())
                .contains("role=\"alert\"", "aria-invalid=\"true\"");
        assertThat(TwoAreas.send(resident, "/en", "address", "51.6, 2.5").body())
                .contains("This place is outside the district. The nearest beat is 1,");
        assertThat(TwoAreas.send(resident, "/en", "address", "2.605, 51.405").body())
                .contains("name=\"turned\"", "value=\"51.405, 2.605\"")
                .doesNotContain("<article");
        assertThat(TwoAreas.send(resident, "/en", "address", "x", "turned", "51.405, 2.605")
                        .body())
                .contains("Your officer is Sam");
        assertThat(TwoAreas.send(resident, "/en", "id", "no-such-id").body()).contains("No such address is known");
    }

    @Test
    void aPositionThatIsNoneIsRefusedWithoutRepeatingIt() {
        HttpResponse<String> refused = TwoAreas.send(resident, "/en", "lon", "9999.25", "lat", "1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("9999");
    }

    @Test
    void onABorderBothAreNamedAndPlacesToMeetOnce() {
        String answer = TwoAreas.send(resident, "/en", "lon", "2.61001", "lat", "51.405")
                .body();
        assertThat(answer).contains("on the border of two beats").containsPattern("(?s)<article.*<article");
    }

    @Test
    void theBoundaryIsDownloadedWithItsPlanAndDate() {
        HttpResponse<String> beat = resident.get("/api/v1/areas/beats/" + TwoAreas.ODD_PATH);
        assertThat(beat.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        assertThat(beat.headers().firstValue("RateLimit-Limit")).isPresent();
        String known = beat.headers().firstValue("ETag").orElseThrow();
        assertThat(resident.get("/api/v1/areas/sectors/S", "If-None-Match", known)
                        .statusCode())
                .isEqualTo(304);
        JsonNode area = Visitor.json(beat).get("features").get(0);
        assertThat(area.get("properties").get("id").asString()).isEqualTo(TwoAreas.ODD_ID);
        assertThat(area.get("properties").get("plan").asString()).isEqualTo("Plan <1>");
        assertThat(area.get("properties").has("validFrom")).isTrue();
        JsonNode sector = Visitor.json(resident.get("/api/v1/areas/sectors/S"))
                .get("features")
                .get(0);
        assertThat(sector.get("geometry").get("type").asString()).isEqualTo("Polygon");
    }

    @Test
    void onlyTheFinderForFramesMayStandInOneAndOnlyWhereTheOperatorSaysSo() {
        for (HttpResponse<String> framed : java.util.List.of(
                resident.get("/en/embed"), TwoAreas.send(resident, "/en/embed", "address", "51.405, 2.605"))) {
            assertThat(framed.statusCode()).isEqualTo(200);
            assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("frame-ancestors https://city.example")
                    .doesNotContain("frame-ancestors 'none'");
            assertThat(framed.headers().firstValue("X-Frame-Options")).isEmpty();
            assertThat(framed.headers().firstValue("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> page = resident.get("/en");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void sheetsArePdf() {
        for (String sheet : new String[] {"sheet", "hallway", "card"}) {
            HttpResponse<String> pdf = resident.get("/ar/beats/" + TwoAreas.ODD_PATH + "/" + sheet + ".pdf");
            assertThat(pdf.statusCode()).isEqualTo(200);
            assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
            assertThat(pdf.body()).startsWith("%PDF");
            assertThat(pdf.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(resident.get("/en/beats/none/sheet.pdf").statusCode()).isEqualTo(404);
    }
}
