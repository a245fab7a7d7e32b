package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

/** Squares of 0.001° on the equator, 111.32 m wide. */
class CoverageMendTest {
    private static final double METRE = 1 / 111_320.0;

    @TempDir
    Path folder;

    private ImportRequest areas(String... wkt) throws IOException {
        StringBuilder text = new StringBuilder("id;wkt\n");
        for (int i = 0; i < wkt.length; i++) {
            text.append((char) ('a' + i)).append(';').append(wkt[i]).append('\n');
        }
        return ImportRequest.of(new ImportFixture(folder).text("a.csv", text.toString()), LayerKind.UNITS);
    }

    private static String box(double west, double south, double east, double north) {
        return String.format(
                Locale.ROOT,
                "POLYGON ((%1$.12f %2$.12f, %3$.12f %2$.12f, %3$.12f %4$.12f, %1$.12f %4$.12f, %1$.12f %2$.12f))",
                west,
                south,
                east,
                north);
    }

    private static boolean isCoverage(ImportedLayer layer) {
        Geometry[] areas = layer.features().stream().map(Feature::geometry).toArray(Geometry[]::new);
        return CoverageValidator.isValid(areas);
    }

    private static double squareMetres(ImportedLayer layer) {
        return layer.features().stream()
                        .mapToDouble(f -> f.geometry().getArea())
                        .sum()
                / (METRE * METRE);
    }

    /** Four squares around a slit of {@code metres} between the two on the left and the two on the right. */
    private ImportRequest slit(double metres) throws IOException {
        double gap = metres * METRE;
        return areas(
                box(0, 0, 0.001, 0.001),
                box(0.001 + gap, 0, 0.002, 0.001),
                box(0, 0.001, 0.002, 0.002),
                box(0, -0.001, 0.002, 0));
    }

    @Test
    void tellsOfAGapAndLeavesItWithoutBeingAsked() throws IOException {
        ImportedLayer layer = LayerImport.read(slit(0.5));
        assertThat(warnings(layer.report())).contains("coverage-gaps");
        assertThat(layer.report().counts().changed()).isZero();
    }

    @Test
    void tellsOfAGapOfSevenMetres() throws IOException {
        assertThat(LayerImport.read(slit(7)).report().warnings())
                .anySatisfy(warning -> assertThat(warning.what()).startsWith("1 gaps up to 10 m wide"));
        assertThat(warnings(LayerImport.read(slit(15)).report())).doesNotContain("coverage-gaps");
    }

    @Test
    void tellsOverlapsFromRounding() throws IOException {
        for (double metres : new double[] {1e-9, 1e-6, 0.002}) {
            ImportedLayer rounded =
                    LayerImport.read(areas(box(0, 0, 0.001 + metres * METRE, 0.001), box(0.001, 0, 0.002, 0.001)));
            assertThat(warnings(rounded.report())).as("%s m", metres).doesNotContain("coverage-overlaps");
        }
        ImportedLayer drawn =
                LayerImport.read(areas(box(0, 0, 0.001 + 0.05 * METRE, 0.001), box(0.001, 0, 0.002, 0.001)));
        assertThat(drawn.report().warnings()).anySatisfy(warning -> assertThat(warning.what())
                .startsWith("2 areas overlap another one by more than 0.01 m"));
    }

    @Test
    void closesAGapUpToTheWidthStated() throws IOException {
        ImportedLayer layer = LayerImport.read(slit(0.5).mended(0.6));
        assertThat(changes(layer.report())).containsKey("geometry-mended");
        assertThat(warnings(layer.report())).contains("coverage-mended").doesNotContain("coverage-gaps");
        assertThat(isCoverage(layer)).isTrue();
        assertThat(squareMetres(layer)).isCloseTo(6 * 111.32 * 111.32, within(0.1));
    }

    @Test
    void leavesAGapThatIsWider() throws IOException {
        ImportedLayer layer = LayerImport.read(slit(2).mended(0.6));
        assertThat(layer.report().warnings())
                .anySatisfy(warning -> assertThat(warning.what()).startsWith("0 gaps and 0 overlaps"));
        assertThat(squareMetres(layer)).isCloseTo(6 * 111.32 * 111.32 - 2 * 111.32, within(0.1));
    }

