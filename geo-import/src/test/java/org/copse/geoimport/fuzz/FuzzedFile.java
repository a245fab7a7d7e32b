package org.copse.geoimport.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportReport;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerImport;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;

/** A file made of fuzzed bytes, and its import. */
final class FuzzedFile {
    private static final Limits LIMITS = Limits.usual()
            .with(Limit.UNPACKED_BYTES, 50_000_000)
            .with(Limit.SHARED_TEXT_CHARACTERS, 5_000_000)
            .with(Limit.VERTICES_PER_GEOMETRY, 100_000)
            .with(Limit.VERTICES_IN_MEMORY, 500_000);

    private FuzzedFile() {}

    /** Imports {@code bytes}, which must be accounted for or refused. */
    static void importing(byte[] bytes) {
        importing(Map.of("fuzzed.bin", bytes), "fuzzed.bin");
    }

    /**
     * Imports one of several files that lie beside each other.
     *
     * @param main to import
     */
    static void importing(Map<String, byte[]> files, String main) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("copse-fuzz-");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            check(ImportRequest.of(folder.resolve(main), LayerKind.PLAIN).within(LIMITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder, files);
        }
    }

    private static void check(ImportRequest request) {
        try {
            ImportReport.Counts counts = LayerImport.read(request).report().counts();
            if (counts.imported() <= 0) {
                throw new IllegalStateException("imported nothing and said nothing");
            }
        } catch (ImportRefused refused) {
            if (refused.what().isBlank() || refused.where().isBlank()) {
                throw new IllegalStateException("a refusal that says nothing: " + refused.code(), refused);
            }
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder, Map<String, byte[]> files) {
        if (folder == null) {
            return;
        }
        try {
            for (String name : files.keySet()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the bytes up to the mark that splits an input in several files, and those after it. */
    static byte[][] split(byte[] data, int parts) {
        byte[][] split = new byte[parts][];
        int from = 0;
        for (int i = 0; i < parts - 1; i++) {
            int at = indexOfMark(data, from);
            split[i] = Arrays.copyOfRange(data, from, at);
            from = Math.min(data.length, at + MARK.length);
        }
        split[parts - 1] = Arrays.copyOfRange(data, from, data.length);
        return split;
    }

    private static final byte[] MARK = "\n#next#\n".getBytes(StandardCharsets.US_ASCII);

    private static int indexOfMark(byte[] data, int from) {
        for (int at = from; at + MARK.length <= data.length; at++) {
            if (Arrays.equals(data, at, at + MARK.length, MARK, 0, MARK.length)) {
                return at;
            }
        }
        return data.length;
    }

    /** Returns a zip of {@code entries}, not compressed. */
    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new LinkedHashMap<>(entries).entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(entry.getValue());
                ZipEntry stored = new ZipEntry(entry.getKey());
                stored.setMethod(ZipEntry.STORED);
                stored.setSize(entry.getValue().length);
                stored.setCrc(crc.getValue());
                zip.putNextEntry(stored);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
