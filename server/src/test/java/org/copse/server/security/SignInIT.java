package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.AccountSettingsFixture;
import org.copse.server.account.DemoAccounts;
import org.copse.server.account.NewAccount;
import org.copse.server.account.SetUpLink;
import org.copse.server.permission.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Accounts of a real installation: stored, and none of them there before somebody makes it. */
@OnBothDatabases
class SignInIT {
    private static final String PASSWORD = "correct horse battery";

    private static @Nullable TestDatabase present;
    private static @Nullable RunningServer running;

    private final TestDatabase database;
    private final RunningServer server;

    SignInIT(TestDatabase database) {
        this.database = database;
        this.server = running(database);
    }

    /** One server for the class's tests on one database. */
    private static RunningServer running(TestDatabase database) {
        RunningServer server = running;
        if (server == null || present != database) {
            stop();
            server = RunningServer.start(database);
            present = database;
            running = server;
            makeTheFirstAccount(server);
            add(server, "Anna", Role.PLANNER);
        }
        return server;
    }

    /** By the link, which works once: whatever the order of the tests, it comes first. */
    private static void makeTheFirstAccount(RunningServer server) {
        String token = server.bean(SetUpLink.class).path().orElseThrow().replace("/setup#token=", "");
        assertThat(setUp(server, "guess", PASSWORD).statusCode()).isEqualTo(403);
        HttpResponse<String> weak = setUp(server, token, "short");
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("12 to 200 characters, not 5");
        assertThat(setUp(server, token, PASSWORD).statusCode()).isEqualTo(201);
        assertThat(setUp(server, token, PASSWORD).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> setUp(RunningServer server, String token, String password) {
        return server.visitor()
                .post(
                        "/api/v1/setup",
                        "{\"token\":\"" + token + "\",\"username\":\"Founder\",\"password\":\"" + password + "\"}");
    }

    @Test
    void letsTheFounderAdministerAndPlan() {
        Visitor founder = server.visitor();
        founder.signIn("Founder", PASSWORD);
        assertThat(Visitor.json(founder.get("/api/v1/session")).get("roles").toString())
                .isEqualTo("[\"PLANNER\",\"ADMIN\"]");
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private void add(String name, Role role) {
        add(server, name, role);
    }

    private static void add(RunningServer server, String name, Role role) {
        server.bean(AccountRepository.class)
                .add(
                        new NewAccount(name, PASSWORD, EnumSet.of(role)),
                        server.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    @Test
    void hasNoDefaultPassword() {
        for (String name : List.of("planner", "analyst", "officer", "supervisor", "auditor", "admin")) {
            HttpResponse<String> answer = server.visitor().signIn(name, DemoAccounts.PASSWORD);
            assertThat(answer.headers().firstValue("Location")).as(name).hasValue("/login?error");
        }
        assertThat(server.bean(DemoAccounts.class).names()).isEmpty();
    }

    @Test
    void knowsWhoSignedIn() {
        Visitor anna = server.visitor();
        assertThat(Visitor.json(anna.get("/api/v1/session")).get("signedIn").asBoolean())
                .isFalse();
        HttpResponse<String> answer = anna.signIn("ANNA", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/planner");
        JsonNode session = Visitor.json(anna.get("/api/v1/session"));
        assertThat(session.get("signedIn").asBoolean()).isTrue();
        assertThat(session.get("name").asString()).isEqualTo("Anna");
        assertThat(session.get("roles").toString()).isEqualTo("[\"PLANNER\"]");
        assertThat(session.get("demo").asBoolean()).isFalse();
    }

    @Test
    void answersAScriptWithoutRedirects() {
        assertThat(server.visitor()
                        .signIn("Anna", PASSWORD, "Accept", "application/json")
                        .statusCode())
                .isEqualTo(204);
        add("Script", Role.ANALYST);
        assertThat(server.visitor()
                        .signIn("Script", "wrong", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysTheSameForAWrongNameAndAWrongPassword() {
        add("Known", Role.OFFICER);
        HttpResponse<String> wrongName = server.visitor().signIn("Unknown", PASSWORD, "Accept", "application/json");
        HttpResponse<String> wrongPassword = server.visitor().signIn("Known", "wrong", "Accept", "application/json");
        assertThat(wrongName.body()).isEqualTo(wrongPassword.body());
        assertThat(wrongName.statusCode()).isEqualTo(wrongPassword.statusCode());
    }

    @Test
    void refusesASignInWithoutItsToken() {
        HttpResponse<String> answer = server.visitor()
                .exchange(
                        "POST",
                        "/login",
                        BodyPublishers.ofString("username=Anna&password=x"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void goesBackToThePageThatAskedForASignIn() {
        add("Back", Role.PLANNER);
        Visitor visitor = server.visitor();
        HttpResponse<String> page = visitor.get("/planner");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/login");
        assertThat(visitor.signIn("Back", PASSWORD).headers().firstValue("Location"))
                .hasValue("/planner");
        assertThat(visitor.get("/planner").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsNobodyElsewhere() {
        add("Lured", Role.PLANNER);
        for (String elsewhere : List.of("//evil.example/planner", "https://evil.example", "/api/v1/session")) {
            HttpResponse<String> answer =
                    server.visitor().signIn("Lured", PASSWORD, "Cookie", "copse-return=" + elsewhere);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(path -> assertThat(path).isEqualTo("/planner"));
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as("the forged cookie arrived, and is forgotten")
                    .anyMatch(cookie -> cookie.startsWith("copse-return=;"));
        }
    }

    @Test
    void sendsAnOfficerToTheirDuty() {
        add("Olga", Role.OFFICER);
        Visitor olga = server.visitor();
        assertThat(olga.signIn("Olga", PASSWORD).headers().firstValue("Location"))
                .hasValue("/duty");
        assertThat(olga.get("/planner", "Accept", "text/html").statusCode()).isEqualTo(403);
    }

    @Test
    void changesTheSessionWhenSomebodySignsIn() {
        add("Fixed", Role.PLANNER);
        Visitor visitor = server.visitor();
        visitor.signIn("Fixed", PASSWORD);
        String first = visitor.cookie("copse-session").orElseThrow();
        visitor.signIn("Fixed", PASSWORD);
        assertThat(visitor.cookie("copse-session")).isPresent().hasValueSatisfying(second -> assertThat(second)
                .isNotEqualTo(first));
    }

    @Test
    void makesNoSessionForVisitors() {
        Visitor visitor = server.visitor();
        visitor.get("/");
        visitor.get("/planner");
        visitor.get("/api/v1/session");
        assertThat(visitor.cookie("copse-session")).isEmpty();
    }

    @Test
    void keepsCookiesFromScriptsAndOtherSites() {
        HttpResponse<String> answer = server.visitor().signIn("Anna", PASSWORD);
        List<String> cookies = answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("copse-session="))
                .toList();
        assertThat(cookies)
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void signsOut() {
        Visitor anna = server.visitor();
        anna.signIn("Anna", PASSWORD);
        HttpResponse<String> answer = anna.send("POST", "/logout", "");
        assertThat(answer.headers().firstValue("Location")).hasValue("/login?logout");
        assertThat(Visitor.json(anna.get("/api/v1/session")).get("signedIn").asBoolean())
                .isFalse();
    }

    @Test
    void opensNoDatabaseOfAnInstallationToTheDemo() {
        DemoAccounts demo = new DemoAccounts(
                AccountSettingsFixture.demo(),
                server.bean(AccountRepository.class),
                server.bean(PasswordEncoder.class));
        assertThat(demo.active()).isFalse();
        assertThat(demo.find("admin")).isEmpty();
    }

    @Test
    void storesPasswordsAsArgon2id() {
        List<String> hashes = database.jdbc()
                .sql("SELECT password_hash FROM account")
                .query(String.class)
                .list();
        assertThat(hashes).isNotEmpty().allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void hasNoLinkOnceThereIsAnAccount() {
        SetUpLink later = new SetUpLink(
                server.bean(AccountRepository.class),
                server.bean(DemoAccounts.class),
                server.bean(PasswordEncoder.class));
        assertThat(later.path()).isEmpty();
    }
}
