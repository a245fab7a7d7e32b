package org.copse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.copse.geoimport.district.District;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** London and Schaerbeek as they are. {@code COPSE_REAL_DATA} names the folder that holds them. */
@EnabledIfEnvironmentVariable(
        named = "COPSE_REAL_DATA",
        matches = ".+",
        disabledReason = "COPSE_REAL_DATA does not name the folder of the real data sets")
class RealDistrictsIT {
    private static final Path DATA = Path.of(System.getenv().getOrDefault("COPSE_REAL_DATA", ""));

    @TempDir
    Path folder = Path.of("");

    @Test
    void londonIsPlannedWithItsWardsWithoutPopulation() throws IOException {
        List<String> options = List.of(
                "--units",
                data("london/london_wards.zip"),
                "--population-table",
                data("london/london_ward_pop.csv.gz"),
                "--join",
                "Code",
                "--population",
                "Population",
                "--table-filter",
                "Year=2015",
                "--incidents",
                data("london/london_crimes_2022.csv.gz"),
                "--worship",
                data("london/london_places_of_worship.geojson"),
                "--centre",
                "-0.1276,51.5072");
        Path out = folder.resolve("london");
        CommandRun run = CommandRun.plan(
                options, "--officers", "200", "--sectors", "20", "--budget", "10s", "--out", out.toString());
        assertThat(run.exit()).as(run.err()).isIn(0, 4);
        JsonNode district = CommandRun.json(out.resolve("import-report.json")).path("district");
        JsonNode population = district.path("population");
        assertThat(population.path("unitsEstimated").path("count").asInt()).isEqualTo(84);
        assertThat(population.path("rowsWithoutUnit").path("count").asInt()).isEqualTo(54);
        assertThat(district.path("incidents").path("inside").asLong()
                        + district.path("incidents").path("outside").asLong())
                .isEqualTo(849_409);
        assertThat(district.path("incidents").path("outside").asLong()).isEqualTo(101);
        JsonNode report = CommandRun.json(out.resolve("report.json"));
        assertThat(report.path("unitsWithEstimatedResidents").size()).isEqualTo(84);
        assertThat(report.path("run").path("peakMegabytes").asLong()).isLessThan(1_536);
        assertThat(Files.readString(out.resolve("units.csv"))).contains(",true,");
        for (JsonNode effect : report.path("criteria")) {
            boolean mix = effect.path("criterion").asString().equals("MIX");
            assertThat(effect.path("unitsChanging").asInt() > 0)
                    .as(effect.toString())
                    .isNotEqualTo(mix);
        }
        PlanFiles files = new PlanFiles();
        files.units = DATA.resolve("london/london_wards.zip");
        files.populationTable = DATA.resolve("london/london_ward_pop.csv.gz");
        files.join = "Code";
        files.tableFilter = Map.of("Year", "2015");
        isNestedAndInOnePieceEach(new DistrictReader(files, doing -> {}).read(), out, 200, 20);
    }

    @Test
    void brokenWorshipFileIsReportedAndNotSwallowed() {
        Path out = folder.resolve("london");
        CommandRun run = CommandRun.plan(
                List.of("--units", data("london/london_wards.zip"), "--out", out.toString()),
                "--worship",
                data("london/london_religion_locations.csv"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("london_religion_locations.csv", "What to do:", "Nothing was written.");
        assertThat(out).doesNotExist();
    }

    @Test
    void schaerbeekIsPlannedAcrossItsStreets() throws IOException {
        Path out = folder.resolve("schaerbeek");
        CommandRun run = CommandRun.plan(List.of(
                "--units", data("schaerbeek/SchaerbeekDemographicDistribution.geojson"),
                "--id", "BlockParcel",
                "--population", "Pop1030_Population",
                "--neighbourhoods", data("schaerbeek/LimitesSchaerbeekQuartiers.geojson"),
                "--officers", "33",
                "--sectors", "5",
                "--budget", "5s",
                "--out", out.toString()));
        assertThat(run.exit()).as(run.out()).isZero();
        JsonNode whole = CommandRun.json(out.resolve("report.json")).path("plan");
        assertThat(whole.path("residents").asLong()).isEqualTo(130_677);
        assertThat(whole.path("maxDeviation").asDouble()).isLessThan(0.15);
        PlanFiles files = new PlanFiles();
        files.units = DATA.resolve("schaerbeek/SchaerbeekDemographicDistribution.geojson");
        files.id = "BlockParcel";
        files.population = "Pop1030_Population";
        isNestedAndInOnePieceEach(new DistrictReader(files, doing -> {}).read(), out, 33, 5);
    }

    private static String data(String file) {
        return DATA.resolve(file).toString();
    }

    private static void isNestedAndInOnePieceEach(District district, Path out, int beats, int sectors)
            throws IOException {
        Map<String, Integer> unitOfId = new HashMap<>();
        for (int u = 0; u < district.size(); u++) {
            unitOfId.put(district.feature(u).id(), u);
        }
        Map<String, Set<Integer>> unitsOfBeat = new HashMap<>();
        Map<String, Set<Integer>> unitsOfSector = new HashMap<>();
        Map<String, String> sectorOfBeat = new HashMap<>();
        List<String> rows = Files.readAllLines(out.resolve("assignment.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            int unit = Objects.requireNonNull(unitOfId.get(cells[0]), cells[0]);
            unitsOfBeat.computeIfAbsent(cells[1], b -> new HashSet<>()).add(unit);
            unitsOfSector.computeIfAbsent(cells[2], s -> new HashSet<>()).add(unit);
            assertThat(sectorOfBeat.merge(cells[1], cells[2], (one, other) -> one))
                    .isEqualTo(cells[2]);
        }
        assertThat(rows).hasSize(district.size() + 1);
        assertThat(unitsOfBeat).hasSize(beats);
        assertThat(unitsOfSector).hasSize(sectors);
        unitsOfBeat.forEach((beat, units) -> assertThat(isInOnePiece(units, district.graph()))
                .as("beat " + beat)
                .isTrue());
        unitsOfSector.forEach((sector, units) -> assertThat(isInOnePiece(units, district.graph()))
                .as("sector " + sector)
                .isTrue());
    }

    private static boolean isInOnePiece(Set<Integer> units, UnitGraph graph) {
        Set<Integer> seen = new HashSet<>();
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(new ArrayList<>(units).get(0)));
        while (!open.isEmpty()) {
            int unit = open.poll();
            if (units.contains(unit) && seen.add(unit)) {
                for (int i = 0; i < graph.degree(unit); i++) {
                    open.add(graph.neighbour(unit, i));
                }
            }
        }
        return seen.size() == units.size();
    }
}
