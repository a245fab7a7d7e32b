package org.copse.server.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.copse.server.Awaited;
import org.copse.server.KillableServer;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Many walks under seeded faults, a server killed among them: nothing is lost and nothing is there twice. As many walks as {@code COPSE_SOAK_WALKS} says
 * ({@code bench/walks.sh} says 500).
 */
@OnBothDatabases
class WalkSoakIT {
    private static final String PASSWORD = "correct horse battery";
    private static final int PHONES = 4;
    private static final long SEED = 12;

    private final TestDatabase database;
    private final AtomicReference<Optional<KillableServer>> running = new AtomicReference<>(Optional.empty());
    private final AtomicInteger confirmed = new AtomicInteger();

    @TempDir
    Path folder;

    WalkSoakIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void losesAndDoublesNothing() throws Exception {
        int count = Integer.parseInt(System.getenv().getOrDefault("COPSE_SOAK_WALKS", "20"));
        List<SoakedWalk> walks = IntStream.range(0, count)
                .mapToObj(i -> SoakedWalk.made(new Random(SEED + i)))
                .toList();
        ExecutorService phones = Executors.newFixedThreadPool(PHONES);
        try {
            running.set(Optional.of(start()));
            setUp(running.get().orElseThrow());
            List<Future<?>> ends = new ArrayList<>();
            for (int phone = 0; phone < PHONES; phone++) {
                int first = phone;
                ends.add(phones.submit(() -> {
                    for (int i = first; i < count; i += PHONES) {
                        send(walks.get(i), new Random(SEED * 1000 + first * 100L + i));
                    }
                    return null;
                }));
            }
            Awaited.until("a third of the walks", confirmed::get, done -> done >= count / 3);
            running.getAndSet(Optional.empty()).orElseThrow().kill();
            running.set(Optional.of(start()));
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            phones.shutdownNow();
            running.get().ifPresent(KillableServer::close);
        }
        Map<String, String> expected = new TreeMap<>();
        walks.forEach(walk -> expected.putAll(walk.rows()));
        assertThat(stored()).isEqualTo(expected);
        assertThat(photos()).isEqualTo(count);
    }

    /** Sends one walk as a phone does that believes the manifest alone, until all of it is there. */
    private void send(SoakedWalk walk, Random faults) throws Exception {
        while (true) {
            KillableServer server =
                    Awaited.until("a server", running::get, Optional::isPresent).orElseThrow();
            try {
                Visitor officer = server.visitor();
                assertThat(officer.signIn("Founder", PASSWORD).statusCode()).isEqualTo(303);
                Phone phone = new Phone(officer, walk.id());
                while (!walk.isConfirmed(phone)) {
                    walk.sendSome(phone, faults);
                }
                confirmed.incrementAndGet();
                return;
            } catch (IllegalStateException killed) {
                // The server was killed in the middle of this: the next one is asked what it has.
            }
        }
    }

    private static void setUp(KillableServer server) {
        assertThat(server.visitor()
                        .post(
                                "/api/v1/setup",
                                "{\"token\":\"" + server.setUpToken().orElseThrow()
                                        + "\",\"username\":\"Founder\",\"password\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(201);
        Visitor founder = server.visitor();
        assertThat(founder.signIn("Founder", PASSWORD).statusCode()).isEqualTo(303);
        String id =
                Visitor.json(founder.get("/api/v1/accounts")).get(0).get("id").asString();
        assertThat(founder.send(
                                "PUT",
                                "/api/v1/accounts/" + id,
                                "{\"roles\":[\"ADMIN\",\"OFFICER\"],\"enabled\":true,\"reason\":\"Walks\"}")
                        .statusCode())
                .isLessThan(300);
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

    private JdbcClient jdbc() {
        DataSource source = embedded()
                ? new DriverManagerDataSource(
                        "jdbc:h2:file:" + folder.resolve("data/copse") + ";AUTO_SERVER=TRUE;IFEXISTS=TRUE", "copse", "")
                : database.dataSource();
        return JdbcClient.create(source);
    }

    private Map<String, String> stored() {
        Map<String, String> rows = new TreeMap<>();
        jdbc().sql("SELECT walk, kind, item, version, sha256 FROM walk_record").query(rs -> {
            rows.put(
                    rs.getString("walk") + " " + rs.getString("kind") + " " + rs.getString("item") + " "
                            + rs.getInt("version"),
                    rs.getString("sha256"));
        });
        return rows;
    }

    private int photos() {
        return jdbc().sql("SELECT count(*) FROM walk_photo WHERE jpeg IS NOT NULL AND received = total")
                .query(Integer.class)
                .single();
    }
}
