package org.copse.e2e;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the workspace by itself: how long it takes from the pointer to changed figures, and from frame to frame while one paints and
 * pans. {@code main URL PASSWORD UNITS…}: a running server with its demo accounts, then numbers of units to generate, or GeoJSON files
 * of units. The plan and its edits are answered here, so that the browser alone is measured. One line of a table for each.
 */
public final class WorkspaceTraces {

    private static final String SCENARIO = "00000000-0000-0000-0000-000000000001";
    private static final Path TOWN = Path.of("src/test/resources/traces/town.js");

    private final Page page;
    private final String address;

    private WorkspaceTraces(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    public static void main(String[] args) throws IOException {
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--enable-precise-memory-info")))) {
            System.out.println(
                    "| units | beats | open s | draw all ms | pointer to figures ms (median, 95 %) | frame while painting ms | frame while panning ms | memory MB |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int i = 2; i < args.length; i++) {
                BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB"));
                Page page = window.newPage();
                page.setDefaultTimeout(300_000);
                new WorkspaceTraces(page, args[0]).measure(args[1], args[i]);
                window.close();
            }
        }
    }

    private void measure(String password, String units) throws IOException {
        signIn(password);
        stub(units);
        long start = System.nanoTime();
        page.navigate(address + "/planner#redraw");
        page.reload();
        page.locator("copse-beats-panel table").waitFor();
        double openSeconds = (System.nanoTime() - start) / 1e9;
        page.waitForTimeout(3000);
        Map<?, ?> drawn = (Map<?, ?>)
                page.evaluate(
                        """
                () => {
                  const map = document.querySelector("copse-workspace-map");
                  const time = (draw) => { const start = performance.now(); for (let i = 0; i < 3; i++) { draw(); map.canvas.context.getImageData(0, 0, 1, 1); } return (performance.now() - start) / 3; };
                  return { all: time(() => map.canvas.draw()), beats: map.draft.plan.beats.size, units: map.draft.ground.count };
                }
                """);
        page.evaluate(
                """
                () => {
                  window.frames = []; window.waits = [];
                  let last = performance.now();
                  const next = (now) => { window.frames.push(now - last); last = now; requestAnimationFrame(next); };
                  requestAnimationFrame(next);
                  const map = document.querySelector("copse-workspace-map .map");
                  map.addEventListener("pointermove", (event) => {
                    const at = event.timeStamp;
                    requestAnimationFrame(() => { const seen = new MessageChannel(); seen.port1.onmessage = () => window.waits.push(performance.now() - at); seen.port2.postMessage(0); });
                  }, true);
                }
                """);
        Object painting = stroke("b", 4, 1.5);
        Object panning = stroke("v", -3, -2);
        Number memory = (Number) page.evaluate("() => performance.memory.usedJSHeapSize / 1e6");
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.0f | %s | %s | %s | %.0f |%n",
                drawn.get("units"),
                drawn.get("beats"),
                openSeconds,
                ((Number) requireNonNull(drawn.get("all"))).doubleValue(),
                ((Map<?, ?>) painting).get("waits"),
                ((Map<?, ?>) painting).get("frames"),
                ((Map<?, ?>) panning).get("frames"),
                memory.doubleValue());
    }

    /** Draws a stroke of sixty movements with a tool, and returns the median and the 95th of a hundred. */
    private Object stroke(String tool, double across, double down) {
        page.locator("copse-workspace-map .map").focus();
        page.keyboard().press(tool);
        page.keyboard().press("7");
        BoundingBox box = page.locator("copse-workspace-map .map").boundingBox();
        double x = box.x + box.width / 2 - 30 * across;
        double y = box.y + box.height / 2 - 30 * down;
        page.mouse().move(x, y);
        page.mouse().down();
        page.evaluate("() => { window.frames.length = 0; window.waits.length = 0; }");
        for (int i = 1; i <= 60; i++) {
            page.mouse().move(x + i * across, y + i * down);
            page.waitForTimeout(12);
        }
        Object figures = page.evaluate(
                """
                () => {
                  const of = (values) => { const sorted = [...values].sort((a, b) => a - b); const at = (share) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0); return `${at(0.5)}, ${at(0.95)}`; };
                  return { frames: of(window.frames), waits: of(window.waits) };
                }
                """);
        page.mouse().up();
        page.waitForTimeout(1500);
        return figures;
    }

    private void signIn(String password) {
        page.navigate(address + "/login");
        page.getByLabel("User name").fill("planner");
        page.getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL("**/planner");
    }

    /** Answers for the scenario, its units and its draft. */
    private void stub(String units) throws IOException {
        String features = units.matches("\\d+") ? "null" : Files.readString(Path.of(units));
        Page maker = page.context().newPage();
        maker.navigate(address + "/login");
        maker.evaluate(
                "async (text) => { " + Files.readString(TOWN) + " window.town = await town(text); }",
                List.of(units, features));
        String scenario = "{\"id\":\"" + SCENARIO
                + "\",\"name\":\"Traces\",\"layers\":{},\"newer\":[],\"tolerance\":0.15,\"favour\":\"all\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"hasProposal\":false,\"job\":null,\"state\":null,\"workingPlan\":1}";
        page.route("**/api/v1/scenarios", route -> json(route, "[" + scenario + "]"));
        page.route("**/api/v1/scenarios/" + SCENARIO, route -> json(route, scenario));
        String ground = (String) maker.evaluate("() => JSON.stringify(window.town.units)");
        String draft = (String) maker.evaluate("() => JSON.stringify(window.town.draft)");
        maker.close();
        page.route("**/api/v1/scenarios/*/units", route -> json(route, ground));
        page.route("**/api/v1/scenarios/*/draft", route -> json(route, draft));
        page.route("**/api/v1/scenarios/*/draft/edits", Route::abort);
        page.route("**/api/v1/scenarios/*/presence", route -> json(route, "{\"others\":[],\"latest\":null}"));
    }

    private static void json(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }
}
