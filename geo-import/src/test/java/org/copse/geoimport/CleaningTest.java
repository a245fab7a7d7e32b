package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {
    private static final String A = "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))";
    private static final String B = "POLYGON ((2 0, 3 0, 3 1, 2 1, 2 0))";

    @TempDir
    Path folder;

    /** Imports rows of id; population; well-known text. */
    private ImportedLayer units(String... rows) throws IOException {
        return layer(LayerKind.UNITS, rows);
    }

    private ImportedLayer layer(LayerKind kind, String... rows) throws IOException {
        return read(
                new ImportFixture(folder).text("t.csv", "id;population;wkt\n" + String.join("\n", rows) + "\n"), kind);
    }

    @Test
    void repairsABowTieAndReportsTheArea() throws IOException {
        ImportedLayer layer = units("a;1;POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))", "b;2;" + B);
        assertThat(changes(layer.report())).isEqualTo(Map.of("geometry-repaired", 1L));
        assertThat(layer.features().get(0).geometry().isValid()).isTrue();
        assertThat(layer.features().get(0).geometry().getArea()).isGreaterThan(0.4);
        ImportReport.Change change = layer.report().changes().get(0);
        assertThat(change.detail()).contains("area gained");
        assertThat(change.examples().get(0).row()).isEqualTo(1);
        assertThat(change.examples().get(0).lon()).isBetween(0.0, 1.0);
    }

    @Test
    void fillsAHoleThatRepeatsItsOutline() throws IOException {
        ImportedLayer layer = units("a;1;POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (0 0, 0 1, 1 1, 1 0, 0 0))", "b;2;" + B);
        assertThat(changes(layer.report())).isEqualTo(Map.of("hole-filled", 1L));
        assertThat(layer.features().get(0).geometry().getArea()).isEqualTo(1);
    }

    @Test
    void rejectsATangleInsteadOfRepairingItForHours() throws IOException {
        StringBuilder star = new StringBuilder("POLYGON ((0 0, ");
        Random random = new Random(7);
        for (int i = 0; i < 1_500; i++) {
            star.append(random.nextDouble())
                    .append(' ')
                    .append(random.nextDouble())
                    .append(", ");
        }
        ImportedLayer layer = units("a;1;" + star + "0 0))", "b;2;" + B);
        assertThat(rejections(layer.report())).isEqualTo(Map.of("geometry-tangled", 1L));
        assertThat(layer.report().rejections().get(0).examples().get(0).detail())
                .contains("crossings-to-repair");
    }

    @Test
    void rejectsWhatCollapsesAndPointsAmongAreas() throws IOException {
        ImportedLayer layer = units("a;1;POLYGON ((0 0, 1 1, 0 0, 0 0))", "b;2;POINT (1 1)", "c;3;" + A);
        assertThat(rejections(layer.report()))
                .containsOnly(Map.entry("geometry-collapsed", 1L), Map.entry("geometry-wrong-for-kind", 1L));
    }

    @Test
    void leavesOutLinesOfACollectionOfAreas() throws IOException {
        ImportedLayer layer = units("a;1;GEOMETRYCOLLECTION (" + A + ", LINESTRING (5 5, 6 6))", "b;2;" + B);
        assertThat(wkt(layer).get(0)).isEqualTo("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)))");
        assertThat(changes(layer.report())).isEqualTo(Map.of("parts-left-out", 1L));
    }

    @Test
    void putsAPlaceInsideItsBuilding() throws IOException {
        ImportedLayer layer = layer(LayerKind.PLACES, "a;1;" + A, "b;2;MULTIPOINT ((2 2))");
        assertThat(layer.features().get(0).geometry().getGeometryType()).isEqualTo("Point");
        assertThat(wkt(layer).get(1)).isEqualTo("POINT (2 2)");
        assertThat(changes(layer.report())).isEqualTo(Map.of("placed-inside", 1L));
    }

    @Test
    void rejectsTheSameUnitTwiceAndNumbersAnotherUnitOfTheSameId() throws IOException {
        ImportedLayer layer = units("a;1;" + A, "a;1;" + A, "a;1;" + B, "b;1;POLYGON ((4 0, 5 0, 5 1, 4 0))");
        assertThat(ids(layer)).containsExactly("a", "a#2", "b");
        assertThat(rejections(layer.report())).isEqualTo(Map.of("duplicate", 1L));
        assertThat(changes(layer.report())).isEqualTo(Map.of("id-made-unique", 1L));
    }

    @Test
    void warnsOfAnotherUnitOnTheSameGround() throws IOException {
        assertThat(warnings(units("a;1;" + A, "b;2;" + A).report())).contains("same-geometry");
    }

    @Test
    void tidiesIdsAndKeepsLeadingZeros() throws IOException {
        ImportedLayer layer = layer(LayerKind.UNITS, "007;1;" + A, "x.0;2;" + B);
        assertThat(ids(layer)).containsExactly("007", "x.0");
        ImportedLayer floats = layer(LayerKind.UNITS, "101.0;1;" + A, "102.0;2;" + B);
        assertThat(ids(floats)).containsExactly("101", "102");
        assertThat(changes(floats.report())).isEqualTo(Map.of("id-tidied", 2L));
    }

    @Test
    void keepsAnUnknownPopulationUnknownAndNotZero() throws IOException {
        ImportedLayer layer = units("a;;" + A, "b;-9999;" + B, "c;1 200;POLYGON ((4 0, 5 0, 5 1, 4 0))");
        assertThat(layer.features().get(0).number("population")).isEmpty();
        assertThat(layer.features().get(1).number("population")).isEmpty();
        assertThat(layer.features().get(2).number("population")).hasValue(1200);
        assertThat(changes(layer.report())).isEqualTo(Map.of("population-unknown", 1L));
        assertThat(warnings(layer.report())).contains("population-missing");
    }

    @Test
    void putsEveryFeatureInExactlyOneBucket() throws IOException {
        Random random = new Random(2026);
        String[] geometries = {
            A,
            B,
            "",
            "POINT (1 1)",
            "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))",
            "nonsense",
            "POLYGON ((0 0, 500 0, 1 1, 0 0))",
            "POLYGON ((0 0, 1 1, 0 0, 0 0))",
            "GEOMETRYCOLLECTION (" + A + ", POINT (3 3))"
        };
        for (int round = 0; round < 50; round++) {
            int rows = 1 + random.nextInt(30);
            String[] text = new String[rows + 1];
            text[rows] = "sure;1;POLYGON ((7 7, 8 7, 8 8, 7 7))";
            for (int i = 0; i < rows; i++) {
                text[i] = random.nextInt(8) + ";" + (random.nextBoolean() ? random.nextInt(99) : "?") + ";"
                        + geometries[random.nextInt(geometries.length)]
                        + (random.nextInt(10) == 0 ? ";surplus" : "");
            }
            ImportedLayer layer = layer(LayerKind.UNITS, text);
            ImportReport.Counts counts = layer.report().counts();
            assertThat(counts.read()).isEqualTo(rows + 1);
            assertThat(counts.accepted() + counts.changed() + counts.rejected()).isEqualTo(counts.read());
            assertThat(counts.imported()).isEqualTo(layer.features().size());
            assertThat(rejections(layer.report()).values().stream()
                            .mapToLong(n -> n)
                            .sum())
                    .isEqualTo(counts.rejected());
            assertThat(ids(layer)).doesNotHaveDuplicates();
            assertThat(layer.features()).allMatch(f -> f.geometry().isValid());
        }
    }
}
