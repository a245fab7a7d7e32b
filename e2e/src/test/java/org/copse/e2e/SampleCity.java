package org.copse.e2e;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server with the sample city on the embedded database, and a browser, for all tests of a class; each class has a copy of the city of its own. */
final class SampleCity implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Chromium browser;
    private @Nullable RunningServer server;
    private @Nullable Path folder;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        browser = Chromium.start();
        Path made = Files.createTempDirectory("sample-city");
        folder = made;
        copy(Loaded.ONCE.resolve("data"), made.resolve("data"));
        server = RunningServer.onH2gis(made);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    /** The folder of a server that has loaded the city and was stopped: loading takes longer than most classes do with it. */
    private static final class Loaded {
        static final Path ONCE = load();

        private static Path load() {
            try {
                Path folder = Files.createTempDirectory("sample-city-loaded");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                RunningServer.onH2gis(folder).close();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningServer server() {
        return requireNonNull(server);
    }

    /** Opens a window of a size, in a language, light or dark. */
    Visit visit(Browser.NewContextOptions options) {
        return requireNonNull(browser).visit(server(), options);
    }

    Visit desktop() {
        return requireNonNull(browser).desktop(server());
    }

    /** Opens a window as narrow as a phone. */
    Visit phone(int width) {
        return requireNonNull(browser).phone(server(), width);
    }
}
