package org.copse.geoimport.source.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.Limit;
import org.copse.geoimport.Limits;
import org.copse.geoimport.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Unpacks into a private folder, counting the bytes that really come out. */
final class Unpacker implements Closeable {
    private final Limits limits;
    private final Deadline deadline;
    private @Nullable Path folder;
    private long unpackedBytes;
    private int files;
    private long entries;
    private final long packedBytes;

    /**
     * @param packedBytes of the file as given, beside which the bytes that come out are held
     */
    Unpacker(Limits limits, Deadline deadline, long packedBytes) {
        this.limits = limits;
        this.packedBytes = packedBytes;
        this.deadline = deadline;
    }

    Path scratch() throws IOException {
        Path home = folder;
        if (home == null) {
            home = Files.createTempDirectory("copse-import-");
            folder = home;
        }
        return home.resolve("part-" + files++);
    }

    Part gunzip(Part packed) throws IOException {
        String name = packed.name().replaceFirst("(?i)\\.gz$", "");
        Path target = scratch();
        try (InputStream in = new GZIPInputStream(packed.open(), 1 << 16)) {
            copy(in, target, packed.name());
        } catch (ZipException | EOFException e) {
            throw new ImportRefused(RefusalCode.BROKEN_FILE, packed.name(), "the gzip data is damaged or cut off");
        }
        if (Files.size(target) == 0) {
            throw new ImportRefused(RefusalCode.EMPTY_FILE, packed.name(), "the gzip holds no bytes");
        }
        return new Part(name, target, deadline);
    }

    /** Returns the files of an archive, and those of the archives in it; what lies deeper is refused. */
    List<Part> unzip(Part archive) throws IOException {
        return unzip(archive, "");
    }

    /**
     * @param outer the archive that holds this one, with a slash, or empty
     */
    private List<Part> unzip(Part archive, String outer) throws IOException {
        String label = outer + archive.name();
        try (ZipFile zip = openZip(archive)) {
            entries += zip.size();
            limits.check(Limit.ARCHIVE_ENTRIES, entries, label);
            refuseLinks(archive);
            List<Part> parts = new ArrayList<>();
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = next(entries, archive);
                String name = entry.getName().replace('\\', '/');
                refuseUnsafeName(archive, name);
                if (!entry.isDirectory() && !isClutter(name)) {
                    Part part = extract(zip, entry, outer.isEmpty() ? name : archive.name() + "/" + name, label);
                    if (Magic.isZip(part.path()) && !Magic.isSpreadsheet(part.path())) {
                        if (!outer.isEmpty()) {
                            throw deeper(label + "/" + name);
                        }
                        parts.addAll(unzip(part, archive.name() + "/"));
                        Files.delete(part.path());
                    } else {
                        parts.add(part);
                    }
                }
            }
            if (parts.isEmpty() && outer.isEmpty()) {
                throw new ImportRefused(RefusalCode.EMPTY_FILE, archive.name(), "the archive holds no files");
            }
            return parts;
        } catch (ZipException e) {
            throw new ImportRefused(RefusalCode.BROKEN_FILE, label, "the zip archive is damaged");
        }
    }

    /** The JDK looks at a name's bytes when the entry is asked for, and throws what no caller of it expects. */
    private static ZipEntry next(Enumeration<? extends ZipEntry> entries, Part archive) {
        try {
            return entries.nextElement();
        } catch (IllegalArgumentException e) {
            throw new ImportRefused(
                    RefusalCode.BROKEN_FILE, archive.name(), "the zip archive has an entry whose name is no text");
        }
    }

    private static ZipFile openZip(Part archive) throws IOException {
        try {
            return new ZipFile(archive.path().toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            // Archives of older programs name their entries in the code page of DOS.
            return new ZipFile(archive.path().toFile(), Charset.forName("IBM850"));
        }
    }

    private Part extract(ZipFile zip, ZipEntry entry, String name, String archive) throws IOException {
        Path target = scratch();
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new ZipException("entry without data");
            }
            copy(in, target, archive + "/" + name);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw ForeignFormat.LOCKED_ARCHIVE.refusal(archive + "/" + name);
            }
            throw e;
        } catch (EOFException e) {
            throw new ImportRefused(RefusalCode.BROKEN_FILE, archive + "/" + name, "the entry is cut off");
        }
        return new Part(name, target, deadline);
    }

    private static ImportRefused deeper(String inner) {
        return new ImportRefused(
                        RefusalCode.UNSAFE_ARCHIVE,
                        inner,
                        "the archive holds an archive that holds another archive",
                        "Unpack the inner archives, and zip the layer's files themselves.")
                .with("entry", inner);
    }

    private static void refuseUnsafeName(Part archive, String name) {
        boolean absolute = name.startsWith("/") || name.matches("^[A-Za-z]:.*");
        boolean climbs = List.of(name.split("/")).contains("..");
        if (absolute || climbs || name.indexOf('\0') >= 0) {
            throw new ImportRefused(
                            RefusalCode.UNSAFE_ARCHIVE,
                            archive.name(),
                            "the entry \"" + name + "\" leads outside the archive")
                    .with("entry", name);
        }
    }

    /** The bytes of a link are the path it leads to: it is never followed, and no layer either. */
    private static void refuseLinks(Part archive) throws IOException {
        Optional<String> link = ZipLinks.findFirst(archive.path());
        if (link.isPresent()) {
            throw new ImportRefused(
                            RefusalCode.UNSAFE_ARCHIVE,
                            archive.name(),
                            "the entry \"" + link.get() + "\" is a link to another file")
                    .with("entry", link.get());
        }
    }

    private static boolean isClutter(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || file.startsWith("._") || file.equals(".DS_Store") || file.isEmpty();
    }

    private void copy(InputStream in, Path target, String where) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpackedBytes += read;
                limits.check(Limit.UNPACKED_BYTES, unpackedBytes, where);
                Unpacked.check(unpackedBytes, packedBytes, limits, where);
                deadline.check(where);
                out.write(buffer, 0, read);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Path home = folder;
        if (home == null) {
            return;
        }
        try (Stream<Path> left = Files.list(home)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(home);
        folder = null;
    }
}
