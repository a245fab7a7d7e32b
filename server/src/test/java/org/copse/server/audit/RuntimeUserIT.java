package org.copse.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the server's own database user can do to the log. */
@OnBothDatabases
class RuntimeUserIT {
    private static final String LAYER =
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"name":"School"},
             "geometry":{"type":"Point","coordinates":[2.72,51.42]}}]}
            """;

    private final TestDatabase database;

    RuntimeUserIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void worksAndAddsToTheLogAndCannotChangeIt() {
        if (database.product() == TestDatabase.Product.H2GIS) {
            // The embedded database has one user, who owns everything: there, a change shows, and is not prevented.
            theEmbeddedDatabaseShowsIt();
            return;
        }
        String user = "copse_run_" + UUID.randomUUID().toString().substring(0, 8);
        database.jdbc().sql("CREATE ROLE " + user + " LOGIN PASSWORD 'runtime'").update();
        DriverManagerDataSource runtime = new DriverManagerDataSource(
                database.url().replaceFirst("user=[^&]*", "user=" + user) + "&password=runtime");
        try (RunningServer server = RunningServer.start(
                runtime,
                "copse.accounts.demo=true",
                "spring.flyway.url=" + database.url(),
                "spring.flyway.user=copse")) {
            Visitor planner = server.visitor().signInAs("planner");
            assertThat(upload(planner)).isEqualTo(201);
            JdbcClient jdbc = JdbcClient.create(runtime);
            assertThat(jdbc.sql("SELECT action FROM audit_entry ORDER BY seq")
                            .query(String.class)
                            .list())
                    .containsExactly("sign.in", "layer.imported");
            refusesEveryChange(jdbc);
            assertThat(AuditVerification.verify(runtime, List.of(), List.of()).intact())
                    .isTrue();
            assertThatThrownBy(() -> new AuditMaintenance(runtime, Clock.systemUTC())
                            .erase(new AuditMaintenance.Erasure("planner", false, List.of()), "x", "y"))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        } finally {
            database.jdbc().sql("DROP OWNED BY " + user).update();
            database.jdbc().sql("DROP ROLE " + user).update();
        }
    }

    private static void refusesEveryChange(JdbcClient jdbc) {
        for (String statement : List.of(
                "UPDATE audit_entry SET action = 'x'",
                "UPDATE audit_entry SET hash = 'x' WHERE seq = 1",
                "DELETE FROM audit_entry WHERE seq = 1",
                "TRUNCATE audit_entry CASCADE",
                "UPDATE audit_personal SET content = 'x'",
                "DELETE FROM audit_personal",
                "TRUNCATE audit_personal",
                "INSERT INTO audit_checkpoint SELECT 1, 'h', CURRENT_TIMESTAMP, 'k', 's'",
                "DELETE FROM audit_checkpoint",
                "DELETE FROM audit_lock",
                "ALTER TABLE audit_entry ADD COLUMN x integer",
                "DROP TABLE audit_personal",
                "CREATE TRIGGER t BEFORE INSERT ON audit_entry EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "UPDATE flyway_schema_history SET success = TRUE",
                "CREATE TABLE mine (id integer)")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).as(statement).satisfies(RuntimeUserIT::isRefused);
        }
    }

    /** By the database's own code for a privilege that is lacking, or for who is not the owner. */
    private static void isRefused(Throwable failure) {
        assertThat(failure).rootCause().isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .isEqualTo("42501"));
    }

    private static int upload(Visitor planner) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nPLACES\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.geojson\"\r\n\r\n" + LAYER
                + "\r\n--x--\r\n";
        return planner.exchange(
                        "POST",
                        "/api/v1/layers",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "multipart/form-data; boundary=x",
                        "X-CSRF-TOKEN",
                        planner.csrf())
                .statusCode();
    }

    private void theEmbeddedDatabaseShowsIt() {
        AuditLog log = AuditLog.of(database.dataSource(), Clock.systemUTC());
        log.record(AuditEvent.of(AuditAction.SIGN_IN).by("Anna"));
        log.record(AuditEvent.of(AuditAction.SIGN_OUT).by("Anna"));
        assertThat(database.jdbc().sql("DELETE FROM audit_entry WHERE seq = 1").update())
                .isEqualTo(1);
        assertThat(AuditVerification.verify(database.dataSource(), List.of(), List.of())
                        .intact())
                .isFalse();
    }
}
