package org.copse.samplemaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.features.user.FeatureResultSet;
import mil.nga.geopackage.features.user.FeatureRow;
import org.copse.samplemaps.format.Row;
import org.copse.samplemaps.people.City;
import org.copse.samplemaps.people.Layers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SampleCityTest {

    private static final Path COMMITTED = Path.of("src/main/resources/sample-city");

    private static Layers layers = City.build(GenerateSampleCity.SEED).layers();

    @TempDir
    private static Path regenerated;

    @BeforeAll
    static void generate() throws IOException {
        GenerateSampleCity.write(layers, regenerated);
    }

    @Test
    void committedFilesAreWhatTheGeneratorWrites() throws IOException {
        for (String name : names(regenerated)) {
            if (!name.endsWith(".gpkg")) {
                assertThat(COMMITTED.resolve(name)).hasSameBinaryContentAs(regenerated.resolve(name));
            }
        }
    }

    @Test
    void committedBeatsAreWhatTheGeneratorWrites() {
        assertThat(beats(COMMITTED)).isEqualTo(beats(regenerated)).hasSize(40);
    }

    @Test
    void manifestNamesEveryFileOnce() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(COMMITTED.resolve("manifest.json"));
        List<String> named = new ArrayList<>();
        manifest.get("layers").forEach(layer -> named.add(layer.get("file").asString()));
        named.add(manifest.get("officers").get("file").asString());
        named.add("manifest.json");
        assertThat(named).containsExactlyInAnyOrderElementsOf(names(COMMITTED));
        assertThat(manifest.get("seed").asLong()).isEqualTo(GenerateSampleCity.SEED);
    }

    @Test
    void unitsAreAnExactCoverageInOnePieceEach() {
        assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(shapes(layers.units()))))
                .isFalse();
        assertThat(layers.units()).hasSize(180).allMatch(unit -> unit.shape().getNumGeometries() == 1);
    }

    @Test
    void neighbourhoodsAndBeatsCoverWhatUnitsCover() {
        double units = UnaryUnionOp.union(List.of(shapes(layers.units()))).getArea();
        for (List<Row> areas : List.of(layers.neighbourhoods(), layers.beatsInForce())) {
            assertThat(CoverageValidator.hasInvalidResult(CoverageValidator.validate(shapes(areas))))
                    .isFalse();
            assertThat(areas.stream().mapToDouble(row -> row.shape().getArea()).sum())
                    .isCloseTo(units, org.assertj.core.data.Offset.offset(1.0));
        }
        assertThat(layers.neighbourhoods()).hasSize(24);
    }

    @Test
    void someNeighbourhoodsCutThroughUnits() {
        long cut = layers.units().stream()
                .filter(unit -> layers.neighbourhoods().stream()
                                .filter(area ->
                                        area.shape().intersection(unit.shape()).getArea() > 1000)
                                .count()
                        > 1)
                .count();
        assertThat(cut).isBetween(10L, 90L);
    }

    @Test
    void aQuarterOfAMillionPeopleLiveDenserInTheCentre() {
        assertThat(layers.units().stream().mapToInt(unit -> number(unit, "POP")).sum())
                .isBetween(249_900, 250_100);
        assertThat(density(unit -> minutes(unit) < 8)).isGreaterThan(3 * density(unit -> minutes(unit) > 20));
    }

    @Test
    void beatsInForceAreUnbalanced() {
        List<Integer> residents = layers.beatsInForce().stream()
                .map(beat -> layers.units().stream()
                        .filter(unit -> beat.shape().contains(unit.shape().getInteriorPoint()))
                        .mapToInt(unit -> number(unit, "POP"))
                        .sum())
                .sorted()
                .toList();
        assertThat(residents.get(39)).isGreaterThan(2 * 250_000 / 40);
        assertThat(residents.get(0)).isLessThan(250_000 / 40 / 2);
    }

    @Test
    void incidentsFillTheYearAndMostAreResidentsCalls() {
        assertThat(layers.incidents()).hasSize(12_000);
        Map<String, Integer> months = new TreeMap<>();
        Map<String, Integer> initiators = new TreeMap<>();
        for (Row incident : layers.incidents()) {
            months.merge(incident.text("date").substring(0, 7), 1, Integer::sum);
            initiators.merge(incident.text("initiator"), 1, Integer::sum);
        }
        assertThat(months).hasSize(12).allSatisfy((month, count) -> assertThat(count)
                .isBetween(500, 2000));
        assertThat(initiators).containsOnlyKeys("police", "resident", "unknown");
        assertThat(initiators.get("resident")).isGreaterThan(9000);
    }

    @Test
    void nothingInItCouldBeMistakenForReal() {
        assertThat(layers.officers()).hasSize(40).allSatisfy(officer -> {
            assertThat(officer.text("phone")).startsWith("+32 000 ");
            assertThat(officer.text("email")).endsWith(".example");
        });
    }

    private static double density(java.util.function.Predicate<Row> where) {
        List<Row> units = layers.units().stream().filter(where).toList();
        return units.stream().mapToInt(unit -> number(unit, "POP")).sum()
                / units.stream().mapToDouble(unit -> unit.shape().getArea()).sum();
    }

    private static double minutes(Row unit) {
        return unit.values().get("MIN_CENTRE") instanceof Double minutes ? minutes : Double.NaN;
    }

    private static int number(Row row, String column) {
        return row.values().get(column) instanceof Integer value ? value : -1;
    }

    private static Geometry[] shapes(List<Row> rows) {
        return rows.stream().map(Row::shape).toArray(Geometry[]::new);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> beats(Path folder) {
        List<String> rows = new ArrayList<>();
        try (GeoPackage file =
                GeoPackageManager.open(folder.resolve("beats_in_force.gpkg").toFile())) {
            FeatureResultSet features = file.getFeatureDao("beats_in_force").queryForAll();
            while (features.moveToNext()) {
                FeatureRow row = features.getRow();
                rows.add(row.getValue("BEAT_ID") + " " + row.getValue("NAME") + " " + row.getValue("SECTOR") + " "
                        + row.getValue("OFFICER") + " "
                        + row.getGeometry().getWkt().hashCode());
            }
            features.close();
        }
        return rows;
    }
}
