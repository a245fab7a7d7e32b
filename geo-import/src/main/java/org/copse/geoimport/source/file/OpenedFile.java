package org.copse.geoimport.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;

/**
 * A file as it was given, unpacked where it was packed, until closed.
 *
 * <p>What is unpacked lies in a private folder under names of our own, so that no name in an archive can lead
 * anywhere; closing deletes it.
 */
public final class OpenedFile implements Closeable {

    private final String name;
    private final String sha256;
    private final long bytes;
    private final List<Part> parts;
    private final List<String> packings;
    private final Unpacker unpacker;

    private OpenedFile(
            String name, String sha256, long bytes, List<Part> parts, List<String> packings, Unpacker unpacker) {
        this.name = name;
        this.sha256 = sha256;
        this.bytes = bytes;
        this.parts = List.copyOf(parts);
        this.packings = List.copyOf(packings);
        this.unpacker = unpacker;
    }

    /**
     * Opens the file of {@code request}, and unpacks it when it is gzip or zip by its content.
     *
     * @throws IOException when a temporary file cannot be written
     * @throws ImportRefused when the file is not there, empty, too large, or an unsafe archive
     */
    @SuppressWarnings("MustBeClosed")
    public static OpenedFile open(ImportRequest request) throws IOException {
        Path path = request.file();
        Limits limits = request.limits();
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new ImportRefused(RefusalCode.NOT_READABLE, request.fileName(), "there is no readable file");
        }
        long bytes = Files.size(path);
        limits.check(Limit.FILE_BYTES, bytes, request.fileName());
        if (bytes == 0) {
            throw new ImportRefused(RefusalCode.EMPTY_FILE, request.fileName(), "the file has no bytes");
        }
        String sha256 = sha256(path);
        Deadline deadline = Deadline.startingNow(limits);
        Unpacker unpacker = new Unpacker(limits, deadline, bytes);
        try {
            List<String> packings = new ArrayList<>();
            Part whole = new Part(request.fileName(), path, deadline);
            if (Magic.isGzip(path)) {
                whole = unpacker.gunzip(whole);
                packings.add("gzip");
            }
            List<Part> parts = List.of(whole);
            if (Magic.isZip(whole.path()) && !Magic.isSpreadsheet(whole.path())) {
                parts = unpacker.unzip(whole);
                packings.add("zip");
            }
            return new OpenedFile(request.fileName(), sha256, bytes, parts, packings, unpacker);
        } catch (IOException | RuntimeException e) {
            unpacker.close();
            throw e;
        }
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the name as given. */
    public String name() {
        return name;
    }

    /** Returns the fingerprint of the bytes as given, lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Returns the number of bytes as given. */
    public long bytes() {
        return bytes;
    }

    /** Returns the file, or the entries of its archive. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns whether the parts are entries of an archive. */
    public boolean isArchive() {
        return packings.contains("zip");
    }

    /** Returns " in zip" and the like, empty for a plain file. */
    public String packing() {
        StringBuilder text = new StringBuilder();
        for (int i = packings.size() - 1; i >= 0; i--) {
            text.append(" in ").append(packings.get(i));
        }
        return text.toString();
    }

    /**
     * Returns the part that belongs to {@code part} and has another extension: beside it in the archive, or, for a plain
     * file, beside it on disk.
     */
    public Optional<Part> findSibling(Part part, String extension) throws IOException {
        if (parts.size() > 1 || !packings.isEmpty()) {
            return parts.stream()
                    .filter(other -> other.folder().equals(part.folder())
                            && other.stem().equalsIgnoreCase(part.stem())
                            && other.extension().equals(extension))
                    .findFirst();
        }
        Path folder = part.path().toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        String wanted = new Part(part.path().toString().replace('\\', '/'), part.path(), part.deadline()).stem() + "."
                + extension;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).equalsIgnoreCase(wanted))
                    .findFirst()
                    .map(file -> new Part(wanted, file, part.deadline()));
        }
    }

    /** Returns {@code part} unpacked when it is gzip itself. */
    public Part unwrapped(Part part) throws IOException {
        return Magic.isGzip(part.path()) ? unpacker.gunzip(part) : part;
    }

    /** Returns a new empty file that closing deletes. */
    Path scratch() throws IOException {
        return unpacker.scratch();
    }

    @Override
    public void close() throws IOException {
        unpacker.close();
    }
}
