package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files damaged at random, with a fixed seed: each is imported or refused, whatever the damage. */
class DamagedFilesTest {
    private static final int ROUNDS = 300;
    private static final String GEOJSON = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"id\":1,\"properties\":{\"name\":\"Caf\u00e9\",\"n\":1.5e3,\"list\":[1,{\"a\":null}]},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}},{\"type\":\"Feature\","
            + "\"properties\":null,\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiPoint\","
            + "\"coordinates\":[[1,2],[3,4]]}]}}],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}}";
    private static final String TABLE = "name;lon;lat;wkt\n\"Caf\u00e9; \"\"x\"\"\";1,5;2,5;POINT (1 2)\nB;3;4;\n";

    @TempDir
    Path folder;

    private final Random random = new Random(20_260_101);

    @Test
    void damagedGeoJson() throws IOException {
        assertEachEndsWell("layer.geojson", GEOJSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void damagedTables() throws IOException {
        assertEachEndsWell("table.csv", TABLE.getBytes(StandardCharsets.UTF_8));
        assertEachEndsWell("table.csv.gz", ImportFixture.gzip(TABLE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void damagedArchives() throws IOException {
        Path zip = new ImportFixture(folder).zip("whole.zip", shapefile().parts());
        assertEachEndsWell("layer.zip", java.nio.file.Files.readAllBytes(zip));
    }

    @Test
    void damagedPartsOfShapefiles() throws IOException {
        ImportFixture files = new ImportFixture(folder);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> part : shapefile().parts().entrySet()) {
                boolean prj = part.getKey().endsWith(".prj");
                parts.put(part.getKey(), prj || random.nextBoolean() ? part.getValue() : damaged(part.getValue()));
            }
            assertEndsWell(files.zip("layer.zip", parts), round);
        }
    }

    private static ShapefileFixture shapefile() {
        return new ShapefileFixture()
                .polygon("A", "One", new double[] {5e5, 2e5, 5e5, 3e5, 6e5, 3e5, 5e5, 2e5})
                .polygon("B", "Two", new double[] {4e5, 2e5, 4e5, 3e5, 5e5, 3e5, 4e5, 2e5})
                .nullShape("C", "Three");
    }

    private void assertEachEndsWell(String name, byte[] whole) throws IOException {
        ImportFixture files = new ImportFixture(folder);
        for (int round = 0; round < ROUNDS; round++) {
            assertEndsWell(files.bytes(name, damaged(whole)), round);
        }
    }

    private void assertEndsWell(Path file, int round) {
        try {
            ImportReport.Counts counts =
                    ImportFixture.read(file, LayerKind.PLAIN).report().counts();
            assertThat(counts.imported()).isPositive();
        } catch (ImportRefused refused) {
            assertThat(refused.what()).as("round %d", round).isNotBlank();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("round " + round + " on " + file.getFileName(), e);
        }
    }

    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> {
                    int to = random.nextInt(bytes.length);
                    System.arraycopy(whole, 0, bytes, at, Math.min(8, Math.min(bytes.length - at, to)));
                }
            }
        }
        return bytes;
    }
}
