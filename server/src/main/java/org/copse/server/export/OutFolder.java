package org.copse.server.export;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that results go to. They are written beside it and moved in at the end, so that it never holds half a plan.
 * Files of an earlier plan are replaced; files that are not a plan's stay.
 */
public final class OutFolder implements AutoCloseable {
    private static final List<String> OURS = List.of(
            "beats.geojson",
            "sectors.geojson",
            "assignment.csv",
            "units.csv",
            "report.json",
            "import-report.json",
            "weights.json",
            "without-mix",
            "balanced",
            "compact",
            "communities",
            "least-change");

    private final Path target;
    private final Path draft;
    private final List<String> ours;

    /** Makes the draft of a plan beside the folder. */
    public OutFolder(Path target) throws IOException {
        this(target, OURS);
    }

    /**
     * Makes a draft beside the folder.
     *
     * @param ours names of files and folders that are replaced, whether they are written anew or not
     */
    public OutFolder(Path target, List<String> ours) throws IOException {
        this.ours = List.copyOf(ours);
        this.target = target.toAbsolutePath().normalize();
        Path parent = this.target.getParent();
        if (parent == null) {
            throw new IOException(target + " has no folder above it");
        }
        Files.createDirectories(parent);
        this.draft = Files.createTempDirectory(parent, "." + this.target.getFileName() + "-");
    }

    /** Returns where to write. */
    public Path draft() {
        return draft;
    }

    /** Puts what was written in its place. */
    public void keep() throws IOException {
        Files.createDirectories(target);
        for (String name : ours) {
            delete(target.resolve(name));
        }
        List<Path> written;
        try (Stream<Path> files = Files.list(draft)) {
            written = files.toList();
        }
        for (Path file : written) {
            Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing behind beside the folder. */
    @Override
    public void close() throws IOException {
        delete(draft);
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
