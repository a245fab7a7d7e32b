package org.copse.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.copse.server.Awaited;
import org.copse.server.KillableServer;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server that is killed while several people change things: what is there is recorded, and what is recorded is there. */
@OnBothDatabases
class KilledWhileRecordingIT {
    private static final String PASSWORD = "correct horse battery";
    private static final int PEOPLE = 4;
    private static final int KILLS = 2;

    private final TestDatabase database;

    @TempDir
    Path folder;

    KilledWhileRecordingIT(TestDatabase database) {
        this.database = database;
    }

    private boolean embedded() {
        return database.product() == TestDatabase.Product.H2GIS;
    }

    private KillableServer start() throws IOException {
        String data = folder.resolve("data").toString();
        return embedded()
                ? KillableServer.start("--empty", "--data", data)
                : KillableServer.start("--empty", "--data", data, "--postgis", database.url());
    }

    private DataSource source() {
        return embedded()
                ? new DriverManagerDataSource(
                        "jdbc:h2:file:" + folder.resolve("data/copse") + ";AUTO_SERVER=TRUE;IFEXISTS=TRUE", "copse", "")
                : database.dataSource();
    }

    @Test
    void leavesAChainThatVerifiesAndAnEntryForEachChange() throws Exception {
        int answered = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            answered += changeThingsUntilKilled();
            check(answered);
        }
        // Started once more and stopped in order, it goes on where it was.
        try (KillableServer last = start()) {
            assertThat(last.visitor().signIn("Founder", PASSWORD).statusCode()).isEqualTo(303);
        }
        check(answered);
    }

    private int changeThingsUntilKilled() throws Exception {
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> people = new ArrayList<>();
        try (KillableServer server = start()) {
            if (server.setUpToken().isPresent()) {
                assertThat(server.visitor()
                                .post(
                                        "/api/v1/setup",
                                        "{\"token\":\"" + server.setUpToken().get()
                                                + "\",\"username\":\"Founder\",\"password\":\"" + PASSWORD + "\"}")
                                .statusCode())
                        .isEqualTo(201);
            }
            for (int person = 0; person < PEOPLE; person++) {
                Visitor visitor = server.visitor();
                assertThat(visitor.signIn("Founder", PASSWORD).statusCode()).isEqualTo(303);
                String name = "by " + person;
                Thread thread = new Thread(() -> change(visitor, name, answered, over));
                thread.start();
                people.add(thread);
            }
            Awaited.until("forty layers that were stored", answered::get, count -> count >= 40);
        }
        over.set(true);
        for (Thread thread : people) {
            thread.join();
        }
        assertThat(answered.get()).isGreaterThanOrEqualTo(40);
        return answered.get();
    }

    /** Imports layers, one after the other, until the server is gone. */
    private static void change(Visitor visitor, String name, AtomicInteger answered, AtomicBoolean over) {
        try {
            while (!over.get()) {
                int status = TownFiles.upload(
                                visitor, "u.geojson", TownFiles.units(), Map.of("kind", "UNITS", "name", name))
                        .statusCode();
                if (status == 201) {
                    answered.incrementAndGet();
                }
            }
        } catch (IllegalStateException e) {
            // The server was killed in the middle of this one.
        }
    }

    private void check(int answered) throws IOException {
        Path audit = folder.resolve("data/audit");
        List<SignedHead> heads = SignedHead.read(audit.resolve("heads.jsonl"));
        assertThat(heads).isNotEmpty();
        assertThat(Files.exists(SigningKey.publicFile(audit))).isTrue();
        AuditReport report = AuditVerification.verify(
                source(), heads, List.of(SigningKey.in(audit).publicKey()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.heads()).isEqualTo(heads.size());

        JdbcClient jdbc = JdbcClient.create(source());
        List<String> layers = jdbc.sql("SELECT CAST(id AS varchar(36)) FROM layer ORDER BY 1")
                .query(String.class)
                .list();
        List<String> recorded = jdbc.sql(
                        "SELECT subject_id FROM audit_entry WHERE action = 'layer.imported' ORDER BY subject_id")
                .query(String.class)
                .list();
        assertThat(recorded).containsExactlyElementsOf(layers);
        assertThat(layers.size()).isBetween(answered, answered + PEOPLE * KILLS);
    }
}
