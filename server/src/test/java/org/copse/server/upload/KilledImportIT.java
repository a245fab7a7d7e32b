package org.copse.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.copse.server.Awaited;
import org.copse.server.KillableServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the middle of an import, and one that follows it on the same data. */
class KilledImportIT {
    private static final int INCIDENTS = 200_000;
    private static final String IMPORT = "{\"kind\":\"INCIDENTS\",\"name\":\"Calls\"}";

    @Test
    void leavesNoHalfLayerInTheEmbeddedDatabase(@TempDir Path data) throws Exception {
        killedAndStartedAgain("jdbc:h2:file:" + data.resolve("copse") + ";AUTO_SERVER=TRUE", "--data", data.toString());
    }

    @Test
    void leavesNoHalfLayerInPostgis() throws Exception {
        if (System.getenv("COPSE_TEST_POSTGIS") == null && !"true".equals(System.getenv("CI"))) {
            Assumptions.abort("Skipped: COPSE_TEST_POSTGIS is not set");
        }
        try (TestDatabase database = TestDatabase.create(TestDatabase.Product.POSTGIS)) {
            killedAndStartedAgain(database.url(), "--postgis", database.url());
        }
    }

    private static void killedAndStartedAgain(String url, String... options) throws Exception {
        String upload;
        List<Long> before;
        try (KillableServer first = KillableServer.start(options)) {
            Visitor planner = first.visitor().signInAs("planner");
            before = rows(url);
            upload = TownFiles.send(planner, Map.of("calls.csv", incidents()))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            String job = started(planner, upload);
            until(planner, job, found -> found.get("count").asLong() >= 40_000);
            assertThat(Visitor.json(planner.get(job)).get("state").asString()).isEqualTo("running");
        }

        try (KillableServer second = KillableServer.start(options)) {
            Visitor planner = second.visitor().signInAs("planner");
            assertThat(rows(url)).as("layers, features and blocks").isEqualTo(before);
            JsonNode waiting = Visitor.json(planner.get("/api/v1/uploads")).get(0);
            String killed = "/api/v1/jobs/" + waiting.get("job").asString();
            JsonNode interrupted = until(
                    planner, killed, found -> found.get("state").asString().equals("failed"));
            assertThat(interrupted.get("problem").get("code").asString()).isEqualTo("job-interrupted");

            JsonNode again = until(planner, started(planner, upload), KilledImportIT::isOver);
            assertThat(again.get("state").asString()).as(again.toString()).isEqualTo("succeeded");
            JsonNode layer = Visitor.json(planner.get("/api/v1/layers/"
                    + Visitor.json(planner.get(upload)).get("layer").asString()));
            assertThat(layer.get("version").asInt()).isEqualTo(1);
            assertThat(layer.get("features").asInt()).isEqualTo(INCIDENTS);
        }
    }

    private static String started(Visitor planner, String upload) {
        return planner.post(upload + "/import", IMPORT)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static boolean isOver(JsonNode job) {
        String state = job.get("state").asString();
        return !state.equals("queued") && !state.equals("running");
    }

    private static JsonNode until(Visitor planner, String job, Predicate<JsonNode> wanted) throws Exception {
        return Awaited.until("what the test waits for of " + job, () -> Visitor.json(planner.get(job)), wanted);
    }

    /** Counts what an import writes, beside the server. */
    private static List<Long> rows(String url) {
        SingleConnectionDataSource source = url.startsWith("jdbc:h2")
                ? new SingleConnectionDataSource(url, "copse", "", true)
                : new SingleConnectionDataSource(url, true);
        try {
            JdbcClient jdbc = JdbcClient.create(source);
            return List.of("layer", "layer_feature", "layer_block", "layer_difference").stream()
                    .map(table -> jdbc.sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single())
                    .toList();
        } finally {
            source.destroy();
        }
    }

    private static byte[] incidents() {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("id,date,category,initiator,lon,lat\n");
        for (int i = 0; i < INCIDENTS; i++) {
            csv.append('i')
                    .append(i)
                    .append(",2025-03-10,nuisance,resident,")
                    .append(String.format(Locale.ROOT, "%.5f", 2.7 + 0.06 * random.nextDouble()))
                    .append(',')
                    .append(String.format(Locale.ROOT, "%.5f", 51.4 + 0.04 * random.nextDouble()))
                    .append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
