package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command line on the sample city's files. */
class PlanCommandIT {

    @TempDir
    Path folder = Path.of("");

    private Path out = Path.of("");
    private SampleCity city = new SampleCity(Path.of(""));

    @BeforeEach
    void unpack() {
        out = folder.resolve("plan");
        city = new SampleCity(folder);
    }

    @Test
    void writesAPlanWithEveryUnitInOneBeatOfOneSector() throws IOException {
        CommandRun run = plan("--officers", "40", "--sectors", "6", "--iterations", "400000");
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> rows = Files.readAllLines(out.resolve("assignment.csv"));
        assertThat(rows.get(0)).isEqualTo("unit_id,beat_id,sector_id");
        Map<String, String> sectorOfBeat = new HashMap<>();
        Set<String> units = new HashSet<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            assertThat(units.add(cells[0])).as(cells[0]).isTrue();
            assertThat(sectorOfBeat.merge(cells[1], cells[2], (one, other) -> one))
                    .isEqualTo(cells[2]);
        }
        assertThat(units).hasSize(180);
        assertThat(sectorOfBeat).hasSize(40);
        assertThat(new HashSet<>(sectorOfBeat.values())).hasSize(6);
        JsonNode report = CommandRun.json(out.resolve("report.json"));
        assertThat(report.path("beats").size()).isEqualTo(40);
        assertThat(report.path("criteria").size()).isEqualTo(5);
        assertThat(report.path("violations").size()).isZero();
        assertThat(report.path("plan").path("maxDeviation").asDouble()).isLessThanOrEqualTo(0.15);
        assertThatTheReportMeasuresWhatPlansAreMeasuredBy(report);
        assertThat(CommandRun.json(out.resolve("beats.geojson"))
                        .path("features")
                        .size())
                .isEqualTo(40);
        assertThat(CommandRun.json(out.resolve("sectors.geojson"))
                        .path("features")
                        .size())
                .isEqualTo(6);
        JsonNode imports = CommandRun.json(out.resolve("import-report.json"));
        assertThat(imports.path("files").size()).isEqualTo(9);
        assertThat(imports.path("district").path("incidents").path("inside").asLong())
                .isEqualTo(12_000);
        assertThat(siblings()).noneMatch(name -> name.startsWith(".plan"));
    }

    private static void assertThatTheReportMeasuresWhatPlansAreMeasuredBy(JsonNode report) {
        for (JsonNode beat : report.path("beats")) {
            assertThat(beat.path("reock").asDouble()).isBetween(0.05, 1.0);
            assertThat(beat.path("polsbyPopper").asDouble()).isBetween(0.05, 1.0);
            assertThat(beat.path("longestWalkKilometres").asDouble()).isBetween(0.0, 20.0);
            assertThat(beat.has("barriersCrossed")).isTrue();
            assertThat(beat.has("communitiesSplit")).isTrue();
        }
        JsonNode plan = report.path("plan");
        assertThat(plan.path("longestWalkKilometres").asDouble()).isPositive();
        assertThat(plan.path("terms").path("compactness").asDouble()).isPositive();
        JsonNode points = report.path("run").path("scoreOverTime");
        assertThat(points.path(points.size() - 1).path("score").asDouble())
                .isEqualTo(plan.path("score").asDouble());
        assertThat(report.path("boundaries").size()).isBetween(40, 500);
        for (JsonNode stretch : report.path("boundaries")) {
            assertThat(stretch.path("beats").size()).isEqualTo(2);
            assertThat(stretch.path("cause").asString()).isIn("connection", "bounds", "lock", "term", "nothing");
            assertThat(stretch.path("term").isString())
                    .isEqualTo(stretch.path("cause").asString().equals("term"));
        }
        JsonNode bound = report.path("bound");
        assertThat(bound.path("rounding").asString()).isEqualTo("exact");
        assertThat(bound.path("lower").asDouble())
                .isBetween(1.0, bound.path("inertiaAboutUnits").asDouble());
        assertThat(bound.path("inertiaAboutMeans").asDouble())
                .isLessThan(bound.path("inertiaAboutUnits").asDouble());
    }

    @Test
    void sameSeedAndIterationsGiveTheSamePlan() throws IOException {
        plan("--officers", "40", "--sectors", "6", "--iterations", "100000", "--seed", "5");
        String first = Files.readString(out.resolve("assignment.csv"));
        plan("--officers", "40", "--sectors", "6", "--iterations", "100000", "--seed", "5", "--threads", "1");
        assertThat(Files.readString(out.resolve("assignment.csv"))).isEqualTo(first);
    }

    @Test
    void allWritesAFolderPerAlternativeAndMixATwinBesideEach() {
        CommandRun run = plan(
                "--officers", "40", "--favour", "all", "--mix", "ORIG_EU,INCOME:index-low", "--iterations", "100000");
        assertThat(run.exit()).as(run.err()).isIn(0, 4);
        assertThat(out.resolve("import-report.json")).exists();
        for (String favour : List.of("balanced", "compact", "communities", "least-change")) {
            assertThat(out.resolve(favour).resolve("assignment.csv")).exists();
            assertThat(out.resolve(favour).resolve("without-mix").resolve("report.json"))
                    .exists();
            JsonNode report = CommandRun.json(out.resolve(favour).resolve("report.json"));
            assertThat(report.path("favour").asString()).isEqualTo(favour);
            assertThat(report.path("plan").path("hoursByTerm").path("mix").asDouble())
                    .isPositive();
            assertThat(report.path("withoutMix").path("folder").asString()).isEqualTo("without-mix");
        }
        JsonNode twin = CommandRun.json(out.resolve("balanced/without-mix/report.json"));
        assertThat(twin.path("plan").path("hoursByTerm").path("mix").asDouble()).isZero();
    }

    @Test
    void twinHasTheNumbersOfThePlan() throws IOException {
        // without areas in force, which would number both alike
        List<String> options = List.of("--units", city.file("units.zip").toString(), "--out", out.toString());
        CommandRun run = CommandRun.plan(
                options,
                "--id=UNIT_ID",
                "--population=POP",
                "--mix=INCOME:index-low",
                "--officers=20",
                "--iterations=50000");
        assertThat(run.exit()).as(run.err()).isIn(0, 4);
        Map<String, String> twin = beatOfUnit(out.resolve("without-mix/assignment.csv"));
        long moved = beatOfUnit(out.resolve("assignment.csv")).entrySet().stream()
                .filter(unit -> !unit.getValue().equals(twin.get(unit.getKey())))
                .count();
        assertThat(CommandRun.json(out.resolve("report.json"))
                        .path("withoutMix")
                        .path("unitsInAnotherBeat")
                        .asLong())
                .isEqualTo(moved);
    }

    private static Map<String, String> beatOfUnit(Path assignment) throws IOException {
        Map<String, String> beatOfUnit = new HashMap<>();
        for (String row : Files.readAllLines(assignment)) {
            String[] cells = row.split(",", -1);
            beatOfUnit.put(cells[0], cells[1]);
        }
        return beatOfUnit;
    }

    @Test
    void replacesAnEarlierPlanAndLeavesOtherFilesAlone() throws IOException {
        plan("--officers", "10", "--mix", "ORIG_EU", "--iterations", "20000");
        Files.writeString(out.resolve("minutes of the meeting.txt"), "keep me");
        assertThat(out.resolve("without-mix")).exists();
        plan("--officers", "12", "--iterations", "20000");
        assertThat(out.resolve("without-mix")).doesNotExist();
        assertThat(out.resolve("minutes of the meeting.txt")).exists();
        assertThat(CommandRun.json(out.resolve("report.json")).path("beats").size())
                .isEqualTo(12);
    }

    @Test
    void favourWithoutItsDataIsAUsageError() {
        List<String> bare = List.of(
                "--units",
                city.file("units.zip").toString(),
                "--id",
                "UNIT_ID",
                "--population",
                "POP",
                "--out",
                out.toString());
        CommandRun leastChange = CommandRun.plan(bare, "--favour", "least-change");
        assertThat(leastChange.exit()).isEqualTo(2);
        assertThat(leastChange.err()).contains("--favour least-change needs the beats in force");
        assertThat(out).doesNotExist();
    }

    @Test
    void boundThatCannotBeMetIsNamedAndExitsWithFour() {
        CommandRun run = plan("--officers", "150", "--tolerance", "0.01", "--iterations", "20000");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).contains("bound not met: beat hours at beat");
        JsonNode first =
                CommandRun.json(out.resolve("report.json")).path("violations").path(0);
        assertThat(first.path("kind").asString()).isNotEmpty();
        assertThat(first.path("why").asString()).isNotEmpty();
    }

    @Test
    void whatWouldHelpIsSaidOnceAndEachIsTrue() throws IOException {
        CommandRun run = plan("--officers", "63", "--sectors", "9", "--iterations", "200000");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out().split("What would help", -1)).hasSize(2);
        JsonNode remedy = CommandRun.json(out.resolve("report.json")).path("remedy");
        double tolerance = remedy.path("tolerance").asDouble();
        double largest = 0;
        for (JsonNode beat : CommandRun.json(out.resolve("report.json")).path("beats")) {
            largest = Math.max(largest, Math.abs(beat.path("deviation").asDouble()));
        }
        assertThat(tolerance).isBetween(largest - 1e-4, largest + 0.0011);
        int beats = remedy.path("beats").asInt();
        assertThat(beats).isBetween(40, 62);
        assertThat(plan("--officers", "" + beats, "--sectors", "9", "--iterations", "200000")
                        .exit())
                .isZero();
    }

    @Test
    void beatsAreCalledAfterNeighbourhoodsAndThePlanInForceIsMeasuredBeside() {
        plan("--officers", "40", "--sectors", "6", "--iterations", "100000");
        List<String> names =
                CommandRun.json(out.resolve("beats.geojson")).path("features").findValuesAsString("name");
        Set<String> neighbourhoods = new HashSet<>(CommandRun.json(city.file("neighbourhoods.geojson"))
                .path("features")
                .findValuesAsString("NAME"));
        assertThat(names).hasSize(40).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> neighbourhoods.contains(name.replaceFirst(" \\d+$", "")));
        JsonNode inForce = CommandRun.json(out.resolve("report.json")).path("inForce");
        assertThat(inForce.path("beats").asInt()).isEqualTo(40);
        assertThat(inForce.path("unitsAdded").asInt()).isZero();
        assertThat(inForce.path("maxDeviation").asDouble()).isGreaterThan(0.5);
        assertThat(inForce.path("meanPolsbyPopper").asDouble()).isBetween(0.3, 0.8);
    }

    @Test
    void moreOfficersThanUnitsIsAUsageError() {
        CommandRun run = plan("--officers", "181");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("180 units for 181 officers");
    }

    @Test
    void normProfileSetsTheOfficersWhereNoneAreGiven() {
        assertThat(plan("--profile", "7000", "--iterations", "20000").exit()).isIn(0, 4);
        JsonNode whole = CommandRun.json(out.resolve("report.json")).path("plan");
        assertThat(whole.path("officers").asInt()).isEqualTo(36); // 250,001 residents over 7,000
        assertThat(whole.path("officersFrom").asString()).contains("7000", "Albania");
    }

    @Test
    void weightsFileWithAMistakeIsRefusedAndNothingIsWritten() throws IOException {
        Path weights = folder.resolve("weights.json");
        Files.writeString(weights, "{\"contact\": {\"perResident\": {\"minutes\": -3}}}");
        CommandRun run = plan("--weights", weights.toString());
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("contact.perResident", "minutes is -3.0", "Nothing was written.");
        assertThat(out).doesNotExist();
    }

    @Test
    void lockedUnitsStayWhereTheyAreLocked() throws IOException {
        Path locks = folder.resolve("locks.csv");
        List<String> units = unitIds();
        Files.writeString(locks, "unit_id,beat_id\n" + units.get(0) + ",3\n");
        CommandRun run = plan("--officers", "20", "--locks", locks.toString(), "--iterations", "50000");
        assertThat(run.exit()).as(run.err()).isIn(0, 4);
        assertThat(Files.readAllLines(out.resolve("assignment.csv")))
                .anyMatch(row -> row.startsWith(units.get(0) + ",3,"));
        Files.writeString(locks, "unit_id,beat_id\nnowhere,3\n");
        CommandRun wrong = plan("--officers", "20", "--locks", locks.toString());
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("no unit has the id \"nowhere\"");
    }

    private List<String> unitIds() throws IOException {
        plan("--officers", "2", "--iterations", "1000");
        return Files.readAllLines(out.resolve("assignment.csv")).stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
    }

    private CommandRun plan(String... more) {
        List<String> options = city.allLayers();
        options.addAll(List.of("--out", out.toString()));
        return CommandRun.plan(options, more);
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
