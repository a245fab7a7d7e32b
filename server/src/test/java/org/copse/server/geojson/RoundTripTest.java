package org.copse.server.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.csv.CsvCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** What Copse writes it reads again: the same ids and attributes in the same order, and geometries to a centimetre. */
class RoundTripTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    /** Seven decimals are written: a position moves by half of the last one at most, along each axis. */
    private static final double DEGREES = 0.5e-7 * Math.sqrt(2) + 1e-12;

    private static final int FILES = 40;
    private static final int MOST_FEATURES = 12;
    private static final String[] TEXTS = {
        "Café",
        "يوم",
        "a, b; c|d",
        "say \"so\"",
        "two\nlines",
        "=1+1",
        "-x",
        "@home",
        "007",
        "1e5",
        "12,5",
        "'quoted'",
        "#5",
        "true"
    };

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_121);

    @Test
    void readsTheGeoJsonThatItWrites() throws IOException {
        for (int round = 0; round < FILES; round++) {
            List<Feature> features = features(false);
            Path file = folder.resolve("layer.geojson");
            try (OutputStream out = Files.newOutputStream(file);
                    FeatureCollectionWriter writer = new FeatureCollectionWriter(out)) {
                features.forEach(feature -> writer.feature(feature.id(), feature.geometry(), feature.attributes()));
            }
            assertSame(features, LayerImport.read(ImportRequest.of(file, LayerKind.PLAIN)), DEGREES, round);
        }
    }

    @Test
    void readsTheTablesThatItWrites() throws IOException {
        for (int round = 0; round < FILES; round++) {
            List<Feature> features = features(true);
            StringBuilder table = new StringBuilder("id,text,wkt\n");
            for (Feature feature : features) {
                table.append(CsvCell.of(feature.id()))
                        .append(',')
                        .append(CsvCell.of(feature.text("text").orElse("")))
                        .append(',')
                        .append(CsvCell.of(feature.geometry().toText()))
                        .append('\n');
            }
            Path file = Files.writeString(folder.resolve("table.csv"), table);
            ImportRequest request = ImportRequest.of(file, LayerKind.PLAIN)
                    .inCrs("EPSG:4326")
                    .withRole(Role.ID, "id")
                    .withRole(Role.NAME, "text");
            assertSame(features, LayerImport.read(request), 0, round);
        }
    }

    private static void assertSame(List<Feature> written, ImportedLayer read, double degrees, int round) {
        assertThat(read.report().counts().rejected()).as("round %d", round).isZero();
        assertThat(read.features().stream().map(Feature::id))
                .as("round %d", round)
                .containsExactlyElementsOf(written.stream().map(Feature::id).toList());
        for (int i = 0; i < written.size(); i++) {
            Feature before = written.get(i);
            Feature after = read.features().get(i);
            assertThat(after.attributes()).as("round %d, %s", round, before).containsAllEntriesOf(before.attributes());
            assertThat(after.geometry().norm().equalsExact(before.geometry().norm(), degrees))
                    .as("round %d: %s was %s", round, after.geometry(), before.geometry())
                    .isTrue();
        }
    }

    /**
     * Returns features with ids, attributes of each type and geometries of each type.
     *
     * @param textOnly whether every value is a text that is there, as a table has it
     */
    private List<Feature> features(boolean textOnly) {
        List<Feature> features = new ArrayList<>();
        int count = 1 + random.nextInt(MOST_FEATURES);
        for (int row = 1; row <= count; row++) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            // One text is always a text, so that a column of texts is one.
            attributes.put("text", row == 1 ? "Café, de" : TEXTS[random.nextInt(TEXTS.length)]);
            if (!textOnly) {
                attributes.put("whole", (long) random.nextInt(3));
                attributes.put("large", Long.MAX_VALUE - random.nextInt(2));
                attributes.put("part", random.nextInt(4) / 8.0 + 0.1);
                attributes.put("truth", random.nextBoolean());
            }
            features.add(new Feature("u-" + row * 7, row, geometry(row), attributes));
        }
        return features;
    }

    /** Returns a valid geometry in a place of its own. */
    private Geometry geometry(int place) {
        double x = place * 3;
        return switch (random.nextInt(7)) {
            case 0 -> GEOMETRIES.createPoint(at(x, 0));
            case 1 -> line(x);
            case 2 -> GEOMETRIES.createMultiPointFromCoords(new Coordinate[] {at(x, 1), at(x + 1, 2)});
            case 3 -> GEOMETRIES.createMultiLineString(new LineString[] {line(x), line(x + 1)});
            case 4 -> square(x, 0);
            case 5 -> GEOMETRIES.createMultiPolygon(new Polygon[] {square(x, 0), square(x, 3)});
            default ->
                GEOMETRIES.createGeometryCollection(new Geometry[] {square(x, 0), GEOMETRIES.createPoint(at(x, 5))});
        };
    }

    private Coordinate at(double x, double y) {
        return new CoordinateXY(x + random.nextDouble() / 4, y + 40 + random.nextDouble() / 4);
    }

    private LineString line(double x) {
        return GEOMETRIES.createLineString(new Coordinate[] {at(x, 0), at(x + 1, 1), at(x, 2)});
    }

    /** Returns a square with a hole, clockwise or counter-clockwise. */
    private Polygon square(double x, double y) {
        Coordinate[] shell = ring(x, y, 2);
        Coordinate[] hole = ring(x + 0.8, y + 0.8, 0.5);
        return GEOMETRIES.createPolygon(
                GEOMETRIES.createLinearRing(shell),
                new org.locationtech.jts.geom.LinearRing[] {GEOMETRIES.createLinearRing(hole)});
    }

    private Coordinate[] ring(double x, double y, double side) {
        Coordinate a = at(x, y);
        Coordinate b = new CoordinateXY(a.x + side, a.y);
        Coordinate c = new CoordinateXY(a.x + side, a.y + side);
        Coordinate d = new CoordinateXY(a.x, a.y + side);
        return random.nextBoolean() ? new Coordinate[] {a, b, c, d, a.copy()} : new Coordinate[] {a, d, c, b, a.copy()};
    }
}
