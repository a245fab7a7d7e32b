package org.copse.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.server.Visitor;
import org.copse.server.cli.CopseCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the middle of a job, as by a power cut, and one that follows it on the same data. */
class KilledServerIT {
    private static final Pattern ADDRESS = Pattern.compile("Copse is ready: (http://\\S+?)/?");

    @Test
    void failsTheJobAndSaysSoAndNeitherLosesNorRepeatsIt(@TempDir Path data) throws Exception {
        String scenario;
        String job;
        try (Killable first = Killable.start(data)) {
            Visitor planner = first.visitor().signInAs("planner");
            scenario = scenario(planner);
            job = planner.post(scenario + "/jobs", "")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            until(planner, job, "searching");
        }

        try (Killable second = Killable.start(data)) {
            Visitor planner = second.visitor().signInAs("planner");
            JsonNode found = until(planner, job, "failed");

            assertThat(found.get("message").asString()).contains("Start it again");
            assertThat(found.get("problem").get("code").asString()).isEqualTo("job-interrupted");
            assertThat(Visitor.json(planner.get(scenario)).get("job").asString())
                    .isEqualTo(found.get("id").asString());

            String again = planner.post(scenario + "/jobs", "")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            until(planner, again, "searching");
            planner.send("DELETE", again, "");
            until(planner, again, "cancelled");
            assertThat(Visitor.json(planner.get(job)).get("state").asString()).isEqualTo("failed");
        }
    }

    private static String scenario(Visitor planner) {
        String units = "";
        for (JsonNode layer : Visitor.json(planner.get("/api/v1/layers"))) {
            if (layer.get("kind").asString().equals("UNITS")) {
                units = layer.get("id").asString();
            }
        }
        return planner.post(
                        "/api/v1/scenarios",
                        "{\"name\":\"Long\",\"layers\":{\"units\":\"" + units
                                + "\"},\"officers\":40,\"sectors\":6,\"budgetSeconds\":900}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Waits until the job is in that phase with a plan found, or in that state. */
    private static JsonNode until(Visitor planner, String job, String wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < deadline) {
            JsonNode found = Visitor.json(planner.get(job));
            boolean searching = found.get("state").asString().equals("running")
                    && !found.get("bestScore").isNull();
            if (found.get("state").asString().equals(wanted) || (wanted.equals("searching") && searching)) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(
                wanted + " not seen within 120 s: " + planner.get(job).body());
    }

    /** A server in a process of its own. Closing it kills it without a warning. */
    private record Killable(Process process, URI root) implements AutoCloseable {

        static Killable start(Path data) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    CopseCommand.class.getName(),
                    "serve",
                    "--port",
                    "0",
                    "--data",
                    data.toString()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            StringBuilder seen = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.append(line).append('\n');
                Matcher address = ADDRESS.matcher(line);
                if (address.matches()) {
                    Thread drain = new Thread(() -> lines.lines().forEach(ignored -> {}));
                    drain.setDaemon(true);
                    drain.start();
                    return new Killable(process, URI.create(address.group(1)));
                }
            }
            throw new AssertionError("The server did not start:\n" + seen);
        }

        Visitor visitor() {
            return new Visitor(root);
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
