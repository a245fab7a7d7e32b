package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.copse.server.Awaited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sun.misc.Signal;
import tools.jackson.databind.JsonNode;

/** Abstract graphs on the command line: a grid of five by five cells of 100 m, in five beats of five. */
class GraphPlanIT {

    private static final int SIDE = 5;

    @TempDir
    Path folder = Path.of("");

    private Path out = Path.of("");

    @BeforeEach
    void drawAGrid() throws IOException {
        out = folder.resolve("plan");
        draw(SIDE, 100);
    }

    private void draw(int side, int metres) throws IOException {
        List<String> units = new ArrayList<>(List.of("id,pop,x,y"));
        List<String> edges = new ArrayList<>(List.of("a,b"));
        for (int u = 0; u < side * side; u++) {
            units.add("u" + u + ",1," + metres * (u % side) + "," + metres * (u / side));
            if (u % side > 0) {
                edges.add("u" + (u - 1) + ",u" + u);
            }
            if (u >= side) {
                edges.add("u" + (u - side) + ",u" + u);
            }
        }
        Files.write(folder.resolve("units.csv"), units);
        Files.write(folder.resolve("edges.csv"), edges);
    }

    private CommandRun plan(String... more) {
        return CommandRun.plan(options(), more);
    }

    private List<String> options() {
        return List.of("--graph", folder.toString(), "--out", out.toString(), "--beats", "5");
    }

    @Test
    void provesThatTheGridIsPlannedAsWellAsCanBeWithDistancesTruncated() {
        CommandRun run = plan("--lower=5", "--upper=5", "--iterations=2000000", "--distance=truncated");

        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode bound = CommandRun.json(out.resolve("report.json")).path("bound");
        assertThat(bound.path("rounding").asString()).isEqualTo("truncated");
        // The published optimum. With exact distances it would be 240,000.
        assertThat(bound.path("inertiaAboutUnits").asDouble()).isEqualTo(239_524);
        assertThat(bound.path("lower").asDouble()).isBetween(239_500.0, 239_524.0);
        assertThat(bound.path("gap").asDouble()).isLessThan(1e-4);
        assertThat(bound.path("inertiaAboutMeans").asDouble()).isPositive();
    }

    @Test
    void exactDistancesAndThoseOfMetaJson() throws IOException {
        assertThat(plan("--lower=5", "--upper=5", "--iterations=500000", "--distance=exact")
                        .exit())
                .isZero();
        JsonNode exact = CommandRun.json(out.resolve("report.json")).path("bound");
        assertThat(exact.path("rounding").asString()).isEqualTo("exact");
        assertThat(exact.path("lower").asDouble()).isGreaterThan(239_600);
        Files.writeString(folder.resolve("meta.json"), "{\"level\": \"grid\"}");
        assertThat(plan("--lower=5", "--upper=5", "--iterations=500000").exit()).isZero();
        assertThat(CommandRun.json(out.resolve("report.json"))
                        .path("bound")
                        .path("rounding")
                        .asString())
                .isEqualTo("truncated");
        Files.writeString(folder.resolve("meta.json"), "{\"level\": \"county\"}");
        draw(SIDE, 10_000);
        assertThat(plan("--lower=5", "--upper=5", "--iterations=500000").exit()).isZero();
        assertThat(CommandRun.json(out.resolve("report.json"))
                        .path("bound")
                        .path("rounding")
                        .asString())
                .isEqualTo("km");
    }

    @Test
    void refusesRoundingsThatThereAreNot() {
        assertThat(plan("--distance=miles").err()).contains("--distance is \"miles\": give exact, km or truncated.");
        assertThat(plan("--distance=km", "--inertia=mean").exit()).isEqualTo(2);
        assertThat(plan("--inertia=unit-km").err()).contains("--inertia is \"unit-km\": give mean or unit.");
    }

    @Test
    void theLastPointOfTheScoreOverTimeIsTheScore() {
        assertThat(plan("--iterations=300000").exit()).isZero();
        JsonNode report = CommandRun.json(out.resolve("report.json"));
        JsonNode points = report.path("scoreOverTime");
        assertThat(points.path(points.size() - 1).path("score").asDouble())
                .isEqualTo(report.path("score").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units.csv | u3,1,300,0 | u3,NaN,300,0    | units.csv row 4  | pop is \"NaN\"",
                "units.csv | u3,1,300,0 | u3,-7,300,0     | units.csv row 4  | pop is -7.0, below 0",
                "units.csv | u3,1,300,0 | u3,much,300,0   | units.csv row 4  | pop is \"much\"",
                "units.csv | u3,1,300,0 | u2,1,300,0      | units.csv row 4  | two units have the id u2",
                "units.csv | u3,1,300,0 | u3,1,east,0     | units.csv row 4  | x is \"east\"",
                "edges.csv | u0,u1      | u0,u0           | edges.csv row 1  | unit u0 cannot be its own neighbour",
                "edges.csv | u0,u1      | u0,u99          | edges.csv row 1  | no unit has the id u99",
                "edges.csv | u0,u1      | u1,u0;u0,u1     | edges.csv        | is one-sided",
                "edges.csv | u0,u1      | u0,u1;u0,u1     | edges.csv row 2  | the edge u0-u1 is there already"
            })
    void namesFileRowAndValueOfWhatIsNoGraph(String file, String was, String is, String where, String what)
            throws IOException {
        Path path = folder.resolve(file);
        List<String> rows = new ArrayList<>(Files.readAllLines(path));
        int row = rows.indexOf(was);
        rows.remove(row);
        rows.addAll(row, List.of(is.split(";", -1)));
        Files.write(path, rows);

        CommandRun run = plan("--iterations=1000");

        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains(where, what, "Nothing was written.");
    }

    @Test
    void refusesMoreBeatsThanUnits() {
        CommandRun run = CommandRun.plan(
                List.of("--graph", folder.toString(), "--out", out.toString(), "--beats", "26", "--iterations", "9"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--beats is 26, but there are 25 units");
    }

    @Test
    void writesTheBestPlanUntilItIsStopped() throws Exception {
        draw(40, 100);
        StringWriter err = new StringWriter();
        CompletableFuture<CommandRun> running =
                CompletableFuture.supplyAsync(() -> CommandRun.plan(err, options(), "--budget=30m"));
        // Until somebody listens, the signal would end this test's own process. Ctrl-C itself is ignored by processes
        // in the background.
        Awaited.until("a plan that was found", err::toString, said -> said.contains(", best "));
        Signal.raise(new Signal("TERM"));

        CommandRun run = running.get(5, TimeUnit.MINUTES);

        assertThat(run.exit()).isEqualTo(130);
        assertThat(run.err()).contains("Stopped: this is the best plan until then.");
        assertThat(Files.readAllLines(out.resolve("assignment.csv"))).hasSize(1_601);
        assertThat(CommandRun.json(out.resolve("report.json")).path("cancelled").asBoolean())
                .isTrue();
    }
}
