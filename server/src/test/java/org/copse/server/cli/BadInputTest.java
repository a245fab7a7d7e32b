package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Values that no plan can rest on end with exit code 3 and say what to do. Two square kilometres near Brussels. */
class BadInputTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> options = new ArrayList<>();

    @BeforeEach
    void drawTwoUnits() throws IOException {
        give(
                "--units",
                "units.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [" + square("A", 4.30, 1000) + ","
                        + square("B", 4.31, 900) + "]}");
        options.addAll(List.of("--id", "ID", "--iterations", "200", "--officers", "2", "--sectors", "1"));
        options.addAll(List.of("--out", folder.resolve("plan").toString()));
    }

    private static String square(String id, double west, long residents) {
        double east = west + 0.01;
        return "{\"type\": \"Feature\", \"properties\": {\"ID\": \"" + id + "\", \"POP\": " + residents
                + "}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[" + west + ", 50.8], [" + east
                + ", 50.8], [" + east + ", 50.81], [" + west + ", 50.81], [" + west + ", 50.8]]]}}";
    }

    private void give(String option, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        options.addAll(List.of(option, file.toString()));
    }

    @Test
    void tableWithSeveralYearsNeedsAChoice() throws IOException {
        give("--population-table", "pop.csv", "Code,Year,People\nA,2001,10\nA,2015,20\nB,2001,30\nB,2015,40\n");
        CommandRun run = CommandRun.plan(options, "--join", "Code", "--population", "People");
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("2 rows repeat the key", "--table-filter Year=2015");
        CommandRun chosen =
                CommandRun.plan(options, "--join", "Code", "--population", "People", "--table-filter", "Year=2015");
        assertThat(chosen.exit()).as(chosen.err()).isIn(0, 4);
    }

    @Test
    void unitLockedToTwoBeatsIsRefused() throws IOException {
        give("--locks", "locks.csv", "unit_id,beat_id\nA,1\nB,2\nA,2\n");
        CommandRun run = plan();
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("row 3", "the unit A is locked to beat 1 already, and here to 2");
    }

    @Test
    void lockThatCannotBeReadIsRefused() throws IOException {
        give("--locks", "locks.csv", "unit_id,beat_id\nA,1\nB,2,3\n");
        CommandRun run = plan();
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("1 rows cannot be used", "fields-more-than-headers");
    }

    @Test
    void locksAreAmongTheImports() throws IOException {
        give("--locks", "locks.csv", "unit_id,beat_id\nA,1\nB,2\n");
        CommandRun run = plan();
        assertThat(run.exit()).as(run.err()).isIn(0, 4);
        JsonNode files =
                CommandRun.json(folder.resolve("plan/import-report.json")).path("files");
        assertThat(files.path(files.size() - 1).path("file").asString()).endsWith("locks.csv");
    }

    @Test
    void valueThatTheJoiningRefusesIsBadInput() throws IOException {
        Files.writeString(
                folder.resolve("units.geojson"),
                Files.readString(folder.resolve("units.geojson")).replace("900", "1e300"));
        CommandRun run = plan();
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("joining the files", "Nothing was written.");
    }

    @Test
    void neighbourhoodsElsewhereAreNone() throws IOException {
        give(
                "--neighbourhoods",
                "far.geojson",
                "{\"type\": \"FeatureCollection\", \"features\": [" + square("N", 5.30, 1) + "]}");
        CommandRun run = CommandRun.plan(options, "--population", "POP", "--favour", "communities");
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains("needs neighbourhoods");
    }

    private CommandRun plan() {
        return CommandRun.plan(options, "--population", "POP");
    }
}
