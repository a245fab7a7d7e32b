package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.gzip;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
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
    void refusesAnArchiveInAnArchive() throws IOException {
        byte[] inner = Files.readAllBytes(files().zip("inner.zip", Map.of("table.csv", TABLE)));
        assertThat(refusal(files().zip("outer.zip", Map.of("inner.zip", inner)), LayerKind.PLACES)
                        .code())
                .isEqualTo("unsafe-archive");
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
