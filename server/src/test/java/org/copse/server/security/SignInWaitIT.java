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
import org.copse.server.account.NewAccount;
import org.copse.server.permission.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who waits after wrong passwords, and who does not. The address is the one that a proxy says. */
@OnBothDatabases
class SignInWaitIT {
    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database;
    private final RunningServer server;

    SignInWaitIT(TestDatabase database) {
        this.database = database;
        server = database.shared(
                RunningServer.class,
                () -> RunningServer.start(
                        database, "copse.accounts.failures-per-account=3", "server.forward-headers-strategy=native"));
    }

    private static void add(RunningServer server, String name, Role role) {
        server.bean(AccountRepository.class)
                .add(
                        new NewAccount(name, PASSWORD, EnumSet.of(role)),
                        server.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    @Test
    void makesANameWaitAfterWrongPasswordsWhetherItExistsOrNot() {
        add(server, "Guessed", Role.PLANNER);
        for (String name : List.of("Guessed", "Nobody")) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.visitor().signIn(name, "guess " + i).statusCode())
                        .isEqualTo(303);
            }
            HttpResponse<String> answer = server.visitor().signIn(name, PASSWORD);
            assertThat(answer.statusCode()).as(name).isEqualTo(429);
            assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 300L);
            assertThat(Visitor.json(answer).get("type").asString()).isEqualTo("/problems/too-many-requests");
        }
        add(server, "Anna", Role.PLANNER);
        assertThat(server.visitor().signIn("Anna", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyMakesSomebodyElseWait() {
        add(server, "Owner", Role.PLANNER);
        Visitor owner = server.visitor();
        assertThat(from("203.0.113.7", owner, PASSWORD))
                .as("the first time, in this browser")
                .isEqualTo(303);
        for (int i = 0; i < 3; i++) {
            assertThat(from("203.0.113.7", server.visitor(), "guess " + i)).isEqualTo(303);
        }

        assertThat(from("203.0.113.7", server.visitor(), PASSWORD))
                .as("where it was guessed")
                .isEqualTo(429);
        assertThat(from("198.51.100.9", server.visitor(), PASSWORD))
                .as("elsewhere")
                .isEqualTo(303);
        assertThat(from("2001:db8:0:7::1", server.visitor(), PASSWORD))
                .as("elsewhere")
                .isEqualTo(303);
        assertThat(from("203.0.113.7", owner, PASSWORD))
                .as("in a known browser")
                .isEqualTo(303);
    }

    @Test
    void aKnownBrowserIsOneOfThatAccountAndOfThatPassword() {
        add(server, "Known", Role.PLANNER);
        add(server, "Other", Role.PLANNER);
        Visitor browser = server.visitor();
        assertThat(browser.signIn("Known", PASSWORD).headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("copse-device="))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/login");
        for (int i = 0; i < 3; i++) {
            browser.signIn("Other", "guess");
        }
        assertThat(browser.signIn("Other", PASSWORD).statusCode()).isEqualTo(429);
        assertThat(browser.signIn("Known", PASSWORD).statusCode()).isEqualTo(303);

        database.jdbc()
                .sql("UPDATE account SET password_hash = :hash WHERE name = 'Known'")
                .param("hash", server.bean(PasswordEncoder.class).encode(PASSWORD))
                .update();
        for (int i = 0; i < 3; i++) {
            server.visitor().signIn("Known", "guess");
        }
        assertThat(browser.signIn("Known", PASSWORD).statusCode())
                .as("after a new password")
                .isEqualTo(429);
    }

    private int from(String address, Visitor visitor, String password) {
        return visitor.signIn("Owner", password, "X-Forwarded-For", address).statusCode();
    }

    @Test
    void makesANameWaitHoweverTheAddressIsSpelt() {
        Visitor guesser = server.visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(spelt(guesser).statusCode()).isEqualTo(303);
        }
        assertThat(spelt(guesser).statusCode()).isEqualTo(429);
    }

    private static HttpResponse<String> spelt(Visitor guesser) {
        return guesser.exchange(
                "POST",
                "/%6Cogin",
                BodyPublishers.ofString("username=Spelt&password=guess"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-CSRF-TOKEN",
                guesser.csrf());
    }
}
