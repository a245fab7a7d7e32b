package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.account.Account;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.NewAccount;
import org.copse.server.account.Secrets;
import org.copse.server.permission.Role;
import org.copse.server.secondfactor.OneTimeCodes;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** What people do with their own account: password, second factor, sessions, tokens. */
@OnBothDatabases
class OwnAccountIT {
    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database;
    private final RunningServer server;

    OwnAccountIT(TestDatabase database) {
        this.database = database;
        this.server = database.shared(
                RunningServer.class,
                () -> RunningServer.start(
                        database,
                        "copse.accounts.second-factor-roles=SUPERVISOR",
                        "copse.accounts.failures-per-account=50"));
    }

    private Visitor somebody(String name, Role role) {
        server.bean(AccountRepository.class)
                .add(
                        new NewAccount(name, PASSWORD, EnumSet.of(role)),
                        server.bean(PasswordEncoder.class).encode(PASSWORD));
        Visitor visitor = server.visitor();
        assertThat(visitor.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private static boolean signedIn(Visitor visitor) {
        return Visitor.json(visitor.get("/api/v1/session")).get("signedIn").asBoolean();
    }

    private static HttpResponse<String> code(Visitor visitor, String name, String password, String code) {
        String form =
                Map.of("username", name, "password", password, "code", code, "_csrf", visitor.csrf())
                        .entrySet()
                        .stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return visitor.exchange(
                "POST",
                "/login",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
    }

    @Test
    void changesThePasswordAndEndsEverySession() {
        Visitor anna = somebody("anna.changes", Role.PLANNER);
        Visitor elsewhere = server.visitor();
        elsewhere.signIn("anna.changes", PASSWORD);
        assertThat(anna.post("/api/v1/account/password", "{\"present\":\"wrong\",\"next\":\"another long one\"}")
                        .body())
                .contains("present: is wrong");
        assertThat(anna.post(
                                "/api/v1/account/password",
                                "{\"present\":\"" + PASSWORD + "\",\"next\":\"another long one\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(signedIn(anna)).isFalse();
        assertThat(signedIn(elsewhere)).isFalse();
        assertThat(anna.signIn("anna.changes", PASSWORD).headers().firstValue("Location"))
                .hasValue("/login?error");
        assertThat(anna.signIn("anna.changes", "another long one").headers().firstValue("Location"))
                .hasValue("/planner");
    }

    @Test
    void refusesAWeakNewPasswordNamingItsBound() {
        Visitor anna = somebody("anna.weak", Role.PLANNER);
        assertThat(anna.post("/api/v1/account/password", "{\"present\":\"" + PASSWORD + "\",\"next\":\"short\"}")
                        .body())
                .contains("12 to 200 characters, not 5");
        assertThat(signedIn(anna)).isTrue();
    }

    @Test
    void asksForACodeOnceThereIsASecondFactorAndTakesNoneTwice() {
        Visitor anna = somebody("anna.factor", Role.PLANNER);
        JsonNode enrolment =
                Visitor.json(anna.post("/api/v1/account/second-factor", "{\"password\":\"" + PASSWORD + "\"}"));
        String secret = enrolment.get("secret").asString();
        assertThat(enrolment.get("uri").asString()).startsWith("otpauth://totp/Copse%3Aanna.factor?secret=" + secret);
        assertThat(enrolment.get("qr").get("size").asInt()).isGreaterThan(20);
        assertThat(anna.post("/api/v1/account/second-factor/confirmation", "{\"code\":\"000000x\"}")
                        .statusCode())
                .isEqualTo(400);
        OneTimeCodes codes = server.bean(OneTimeCodes.class);
        String code = codes.codeAt(secret, Instant.now());
        JsonNode recovery =
                Visitor.json(anna.post("/api/v1/account/second-factor/confirmation", "{\"code\":\"" + code + "\"}"));
        assertThat(recovery.get("codes").size()).isEqualTo(10);
        assertThat(signedIn(anna)).as("the next sign-in shows that it works").isFalse();

        Visitor again = server.visitor();
        HttpResponse<String> withoutCode = code(again, "anna.factor", PASSWORD, "");
        assertThat(withoutCode.statusCode()).isEqualTo(401);
        assertThat(Visitor.json(withoutCode).get("type").asString()).isEqualTo("/problems/code-needed");
        assertThat(code(again, "anna.factor", PASSWORD, code).statusCode())
                .as("the code that confirmed is used up")
                .isEqualTo(401);
        String next = codes.codeAt(secret, Instant.now().plusSeconds(30));
        assertThat(code(again, "anna.factor", PASSWORD, next).statusCode()).isEqualTo(204);
        assertThat(code(server.visitor(), "anna.factor", PASSWORD, next).statusCode())
                .isEqualTo(401);
        String lost = recovery.get("codes").get(0).asString();
        assertThat(code(server.visitor(), "anna.factor", PASSWORD, lost).statusCode())
                .isEqualTo(204);
        assertThat(code(server.visitor(), "anna.factor", PASSWORD, lost).statusCode())
                .isEqualTo(401);
        HttpResponse<String> guessed = code(server.visitor(), "anna.factor", "not the password", next);
        assertThat(Visitor.json(guessed).get("type").asString())
                .as("whoever does not know the password learns of no second factor")
                .isEqualTo("/problems/unauthenticated");
    }

    @Test
    void letsARoleThatNeedsASecondFactorDoNothingBeforeThereIsOne() {
        Visitor supervisor = somebody("sonja", Role.SUPERVISOR);
        JsonNode session = Visitor.json(supervisor.get("/api/v1/session"));
        assertThat(session.get("permissions").toString()).isEqualTo("[\"account:manage-own\"]");
        assertThat(Visitor.json(supervisor.get("/api/v1/account")).get("duties").toString())
                .isEqualTo("[\"ADD_SECOND_FACTOR\"]");
        assertThat(supervisor
                        .post("/api/v1/account/second-factor/removal", "{\"password\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void signsOutEverywhereAtOnce() {
        Visitor anna = somebody("anna.out", Role.PLANNER);
        Visitor elsewhere = server.visitor();
        elsewhere.signIn("anna.out", PASSWORD);
        assertThat(anna.post("/api/v1/account/sign-out-everywhere", "{}").statusCode())
                .isEqualTo(204);
        assertThat(signedIn(anna)).isFalse();
        assertThat(signedIn(elsewhere)).isFalse();
        assertThat(elsewhere.get("/api/v1/layers").statusCode()).isEqualTo(401);
    }

    @Test
    void endsASessionThatIsTooOldHoweverBusy() {
        try (RunningServer strict = RunningServer.start(database, "copse.accounts.session-limit=1ms")) {
            somebody("anna.old", Role.PLANNER);
            Visitor anna = strict.visitor();
            anna.signIn("anna.old", PASSWORD);
            assertThat(signedIn(anna)).isFalse();
        }
    }

    private static HttpResponse<String> byToken(Visitor program, String method, String path, String token) {
        return program.exchange(
                method,
                path,
                BodyPublishers.ofString("{}"),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private static JsonNode make(Visitor owner, String permissions, int days) {
        HttpResponse<String> made = owner.post(
                "/api/v1/account/tokens",
                "{\"name\":\"nightly export\",\"permissions\":" + permissions + ",\"days\":" + days + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Visitor.json(made);
    }

    @Test
    void letsAProgramDoWhatItsTokenSaysAndNoMoreUntilItIsRevoked() {
        Visitor anna = somebody("anna.token", Role.PLANNER);
        JsonNode made = make(anna, "[\"layer:read\"]", 30);
        String token = made.get("token").asString();
        assertThat(token).startsWith("copse_").hasSizeGreaterThan(45);
        Visitor program = server.visitor();
        assertThat(byToken(program, "GET", "/api/v1/layers", token).statusCode())
                .isEqualTo(200);
        assertThat(byToken(program, "GET", "/api/v1/scenarios", token).statusCode())
                .isEqualTo(403);
        assertThat(byToken(program, "GET", "/api/v1/account/tokens", token).statusCode())
                .as("a token makes no tokens")
                .isEqualTo(403);
        assertThat(program.cookie("copse-session")).isEmpty();
        JsonNode listed = Visitor.json(anna.get("/api/v1/account/tokens")).get("tokens");
        assertThat(listed.toString()).doesNotContain(token).contains("nightly export");
        assertThat(listed.get(0).get("lastUsedAt").isNull()).isFalse();
        assertThat(database.jdbc()
                        .sql("SELECT token_hash FROM api_token")
                        .query(String.class)
                        .list())
                .contains(Secrets.hash(token))
                .doesNotContain(token);
        assertThat(anna.send(
                                "DELETE",
                                "/api/v1/account/tokens/" + made.get("id").asString(),
                                "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(byToken(program, "GET", "/api/v1/layers", token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void needsNoCsrfTokenWithAProgramsTokenAndOneWithoutIt() {
        Visitor anna = somebody("anna.csrf", Role.PLANNER);
        String token = make(anna, "[\"scenario:edit\"]", 1).get("token").asString();
        assertThat(byToken(server.visitor(), "POST", "/api/v1/scenarios", token).statusCode())
                .as("looked at, and found wanting")
                .isEqualTo(400);
        assertThat(byToken(anna, "POST", "/api/v1/scenarios", "copse_wrong").statusCode())
                .as("a wrong token is nobody's, whatever cookie comes with it")
                .isEqualTo(401);
    }

    @Test
    void refusesATokenForMoreThanItsOwnerMayOrTooLong() {
        Visitor anna = somebody("anna.more", Role.ANALYST);
        for (String body : new String[] {
            "{\"name\":\"x\",\"permissions\":[\"plan:publish\"],\"days\":1}",
            "{\"name\":\"x\",\"permissions\":[\"account:manage-own\"],\"days\":1}",
            "{\"name\":\"x\",\"permissions\":[],\"days\":1}",
            "{\"name\":\"x\",\"permissions\":[\"no:such\"],\"days\":1}",
            "{\"name\":\"x\",\"permissions\":[\"layer:read\"],\"days\":366}",
            "{\"name\":\" \",\"permissions\":[\"layer:read\"],\"days\":1}"
        }) {
            assertThat(anna.post("/api/v1/account/tokens", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void stopsATokenWhenItExpiresOrItsAccountLosesTheRole() {
        Visitor anna = somebody("anna.expires", Role.PLANNER);
        String token =
                make(anna, "[\"layer:import\",\"layer:read\"]", 1).get("token").asString();
        Account stored =
                server.bean(AccountRepository.class).findByName("anna.expires").orElseThrow();
        server.bean(AccountRepository.class).setRoles(stored.id(), EnumSet.of(Role.ANALYST), true);
        assertThat(byToken(server.visitor(), "GET", "/api/v1/layers", token).statusCode())
                .isEqualTo(200);
        assertThat(byToken(server.visitor(), "GET", "/api/v1/uploads", token).statusCode())
                .isEqualTo(403);
        database.jdbc()
                .sql("UPDATE api_token SET created_at = :then, expires_at = :past WHERE token_hash = :hash")
                .param("then", Instant.now().minusSeconds(7200).atOffset(ZoneOffset.UTC))
                .param("past", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                .param("hash", Secrets.hash(token))
                .update();
        assertThat(byToken(server.visitor(), "GET", "/api/v1/layers", token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void revokesNobodyElsesToken() {
        Visitor anna = somebody("anna.owner", Role.PLANNER);
        Visitor eve = somebody("eve", Role.PLANNER);
        String id = make(anna, "[\"layer:read\"]", 1).get("id").asString();
        assertThat(eve.send("DELETE", "/api/v1/account/tokens/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.json(anna.get("/api/v1/account/tokens"))
                        .get("tokens")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void changesNoDemoAccount() {
        Visitor planner = RunningServer.demo().visitor().signInAs("planner");
        assertThat(planner.post("/api/v1/account/sign-out-everywhere", "{}").statusCode())
                .isEqualTo(409);
        assertThat(Visitor.json(planner.get("/api/v1/account")).get("demo").asBoolean())
                .isTrue();
    }
}
