package org.copse.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A first start that goes on: the process that ran the migrations signs people in, imports, plans, publishes and hands over for three minutes,
 * on both databases at once, with connections that live for at most 20 s. The pool retires a connection after half an hour otherwise, so that what
 * holds on to one shows only then. The one test whose length is a time, since the time is what it is about.
 */
class EnduranceIT {
    private static final Duration LENGTH = Duration.ofMinutes(3);
    /** Below the 30 s that the pool takes as a maximum lifetime, so connections are evicted by hand. */
    private static final Duration LIFE = Duration.ofSeconds(20);

    private static final String POSTGIS = System.getenv(TestDatabase.POSTGIS_VARIABLE);

    @TempDir
    Path folder;

    @Test
    void worksOnLongAfterTheConnectionThatMigratedIsClosed() throws Exception {
        if (POSTGIS == null && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("Skipped: " + TestDatabase.POSTGIS_VARIABLE + " is not set");
        }
        String h2 = "jdbc:h2:file:" + folder.resolve("copse").toAbsolutePath() + ";AUTO_SERVER=TRUE";
        ExecutorService both = Executors.newFixedThreadPool(2);
        // The embedded database closes with its last connection, and reads its constraints anew when it is opened: that
        // would hide the fault.
        try (Connection keptOpen = DriverManager.getConnection(h2, "copse", "");
                TestDatabase postgis = TestDatabase.createEmpty(TestDatabase.Product.POSTGIS)) {
            List<Future<Integer>> rounds =
                    both.invokeAll(List.of(() -> endure(h2, "copse"), () -> endure(postgis.url(), null)));
            assertThat(rounds.get(0).get()).as("rounds on H2GIS").isGreaterThan(1);
            assertThat(rounds.get(1).get()).as("rounds on PostGIS").isGreaterThan(1);
            assertThat(keptOpen.isValid(10)).isTrue();
        } finally {
            both.shutdownNow();
        }
    }

    private static int endure(String url, @Nullable String user) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        int rounds = 0;
        try (HikariDataSource source = new HikariDataSource(config)) {
            clock.scheduleAtFixedRate(
                    () -> source.getHikariPoolMXBean().softEvictConnections(),
                    LIFE.toMillis(),
                    LIFE.toMillis(),
                    TimeUnit.MILLISECONDS);
            try (RunningServer server = RunningServer.start(source, "copse.accounts.demo=true")) {
                Instant end = Instant.now().plus(LENGTH);
                for (; rounds < 2 || Instant.now().isBefore(end); rounds++) {
                    new Round(server, rounds).run();
                }
            }
        } finally {
            clock.shutdownNow();
        }
        return rounds;
    }

    /** What people do, once: each signs in anew. */
    private static final class Round {
        private final int number;
        private final Visitor planner;
        private final Visitor supervisor;

        Round(RunningServer server, int number) {
            this.number = number;
            this.planner = server.visitor().signInAs("planner");
            this.supervisor = server.visitor().signInAs("supervisor");
        }

        void run() throws Exception {
            publish(plan(imported()));
            handOver();
        }

        private String imported() {
            HttpResponse<String> answer = TownFiles.upload(
                    planner,
                    "units.geojson",
                    TownFiles.units(),
                    Map.of("kind", "UNITS", "roles", "{\"ID\":\"UNIT\",\"POPULATION\":\"POP\"}"));
            return ok(answer).get("layer").get("id").asString();
        }

        private String plan(String units) throws Exception {
            String scenario = location(planner.post(
                    "/api/v1/scenarios",
                    "{\"name\":\"Round " + number + "\",\"layers\":{\"units\":\"" + units
                            + "\"},\"officers\":2,\"sectors\":1,\"budgetSeconds\":1}"));
            String job = location(planner.post(scenario + "/jobs", ""));
            JsonNode over =
                    Awaited.until("the end of job " + job, () -> Visitor.json(planner.get(job)), found -> !List.of(
                                    "queued", "running")
                            .contains(found.get("state").asString()));
            assertThat(over.get("state").asString()).as(over.toString()).isEqualTo("succeeded");
            return scenario;
        }

        private void publish(String scenario) throws Exception {
            Adopting adopting = new Adopting(planner, supervisor);
            String plan = adopting.adopted(scenario, "{\"reason\":\"Round " + number + "\"}");
            StringBuilder decision = new StringBuilder();
            if (number > 0) {
                JsonNode proposal = ok(planner.get(Adopting.carryOver(plan)));
                StringBuilder chosen = new StringBuilder();
                for (JsonNode item : proposal.get("assignments")) {
                    chosen.append(chosen.isEmpty() ? "" : ",")
                            .append("{\"assignment\":\""
                                    + item.get("assignment").asString() + "\"}");
                }
                decision.append(",\"carryOver\":{\"basis\":\""
                        + proposal.get("basis").asString() + "\",\"assignments\":[" + chosen + "]}");
            }
            ok(planner.post(
                    plan + "/entry",
                    "{\"reason\":\"Round " + number + "\",\"teamContact\":{\"phone\":\"+32 2 555 01 00\"}" + decision
                            + "}"));
            adopting.untilInForce(plan);
        }

        private void handOver() {
            String plan = ok(planner.get("/api/v1/plans/current")).get("id").asString();
            String beat = ok(planner.get("/api/v1/plans/current/beats"))
                    .get("features")
                    .get(0)
                    .get("id")
                    .asString();
            String from = officer("from");
            String to = officer("to");
            for (String officer : List.of(from, to)) {
                ok(supervisor.post(
                        "/api/v1/assignments",
                        "{\"plan\":\"" + plan + "\",\"beat\":\"" + beat + "\",\"officer\":\"" + officer
                                + "\",\"rank\":\"main\",\"reason\":\"Round " + number + "\",\"replaces\":true}"));
            }
            for (JsonNode heading : ok(supervisor.get("/api/v1/handovers"))) {
                if (heading.get("to").get("id").asString().equals(to)) {
                    close("/api/v1/handovers/" + heading.get("id").asString());
                    return;
                }
            }
            throw new AssertionError("No handover was opened");
        }

        private void close(String handover) {
            for (JsonNode task : ok(supervisor.get(handover)).get("tasks")) {
                ok(supervisor.send(
                        "PUT",
                        handover + "/tasks/" + task.get("id").asString(),
                        "{\"owner\":\"to\",\"dueOn\":\"2030-01-31\",\"done\":true}"));
            }
            ok(supervisor.post(handover + "/entries", "{\"kind\":\"organisation\",\"name\":\"Library\"}"));
            ok(supervisor.post(handover + "/closing", "{\"side\":\"from\",\"why\":\"Has no account\"}"));
            ok(planner.post(handover + "/closing", "{\"side\":\"to\",\"why\":\"Nor has this one\"}"));
        }

        private String officer(String role) {
            return ok(supervisor.post(
                            "/api/v1/officers",
                            "{\"number\":\"" + role + number + "\",\"dutyName\":\"" + role + " " + number + "\"}"))
                    .get("id")
                    .asString();
        }

        private static String location(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
            return answer.headers().firstValue("Location").orElseThrow();
        }

        private static JsonNode ok(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            return Visitor.json(answer);
        }
    }
}
