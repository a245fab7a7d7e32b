package org.copse.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.RunningServer;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is given, and told. */
class PageIT {
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

    private final RunningServer server = RunningServer.demo();
    private final Visitor visitor = server.visitor().signInAs("planner");

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/ar", "/planner", "/login", "/setup", "/team", "/officers"})
    void runsOnlyTheScriptsThatThePolicyNames(String path) throws NoSuchAlgorithmException {
        HttpResponse<String> page = visitor.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe")
                .doesNotContain("*");
        Matcher script = SCRIPT.matcher(page.body());
        int inline = 0;
        while (script.find()) {
            if (!script.group(1).contains("src=")) {
                inline++;
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(script.group(2).getBytes(StandardCharsets.UTF_8));
                assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            }
        }
        assertThat(inline).as("import maps").isEqualTo(1);
        assertThat(page.body())
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("style=")
                .doesNotContain("<style");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/en", "/planner", "/api/v1/session", "/nothing", "/assets/css/base.css", "/problems"})
    void tellsTheBrowserToBeStrict(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/planner", "/assets/css/base.css"})
    void sendsNothingTwice(String path) {
        HttpResponse<String> first = visitor.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        HttpResponse<String> second = visitor.get(path, "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void letsABrowserKeepALibraryWhoseVersionIsInItsPath() {
        HttpResponse<String> library = visitor.get("/webjars/lit/3.3.2/index.js");
        assertThat(library.statusCode()).isEqualTo(200);
        assertThat(library.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void compressesWhatIsText() {
        assertThat(visitor.get("/assets/css/base.css", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void keepsNoAnswerOfTheInterface() {
        assertThat(visitor.get("/api/v1/session").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(visitor.get("/api/v1/layers").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/planner.html",
                "/index.html",
                "/assets/../planner.html",
                "/META-INF/MANIFEST.MF",
                "/application.yml",
                "/webjars/%2e%2e/%2e%2e/%2e%2e/application.yml",
                "/h2-console",
                "/v3/api-docs",
                "/swagger-ui.html"
            })
    void servesNothingElse(String path) {
        assertThat(visitor.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void saysThatItIsWellAndNoMore() {
        HttpResponse<String> health = server.visitor().get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(Visitor.json(health).get("status").asString()).isEqualTo("UP");
        assertThat(health.body()).doesNotContain("details").doesNotContain("H2").doesNotContain("db");
    }
}
