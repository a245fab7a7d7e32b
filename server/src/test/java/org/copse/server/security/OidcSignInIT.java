package org.copse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

/** Signing in by way of a real provider, redirects and all. */
@OnBothDatabases
class OidcSignInIT {
    private final int port;
    private final RunningServer server;

    OidcSignInIT(TestDatabase database) {
        Pair pair = database.shared(Pair.class, () -> Pair.start(database));
        this.port = pair.port();
        this.server = pair.server();
    }

    private record Pair(int port, OidcProvider provider, RunningServer server) implements AutoCloseable {
        static Pair start(TestDatabase database) {
            int port = OidcProvider.freePort();
            OidcProvider provider = OidcProvider.start(port);
            RunningServer server = RunningServer.start(
                    database,
                    "server.port=" + port,
                    "copse.oidc.issuer=" + provider.issuer(),
                    "copse.oidc.client-id=" + OidcProvider.CLIENT,
                    "copse.oidc.client-secret=" + OidcProvider.SECRET,
                    "copse.oidc.name=Our directory",
                    "copse.oidc.roles.wijkplanner=PLANNER");
            return new Pair(port, provider, server);
        }

        @Override
        public void close() {
            server.close();
            provider.close();
        }
    }

    /** A browser that goes where it is sent. */
    private final class Browser {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private URI at = URI.create("http://127.0.0.1:" + port + "/");

        HttpResponse<String> go(String address) throws IOException, InterruptedException {
            return follow(HttpRequest.newBuilder(at.resolve(address)));
        }

        HttpResponse<String> submit(String address, String form) throws IOException, InterruptedException {
            return follow(HttpRequest.newBuilder(at.resolve(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
        }

        /** Where it was sent, hop by hop: what a failure is read from. */
        private final List<String> way = new ArrayList<>();

        private HttpResponse<String> follow(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer =
                    client.send(request.header("Accept", "text/html,*/*;q=0.8").build(), BodyHandlers.ofString());
            at = answer.uri();
            for (int hops = 0; answer.statusCode() / 100 == 3 && hops < 10; hops++) {
                way.add(answer.statusCode() + " " + at);
                at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
                answer = client.send(
                        HttpRequest.newBuilder(at)
                                .header("Accept", "text/html,*/*;q=0.8")
                                .build(),
                        BodyHandlers.ofString());
            }
            return answer;
        }
    }

    private Browser signedIn(String name) throws IOException, InterruptedException {
        Browser browser = new Browser();
        HttpResponse<String> form = browser.go("/login/oidc/copse");
        assertThat(form.body()).as("the provider asks who it is").contains("username");
        browser.submit(
                "/login",
                "username=" + name + "&password=" + URLEncoder.encode(OidcProvider.PASSWORD, StandardCharsets.UTF_8));
        return browser;
    }

    @Test
    void signsInWhomTheProviderKnowsWithTheRoleThatItSays() throws Exception {
        Browser petra = signedIn("petra");
        assertThat(petra.at.getPath()).as("by way of %s", petra.way).isEqualTo("/planner");
        JsonNode session = Visitor.json(petra.go("/api/v1/session"));
        assertThat(session.get("name").asString()).isEqualTo("petra");
        assertThat(session.get("roles").toString()).isEqualTo("[\"PLANNER\"]");
        assertThat(session.get("provider").asString()).isEqualTo("Our directory");
        assertThat(server.bean(AccountRepository.class).findByName("petra")).isPresent();
        signedIn("petra");
        assertThat(server.bean(AccountRepository.class).list().stream()
                        .filter(account -> account.getUsername().startsWith("petra")))
                .as("the same person has the same account")
                .hasSize(1);
    }

    @Test
    void letsNobodyInWithoutARoleHere() throws Exception {
        Browser visitor = signedIn("visitor");
        assertThat(visitor.at.toString()).endsWith("/login?refused");
        assertThat(Visitor.json(visitor.go("/api/v1/session")).get("signedIn").asBoolean())
                .isFalse();
    }

    @Test
    void givesNobodyTheLocalAccountThatHasTheirName() throws Exception {
        AccountRepository accounts = server.bean(AccountRepository.class);
        if (accounts.findByName("root").isEmpty()) {
            accounts.add(new NewAccount("root", "long enough by far", EnumSet.of(Role.ADMIN)), "no hash");
        }
        Browser root = signedIn("root");
        JsonNode session = Visitor.json(root.go("/api/v1/session"));
        assertThat(session.get("name").asString()).startsWith("root.").isNotEqualTo("root");
        assertThat(session.get("roles").toString()).isEqualTo("[\"PLANNER\"]");
    }

    @Test
    void letsNoPasswordInForWhomTheProviderSignsIn() throws Exception {
        signedIn("petra");
        for (String password : new String[] {"", OidcProvider.PASSWORD}) {
            assertThat(server.visitor()
                            .signIn("petra", password, "Accept", "application/json")
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
