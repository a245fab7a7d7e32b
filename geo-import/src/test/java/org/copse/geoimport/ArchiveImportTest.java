package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.gzip;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;
import static org.copse.geoimport.ImportFixture.wkt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveImportTest {
    private static final byte[] TABLE = "name,lon,lat\nA,1,2\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private ImportFixture files() {
        return new ImportFixture(folder);
    }

    @Test
    void readsThroughGzipAndZip() throws IOException {
        assertThat(read(files().bytes("a", gzip(TABLE)), LayerKind.PLACES)
                        .report()
                        .format())
                .isEqualTo("CSV in gzip");
        Path zip = files().zip("b", Map.of("some folder/table.csv", TABLE, "__MACOSX/._table.csv", new byte[10]));
        assertThat(read(zip, LayerKind.PLACES).report().format()).isEqualTo("CSV in zip");
        Path both = files().zip("c", Map.of("table.csv.gz", gzip(TABLE)));
        assertThat(read(both, LayerKind.PLACES).features()).hasSize(1);
    }

    @Test
    void refusesEntriesThatLeadOutside() throws IOException {
        for (String name : new String[] {"../table.csv", "a/../../table.csv", "/etc/table.csv", "C:\\table.csv"}) {
            ImportRefused refused = refusal(files().zip("z.zip", Map.of(name, TABLE)), LayerKind.PLACES);
            assertThat(refused.code()).as(name).isEqualTo("unsafe-archive");
        }
    }

    @Test
    void readsAnArchiveInAnArchiveAndNamesWhatLiesDeeper() throws IOException {
        byte[] inner = Files.readAllBytes(files().zip("inner.zip", Map.of("table.csv", TABLE)));
        Path outer = files().zip("outer.zip", Map.of("a/inner.zip", inner, "readme.txt", new byte[] {'x'}));
        assertThat(read(outer, LayerKind.PLACES).features()).hasSize(1);
        byte[] two = Files.readAllBytes(outer);
        ImportRefused refused = refusal(files().zip("three.zip", Map.of("outer.zip", two)), LayerKind.PLACES);
        assertThat(refused.code()).isEqualTo("unsafe-archive");
        assertThat(refused.where()).contains("a/inner.zip");
    }

    @Test
    void countsEntriesAndBytesOverAllLevels() throws IOException {
        byte[] inner = Files.readAllBytes(files().zip("i.zip", Map.of("t.csv", TABLE, "u.csv", TABLE)));
        Path outer = files().zip("o.zip", Map.of("1.zip", inner, "2.zip", inner, "3.zip", inner));
        assertThat(refusal(ImportRequest.of(outer, LayerKind.PLACES)
                                .within(Limits.usual().with(Limit.ARCHIVE_ENTRIES, 8)))
                        .values())
                .containsEntry("limit", "archive-entries");
        assertThat(refusal(ImportRequest.of(outer, LayerKind.PLACES)
                                .within(Limits.usual().with(Limit.UNPACKED_BYTES, 3L * inner.length + 10)))
                        .values())
                .containsEntry("limit", "unpacked-bytes");
    }

    /** Zeros shrink a thousandfold: 80 MB come out of 80 kB. */
    private static void zeros(OutputStream out) throws IOException {
        byte[] block = new byte[1 << 20];
        for (int i = 0; i < 100; i++) {
            out.write(block);
        }
    }

    @Test
    void stopsABombWhileItUnpacksByWhatComesOutOfEachByte() throws IOException {
        Path gz = folder.resolve("bomb.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            zeros(out);
        }
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.json"));
            zeros(out);
        }
        Path gzInZip = folder.resolve("gz-in.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(gzInZip))) {
            out.putNextEntry(new ZipEntry("a.csv.gz"));
            out.write(Files.readAllBytes(gz));
        }
        Path zipInGz = folder.resolve("zip-in.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipInGz))) {
            out.write(Files.readAllBytes(zip));
        }
        Path zipInZip = folder.resolve("zip-in.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zipInZip))) {
            out.putNextEntry(new ZipEntry("bomb.zip"));
            out.write(Files.readAllBytes(zip));
        }
        for (Path bomb : new Path[] {gz, zip, gzInZip, zipInGz, zipInZip}) {
            ImportRefused refused = refusal(bomb, LayerKind.PLACES);
            assertThat(refused.values()).as(bomb.toString()).containsEntry("limit", "unpacked-ratio");
        }
    }

    /** Entries that all lead to the same data: each is small, together they swell. */
    @Test
    void stopsABombOfOverlappingEntries() throws IOException {
        Path zip = folder.resolve("one.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a000.csv"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 10; i++) {
                out.write(block);
            }
        }
        Path bomb = files().bytes("overlap.zip", overlapping(Files.readAllBytes(zip), 200));
        assertThat(Files.size(bomb)).isLessThan(30_000);
        ImportRefused refused = refusal(bomb, LayerKind.PLACES);
        assertThat(refused.code()).isIn("limit-passed", "broken-file");
        assertThat(refused.values().getOrDefault("limit", "unpacked-ratio")).isEqualTo("unpacked-ratio");
    }

    /** Repeats the one entry of a zip's directory under other names of the same length. */
    private static byte[] overlapping(byte[] zip, int times) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int start = bytes.getInt(end + 16);
        byte[] entry = Arrays.copyOfRange(zip, start, end);
        ByteBuffer made = ByteBuffer.allocate(start + entry.length * times + 22).order(ByteOrder.LITTLE_ENDIAN);
        made.put(zip, 0, start);
        for (int i = 0; i < times; i++) {
            System.arraycopy(String.format("a%03d.csv", i).getBytes(StandardCharsets.US_ASCII), 0, entry, 46, 8);
            made.put(entry);
        }
        made.put(zip, end, 22);
        made.putShort(made.position() - 22 + 8, (short) times);
        made.putShort(made.position() - 22 + 10, (short) times);
        made.putInt(made.position() - 22 + 12, entry.length * times);
        return made.array();
    }

    @Test
    void letsLayersOfOneNameBeChosenByTheirFormat() throws IOException {
        byte[] json = "{\"type\":\"Point\",\"coordinates\":[7,8]}".getBytes(StandardCharsets.UTF_8);
        Path zip = files().zip("same.zip", Map.of("wards.csv", TABLE, "wards.geojson", json));
        ImportRefused refused = refusal(zip, LayerKind.PLACES);
        assertThat(refused.choices()).containsExactlyInAnyOrder("wards.csv", "wards.geojson");
        assertThat(wkt(LayerImport.read(ImportRequest.of(zip, LayerKind.PLACES).ofLayer("wards.geojson"))))
                .containsExactly("POINT (7 8)");
        assertThat(wkt(LayerImport.read(ImportRequest.of(zip, LayerKind.PLACES).ofLayer("wards.csv"))))
                .containsExactly("POINT (1 2)");
        assertThat(refusal(ImportRequest.of(zip, LayerKind.PLACES).ofLayer("wards"))
                        .code())
                .isEqualTo("layer-ambiguous");
    }

    @Test
    void stopsABombByTheBytesThatComeOut() throws IOException {
        byte[] zeros = new byte[5_000_000];
        Limits small = Limits.usual().with(Limit.UNPACKED_BYTES, 1_000_000);
        for (Path bomb :
                new Path[] {files().zip("bomb.zip", Map.of("a.csv", zeros)), files().bytes("bomb.gz", gzip(zeros))}) {
            assertThat(Files.size(bomb)).isLessThan(10_000);
            ImportRefused refused =
                    refusal(ImportRequest.of(bomb, LayerKind.PLACES).within(small));
            assertThat(refused.code()).isEqualTo("limit-passed");
            assertThat(refused.what()).contains("1000000 bytes after unpacking");
        }
    }

    @Test
    void refusesMoreEntriesThanTheLimit() throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            entries.put("t" + i + ".csv", TABLE);
        }
        Path zip = files().zip("many.zip", entries);
        assertThat(refusal(ImportRequest.of(zip, LayerKind.PLACES)
                                .within(Limits.usual().with(Limit.ARCHIVE_ENTRIES, 10)))
                        .code())
                .isEqualTo("limit-passed");
    }

    @Test
    void asksWhichLayerWhereThereAreSeveral() throws IOException {
        Path zip = files().zip("two.zip", Map.of("north.csv", TABLE, "south.csv", TABLE));
        ImportRefused refused = refusal(zip, LayerKind.PLACES);
        assertThat(refused.code()).isEqualTo("layer-ambiguous");
        assertThat(refused.what()).contains("north", "south");
        assertThat(LayerImport.read(ImportRequest.of(zip, LayerKind.PLACES).ofLayer("south"))
                        .features())
                .hasSize(1);
    }

    @Test
    void refusesWhatIsCutOffEmptyOrNoLayer() throws IOException {
        byte[] whole = gzip(new byte[100_000]);
        assertThat(refusal(files().bytes("cut.gz", Arrays.copyOf(whole, whole.length / 2)), LayerKind.PLACES)
                        .code())
                .isEqualTo("broken-file");
        assertThat(refusal(files().bytes("empty", new byte[0]), LayerKind.PLACES)
                        .code())
                .isEqualTo("empty-file");
        assertThat(refusal(folder.resolve("nowhere"), LayerKind.PLACES).code()).isEqualTo("not-readable");
        assertThat(refusal(files().bytes("noise", new byte[] {5, 4, 3, 2, 1, 0, 9}), LayerKind.PLACES)
                        .code())
                .isEqualTo("unknown-format");
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        long before = leftovers();
        read(files().bytes("a", gzip(TABLE)), LayerKind.PLACES);
        refusal(files().zip("z.zip", Map.of("a.csv", TABLE, "../b.csv", TABLE)), LayerKind.PLACES);
        assertThat(leftovers()).isEqualTo(before);
    }

    private static long leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("copse-import-"))
                    .count();
        }
    }
}