    @Test
    void givesANarrowOverlapToOneAndLeavesAWideOne() throws IOException {
        String left = box(0, 0, 0.001 + 0.3 * METRE, 0.001);
        ImportedLayer narrow =
                LayerImport.read(areas(left, box(0.001, 0, 0.002, 0.001)).mended(0.5));
        assertThat(isCoverage(narrow)).isTrue();
        assertThat(squareMetres(narrow)).isCloseTo(2 * 111.32 * 111.32, within(0.1));
        String far = box(0, 0, 0.0015, 0.001);
        ImportedLayer wide =
                LayerImport.read(areas(far, box(0.001, 0, 0.002, 0.001)).mended(0.5));
        assertThat(warnings(wide.report())).contains("coverage-overlaps");
        assertThat(squareMetres(wide)).isCloseTo(2.5 * 111.32 * 111.32, within(0.1));
    }

    @Test
    void tellsOfSliversPartsAndHoles() throws IOException {
        ImportedLayer layer = LayerImport.read(areas(
                box(0, 0, 0.001, 0.001),
                box(0.001, 0, 0.001 + 0.4 * METRE, 0.001),
                "MULTIPOLYGON (((0.01 0, 0.011 0, 0.011 0.001, 0.01 0)), ((0.02 0, 0.021 0, 0.021 0.001, 0.02 0)))",
                "POLYGON ((0.03 0, 0.04 0, 0.04 0.01, 0.03 0.01, 0.03 0),"
                        + " (0.032 0.002, 0.032 0.004, 0.034 0.004, 0.034 0.002, 0.032 0.002))"));
        assertThat(warnings(layer.report())).contains("coverage-slivers", "areas-compound");
        assertThat(layer.report().warnings())
                .anySatisfy(warning -> assertThat(warning.what()).contains("several parts", "\"c\""))
                .anySatisfy(warning -> assertThat(warning.what()).contains("holes", "\"d\""));
        assertThat(layer.report().counts().accepted()).isEqualTo(4);
    }

    @Test
    void saysNothingOfBlocksWithStreetsBetween() throws IOException {
        ImportedLayer layer = LayerImport.read(
                areas(box(0, 0, 0.001, 0.001), box(0.0011, 0, 0.002, 0.001)).mended(1));
        assertThat(warnings(layer.report())).doesNotContain("coverage-gaps", "coverage-overlaps");
        assertThat(layer.report().counts().changed()).isZero();
    }

    /** A grid whose inner corners were each drawn a little differently in each square. */
    @Test
    void makesACoverageOfSquaresDrawnBySeveralHands() throws IOException {
        Random random = new Random(7);
        List<String> squares = new ArrayList<>();
        int side = 5;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                StringBuilder ring = new StringBuilder();
                double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
                String first = "";
                for (double[] corner : corners) {
                    double x = (column + corner[0]) * 0.001 + (random.nextDouble() - 0.5) * 0.3 * METRE;
                    double y = (row + corner[1]) * 0.001 + (random.nextDouble() - 0.5) * 0.3 * METRE;
                    String at = String.format(Locale.ROOT, "%.12f %.12f", x, y);
                    first = first.isEmpty() ? at : first;
                    ring.append(at).append(", ");
                }
                squares.add("POLYGON ((" + ring + first + "))");
            }
        }
        ImportedLayer layer =
                LayerImport.read(areas(squares.toArray(String[]::new)).mended(1));
        assertThat(isCoverage(layer)).isTrue();
        assertThat(layer.features()).hasSize(25);
        assertThat(squareMetres(layer)).isCloseTo(25 * 111.32 * 111.32, within(200.0));
        ImportReport.Counts counts = layer.report().counts();
        assertThat(counts.accepted() + counts.changed()).isEqualTo(25);
    }

    @Test
    void givesBackUnchangedAreasToTheLastBit() throws IOException {
        ImportRequest clean = areas(box(0, 0, 0.001, 0.001), box(0.001, 0, 0.002, 0.001));
        ImportedLayer asIs = LayerImport.read(clean);
        ImportedLayer mended = LayerImport.read(clean.mended(1));
        assertThat(ImportFixture.wkt(mended)).isEqualTo(ImportFixture.wkt(asIs));
        assertThat(mended.report().counts().accepted()).isEqualTo(2);
    }
}
