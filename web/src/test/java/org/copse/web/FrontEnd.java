package org.copse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The front end's files, as they are packaged. */
final class FrontEnd {

    private static final Path ROOT = Path.of("src/main/resources/META-INF/resources");

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private FrontEnd() {}

    /** Returns what all pages share, around what is their own. */
    static String shell() {
        return read(ROOT.resolve("shell.html"));
    }

    static String style(String name) {
        return read(ROOT.resolve("assets/css/" + name + ".css"));
    }

    static String messages(String language) {
        return read(ROOT.resolve("assets/messages/" + language + ".json"));
    }

    /** Returns whether a path of the site, such as {@code /assets/css/base.css}, is one of our files. */
    static boolean has(String sitePath) {
        return Files.isRegularFile(ROOT.resolve(sitePath.substring(1)));
    }

    /** Returns the templates of the pages that the server writes. */
    static List<Path> templates() {
        return files(TEMPLATES, ".html");
    }

    /** Returns all our files whose name has one of the endings. */
    static List<Path> files(String... endings) {
        return files(ROOT, endings);
    }

    private static List<Path> files(Path root, String... endings) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
