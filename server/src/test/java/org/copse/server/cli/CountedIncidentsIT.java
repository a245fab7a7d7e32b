package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Which incidents count and over which days, from files to what a planner reads. */
class CountedIncidentsIT {
    private static final double WEST = 4.3;
    private static final double SOUTH = 50.8;
    private static final double WIDTH = 0.0142;
    private static final double HEIGHT = 0.009;

    @TempDir
    Path folder;

    @Test
    void violenceWithAWeaponInItsNameCounts() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            for (String category : List.of("ASSAULT W/KNIFE OR WEAPON", "DRUGSTORE ROBBERY", "THEFT OF WEAPONS")) {
                rows.add(incident(day % 4, category, LocalDate.of(2024, 2, 1).plusDays(day)));
            }
        }
        CommandRun run = plan(rows);
        assertThat(run.out()).contains("84 count as conflict, 0 are left out");
        JsonNode report = CommandRun.json(folder.resolve("out/report.json"));
        assertThat(report.path("incidents").path("counted").asLong()).isEqualTo(84);
    }

    @Test
    void whatPoliceFindIsLeftOutSaidAndTakenInByChoice() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            rows.add(incident(
                    day % 4, "Stop and search", LocalDate.of(2024, 2, 1).plusDays(day)));
            rows.add(incident(day % 4, "Burglary", LocalDate.of(2024, 2, 1).plusDays(day)));
        }
        CommandRun run = plan(rows);
        assertThat(run.out())
                .contains("20 count as conflict, 20 are left out")
                .contains("0 of      20 count  Stop and search  (police find these: \"Stop and search\")");
        assertThat(CommandRun.json(folder.resolve("out/report.json"))
                        .path("notes")
                        .toString())
                .contains("20 of 40 incidents are left out of conflict: 20 of Stop and search");
        assertThat(CommandRun.json(folder.resolve("out/import-report.json")).toString())
                .contains("\"category\":\"Stop and search\"")
                .contains("\"sense\":\"FOUND\"");
        assertThat(plan(rows, "--count", "stop and SEARCH").out()).contains("40 count as conflict, 0 are left out");
        assertThat(plan(rows, "--leave-out", "burglary").out()).contains("0 count as conflict, 40 are left out");
        CommandRun refused = plan(rows, "--count", "Burgalry");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err())
                .contains("no incident has the category \"Burgalry\"")
                .contains("Choose among: Burglary, Stop and search.");
    }

    @Test
    void periodIsDaysAndCanBeStated() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            rows.add(incident(day % 4, "Theft", LocalDate.of(2024, 7, 17).plusDays(day)));
        }
        assertThat(plan(rows).out()).contains("Period: 0.986 months, from 2024-07-17 to 2024-08-15, 30 days");
        CommandRun stated = plan(rows, "--period", "2024-08");
        assertThat(stated.out())
                .contains("Period: 1.018 months, stated: from 2024-08-01 to 2024-08-31, 31 days")
                .contains("15 incidents lie outside the period and are left out");
        JsonNode incidents = CommandRun.json(folder.resolve("out/import-report.json"))
                .path("district")
                .path("incidents");
        assertThat(incidents.path("outsidePeriod").asLong()).isEqualTo(15);
        assertThat(incidents.path("first").asString()).isEqualTo("2024-08-01");
        assertThat(incidents.path("months").asDouble()).isCloseTo(31 * 12 / 365.25, within(1e-12));
    }

    @Test
    void recordedAndSmoothedIncidentsStandSideBySideWithOneTotal() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(incident(
                    i % 7 == 0 ? 0 : i % 4, "Theft", LocalDate.of(2024, 1, 1).plusDays(i % 61)));
        }
        plan(rows);
        long counted = 0;
        double perMonth = 0;
        double smoothed = 0;
        List<String> lines = Files.readAllLines(folder.resolve("out/units.csv"));
        List<String> heads = List.of(lines.get(0).split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            counted += Long.parseLong(cells[heads.indexOf("incidents")]);
            perMonth += Double.parseDouble(cells[heads.indexOf("incidents_per_month")]);
            smoothed += Double.parseDouble(cells[heads.indexOf("incidents_per_month_smoothed")]);
        }
        assertThat(counted).isEqualTo(200);
        assertThat(perMonth).isCloseTo(200 / (61 * 12 / 365.25), within(1e-3));
        assertThat(smoothed).isCloseTo(perMonth, within(1e-3));
    }

    @Test
    void dryRunSaysWhatAPlanWouldRestOnAndWritesNothing() throws IOException {
        CommandRun run = plan(List.of(incident(0, "Drugs", LocalDate.of(2024, 1, 1))), "--dry-run");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("0 count as conflict, 1 are left out").contains("1 day");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private CommandRun plan(List<String> incidents, String... more) throws IOException {
        Path units = folder.resolve("units.geojson");
        StringBuilder features = new StringBuilder();
        for (int u = 0; u < 4; u++) {
            double west = WEST + u * WIDTH;
            features.append(u == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "{\"type\":\"Feature\",\"properties\":{\"UNIT_ID\":\"u%d\",\"POP\":1000},\"geometry\":{\"type\":\"Polygon\","
                                    + "\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
                            u,
                            west,
                            SOUTH,
                            west + WIDTH,
                            SOUTH,
                            west + WIDTH,
                            SOUTH + HEIGHT,
                            west,
                            SOUTH + HEIGHT,
                            west,
                            SOUTH));
        }
        Files.writeString(units, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
        Path file = folder.resolve("incidents.csv");
        Files.writeString(file, "lon,lat,category,date\n" + String.join("\n", incidents) + "\n");
        return CommandRun.plan(
                List.of(
                        "--units",
                        units.toString(),
                        "--id",
                        "UNIT_ID",
                        "--population",
                        "POP",
                        "--incidents",
                        file.toString(),
                        "--officers",
                        "2",
                        "--sectors",
                        "1",
                        "--iterations",
                        "200",
                        "--out",
                        folder.resolve("out").toString()),
                more);
    }

    private static String incident(int unit, String category, LocalDate day) {
        return String.format(
                Locale.ROOT, "%f,%f,%s,%s", WEST + (unit + 0.5) * WIDTH, SOUTH + 0.5 * HEIGHT, category, day);
    }
}
