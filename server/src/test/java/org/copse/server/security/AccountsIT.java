package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.copse.server.account.AccountRepository;
import org.copse.server.account.NewAccount;
import org.copse.server.permission.Role;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** What an administrator does with everybody's accounts. */
@OnBothDatabases
class AccountsIT {
    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor admin;

    AccountsIT(TestDatabase database) {
        this.database = database;
        this.server = database.shared(RunningServer.class, () -> RunningServer.start(database));
        this.admin = server.visitor();
        AccountRepository accounts = server.bean(AccountRepository.class);
        if (accounts.findByName("root").isEmpty()) {
            accounts.add(
                    new NewAccount("root", PASSWORD, EnumSet.of(Role.ADMIN)),
                    server.bean(PasswordEncoder.class).encode(PASSWORD));
        }
        admin.signIn("root", PASSWORD);
    }

    private JsonNode make(String name, String roles) {
        HttpResponse<String> made =
                admin.post("/api/v1/accounts", "{\"name\":\"" + name + "\",\"roles\":" + roles + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Visitor.json(made);
    }

    @Test
    void makesAnAccountWhoseFirstPasswordHasToBeChanged() {
        String first = make("newcomer", "[\"ANALYST\"]").get("password").asString();
        Visitor newcomer = server.visitor();
        assertThat(newcomer.signIn("newcomer", first).headers().firstValue("Location"))
                .hasValue("/account");
        assertThat(newcomer.get("/api/v1/layers").statusCode()).isEqualTo(403);
        assertThat(newcomer.post(
                                "/api/v1/account/password",
                                "{\"present\":\"" + first + "\",\"next\":\"a password of my own\"}")
                        .statusCode())
                .isEqualTo(204);
        newcomer.signIn("newcomer", "a password of my own");
        assertThat(newcomer.get("/api/v1/layers").statusCode()).isEqualTo(200);
        assertThat(admin.get("/api/v1/accounts").body()).doesNotContain(first, "argon2");
    }

    @Test
    void takesARoleAtOnceFromWhoIsSignedIn() {
        JsonNode made = make("loses", "[\"PLANNER\"]");
        String id = made.get("id").asString();
        Visitor loses = server.visitor();
        loses.signIn("loses", made.get("password").asString());
        assertThat(admin.send("PUT", "/api/v1/accounts/" + id, "{\"roles\":[\"OFFICER\"],\"enabled\":true}")
                        .body())
                .contains("reason: is missing");
        assertThat(admin.send(
                                "PUT",
                                "/api/v1/accounts/" + id,
                                "{\"roles\":[\"OFFICER\"],\"enabled\":true,\"reason\":\"moved to the street\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.json(loses.get("/api/v1/session")).get("signedIn").asBoolean())
                .isFalse();
        assertThat(database.jdbc()
                        .sql("SELECT detail FROM audit_entry WHERE action = 'roles.changed' AND subject_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("from [PLANNER] to [OFFICER]");
    }

    @Test
    void keepsAnAdministrator() {
        String root = server.bean(AccountRepository.class)
                .findByName("root")
                .orElseThrow()
                .id()
                .toString();
        for (String change : new String[] {
            "{\"roles\":[\"PLANNER\"],\"enabled\":true,\"reason\":\"r\"}",
            "{\"roles\":[\"ADMIN\"],\"enabled\":false,\"reason\":\"r\"}"
        }) {
            assertThat(admin.send("PUT", "/api/v1/accounts/" + root, change).statusCode())
                    .as(change)
                    .isEqualTo(409);
        }
    }

    @Test
    void letsADisabledAccountInNoMoreAndSaysNothingElse() {
        JsonNode made = make("disabled", "[\"OFFICER\"]");
        String password = made.get("password").asString();
        admin.send(
                "PUT",
                "/api/v1/accounts/" + made.get("id").asString(),
                "{\"roles\":[\"OFFICER\"],\"enabled\":false,\"reason\":\"left\"}");
        HttpResponse<String> right = server.visitor().signIn("disabled", password, "Accept", "application/json");
        HttpResponse<String> nobody = server.visitor().signIn("nobody", password, "Accept", "application/json");
        assertThat(right.statusCode()).isEqualTo(401);
        assertThat(right.body()).isEqualTo(nobody.body());
    }

    @Test
    void replacesAPasswordAndEndsTheSessions() {
        JsonNode made = make("forgets", "[\"OFFICER\"]");
        Visitor forgets = server.visitor();
        forgets.signIn("forgets", made.get("password").asString());
        String again = Visitor.json(
                        admin.post("/api/v1/accounts/" + made.get("id").asString() + "/password", "{}"))
                .get("password")
                .asString();
        assertThat(Visitor.json(forgets.get("/api/v1/session")).get("signedIn").asBoolean())
                .isFalse();
        assertThat(forgets.signIn("forgets", again).headers().firstValue("Location"))
                .hasValue("/account");
    }

    @Test
    void refusesATakenNameAndRolesThatAreNone() {
        make("taken", "[\"OFFICER\"]");
        assertThat(admin.post("/api/v1/accounts", "{\"name\":\"TAKEN\",\"roles\":[\"OFFICER\"]}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.post("/api/v1/accounts", "{\"name\":\"other\",\"roles\":[]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.post("/api/v1/accounts", "{\"name\":\"other\",\"roles\":[\"KING\"]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.post("/api/v1/accounts", "{\"name\":\"<b>\",\"roles\":[\"OFFICER\"]}")
                        .statusCode())
                .isEqualTo(400);
    }
}
