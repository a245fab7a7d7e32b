package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copse.geoimport.ImportFixture.read;
import static org.copse.geoimport.ImportFixture.warnings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.copse.geoimport.source.file.TextEncoding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingsContradictedTest {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final String NAME = "Köln-Süd, Straße";

    @TempDir
    Path folder;

    /** A dBASE table with one column of 20 bytes and one row. */
    private Path table(String codePage, byte[] text) throws IOException {
        ByteBuffer dbf = ByteBuffer.allocate(32 + 32 + 1 + 21 + 1).order(ByteOrder.LITTLE_ENDIAN);
        dbf.put((byte) 3).put((byte) 124).put((byte) 1).put((byte) 1);
        dbf.putInt(1).putShort((short) 65).putShort((short) 21);
        dbf.position(32);
        dbf.put("NAME".getBytes(StandardCharsets.US_ASCII)).position(32 + 11);
        dbf.put((byte) 'C').position(32 + 16);
        dbf.put((byte) 20).position(64);
        dbf.put((byte) 0x0d).put((byte) ' ').put(text, 0, Math.min(20, text.length));
        while (dbf.hasRemaining()) {
            dbf.put((byte) ' ');
        }
        new ImportFixture(folder).text("t.cpg", codePage);
        return new ImportFixture(folder).bytes("t.dbf", dbf.array());
    }

    private static @Nullable Object name(ImportedLayer layer) {
        return layer.features().get(0).attributes().get("NAME");
    }

    @Test
    void believesTheBytesWhereTheCodePageContradictsThem() throws IOException {
        ImportedLayer latin = read(table("UTF-8", NAME.getBytes(LATIN)), LayerKind.PLAIN);
        assertThat(name(latin)).isEqualTo(NAME);
        assertThat(warnings(latin.report())).contains("encoding-contradicted");
        ImportedLayer utf8 = read(table("1252", NAME.getBytes(StandardCharsets.UTF_8)), LayerKind.PLAIN);
        assertThat(name(utf8)).isEqualTo(NAME);
        assertThat(warnings(utf8.report())).contains("encoding-contradicted");
    }

    @Test
    void believesTheCodePageWhereTheBytesAgree() throws IOException {
        ImportedLayer utf8 = read(table("UTF-8", NAME.getBytes(StandardCharsets.UTF_8)), LayerKind.PLAIN);
        assertThat(name(utf8)).isEqualTo(NAME);
        assertThat(warnings(utf8.report())).doesNotContain("encoding-contradicted");
        Charset east = Charset.forName("windows-1250");
        assertThat(name(read(table("1250", "Łódź".getBytes(east)), LayerKind.PLAIN)))
                .isEqualTo("Łódź");
    }

    @Test
    void believesWhoeverStatesTheEncoding() throws IOException {
        Path file = table("UTF-8", NAME.getBytes(StandardCharsets.UTF_8));
        ImportedLayer stated = LayerImport.read(
                ImportRequest.of(file, LayerKind.PLAIN).read(Reading.detected().encoded("windows-1252")));
        assertThat(name(stated)).isEqualTo(new String(NAME.getBytes(StandardCharsets.UTF_8), LATIN));
    }

    @Test
    void toleratesTextsCutOffInTheMiddleOfACharacter() {
        byte[] cut = "aé".repeat(30).getBytes(StandardCharsets.UTF_8);
        cut[cut.length - 1] = ' ';
        assertThat(TextEncoding.agreeing(StandardCharsets.UTF_8, cut)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(TextEncoding.agreeing(LATIN, cut)).isEqualTo(StandardCharsets.UTF_8);
        byte[] japanese = "東京".getBytes(Charset.forName("windows-31j"));
        assertThat(TextEncoding.agreeing(Charset.forName("windows-31j"), japanese))
                .isEqualTo(Charset.forName("windows-31j"));
    }

    @Test
    void readsTablesInUtf16() throws IOException {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            Path csv = new ImportFixture(folder).text("t.csv", "name;lon;lat\nKöln;7;51\n", charset);
            assertThat(read(csv, LayerKind.PLACES).features().get(0).attributes())
                    .containsEntry("name", "Köln");
        }
    }
}
