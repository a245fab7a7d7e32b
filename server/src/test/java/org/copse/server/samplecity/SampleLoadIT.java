package org.copse.server.samplecity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.copse.server.Awaited;
import org.copse.server.KillableServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a server says and does while it loads the sample city: to a reader, to an operator, and to a second server. */
class SampleLoadIT {
    @TempDir
    Path data;

    @Test
    void saysHowFarItIsAndStopsWhenItIsAsked() throws Exception {
        try (KillableServer server = KillableServer.startLoading("--data", data.toString(), "--stop-within", "300")) {
            Visitor visitor = server.visitor();
            JsonNode progress = Awaited.until(
                    "a layer that is loaded",
                    () -> loading(visitor),
                    found -> found.get("done").asInt() > 0);
            assertThat(progress.get("state").asString()).isEqualTo("loading");
            assertThat(progress.get("of").asInt()).isEqualTo(16);
            assertThat(progress.get("layer").asString()).isNotBlank();

            HttpResponse<String> layers = visitor.get("/api/v1/plans/current");
            assertThat(layers.statusCode()).isEqualTo(503);
            assertThat(layers.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(layers.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(Visitor.json(layers).get("detail").asString()).contains("of 16 layers are in");
            assertThat(Visitor.json(layers).get("loading").get("state").asString())
                    .isEqualTo("loading");

            HttpResponse<String> page = visitor.get("/resident", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).contains("<copse-loading>");

            assertThat(visitor.signInAs("planner")
                            .get("/assets/messages/en.json")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);

            assertThat(server.stop()).as(server.output()).isZero();
            assertThat(server.output())
                    .doesNotContain("too long")
                    .doesNotContain("ERROR")
                    .doesNotContain("Exception")
                    .doesNotContain("Copse is ready");
        }
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + data.resolve("copse"), "copse", "")) {
            assertThat(count(connection, "layer")).isZero();
        }
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "COPSE_TEST_POSTGIS", matches = ".+")
    void oneOfTwoServersLoadsAndTheOtherTakesOverWhenItIsKilled() throws Exception {
        try (TestDatabase database = TestDatabase.createEmpty(TestDatabase.Product.POSTGIS);
                KillableServer first = begin(database, "first");
                KillableServer second = begin(database, "second")) {
            Awaited.until(
                    "one server that loads and one that waits",
                    () -> List.of(state(first), state(second)),
                    found -> found.contains("loading") && found.contains("loading-elsewhere"),
                    () -> first.output() + second.output());
            boolean firstLoads = state(first).equals("loading");
            KillableServer other = firstLoads ? second : first;
            assertThat(Visitor.json(other.visitor().get("/api/v1/plans/current"))
                            .get("detail")
                            .asString())
                    .contains("Another server");

            (firstLoads ? first : second).kill();
            other.awaitReady();

            try (Connection connection = database.dataSource().getConnection()) {
                assertThat(count(connection, "layer")).isEqualTo(16);
                assertThat(count(connection, "plan")).isEqualTo(1);
            }
            assertThat(other.visitor().get("/api/v1/plans/current").statusCode())
                    .isEqualTo(200);
            assertThat(other.output()).doesNotContain("ERROR").doesNotContain("Exception");

            try (KillableServer third = KillableServer.start(options(database, "third"))) {
                assertThat(state(third)).isEqualTo("done");
                assertThat(third.visitor()
                                .signInAs("planner")
                                .get("/api/v1/layers")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private KillableServer begin(TestDatabase database, String name) throws Exception {
        return KillableServer.begin(options(database, name));
    }

    private String[] options(TestDatabase database, String name) {
        return new String[] {
            "--postgis", database.url(), "--data", data.resolve(name).toString()
        };
    }

    private static String state(KillableServer server) {
        return loading(server.visitor()).get("state").asString();
    }

    private static JsonNode loading(Visitor visitor) {
        return Visitor.json(visitor.get("/api/v1/loading"));
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
