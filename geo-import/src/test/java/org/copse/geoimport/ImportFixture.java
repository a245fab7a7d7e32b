package org.copse.geoimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files for tests, and what importing them gives. */
final class ImportFixture {
    private final Path folder;

    ImportFixture(Path folder) {
        this.folder = folder;
    }

    Path text(String name, String text) throws IOException {
        return text(name, text, StandardCharsets.UTF_8);
    }

    Path text(String name, String text, Charset charset) throws IOException {
        return bytes(name, text.getBytes(charset));
    }

    Path bytes(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    Path zip(String name, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes(name, bytes.toByteArray());
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    static ImportedLayer read(Path file, LayerKind kind) {
        return LayerImport.read(ImportRequest.of(file, kind));
    }

    static ImportRefused refusal(Path file, LayerKind kind) {
        return refusal(ImportRequest.of(file, kind));
    }

    static ImportRefused refusal(ImportRequest request) {
        ImportRefused refused = catchThrowableOfType(ImportRefused.class, () -> LayerImport.read(request));
        assertThat(refused).as("refusal of %s", request.fileName()).isNotNull();
        return refused;
    }

    static List<String> wkt(ImportedLayer layer) {
        return layer.features().stream().map(f -> f.geometry().toText()).toList();
    }

    static List<String> ids(ImportedLayer layer) {
        return layer.features().stream().map(Feature::id).toList();
    }

    static Map<String, Long> rejections(ImportReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.rejections().forEach(r -> counts.put(r.code(), r.count()));
        return counts;
    }

    static Map<String, Long> changes(ImportReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        report.changes().forEach(c -> counts.put(c.code(), c.count()));
        return counts;
    }

    static List<String> warnings(ImportReport report) {
        return report.warnings().stream().map(ImportReport.Warning::code).toList();
    }
}
