package org.copse.server.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.server.concern.ConcernDesk.id;
import static org.copse.server.concern.ConcernDesk.listed;
import static org.copse.server.concern.ConcernDesk.ok;
import static org.copse.server.concern.ConcernDesk.step;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditLog;
import org.copse.server.publicpage.PublicPages;
import org.copse.server.walk.PhotosIT;
import org.copse.server.words.Language;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

/** What bounds concerns, in number and in time. */
@OnBothDatabases
class ConcernLimitsIT {

    private static final String PLACE = "51.40517, 2.60533";
    private static final byte[] NO_PHOTO = {};

    private final RunningServer server;
    private final Resident resident;
    private final Visitor officer;

    ConcernLimitsIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> ConcernDesk.start(database));
        resident = new Resident(server.visitor(), "nl");
        officer = server.visitor().signInAs("officer");
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
