package org.copse.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The workspace's modules by themselves, over a town of squares, in a page of no server; Leaflet and Lit are there by their names alone. */
final class SquareTown implements AutoCloseable {
    static final int SIDE = 12;
    static final int UNITS = SIDE * SIDE;

    private static final Path ASSETS = Path.of("../web/src/main/resources/META-INF/resources/assets");
    private static final String PAGE =
            """
            <!doctype html><script type="importmap">{"imports": {"leaflet": "/leaflet.js", "lit": "/lit.js", "lit/": "/lit/"}}</script>
            """;
    private static final String LEAFLET =
            "export class Renderer { addTo() { return this; } } export class Canvas { static include() {} }";
    private static final String LIT =
            "export class LitElement extends HTMLElement {} export const html = () => '', svg = html, nothing = '';";
    private static final String DIRECTIVES = "export const live = (value) => value, repeat = () => '';";
    private static final String MODULES =
            """
            const { Ground } = await import("/assets/js/workspace/ground.js");
            const { Plan } = await import("/assets/js/workspace/plan.js");
            const touched = await import("/assets/js/workspace/touched.js");
            const { worldPixel } = await import("/assets/js/map/shapes.js");
            const ground = new Ground(town.features);
            """;

    private final Chromium browser;
    private final Page page;

    private SquareTown(Chromium chromium) {
        this.browser = chromium;
        page = chromium.blank();
        page.route("http://modules.test/**", SquareTown::answer);
        page.navigate("http://modules.test/");
    }

    static SquareTown open() {
        return new SquareTown(Chromium.start());
    }

    /** Runs a script that knows the town, its ground and what more it is given. */
    Object run(String script, Map<String, Object> more) {
        Map<String, Object> town = new HashMap<>(more);
        town.put(
                "features",
                IntStream.range(0, UNITS).mapToObj(SquareTown::square).toList());
        return page.evaluate("async (town) => {" + MODULES + script + "}", town);
    }

    @Override
    public void close() {
        browser.close();
    }

    private static void answer(Route route) {
        String path = URI.create(route.request().url()).getPath();
        Route.FulfillOptions answer = new Route.FulfillOptions();
        switch (path) {
            case "/" -> answer.setContentType("text/html").setBody(PAGE);
            case "/leaflet.js" -> answer.setContentType("text/javascript").setBody(LEAFLET);
            case "/lit.js" -> answer.setContentType("text/javascript").setBody(LIT);
            case "/lit/directives/live.js", "/lit/directives/repeat.js" ->
                answer.setContentType("text/javascript").setBody(DIRECTIVES);
            default ->
                answer.setContentType("text/javascript").setPath(ASSETS.resolve(path.substring("/assets/".length())));
        }
        route.fulfill(answer);
    }

    static double hours(int unit) {
        return 5 + unit * 37 % 11;
    }

    private static Map<String, Object> square(int unit) {
        int column = unit % SIDE;
        int row = unit / SIDE;
        double west = 5 + column / 100.0;
        double south = 50 + row / 100.0;
        double east = 5 + (column + 1) / 100.0;
        double north = 50 + (row + 1) / 100.0;
        List<List<Double>> ring = List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
        return Map.of(
                "type",
                "Feature",
                "geometry",
                Map.of("type", "Polygon", "coordinates", List.of(ring)),
                "properties",
                Map.of(
                        "id",
                        "u" + unit,
                        "number",
                        unit,
                        "residents",
                        100,
                        "hours",
                        hours(unit),
                        "neighbours",
                        List.copyOf(neighbours(unit))));
    }

    static Set<Integer> neighbours(int unit) {
        Set<Integer> found = new TreeSet<>();
        if (unit % SIDE > 0) {
            found.add(unit - 1);
        }
        if (unit % SIDE < SIDE - 1) {
            found.add(unit + 1);
        }
        if (unit >= SIDE) {
            found.add(unit - SIDE);
        }
        if (unit < UNITS - SIDE) {
            found.add(unit + SIDE);
        }
        return found;
    }
}
