package org.copse.geoimport.source.shape;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.report.WarningCode;
import org.copse.geoimport.source.SourceSink;
import org.copse.geoimport.source.file.Magic;
import org.copse.geoimport.source.file.TextEncoding;
import org.jspecify.annotations.Nullable;

/** The header of a .dbf table, and its rows in their order. */
final class DbfTable {
    private static final int HEADER_BYTES = 32;
    private static final int FIELD_BYTES = 32;
    private static final int END_OF_FIELDS = 0x0d;
    private static final int SAMPLE_BYTES = 1 << 20;

    private final Path file;
    private final String name;
    private final Limits limits;
    private final long claimedRows;
    private final int headerBytes;
    private final int rowBytes;
    private final int language;
    private final List<DbfField> fields = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();
    private final Charset charset;
    private final boolean charsetCertain;
    private final String contradicted;
    private @Nullable String unknownCodePage;

    private DbfTable(Path file, String name, Optional<String> cpg, boolean believed, Limits limits) throws IOException {
        this.file = file;
        this.name = name;
        this.limits = limits;
        byte[] head = Magic.head(file, HEADER_BYTES + FIELD_BYTES * 2050);
        if (head.length < HEADER_BYTES + 1) {
            throw new ImportRefused(RefusalCode.BROKEN_FILE, name, "the .dbf has " + head.length + " bytes only");
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        claimedRows = header.getInt(4) & 0xffffffffL;
        headerBytes = header.getShort(8) & 0xffff;
        rowBytes = header.getShort(10) & 0xffff;
        language = head[29] & 0xff;
        Optional<Charset> stated = cpg.flatMap(CodePages::ofText);
        if (cpg.isPresent() && stated.isEmpty()) {
            unknownCodePage = cpg.get().strip();
        }
        Optional<Charset> known = stated.or(() -> CodePages.ofLanguage(language));
        byte[] sample = sample();
        // Letters without accents are the same in every code page that a table may be in.
        charsetCertain = known.isPresent() || isAscii(sample);
        Charset guess = TextEncoding.detect(sample).charset().equals(StandardCharsets.UTF_8)
                ? StandardCharsets.UTF_8
                : Charset.forName("windows-1252");
        charset = known.map(said -> believed ? said : TextEncoding.agreeing(said, sample))
                .orElse(guess);
        contradicted =
                known.filter(said -> !said.equals(charset)).map(Charset::name).orElse("");
        readFields(head);
    }

    /**
     * Opens a table.
     *
     * @param cpg the text of the .cpg beside it, where there is one
     * @param believed whether the code page holds even where the bytes contradict it
     * @throws ImportRefused when the header makes no sense
     */
    static DbfTable open(Path file, String name, Optional<String> cpg, boolean believed, Limits limits)
            throws IOException {
        return new DbfTable(file, name, cpg, believed, limits);
    }

    private byte[] sample() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skip(headerBytes);
            return in.readNBytes(SAMPLE_BYTES);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private void readFields(byte[] head) {
        Set<String> names = new HashSet<>();
        int offset = 1;
        for (int at = HEADER_BYTES; at + FIELD_BYTES <= Math.min(head.length, headerBytes); at += FIELD_BYTES) {
            if (head[at] == END_OF_FIELDS) {
                break;
            }
            int nameLength = 0;
            while (nameLength < 11 && head[at + nameLength] != 0) {
                nameLength++;
            }
            String stripped = new String(head, at, nameLength, charset).strip();
            String field = stripped.isEmpty() ? "column_" + (fields.size() + 1) : stripped;
            String unique = field;
            for (int n = 2; !names.add(unique); n++) {
                unique = field + "_" + n;
            }
            if (!unique.equals(field)) {
                repeated.add(field);
            }
            char type = (char) (head[at + 11] & 0xff);
            int decimals = head[at + 17] & 0xff;
            int length = head[at + 16] & 0xff;
            // Text longer than 255 keeps its high byte where numbers keep their decimals.
            length += type == 'C' && decimals > 0 ? decimals << 8 : 0;
            fields.add(new DbfField(unique, type, offset, length, decimals));
            offset += length;
            limits.check(Limit.ATTRIBUTES, fields.size(), name);
        }
        if (fields.isEmpty() || rowBytes < offset) {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE,
                    name,
                    fields.isEmpty()
                            ? "the .dbf names no columns"
                            : "the columns of the .dbf take " + offset + " bytes, its rows " + rowBytes);
        }
    }

    List<String> columns() {
        return fields.stream().map(DbfField::name).toList();
    }

    Charset charset() {
        return charset;
    }

    void warn(SourceSink sink) throws IOException {
        if (unknownCodePage != null) {
            sink.warn(WarningCode.ENCODING_GUESSED, "the .cpg names \"" + unknownCodePage + "\", which is not known");
        }
        if (!contradicted.isEmpty()) {
            sink.warn(
                    WarningCode.ENCODING_CONTRADICTED,
                    "the table says \"" + contradicted + "\", but its bytes are " + charset.name(),
                    Map.of("stated", contradicted, "found", charset.name()));
        }
        if (!charsetCertain) {
            sink.warn(
                    WarningCode.ENCODING_GUESSED,
                    "the table states no code page; read as " + charset.name() + ", so accents may be wrong",
                    Map.of("encoding", charset.name()));
        }
        for (String field : repeated) {
            sink.warn(
                    WarningCode.NAME_REPEATED,
                    "the column \"" + field + "\" stands there more than once",
                    Map.of("name", field));
        }
        long rows = rowsThatFit();
        if (rows < claimedRows) {
            sink.warn(WarningCode.LENGTH_WRONG, "the table claims " + claimedRows + " rows and holds " + rows);
        }
    }

    /** Returns the number of rows that are there, whatever the header claims. */
    long rows() throws IOException {
        return Math.min(claimedRows, rowsThatFit());
    }

    private long rowsThatFit() throws IOException {
        long data = Files.size(file) - headerBytes;
        // The last row may lack its end-of-file mark, and some programs cut its trailing spaces.
        return data <= 0 ? 0 : (data + rowBytes - 1) / rowBytes;
    }

    Rows openRows() throws IOException {
        return new Rows();
    }

    /** The rows of the table, one after the other. */
    final class Rows implements Closeable {
        private final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        private final byte[] row = new byte[rowBytes];
        private long left = rows();

        private Rows() throws IOException {
            in.skipNBytes(headerBytes);
        }

        /** Returns the next row, or null at the end. */
        @Nullable
        DbfRow next() throws IOException {
            if (left == 0) {
                return null;
            }
            left--;
            int read = in.readNBytes(row, 0, rowBytes);
            if (read == 0) {
                return null;
            }
            java.util.Arrays.fill(row, read, rowBytes, (byte) ' ');
            return new DbfRow(row, fields, charset);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
