package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.copse.server.Adopting;
import org.copse.server.Awaited;
import org.copse.server.KillableServer;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is killed while it carries officers over to a new plan: what remains is the state before or the one after. */
@OnBothDatabases
class KilledCarryOverIT {
    private static final int OFFICERS = 40;

    private final TestDatabase database;

    @TempDir
    Path data;

    KilledCarryOverIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leavesEveryOfficerOnOneBeatBeforeOrAfter() throws Exception {
        String publication;
        String plan;
        try (KillableServer server = start()) {
            Visitor planner = server.visitor().signInAs("planner");
            plan = new Adopting(planner, server.visitor().signInAs("supervisor"))
                    .adopted(proposed(planner), "{\"name\":\"The next\",\"reason\":\"For the test\"}");
            publication = publication(planner, plan);
            killInTheMiddle(server, planner, plan, publication);
        }
        assertThat(state()).isEqualTo("before");

        for (int wait : new int[] {60, 250}) {
            try (KillableServer server = start()) {
                Visitor planner = server.visitor().signInAs("planner");
                CompletableFuture<Void> sent = send(planner, plan, publication);
                TimeUnit.MILLISECONDS.sleep(wait);
                server.kill();
                sent.handle((done, failed) -> "over").join();
            }
            if (state().equals("after")) {
                break;
            }
        }
        assertThat(state()).isIn("before", "after");

        try (KillableServer server = start()) {
            Visitor planner = server.visitor().signInAs("planner");
            if (state().equals("before")) {
                HttpResponse<String> answer = planner.post(plan + "/entry", publication);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
        }
        assertThat(state()).isEqualTo("after");
        assertThat(verify()).as("the audit log verifies").isZero();
    }

    /** Holds the row of an officer halfway down the list, and kills the server when it waits for it: half is written then. */
    private void killInTheMiddle(KillableServer server, Visitor planner, String plan, String publication)
            throws Exception {
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT id FROM beat_assignment ORDER BY beat_id")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            statement.execute("SELECT id FROM beat_assignment WHERE id = '" + ids.get(OFFICERS / 2) + "' FOR UPDATE");
            CompletableFuture<Void> sent = send(planner, plan, publication);
            Awaited.until("a publication that waits for the row", () -> {
                assertThat(sent.isDone()).as("the publication is over").isFalse();
                return isWaitedFor(statement);
            });
            server.kill();
            sent.handle((done, failed) -> "over").join();
        } catch (SQLException e) {
            // On H2 the killed server was the one that served this connection too.
            assertThat(database.product()).isEqualTo(TestDatabase.Product.H2GIS);
        }
    }

    private boolean isWaitedFor(Statement statement) throws SQLException {
        String waiting = database.product() == TestDatabase.Product.H2GIS
                ? "SELECT count(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL"
                : "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        try (ResultSet count = statement.executeQuery(waiting)) {
            return count.next() && count.getInt(1) > 0;
        }
    }

    private static CompletableFuture<Void> send(Visitor planner, String plan, String publication) {
        return CompletableFuture.runAsync(() -> planner.post(plan + "/entry", publication));
    }

    /** Returns "before" or "after", and fails on anything between. */
    private String state() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            String last = "(SELECT plan FROM plan_term WHERE is_last)";
            String plan = one(statement, "SELECT name FROM plan WHERE id = " + last);
            String open = " FROM beat_assignment a JOIN plan p ON p.id = a.plan WHERE a.valid_to = DATE '9999-12-31'";
            assertThat(one(statement, "SELECT count(*)" + open + " AND p.id = " + last))
                    .as("officers of the plan in force")
                    .isEqualTo(String.valueOf(OFFICERS));
            assertThat(one(statement, "SELECT count(*)" + open + " AND p.id <> " + last))
                    .as("officers left behind")
                    .isEqualTo("0");
            assertThat(one(statement, "SELECT count(DISTINCT a.officer)" + open))
                    .isEqualTo(String.valueOf(OFFICERS));
            assertThat(one(statement, "SELECT count(*) FROM plan_term")).isEqualTo(plan.equals("The next") ? "2" : "1");
            return plan.equals("The next") ? "after" : "before";
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }

    private KillableServer start() throws Exception {
        return database.product() == TestDatabase.Product.H2GIS
                ? KillableServer.start("--data", data.toString())
                : KillableServer.start("--data", data.toString(), "--postgis", database.url());
    }

    private int verify() throws Exception {
        return database.product() == TestDatabase.Product.H2GIS
                ? KillableServer.run("audit", "verify", "--data", data.toString())
                : KillableServer.run("audit", "verify", "--data", data.toString(), "--db", database.url());
    }

    private Connection connect() throws SQLException {
        return database.product() == TestDatabase.Product.H2GIS
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + data.resolve("copse").toAbsolutePath() + ";AUTO_SERVER=TRUE", "copse", "")
                : DriverManager.getConnection(database.url());
    }

    private static String proposed(Visitor planner) throws Exception {
        String units = "";
        for (JsonNode layer : Visitor.json(planner.get("/api/v1/layers"))) {
            if (layer.get("kind").asString().equals("UNITS")) {
                units = layer.get("id").asString();
            }
        }
        String scenario = planner.post(
                        "/api/v1/scenarios",
                        "{\"name\":\"Next\",\"layers\":{\"units\":\"" + units
                                + "\"},\"officers\":40,\"sectors\":6,\"budgetSeconds\":2}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String job = planner.post(scenario + "/jobs", "")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Awaited.until("the scenario's proposal", () -> Visitor.json(planner.get(job)), found -> found.get("state")
                .asString()
                .equals("succeeded"));
        return scenario;
    }

    private static String publication(Visitor planner, String plan) {
        JsonNode proposal = Visitor.json(planner.get(Adopting.carryOver(plan)));
        assertThat(proposal.get("assignments").size()).isEqualTo(OFFICERS);
        List<String> free = new ArrayList<>(proposal.get("beats").findValuesAsString("id"));
        proposal.get("assignments").forEach(item -> free.remove(item.get("beat").asString("")));
        StringBuilder chosen = new StringBuilder();
        for (JsonNode item : proposal.get("assignments")) {
            // Somebody whose residents all went elsewhere gets a beat that is left.
            String beat = item.get("beat").isNull()
                    ? free.remove(0)
                    : item.get("beat").asString();
            chosen.append(chosen.isEmpty() ? "" : ",")
                    .append("{\"assignment\":\"" + item.get("assignment").asString() + "\",\"beat\":\"" + beat + "\"}");
        }
        return "{\"withoutContacts\":true,\"reason\":\"For the test\",\"carryOver\":{\"basis\":\""
                + proposal.get("basis").asString() + "\",\"assignments\":[" + chosen + "]}}";
    }
}
