package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.rejections;
import static org.copse.geoimport.ImportFixture.wkt;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

class FlatGeobufImportTest {
    private static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 1};

    @TempDir
    Path folder;

    /** Two areas that GDAL wrote: with its spatial index, and without. */
    private byte[] byGdal(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/fuzz/flatgeobuf/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return new ImportFixture(folder).bytes("layer.bin", bytes.toByteArray());
    }

    private static byte[] header(int geometryType, int features) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int name = builder.createString("layer");
        Header.startHeader(builder);
        Header.addName(builder, name);
        Header.addGeometryType(builder, geometryType);
        Header.addFeaturesCount(builder, features);
        Header.addIndexNodeSize(builder, 0);
        builder.finishSizePrefixed(Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    private static byte[] feature(int type, double... xy) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int positions = Geometry.createXyVector(builder, xy);
        Geometry.startGeometry(builder);
        Geometry.addXy(builder, positions);
        Geometry.addType(builder, type);
        int geometry = Geometry.endGeometry(builder);
        Feature.startFeature(builder);
        Feature.addGeometry(builder, geometry);
        builder.finishSizePrefixed(Feature.endFeature(builder));
        return builder.sizedByteArray();
    }

    @Test
    void readsWhatGdalWroteWithAnIndexAndWithout() throws IOException {
        for (String name : new String[] {"indexed.fgb", "plain.fgb"}) {
            ImportedLayer layer = read(file(byGdal(name)), LayerKind.UNITS);
            assertThat(wkt(layer))
                    .containsExactlyInAnyOrder(
                            "MULTIPOLYGON (((4 50, 5 50, 5 51, 4 50)), ((6 50, 7 50, 7 51, 6 50)))",
                            "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))");
            assertFeature(
                    layer, "A", Map.of("id", "A", "pop", 12L, "share", 0.5, "ok", true, "day", "2024-03-01T00:00:00"));
            assertFeature(layer, "B", Map.of("id", "B", "share", 1.5, "ok", false));
            assertThat(layer.report().format()).isEqualTo("FlatGeobuf");
            assertThat(layer.report().crs().code()).isEqualTo("EPSG:4326");
        }
    }

    private static void assertFeature(ImportedLayer layer, String id, Map<String, Object> attributes) {
        assertThat(layer.features().stream()
                        .filter(f -> f.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .attributes())
                .containsAllEntriesOf(attributes);
    }

    @Test
    void readsEachFeaturesOwnTypeWhereTheLayerHasNone() throws IOException {
        ImportedLayer layer = read(
                file(
                        MAGIC,
                        header(GeometryType.Unknown, 2),
                        feature(GeometryType.Point, 4, 50),
                        feature(GeometryType.LineString, 4, 50, 5, 51)),
                LayerKind.PLAIN);
        assertThat(wkt(layer)).containsExactly("POINT (4 50)", "LINESTRING (4 50, 5 51)");
    }

    @Test
    void rejectsGeometriesThatBreakTheirTypeAndKeepsTheRest() throws IOException {
        ImportedLayer layer = read(
                file(
                        MAGIC,
                        header(GeometryType.Unknown, 5),
                        feature(GeometryType.Point, 4, 50),
                        feature(GeometryType.LineString, 4, 50),
                        feature(GeometryType.Polygon, 0, 0, 1, 0, 1, 1),
                        feature(GeometryType.Point, Double.NaN, 1),
                        feature(GeometryType.CircularString, 0, 0, 1, 1)),
                LayerKind.PLAIN);
        assertThat(rejections(layer.report()))
                .isEqualTo(Map.of(
                        "coordinates-malformed", 2L, "coordinate-not-a-number", 1L, "geometry-type-unknown", 1L));
    }

    @Test
    void refusesLengthsThatTheFileDoesNotHave() throws IOException {
        byte[] whole = byGdal("plain.fgb");
        for (int length : new int[] {Integer.MAX_VALUE, -1, 1_000_000, 0, 3}) {
            byte[] bytes = whole.clone();
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, length);
            ImportRefused refused = refusal(file(bytes), LayerKind.PLAIN);
            assertThat(refused.code()).as("%s bytes", length).isEqualTo("broken-file");
            assertThat(refused.where()).contains("byte");
        }
        assertThat(refusal(file(Arrays.copyOf(whole, whole.length - 5)), LayerKind.PLAIN)
                        .code())
                .isEqualTo("broken-file");
        assertThat(refusal(file(MAGIC), LayerKind.PLAIN).code()).isEqualTo("broken-file");
    }

    @Test
    void endsWellWhicheverByteIsWrong() throws IOException {
        byte[] whole = byGdal("plain.fgb");
        for (int at = 8; at < whole.length; at += 3) {
            for (byte value : new byte[] {0, (byte) 0xff}) {
                byte[] bytes = whole.clone();
                bytes[at] = value;
                try {
                    assertThat(read(file(bytes), LayerKind.PLAIN)
                                    .report()
                                    .counts()
                                    .read())
                            .isPositive();
                } catch (ImportRefused refused) {
                    assertThat(refused.what()).isNotBlank();
                }
            }
        }
    }
}
