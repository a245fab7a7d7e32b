package org.copse.server.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.copse.server.Awaited;
import org.copse.server.OnBothDatabases;
import org.copse.server.RunningServer;
import org.copse.server.TestDatabase;
import org.copse.server.TownFiles;
import org.copse.server.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Send, look, choose, import: over HTTP. */
@OnBothDatabases
class UploadControllerIT {
    private final TestDatabase database;
    private final RunningServer server;
    private final Visitor planner;

    UploadControllerIT(TestDatabase database) {
        this.database = database;
        server = database.shared(RunningServer.class, () -> RunningServer.start(database, "copse.accounts.demo=true"));
        planner = server.visitor().signInAs("planner");
    }

    @Test
    void importsAFileAsChosenAndSaysWhichLayerItBecame() throws Exception {
        String upload = sent("incidents.csv", TownFiles.incidents());

        JsonNode proposed = Visitor.json(planner.post(upload + "/preview", "{}"));
        JsonNode chosen = Visitor.json(planner.post(upload + "/preview", "{\"kind\":\"INCIDENTS\"}"));
        JsonNode job = over(planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\",\"name\":\"Calls\"}"));

        assertThat(proposed.get("kinds").get(0).get("kind").asString()).isEqualTo("INCIDENTS");
        assertThat(chosen.get("rows").get(0).get("values").get("category").asString())
                .isEqualTo("nuisance");
        assertThat(chosen.get("roles").findValuesAsString("field")).contains("date", "category", "initiator");
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.get("kind").asString()).isEqualTo("import");
        JsonNode after = Visitor.json(planner.get(upload));
        assertThat(after.get("state").asString()).isEqualTo("succeeded");
        JsonNode layer =
                Visitor.json(planner.get("/api/v1/layers/" + after.get("layer").asString()));
        assertThat(layer.get("name").asString()).isEqualTo("Calls");
        assertThat(layer.get("features").asInt()).isEqualTo(12);
        assertThat(chunks(upload)).isZero();
        assertThat(planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void readsTheFilesOfOneShapefileTogether() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (InputStream zip = Objects.requireNonNull(getClass().getResourceAsStream("/sample-city/units.zip"));
                ZipInputStream entries = new ZipInputStream(zip)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                parts.put(entry.getName(), entries.readAllBytes());
            }
        }
        assertThat(parts).hasSizeGreaterThan(2);

        HttpResponse<String> sent = TownFiles.send(planner, parts);
        String upload = sent.headers().firstValue("Location").orElseThrow();
        JsonNode job = over(
                planner.post(
                        upload + "/import",
                        "{\"kind\":\"UNITS\",\"source\":\"census\",\"purpose\":\"planning\",\"legalBasis\":\"statistics act\"}"));

        assertThat(Visitor.json(sent).get("fileName").asString()).isEqualTo("units.zip");
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.get("count").asInt()).isEqualTo(180);
    }

    @Test
    void keepsAnUploadToTheAccountThatSentIt() throws Exception {
        String upload = sent("incidents.csv", TownFiles.incidents());
        HttpResponse<String> started = planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\"}");
        over(started);
        String job = started.headers().firstValue("Location").orElseThrow();
        database.jdbc()
                .sql("UPDATE upload SET created_by = 'another planner' WHERE id = :id")
                .param("id", id(upload))
                .update();
        database.jdbc()
                .sql("UPDATE planning_job SET created_by = 'another planner' WHERE upload = :id")
                .param("id", id(upload))
                .update();

        assertThat(planner.get(upload).statusCode()).isEqualTo(404);
        assertThat(planner.post(upload + "/preview", "{}").statusCode()).isEqualTo(404);
        assertThat(planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\"}").statusCode())
                .isEqualTo(404);
        assertThat(planner.send("DELETE", upload, "").statusCode()).isEqualTo(404);
        assertThat(planner.get("/api/v1/uploads").body())
                .doesNotContain(id(upload).toString());
        assertThat(planner.get(job).statusCode()).isEqualTo(404);
        assertThat(planner.send("DELETE", job, "").statusCode()).isEqualTo(404);
        assertThat(server.visitor().get(upload).statusCode()).isEqualTo(401);
        assertThat(server.visitor().signInAs("analyst").get(upload).statusCode())
                .isEqualTo(403);
    }

    @Test
    void forgetsAnUploadThatHasExpired() {
        String upload = sent("incidents.csv", TownFiles.incidents());
        database.jdbc()
                .sql("UPDATE upload SET expires_at = created_at WHERE id = :id")
                .param("id", id(upload))
                .update();

        assertThat(planner.get(upload).statusCode()).isEqualTo(404);
        assertThat(chunks(upload)).isEqualTo(1);
        server.bean(Uploads.class).deleteExpired();
        assertThat(chunks(upload)).isZero();
    }

    @Test
    void leavesTheDatabaseAsItWasWhenAFileIsRefused() throws Exception {
        int layers = layers();
        String upload = sent("wrong.csv", TownFiles.incidents().replace("lon,lat", "lon,north"));

        JsonNode job = over(planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\"}"));

        assertThat(job.get("state").asString()).isEqualTo("failed");
        assertThat(job.get("problem").get("code").asString()).isEqualTo("role-missing");
        assertThat(layers()).isEqualTo(layers);
        assertThat(rows("layer_block", "layer_feature", "layer")).isEqualTo(rowsOfStoredLayers());

        JsonNode again = over(
                planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\",\"roles\":{\"X\":\"lon\",\"Y\":\"north\"}}"));
        assertThat(again.get("state").asString()).as(again.toString()).isEqualTo("succeeded");
    }

    @Test
    void storesNothingOfAnImportThatIsCancelled() throws Exception {
        int layers = layers();
        String upload = sent("many.csv", manyIncidents(300_000));
        HttpResponse<String> started = planner.post(upload + "/import", "{\"kind\":\"INCIDENTS\"}");
        String job = started.headers().firstValue("Location").orElseThrow();
        until(
                job,
                found -> found.get("state").asString().equals("running")
                        && found.get("count").asLong() >= 1_000);

        assertThat(planner.send("DELETE", job, "").statusCode()).isEqualTo(202);

        JsonNode over = until(job, UploadControllerIT::isOver);
        assertThat(over.get("state").asString()).as(over.toString()).isEqualTo("cancelled");
        assertThat(layers()).isEqualTo(layers);
        assertThat(rows("layer_block", "layer_feature", "layer")).isEqualTo(rowsOfStoredLayers());
        assertThat(Visitor.json(planner.get(upload)).get("layer").isNull()).isTrue();
        assertThat(planner.send("DELETE", upload, "").statusCode()).isEqualTo(204);
    }

    @Test
    void saysWhatANewVersionChanges() throws Exception {
        String first = layerOf("Blocks", TownFiles.units());
        String scenario = planner.post(
                        "/api/v1/scenarios",
                        "{\"name\":\"North\",\"officers\":2,\"sectors\":1,\"layers\":{\"units\":\"" + first + "\"}}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(Visitor.json(planner.get(scenario)).get("newer").size()).isZero();

        String second = layerOf(
                "Blocks",
                TownFiles.units()
                        .replaceFirst("\"POP\":100", "\"POP\":250")
                        .replace("\"u35\"", "\"new\"")
                        .replace("2.750000,51.430000", "2.751000,51.430000"));

        JsonNode difference = Visitor.json(planner.get("/api/v1/layers/" + second + "/difference"));
        JsonNode newer = Visitor.json(planner.get(scenario)).get("newer").get(0);
        assertThat(difference.get("added").toString()).isEqualTo("[\"new\"]");
        assertThat(difference.get("removed").toString()).isEqualTo("[\"u35\"]");
        assertThat(difference.get("changed").findValuesAsString("id")).contains("u00");
        assertThat(newer.get("role").asString()).isEqualTo("units");
        assertThat(newer.get("name").asString()).isEqualTo("Blocks");
        assertThat(newer.get("version").asInt()).isEqualTo(1);
        assertThat(newer.get("versions").get(0).get("version").asInt()).isEqualTo(2);
        assertThat(newer.get("versions").get(0).get("change").get("added").asInt())
                .isEqualTo(1);
        assertThat(planner.get("/api/v1/layers/" + first + "/difference").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.json(planner.get(scenario))
                        .get("layers")
                        .get("units")
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void refusesWhatIsNoUpload() {
        assertThat(TownFiles.send(planner, Map.of()).statusCode()).isEqualTo(400);
        String upload = sent("incidents.csv", TownFiles.incidents());
        assertThat(planner.post(upload + "/import", "{}").statusCode()).isEqualTo(400);
        assertThat(planner.post(upload + "/preview", "{\"encoding\":\"klingon\"}")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> broken = planner.post(sent("notes.txt", "\u0000\u0001 no map") + "/preview", "{}");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(Visitor.json(broken).get("code").asString()).isEqualTo("unknown-format");
    }

    private String layerOf(String name, String units) throws Exception {
        String upload = sent("units.geojson", units);
        JsonNode job = over(planner.post(
                upload + "/import", "{\"kind\":\"UNITS\",\"name\":\"" + name + "\",\"roles\":{\"ID\":\"UNIT\"}}"));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("succeeded");
        return Visitor.json(planner.get(upload)).get("layer").asString();
    }

    private String sent(String name, String content) {
        HttpResponse<String> answer = TownFiles.send(planner, Map.of(name, content.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String manyIncidents(int count) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("id,date,category,initiator,lon,lat\n");
        for (int i = 0; i < count; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "i%d,2025-03-10,nuisance,resident,%.5f,%.5f\n",
                    i,
                    2.7 + 0.06 * random.nextDouble(),
                    51.4 + 0.04 * random.nextDouble()));
        }
        return csv.toString();
    }

    private JsonNode over(HttpResponse<String> started) throws Exception {
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return until(started.headers().firstValue("Location").orElseThrow(), UploadControllerIT::isOver);
    }

    private static boolean isOver(JsonNode job) {
        String state = job.get("state").asString();
        return !state.equals("queued") && !state.equals("running");
    }

    private JsonNode until(String job, Predicate<JsonNode> wanted) throws Exception {
        return Awaited.until("what the test waits for of job " + job, () -> Visitor.json(planner.get(job)), wanted);
    }

    private int layers() {
        return Visitor.json(planner.get("/api/v1/layers")).size();
    }

    private String rows(String... tables) {
        StringBuilder counts = new StringBuilder();
        for (String table : tables) {
            counts.append(count("SELECT count(*) FROM " + table)).append(' ');
        }
        return counts.toString();
    }

    /** What the tables would have if layers that everybody sees were all there is. */
    private String rowsOfStoredLayers() {
        return count("SELECT count(*) FROM layer_block b JOIN layer l ON l.id = b.layer WHERE l.features > 0") + " "
                + count("SELECT COALESCE(SUM(features), 0) FROM layer WHERE kind <> 'INCIDENTS'") + " " + layers()
                + " ";
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    private long chunks(String upload) {
        return database.jdbc()
                .sql("SELECT count(*) FROM upload_chunk WHERE upload = :id")
                .param("id", id(upload))
                .query(Long.class)
                .single();
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
