package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.ImportFixture.changes;
import static org.copse.geoimport.ImportFixture.ids;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class ShapefileImportTest {
    private static final double[] SQUARE = square(530_000, 180_000, 1_000);
    private static final double[] EAST = square(531_000, 180_000, 1_000);

    @TempDir
    Path folder;

    /** A clockwise square. */
    private static double[] square(double x, double y, double size) {
        return new double[] {x, y, x, y + size, x + size, y + size, x + size, y, x, y};
    }

    private static double[] reversed(double[] ring) {
        double[] back = new double[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            back[ring.length - 2 - i] = ring[i];
            back[ring.length - 1 - i] = ring[i + 1];
        }
        return back;
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        return new ImportFixture(folder).zip("layer.zip", parts);
    }

    @Test
    void readsBritishGridByAPrjWithoutACode() throws IOException {
        ImportedLayer layer =
                read(zip(new ShapefileFixture().polygon("A", "One", SQUARE).parts()), LayerKind.UNITS);
        // Position of (530000, 180000) by PROJ 9 with the Helmert shift (gdaltransform EPSG:27700 EPSG:4326).
        Coordinate corner = layer.features().get(0).geometry().getCoordinate();
        assertThat(corner.x).isCloseTo(-0.128353940, within(1e-6));
        assertThat(corner.y).isCloseTo(51.503990828, within(1e-6));
        ImportReport report = layer.report();
        assertThat(report.crs().code()).isEqualTo("EPSG:27700");
        assertThat(report.crs().accuracyMetres()).isEqualTo(5.0);
        assertThat(report.format()).isEqualTo("Shapefile in zip");
        assertThat(report.roles()).isEqualTo(Map.of(Role.ID, "ID", Role.NAME, "NAME", Role.POPULATION, "POP"));
        assertThat(warnings(report)).contains("crs-identified", "index-missing");
    }

    @Test
    void putsHolesIntoTheirOutlinesAndPartsIntoOneFeature() throws IOException {
        double[] hole = reversed(square(530_200, 180_200, 100));
        ImportedLayer layer = read(
                zip(new ShapefileFixture()
                        .polygon("A", "Two parts", SQUARE, hole, square(540_000, 180_000, 500))
                        .parts()),
                LayerKind.UNITS);
        Geometry geometry = layer.features().get(0).geometry();
        assertThat(geometry.getNumGeometries()).isEqualTo(2);
        assertThat(((Polygon) geometry.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
        assertThat(layer.report().counts().accepted()).isEqualTo(1);
    }

    @Test
    void countsNullShapesBadRecordsAndAsterisks() throws IOException {
        byte[] greedy = ByteBuffer.allocate(60)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 5)
                .putInt(36, Integer.MAX_VALUE)
                .putInt(40, Integer.MAX_VALUE)
                .array();
        byte[] unknown = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 99)
                .array();
        ImportedLayer layer = read(
                zip(new ShapefileFixture()
                        .polygon("A", "good", SQUARE)
                        .polygon("B", "asterisks", EAST)
                        .nullShape("C", "null")
                        .record("D", "greedy", greedy)
                        .record("E", "unknown", unknown)
                        .parts()),
                LayerKind.UNITS);
        assertThat(ids(layer)).containsExactly("A", "B");
        assertThat(changes(layer.report())).isEqualTo(Map.of("value-left-out", 1L));
        assertThat(rejections(layer.report()))
                .containsOnly(
                        Map.entry("no-geometry", 1L),
                        Map.entry("coordinates-malformed", 1L),
                        Map.entry("geometry-type-unknown", 1L));
        assertThat(warnings(layer.report())).contains("population-missing");
    }

    @Test
    void repairsASpikeThatTheChangeOfCrsWouldHide() throws IOException {
        double[] spiked = {
            530_000, 180_000, 530_000, 181_000, 531_000, 181_000, 531_500, 181_000, 531_000, 181_000, 531_000, 180_000,
            530_000, 180_000
        };
        ImportedLayer layer =
                read(zip(new ShapefileFixture().polygon("A", "x", spiked).parts()), LayerKind.UNITS);
        assertThat(changes(layer.report())).isEqualTo(Map.of("geometry-repaired", 1L));
        assertThat(layer.features().get(0).geometry().getEnvelopeInternal().getWidth())
                .isLessThan(0.016);
    }

    @Test
    void decodesTheTableByLanguageByteByCpgAndByGuess() throws IOException {
        Charset greek = Charset.forName("IBM737");
        Map<String, byte[]> byLanguage = new ShapefileFixture()
                .in(greek, 0x6a)
                .polygon("A", "Αθήνα", SQUARE)
                .parts();
        assertThat(name(byLanguage)).isEqualTo("Αθήνα");
        Map<String, byte[]> byCpg = new ShapefileFixture()
                .in(Charset.forName("windows-1251"), 0)
                .polygon("A", "Киев", SQUARE)
                .parts();
        byCpg.put("my layer/units.cpg", "1251".getBytes(StandardCharsets.US_ASCII));
        assertThat(name(byCpg)).isEqualTo("Киев");
        assertThat(name(new ShapefileFixture()
                        .in(StandardCharsets.UTF_8, 0)
                        .polygon("A", "Łódź", SQUARE)
                        .parts()))
                .isEqualTo("Łódź");
    }

    private String name(Map<String, byte[]> parts) throws IOException {
        return read(zip(parts), LayerKind.UNITS).features().get(0).text("NAME").orElse("");
    }

    @Test
    void readsWithoutTableAndSaysSo() throws IOException {
        Map<String, byte[]> parts =
                new ShapefileFixture().polygon("A", "x", SQUARE).parts();
        parts.remove("my layer/units.dbf");
        ImportedLayer layer = read(zip(parts), LayerKind.UNITS);
        assertThat(ids(layer)).containsExactly("1");
        assertThat(warnings(layer.report())).contains("table-missing", "ids-assigned");
    }

    @Test
    void refusesMetresWithoutAPrj() throws IOException {
        Map<String, byte[]> parts =
                new ShapefileFixture().polygon("A", "x", SQUARE).parts();
        parts.remove("my layer/units.prj");
        ImportRefused refused = refusal(zip(parts), LayerKind.UNITS);
        assertThat(refused.code()).isEqualTo("crs-missing");
        assertThat(refused.whatToDo()).contains("EPSG:27700");
        assertThat(LayerImport.read(
                                ImportRequest.of(zip(parts), LayerKind.UNITS).inCrs("EPSG:27700"))
                        .features())
                .hasSize(1);
    }

    @Test
    void keepsWhatComesBeforeACutAndRejectsTheRest() throws IOException {
        ShapefileFixture shapes =
                new ShapefileFixture().polygon("A", "x", SQUARE).polygon("B", "y", EAST);
        Map<String, byte[]> parts = shapes.parts();
        byte[] whole = shapes.shp();
        parts.put("my layer/units.shp", Arrays.copyOf(whole, whole.length - 50));
        ImportReport report = read(zip(parts), LayerKind.UNITS).report();
        assertThat(report.counts()).isEqualTo(new ImportReport.Counts(2, 1, 0, 1, 0));
        assertThat(warnings(report)).contains("length-wrong", "rows-differ");
    }

    @Test
    void refusesSideFilesWithoutShapes() throws IOException {
        assertThat(refusal(zip(Map.of("a.prj", new byte[] {1}, "a.shx", new byte[] {1})), LayerKind.UNITS)
                        .code())
                .isEqualTo("part-missing");
    }
}
