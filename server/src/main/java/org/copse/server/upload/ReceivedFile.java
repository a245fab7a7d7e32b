package org.copse.server.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copse.server.system.FieldErrors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What was sent, as one file: of several parts, such as those of a Shapefile, an archive is made. Gone when closed.
 *
 * @param name of the file, without a path; at most 200 characters
 */
record ReceivedFile(Path path, String name) implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    /** Takes the files over. */
    static ReceivedFile of(List<MultipartFile> files, int mostFiles) throws IOException {
        if (files.isEmpty()) {
            throw FieldErrors.of("file", "is missing");
        }
        if (files.size() > mostFiles) {
            throw FieldErrors.of("file", "has " + files.size() + " parts, more than " + mostFiles);
        }
        Path copy = Files.createTempFile("copse-upload-", ".bin");
        ReceivedFile received = new ReceivedFile(copy, files.size() == 1 ? name(files.get(0)) : stem(files) + ".zip");
        try {
            if (files.size() == 1) {
                files.get(0).transferTo(copy);
            } else {
                zip(files, copy);
            }
            return received;
        } catch (IOException | RuntimeException e) {
            received.close();
            throw e;
        }
    }

    private static void zip(List<MultipartFile> files, Path archive) throws IOException {
        Set<String> names = new HashSet<>();
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (MultipartFile file : files) {
                String name = name(file);
                if (!names.add(name)) {
                    throw FieldErrors.of("file", "has two parts named " + name);
                }
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream in = file.getInputStream()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    /** Returns what the files of a set have for a name: that of the .shp, where there is one. */
    private static String stem(List<MultipartFile> files) {
        String name = files.stream()
                .map(ReceivedFile::name)
                .min(Comparator.comparing(file -> !file.toLowerCase(Locale.ROOT).endsWith(".shp")))
                .orElseThrow();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Returns the last part of the name that the browser sent: some send a path. */
    private static String name(MultipartFile file) {
        String sent = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String name = last.isEmpty() ? "upload" : last;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    long bytes() throws IOException {
        return Files.size(path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be deleted", e);
        }
    }
}
