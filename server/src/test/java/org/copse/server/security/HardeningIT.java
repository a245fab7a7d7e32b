package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.NewAccount;
import org.copse.server.permission.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** What attackers try at any web application, tried at every endpoint of the table: a new one is tried by being in it. */
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class HardeningIT {
    private static final List<String> NEEDS_A_PARAMETER =
            List.of("/draft/boundary", "/draft/options", "/plan/revisions/{revision}");

    private static final String UNSAFE = "unsafe-";

    private final RunningServer server;
    private final Map<Role, Visitor> accounts = new EnumMap<>(Role.class);

    HardeningIT(TestDatabase database) {
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
    }

    /** Somebody who may call the endpoint. */
    private Visitor allowed(Endpoint endpoint) {
        Role role = endpoint.isPublic()
                ? Role.PLANNER
                : Role.valueOf(endpoint.roles().iterator().next());
        return accounts.computeIfAbsent(
                role, r -> server.visitor().signInAs(r.name().toLowerCase(Locale.ROOT)));
    }

    private static List<Endpoint> changes() {
        // A look-up and a search are POSTs so that no position is in a URL, a shared comparison so that no secret is;
        // they change nothing.
        Set<String> questions = Set.of("/api/v1/lookup", "/api/v1/addresses/search", "/api/v1/shared-comparisons");
        return Endpoint.table().stream()
                .filter(endpoint -> !endpoint.isRead() && !questions.contains(endpoint.path()))
                .toList();
    }

    @Test
    void takesNoChangeWithoutTheCsrfToken() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : changes()) {
            Visitor visitor = allowed(endpoint);
            for (String[] headers : new String[][] {
                {"Content-Type", "application/json"},
                {"Content-Type", "application/json", "X-CSRF-TOKEN", "guessed"},
                {"Content-Type", "application/x-www-form-urlencoded"},
                {"Content-Type", "text/plain"},
                {"Content-Type", "multipart/form-data; boundary=x"}
            }) {
                HttpResponse<String> answer = visitor.exchange(
                        endpoint.method(), endpoint.concretePath(), BodyPublishers.ofString("{}"), headers);
                // A form with files is turned away from an address that takes none before anything else is looked at.
                boolean refused = answer.statusCode() == 403 && answer.body().contains("CSRF");
                if (!refused && answer.statusCode() != 415) {
                    wrong.add(endpoint + " took " + String.join(" ", headers) + ": " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(changes()).hasSizeGreaterThan(5);
    }

    /** Another session's token is no token either. */
    @Test
    void takesNoTokenOfAnotherSession() {
        Visitor other = server.visitor();
        Visitor planner = server.visitor().signInAs("planner");
        planner.get("/api/v1/session");
        HttpResponse<String> answer = planner.exchange(
                "POST",
                "/api/v1/scenarios",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json",
                "X-CSRF-TOKEN",
                other.csrf());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void tellsNothingOfAnIdThatThereIsNot() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.table()) {
            if (!endpoint.hasId() || endpoint.path().equals("/problems/{slug}")) {
                continue;
            }
            for (String id : List.of(UUID.randomUUID().toString(), Endpoint.NO_SUCH_ID)) {
                int status = ask(allowed(endpoint), endpoint, endpoint.pathWith(id));
                if (status != 404 && !saysFirstWhatIsMissing(endpoint, status)) {
                    wrong.add(endpoint + " answered " + status + " for an id that there is not");
                }
            }
            for (String id : List.of("1", "..%2f..", "%27%20OR%201=1--", "a".repeat(4000))) {
                int status = ask(allowed(endpoint), endpoint, endpoint.pathWith(id));
                if (status != 400 && status != 404 && !saysFirstWhatIsMissing(endpoint, status)) {
                    wrong.add(endpoint + " answered " + status + " for an id of no form");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A request that lacks a body of its form, a condition or a parameter is told so first, whatever the id. */
    private static boolean saysFirstWhatIsMissing(Endpoint endpoint, int status) {
        return endpoint.isRead()
                ? status == 400 && NEEDS_A_PARAMETER.stream().anyMatch(endpoint.path()::endsWith)
                : status == 400 || status == 415 || status == 428;
    }

    private static int ask(Visitor visitor, Endpoint endpoint, String path) {
        return endpoint.isRead()
                ? visitor.get(path).statusCode()
                : visitor.send(endpoint.method(), path, "{}").statusCode();
    }

    /** Who may not call an endpoint cannot tell by it which ids there are. */
    @Test
    void answersTheSameForAnyIdToWhoMayNotAsk() {
        String layer = layer("units");
        Visitor officer = server.visitor().signInAs("officer");
        for (Endpoint endpoint : Endpoint.table()) {
            if (endpoint.path().startsWith("/api/v1/layers/{id}")) {
                String there = body(officer, endpoint, endpoint.pathWith(layer));
                assertThat(body(officer, endpoint, endpoint.concretePath()))
                        .as("%s", endpoint)
                        .isEqualTo(there);
            }
        }
    }

    private static String body(Visitor visitor, Endpoint endpoint, String path) {
        HttpResponse<String> answer =
                endpoint.isRead() ? visitor.get(path) : visitor.send(endpoint.method(), path, "{}");
        return answer.statusCode() + answer.body();
    }

    private String layer(String name) {
        HttpResponse<String> answer = TownFiles.upload(
                accounts.computeIfAbsent(Role.PLANNER, r -> server.visitor().signInAs("planner")),
                "units.geojson",
                TownFiles.units(),
                Map.of("kind", "UNITS", "name", name));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.json(answer).get("layer").get("id").asString();
    }

    @Test
    void showsNobodyElsesUpload() {
        PasswordEncoder passwords = server.bean(PasswordEncoder.class);
        server.bean(AccountRepository.class)
                .add(
                        new NewAccount("second", "correct horse battery", EnumSet.of(Role.PLANNER)),
                        passwords.encode("correct horse battery"));
        Visitor second = server.visitor();
        second.signIn("second", "correct horse battery");
        HttpResponse<String> mine = second.exchange(
                "POST",
                "/api/v1/uploads",
                BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"u.geojson\"\r\n\r\n"
                                + TownFiles.units() + "\r\n--x--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=x",
                "X-CSRF-TOKEN",
                second.csrf());
        assertThat(mine.statusCode()).as(mine.body()).isEqualTo(201);
        String id = Visitor.json(mine).get("id").asString();
        assertThat(second.get("/api/v1/uploads/" + id).statusCode()).isEqualTo(200);

        Visitor planner = server.visitor().signInAs("planner");
        assertThat(planner.get("/api/v1/uploads").body()).doesNotContain(id);
        for (Endpoint endpoint : Endpoint.table()) {
            if (endpoint.path().startsWith("/api/v1/uploads/{id}")) {
                String there = body(planner, endpoint, endpoint.pathWith(id)).replace(id, "?");
                String absent = body(planner, endpoint, endpoint.concretePath()).replace(Endpoint.NO_SUCH_ID, "?");
                assertThat(there).as("%s", endpoint).startsWith("404").isEqualTo(absent);
            }
        }
        assertThat(second.get("/api/v1/uploads/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesFieldsThatARequestDoesNotHave() {
        JsonNode paths = Visitor.json(server.visitor().get("/api/v1/openapi")).get("paths");
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : Endpoint.table()) {
            JsonNode body = paths.path(endpoint.path())
                    .path(endpoint.method().toLowerCase(Locale.ROOT))
                    .path("requestBody")
                    .path("content");
            if (body.has("application/json")) {
                tried++;
                HttpResponse<String> answer = allowed(endpoint)
                        .send(endpoint.method(), endpoint.concretePath(), "{\"createdBy\":\"me\",\"isAdmin\":true}");
                if (answer.statusCode() != 400 || !answer.body().contains("createdBy")) {
                    wrong.add(endpoint + " answered " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(3);
    }

    @Test
    void sendsItsHeadersWithEveryAnswer() {
        for (Endpoint endpoint : Endpoint.table()) {
            if (!endpoint.isRead()) {
                continue;
            }
            HttpResponse<String> answer = allowed(endpoint).get(endpoint.concretePath());
            String policy = answer.headers()
                    .firstValue("Content-Security-Policy")
                    .orElseThrow(() -> new AssertionError(endpoint + " has no policy"));
            assertThat(policy)
                    .as("%s", endpoint)
                    .doesNotContain(UNSAFE)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
            assertThat(policy.replaceAll("img-src[^;]*", ""))
                    .doesNotContain("data:")
                    .doesNotContain("*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as("%s", endpoint)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .hasValue("same-origin");
        }
    }

    @Test
    void writesNoLineOfAnothersIntoTheLog(CapturedOutput output) {
        String forged = "2031-01-01 00:00:00 INFO forged line";
        Visitor eve = server.visitor();
        eve.signIn("eve\r\n" + forged, "wrong wrong wrong");
        eve.get("/api/v1/layers?bbox=%0d%0a" + forged.replace(" ", "%20"));
        Visitor planner = server.visitor().signInAs("planner");
        TownFiles.upload(planner, "x%0d%0a" + forged + ".geojson", "{", Map.of("kind", "UNITS", "name", forged));
        planner.post("/api/v1/scenarios", "{\"name\":\"a\\r\\n" + forged + "\"}");
        assertThat(output.getAll()).doesNotContain("forged line");
    }

    @Test
    void letsNoNameIntoAHeader() {
        Visitor planner = server.visitor().signInAs("planner");
        HttpResponse<String> answer = TownFiles.upload(
                planner,
                "u%0d%0aSet-Cookie: a=b.geojson",
                TownFiles.units(),
                Map.of("kind", "UNITS", "name", "n\r\nSet-Cookie: a=b", "source", "s\r\nX: y"));
        assertThat(answer.headers().map().toString()).doesNotContain("a=b");
        for (Endpoint endpoint : Endpoint.table()) {
            if (endpoint.isRead() && !endpoint.hasId()) {
                HttpResponse<String> read = allowed(endpoint)
                        .get(endpoint.path() + "?format=csv%0d%0aSet-Cookie:%20a=b&favour=%0d%0aX:%20y");
                assertThat(read.headers().map().toString())
                        .as("%s", endpoint)
                        .doesNotContain("a=b")
                        .doesNotContain("x=[y]");
            }
        }
    }
}
