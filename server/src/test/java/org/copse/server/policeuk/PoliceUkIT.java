package org.copse.server.policeuk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.area.TwoAreas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A program that knows police.uk asks. */
@OnBothDatabases
class PoliceUkIT {
    private final Visitor program;

    PoliceUkIT(TestDatabase database) {
        program = database.shared(RunningServer.class, () -> {
                    try {
                        return TwoAreas.start(
                                database, "copse.police-uk.force=wervelmonde", "copse.police-uk.per-minute=100");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .visitor();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = program.get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return Visitor.json(answer);
    }

    @Test
    void locatesTheBeatOfAPosition() {
        JsonNode located = get("/api/locate-neighbourhood?q=51.405,2.605");
        assertThat(located.get("force").asString()).isEqualTo("wervelmonde");
        assertThat(located.get("neighbourhood").asString()).isEqualTo("1");
        assertThat(get("/api/locate-neighbourhood?q=51.405%2C%202.615")
                        .get("neighbourhood")
                        .asString())
                .isEqualTo(TwoAreas.ODD_PATH);
    }

    @Test
    void refusesWhatIsNoPositionAndRepeatsNone() {
        assertThat(program.get("/api/locate-neighbourhood").statusCode()).isEqualTo(400);
        for (String wrong :
                new String[] {"51.4", "91.123,2", "51.4,1e3", "51.4,NaN", "51.4;2.7", "51,4,2,7", "51.4,181"}) {
            HttpResponse<String> refused = program.get("/api/locate-neighbourhood?q=" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).as(wrong).doesNotContain("91.123").doesNotContain("1e3");
        }
        HttpResponse<String> outside = program.get("/api/locate-neighbourhood?q=48.123456,2.3");
        assertThat(outside.statusCode()).isEqualTo(404);
        assertThat(outside.body()).doesNotContain("48.123456");
    }

    @Test
    void aNeighbourhoodHasItsContactsAndNumbersAreNumbers() {
        JsonNode all = get("/api/wervelmonde/neighbourhoods");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.get(1).get("name").asString()).isEqualTo(TwoAreas.ODD_NAME);
        JsonNode beat = get("/api/wervelmonde/1");
        assertThat(beat.get("contact_details").get("telephone").asString()).isEqualTo("+32 2 555 01 02");
        assertThat(beat.get("centre").get("latitude").isNumber()).isTrue();
        assertThat(beat.get("population").asInt()).isEqualTo(100);
        assertThat(beat.get("url_force").asString()).endsWith("/en/beats/1");
        JsonNode odd = get("/api/wervelmonde/" + TwoAreas.ODD_PATH);
        assertThat(odd.get("contact_details").get("telephone").asString()).isEqualTo("+32 2 555 01 99");
    }

    @Test
    void peopleAreWhoAnswersTodayInPlainText() {
        JsonNode people = get("/api/wervelmonde/1/people");
        assertThat(people.size()).isEqualTo(1);
        assertThat(people.get(0).get("name").asString()).isEqualTo("Sam");
        assertThat(people.get(0).get("bio").asString()).isEqualTo("<b>Hello</b>");
        assertThat(get("/api/wervelmonde/" + TwoAreas.ODD_PATH + "/people").size())
                .isZero();
    }

    @Test
    void theBoundaryIsAMultiPolygon() {
        JsonNode boundary = get("/api/wervelmonde/1/boundary");
        assertThat(boundary.get("type").asString()).isEqualTo("MultiPolygon");
        JsonNode corner = boundary.get("coordinates").get(0).get(0).get(0);
        assertThat(corner.get(0).asDouble()).isBetween(2.60, 2.61);
        assertThat(corner.get(1).asDouble()).isBetween(51.40, 51.41);
        HttpResponse<String> first = program.get("/api/wervelmonde/1/boundary");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(program.get("/api/wervelmonde/1/boundary", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void anotherForceAndAnotherBeatAreNotFoundAndOurOwnInterfaceIsUntouched() {
        assertThat(program.get("/api/metropolitan/neighbourhoods").statusCode()).isEqualTo(404);
        assertThat(program.get("/api/wervelmonde/none").statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/lookup").statusCode()).isEqualTo(405);
        assertThat(program.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheLimitAndWhatIsLeftAndMayBeAskedFromAnyPage() {
        HttpResponse<String> answer =
                program.get("/api/wervelmonde/neighbourhoods", "Origin", "https://elsewhere.example");
        assertThat(answer.headers().firstValue("RateLimit-Limit")).hasValue("100");
        assertThat(answer.headers().firstValueAsLong("RateLimit-Remaining").orElseThrow())
                .isBetween(0L, 99L);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        HttpResponse<String> preflight = program.exchange(
                "OPTIONS",
                "/api/v1/lookup",
                BodyPublishers.noBody(),
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(program.get("/api/v1/session", "Origin", "https://elsewhere.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }
}
