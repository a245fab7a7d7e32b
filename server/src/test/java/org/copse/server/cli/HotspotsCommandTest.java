package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code copse hotspots} on a town of four units near Brussels, three by two kilometres. */
class HotspotsCommandTest {
    private static final double WEST = 4.30;
    private static final double SOUTH = 50.80;
    private static final double UNIT_WIDTH = 0.02;
    private static final double UNIT_HEIGHT = 0.01;
    private static final String HEADER = "id,date,category,initiator,lon,lat\n";

    @TempDir
    Path folder = Path.of("");

    private Path district = Path.of("");

    @BeforeEach
    void drawTown() throws IOException {
        district = town("town.geojson", new String[] {"10", "20", "30", "40"}, "\"RELIGION_A\": %s, \"INCOME\": %s");
    }

    /** Writes the town with one value of each mix attribute for each unit. */
    private Path town(String name, String[] mix, String attributes) throws IOException {
        StringBuilder json = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [");
        for (int unit = 0; unit < 4; unit++) {
            double w = WEST + UNIT_WIDTH * (unit % 2);
            double s = SOUTH + UNIT_HEIGHT * (unit / 2);
            json.append(unit == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\": \"Feature\", \"properties\": {\"ID\": \"U%d\", \"POP\": %d, %s},"
                                    + " \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                                    + " [[[%f, %f], [%f, %f], [%f, %f], [%f, %f], [%f, %f]]]}}",
                            unit,
                            1_000 + 500 * unit,
                            String.format(Locale.ROOT, attributes, mix[unit], mix[3 - unit]),
                            w,
                            s,
                            w + UNIT_WIDTH,
                            s,
                            w + UNIT_WIDTH,
                            s + UNIT_HEIGHT,
                            w,
                            s + UNIT_HEIGHT,
                            w,
                            s));
        }
        return write(name, json.append("]}").toString());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Five hundred incidents of half a year: a third in one corner, every tenth begun by police. */
    private Path incidents() throws IOException {
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 500; i++) {
            boolean corner = i % 3 == 0;
            csv.append(String.format(
                    Locale.ROOT,
                    "I%d,2024-0%d-%02d %02d:15,%s,%s,%f,%f%n",
                    i,
                    1 + i % 6,
                    1 + i % 28,
                    i % 24,
                    i % 2 == 0 ? "Burglary" : "Noise",
                    i % 10 == 0 ? "police" : "resident",
                    WEST + (corner ? 0.005 + 0.003 * random.nextDouble() : 0.04 * random.nextDouble()),
                    SOUTH + (corner ? 0.004 + 0.002 * random.nextDouble() : 0.02 * random.nextDouble())));
        }
        return write("incidents.csv", csv.toString());
    }

    private CommandRun run(Path incidents, Path ground, String... more) {
        List<String> options = new ArrayList<>(List.of("--incidents", incidents.toString()));
        options.addAll(List.of("--district", ground.toString(), "--id", "ID", "--population", "POP"));
        options.addAll(List.of("--out", out().toString()));
        options.addAll(List.of(more));
        return CommandRun.hotspots(options);
    }

    private Path out() {
        return folder.resolve("hot");
    }

    private JsonNode report() {
        return CommandRun.json(out().resolve("report.json"));
    }

    private JsonNode cells() {
        return CommandRun.json(out().resolve("cells.geojson")).get("features");
    }

    @Test
    void saysWhereWhatWasLeftOutAndWhatItDoesNotMean() throws IOException {
        CommandRun run = run(incidents(), district, "--cell", "100");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("reading incidents", "judging");
        assertThat(report().get("n").asInt()).isEqualTo(450);
        assertThat(report().get("leftOut").get(0).get("why").asString()).isEqualTo("initiated or found by police");
        assertThat(report().get("leftOut").get(0).get("share").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(report().get("caveats").toString()).contains("Recorded is not committed", "A hotspot is a question");
        assertThat(report().get("settings").get("cellMetres").get("reason").asString())
                .isEqualTo("given");
        assertThat(report().get("period").get("from").asString()).isEqualTo("2024-01-01");
        assertThat(report().get("hourOfWeek").get("known").asInt()).isEqualTo(450);
        assertThat(report().get("scores").get("rows").size()).isEqualTo(6);
        long counted = 0;
        double residents = 0;
        boolean corner = false;
        for (JsonNode cell : cells()) {
            JsonNode properties = cell.get("properties");
            counted += properties.get("count").asLong();
            residents += properties.get("exposure").asDouble();
            corner |= properties.get("class").asString().equals("more-very-sure");
            for (String name : new String[] {"count", "exposure", "z", "p", "q", "class"}) {
                assertThat(properties.has(name)).as(name).isTrue();
            }
        }
        assertThat(counted).isEqualTo(450);
        assertThat(residents).isCloseTo(7_000, within(0.5));
        assertThat(corner).isTrue();
    }

    /** Safeguard 1, end to end: what people believe, earn and come from moves no hotspot, not by the last bit. */
    @ParameterizedTest
    @ValueSource(strings = {"gi", "moran", "kde"})
    void permutingEveryMixAttributeLeavesCellsAsTheyAre(String method) throws IOException {
        Path incidents = incidents();
        assertThat(run(incidents, district, "--method", method).exit()).isZero();
        byte[] before = Files.readAllBytes(out().resolve("cells.geojson"));
        Path permuted =
                town("permuted.geojson", new String[] {"40", "10", "20", "30"}, "\"RELIGION_A\": %s, \"INCOME\": %s");
        assertThat(run(incidents, permuted, "--method", method).exit()).isZero();
        assertThat(Files.readAllBytes(out().resolve("cells.geojson"))).isEqualTo(before);
    }

    @Test
    void policeInitiatedCountOnlyWhenAskedForAndThenItIsSaid() throws IOException {
        assertThat(run(incidents(), district, "--count-police-initiated").exit())
                .isZero();
        assertThat(report().get("n").asInt()).isEqualTo(500);
        assertThat(report().get("settings").get("policeInitiated").get("reason").asString())
                .contains("where police look");
    }

    @Test
    void takesCategoryAndPeriod() throws IOException {
        CommandRun run = run(incidents(), district, "--category", "burglary", "--from", "2024-02", "--to", "2024-03");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(report().get("leftOut").toString()).contains("of other categories", "outside the period");
        assertThat(report().get("period").get("to").asString()).startsWith("2024-03");
        assertThat(report().get("caveats").toString()).contains("Not scored");
    }

    @Test
    void nearRepeatsSayTheEndsOfTheirBands() throws IOException {
        CommandRun run = run(incidents(), district, "--method", "knox", "--permutations", "99");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(report().get("nearRepeats").get("ends").asString()).contains("at most its upper");
        assertThat(report().get("nearRepeats").get("bands").size()).isEqualTo(20);
    }

    @Test
    void hexagonsAndDensity() throws IOException {
        CommandRun run = run(incidents(), district, "--method", "kde", "--hex", "150", "--kernel", "gaussian");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(report().get("settings").get("bandwidthMetres").get("reason").asString())
                .isNotBlank();
        assertThat(cells().get(0).get("geometry").get("coordinates").get(0).size())
                .isEqualTo(7);
        assertThat(cells().get(0).get("properties").has("perSquareKilometre")).isTrue();
    }

    @Test
    void allOnOnePointIsRecognisedAndSaid() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 200; i++) {
            csv.append("I").append(i).append(",2024-01-05,Noise,resident,4.31,50.805\n");
        }
        for (String method : new String[] {"gi", "moran", "kde"}) {
            CommandRun run = run(write("point.csv", csv.toString()), district, "--method", method);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(report().get("snapPoints").get("recognised").asBoolean()).isTrue();
        }
    }

    @Test
    void oneCellHasNothingToCompare() throws IOException {
        CommandRun run = run(incidents(), district, "--cell", "100000");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(cells().get(0).get("properties").get("class").asString()).isEqualTo("not-tested");
        assertThat(report().get("caveats").toString()).contains("nothing to compare");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2024-01,Noise,resident,2.35,48.85 | far from the district | Answer by --crs",
                "A,2024-01,Noise,resident,4.345,50.805 | outside the district | of one place",
                "A,2024-01,Noise,police,4.31,50.805 | initiated or found by police | Check category",
                "A,,Noise,resident,4.31,50.805 | without a date | Check category",
                "A,2023-05,Noise,resident,4.31,50.805 | outside the period | Check category"
            })
    void nothingLeftIsRefusedWithTheReason(String row, String why, String whatToDo) throws IOException {
        CommandRun run = run(write("few.csv", HEADER + row + "\n"), district, "--from", "2024-01", "--to", "2024-06");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains(why, whatToDo, "Nothing was written");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aFileWithoutIncidentsIsRefused() throws IOException {
        assertThat(run(write("none.csv", HEADER), district).exit()).isEqualTo(3);
    }

    @Test
    void incidentsWithoutDatesGiveAMapThatIsNotScored() throws IOException {
        String csv = Files.readString(incidents()).replaceAll("2024-[0-9-]+ [0-9:]+", "");
        CommandRun run = run(write("undated.csv", csv), district);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(report().get("period").get("undated").asInt()).isEqualTo(450);
        assertThat(report().get("caveats").toString()).contains("Not scored");
    }

    @Test
    void monthsWithoutAYearAreTakenToBeOfOneYearAndItIsSaid() throws IOException {
        String csv = Files.readString(incidents()).replaceAll("2024-0([0-9])-[0-9]+ [0-9:]+", "$1");
        Path months = write("yearless.csv", csv);
        CommandRun run = run(months, district, "--role", "incidents.date=date");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(report().get("caveats").toString()).contains("not of which year");
        assertThat(report().get("scores").get("rows").get(0).get("months").asInt())
                .isEqualTo(3);
        assertThat(run(months, district, "--from", "2024-01", "--to", "2024-03").exit())
                .isZero();
        assertThat(report().get("leftOut").toString()).contains("outside the period");
    }

    @Test
    void monthsAreNoDaysForNearRepeats() throws IOException {
        String csv = Files.readString(incidents()).replaceAll("(2024-[0-9]+)-[0-9]+ [0-9:]+", "$1");
        CommandRun run = run(write("months.csv", csv), district, "--method", "knox");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("near repeats need days", "Nothing was written");
    }

    @Test
    void aHugeGridIsRefusedAndTheLimitNamed() throws IOException {
        CommandRun run = run(incidents(), district, "--cell", "1");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("are more than 4000000: give larger cells");
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesOptionsThatCannotBe(String options, String reason) {
        CommandRun run = CommandRun.hotspots(List.of(options.split(" ")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(reason);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of("--district d.json --out o", "--incidents is missing"),
                Arguments.of("--incidents i.csv --out o", "--district is missing"),
                Arguments.of("--incidents i.csv --district d.json", "--out is missing"),
                Arguments.of("--incidents i --district d --out o --cell 100 --hex 100", "--cell and --hex exclude"),
                Arguments.of("--incidents i --district d --out o --cell 0", "give at least 1 m"),
                Arguments.of("--incidents i --district d --out o --hex NaN", "give at least 1 m"),
                Arguments.of(
                        "--incidents i --district d --out o --method heat", "--method is \"heat\": give gi, moran"),
                Arguments.of("--incidents i --district d --out o --bandwidth 500", "are for --method kde"),
                Arguments.of("--incidents i --district d --out o --from soon", "--from is \"soon\""),
                Arguments.of("--incidents i --district d --out o --from 2022-06 --to 2022-01", "before it begins"),
                Arguments.of("--incidents i --district d --out o --permutations 3", "give 99 to 99999"),
                Arguments.of("--incidents i --district d --out o --crossings c.json", "--crossings needs --barriers"));
    }
}
