package org.copse.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.copse.server.RunningServer;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every way to fail, over a real port. */
class ProblemIT {
    private static final Pattern LEAK = Pattern.compile(
            "Exception|\\bat [a-z.]+\\(|org\\.|java\\.|jakarta\\.|SELECT|INSERT|secret|Tomcat|/var/lib",
            Pattern.CASE_INSENSITIVE);

    private final RunningServer server = RunningServer.demo();
    private final Visitor visitor = server.visitor();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/layers, 401, unauthenticated",
        "/test/undecided, 401, unauthenticated",
        "/api/v1/nothing, 404, not-found",
        "/nothing, 404, not-found",
        "/assets/nothing.js, 404, not-found",
        "/problems/nothing, 404, not-found",
        "/actuator/env, 401, unauthenticated",
        "/test/conflict, 409, conflict",
        "/test/duplicate, 409, conflict",
        "/test/id/7?bbox=1, 400, bad-request",
        "/test/id/6d3c2c1e-9f3b-4f55-8c3b-3a8f0c2f6f10, 400, bad-request",
        "/test/unexpected, 500, internal",
        "/test/sql, 500, internal",
        "/test/stack, 500, internal",
        "/test/filter/throws, 500, internal",
        "/test/filter/sends, 500, internal",
    })
    void answersWithTheCataloguesProblem(String path, int status, String slug) {
        assertProblem(visitor.get(path), status, slug);
    }

    @Test
    void forbidsWhatTheRoleMayNot() {
        assertProblem(server.visitor().signInAs("officer").get("/test/planner"), 403, "forbidden");
    }

    @Test
    void refusesAnEndpointThatDoesNotSayWhomItIsFor() {
        assertProblem(server.visitor().signInAs("admin").get("/test/undecided"), 403, "forbidden");
    }

    @Test
    void forbidsAChangeWithoutItsToken() {
        Visitor planner = server.visitor().signInAs("planner");
        HttpResponse<String> answer = planner.exchange(
                "POST", "/test/team", BodyPublishers.ofString("{}"), "Content-Type", "application/json");
        assertProblem(answer, 403, "forbidden");
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        HttpResponse<String> answer = visitor.post("/test/conflict", "{}");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void saysWhenThereIsNoSuchRepresentation() {
        assertProblem(visitor.get("/test/json", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void saysWhenTheMediaTypeIsNotSupported() {
        HttpResponse<String> answer = visitor.exchange(
                "POST",
                "/test/team",
                BodyPublishers.ofString("a=b"),
                "Content-Type",
                "text/plain",
                "X-CSRF-TOKEN",
                visitor.csrf());
        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String name = "x".repeat(1 << 20);
        assertProblem(visitor.post("/test/team", "{\"name\":\"" + name + "\"}"), 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /login, multipart/form-data",
        "POST, /test/team, Multipart/Form-Data",
        "PUT, /api/v1/layers, multipart/form-data"
    })
    void takesFormsWithPartsOnlyWhereFilesAreUploaded(String method, String path, String type) {
        assertProblem(parts(method, path, type, "X-CSRF-TOKEN", visitor.csrf()), 415, "unsupported-media-type");
    }

    @Test
    void looksAtNoPartOfAnUploadBeforeItKnowsWhoSendsIt() {
        String type = "multipart/form-data";
        assertProblem(parts("POST", "/api/v1/layers", type), 403, "forbidden");
        assertProblem(parts("POST", "/api/v1/layers", type, "X-CSRF-TOKEN", visitor.csrf()), 401, "unauthenticated");
    }

    /** Sends a form that is broken off, so that whoever reads it fails. */
    private HttpResponse<String> parts(String method, String path, String type, String... headers) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + visitor.csrf();
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type + "; boundary=b";
        return visitor.exchange(method, path, BodyPublishers.ofString(body), all);
    }

    @Test
    void refusesABodyOfUndeclaredLengthThatIsTooLarge() {
        byte[] body = ("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = visitor.exchange(
                "POST",
                "/test/team",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "application/json",
                "X-CSRF-TOKEN",
                visitor.csrf());
        assertProblem(answer, 413, "too-large");
    }

    @Test
    void saysWhereABodyIsNotJson() {
        JsonNode problem = assertProblem(visitor.post("/test/team", "{\"name\":"), 400, "bad-request");
        assertThat(problem.get("detail").asString()).contains("line 1");
    }

    @Test
    void saysWhichFieldIsOfTheWrongForm() {
        JsonNode problem = assertProblem(
                visitor.post("/test/team", "{\"officers\":\"many\",\"kind\":\"FOOT\"}"), 400, "validation");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("officers");
    }

    @Test
    void passesOnTheWordsInWhichAValueRefusesItself() {
        JsonNode problem =
                assertProblem(visitor.post("/test/team", "{\"officers\":12,\"kind\":\"FOOT\"}"), 400, "validation");
        assertThat(problem.get("detail").asString()).contains("at most 9 officers, not 12");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertProblem(visitor.post("/test/team", "[".repeat(100_000)), 400, "bad-request");
    }

    @Test
    void namesAnIncidentForWhatIsUnexpected() {
        JsonNode problem = assertProblem(visitor.get("/test/unexpected"), 500, "internal");
        assertThat(problem.get("incident").asString()).hasSize(8);
    }

    @Test
    void keepsAProblemsFurtherMembers() {
        JsonNode problem = assertProblem(visitor.get("/test/conflict"), 409, "conflict");
        assertThat(problem.get("version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"GET /% HTTP/1.1", "GET /a[b HTTP/1.1", "GET /a;b=c HTTP/1.1", "GET //evil HTTP/1.1", "TRACE / HTTP/1.1"
    })
    void answersWhatIsHardlyARequest(String line) {
        String answer = server.raw(line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (400|405) ").contains("application/problem+json");
        assertThat(LEAK.matcher(answer).find()).as(answer).isFalse();
    }

    @Test
    void answersForItsOwnNamesOnly() {
        String answer = server.raw("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/bad-request");
    }

    @Test
    void showsAPersonAPage() {
        HttpResponse<String> answer = visitor.get("/nothing", "Accept", "text/html,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<h1>Not found</h1>").contains("href=\"/\"");
        assertThat(answer.body()).doesNotContain("data-language");
        assertThat(visitor.get("/nl/nothing", "Accept", "text/html").body())
                .as("in the language of its address")
                .contains("data-language=\"nl\"");
    }

    @Test
    void showsAProgramAProblemWhateverItAccepts() {
        assertProblem(visitor.get("/api/v1/nothing", "Accept", "text/html"), 404, "not-found");
    }

    @Test
    void explainsEveryTypeAtItsAddress() {
        for (ProblemType type : ProblemType.values()) {
            HttpResponse<String> page = visitor.get(type.uri().toString());
            assertThat(page.statusCode()).as(type.slug()).isEqualTo(200);
            assertThat(page.body()).contains(type.uri().toString());
            assertThat(visitor.get("/problems").body()).contains(type.slug());
        }
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Visitor.json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString())
                .isEqualTo(ProblemType.findBySlug(slug).orElseThrow().title());
        assertThat(LEAK.matcher(answer.body()).find()).as(answer.body()).isFalse();
        return problem;
    }
}
