package org.copse.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, driven; it asks nothing of anybody but the pages that it is sent to. */
final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final double PATIENCE_MILLISECONDS = 300_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    /** Starts the browser; where there is none the test is skipped, or fails when CI is true. */
    static Chromium start() {
        String named = System.getenv("COPSE_CHROMIUM");
        Path executable = Stream.of(named == null ? "/usr/bin/chromium" : named, "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (executable == null) {
            missing("no Chromium at /usr/bin/chromium and none named by COPSE_CHROMIUM");
            throw new AssertionError("unreachable: missing() always throws");
        }
        return new Chromium(executable);
    }

    /** Skips the test for want of something, by name; under CI=true a skip is a failure. */
    static void missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail("CI demands every browser test, but there is " + what);
        }
        Assumptions.abort("skipped: there is " + what);
    }

    /** Opens a window of a size, in a language, light or dark, that shares nothing with other windows. */
    Visit visit(RunningServer server, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(server.url("/")));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        return new Visit(context, server);
    }

    /** Opens a page that nothing is on yet, and that belongs to no server. */
    Page blank() {
        return browser.newPage();
    }

    /** Opens a window of a desktop computer, in English. */
    Visit desktop(RunningServer server) {
        return visit(server, english().setViewportSize(1280, 860));
    }

    /** Opens a window as narrow as a phone, in English. */
    Visit phone(RunningServer server, int width) {
        return visit(
                server, english().setViewportSize(width, 780).setHasTouch(true).setIsMobile(true));
    }

    static Browser.NewContextOptions english() {
        return new Browser.NewContextOptions().setLocale("en-GB");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Writes a picture of the page where {@code COPSE_SCREENSHOTS} names a folder. */
    static void picture(Page page, String name) {
        String folder = System.getenv("COPSE_SCREENSHOTS");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }
}
