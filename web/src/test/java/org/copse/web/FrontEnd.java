package org.copse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The front end's files, as they are packaged. */
final class FrontEnd {

    static final List<String> PAGES = List.of(
            "index",
            "planner",
            "resident",
            "login",
            "setup",
            "import",
            "import-report",
            "audit",
            "permissions",
            "team",
            "officers",
            "duty",
            "handover",
            "account",
            "accounts");

    private static final Path ROOT = Path.of("src/main/resources/META-INF/resources");

    private static final Pattern STATIC_IMPORT =
            Pattern.compile("^import (?:[^\";]* from )?\"(\\.[^\"]+)\"", Pattern.MULTILINE);

    private FrontEnd() {}

    static String page(String name) {
        return read(ROOT.resolve(name + ".html"));
    }

    static String messages(String language) {
        return read(ROOT.resolve("assets/messages/" + language + ".json"));
    }

    /** Returns whether a path of the site, such as {@code /assets/css/base.css}, is one of our files. */
    static boolean has(String sitePath) {
        return Files.isRegularFile(ROOT.resolve(sitePath.substring(1)));
    }

    /** Returns all our files whose name has one of the endings. */
    static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the modules of ours that a module imports when it is loaded, directly or not. */
    static void addImportsOf(String sitePath, Set<String> imported) {
        Path module = ROOT.resolve(sitePath.substring(1));
        STATIC_IMPORT
                .matcher(read(module))
                .results()
                .map(match -> match.group(1))
                .forEach(relative -> {
                    String path = "/"
                            + ROOT.relativize(module.resolveSibling(relative).normalize())
                                    .toString()
                                    .replace('\\', '/');
                    if (imported.add(path)) {
                        addImportsOf(path, imported);
                    }
                });
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
