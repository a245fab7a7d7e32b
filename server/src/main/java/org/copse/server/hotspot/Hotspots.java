package org.copse.server.hotspot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.copse.geoimport.ImportRefused;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.layer.Layer;
import org.copse.server.layer.LayerStore;
import org.copse.server.scenario.LayerRole;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Maps of hotspots over a scenario's layers, kept by layers and filter: layers never change, so neither does a map. */
@Component
class Hotspots {
    /** A map of fewer incidents would be one of persons. */
    static final int FEWEST = 5;

    /** Those who see no points get no map of so few that its cells are their places. */
    static final int FEWEST_WITHHELD = 50;

    private static final int MOST_CELLS = 250_000;
    private static final long MOST_BYTES_KEPT = 48L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScenarioRepository scenarios;
    private final LayerStore layers;
    private final StoredGrounds stored;
    private final Semaphore drawing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private final Cache<Asked, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_KEPT)
            .weigher((Asked asked, byte[] json) -> json.length)
            .build();

    private record Asked(Map<LayerRole, UUID> layers, List<String> enclosed, HotspotRequest request, Telling telling) {}

    /**
     * How much is told.
     *
     * @param points whether who asks may see incidents as points; others get classes without counts
     * @param differing whether only cells that differ from chance come
     */
    record Telling(boolean points, boolean differing) {}

    Hotspots(ScenarioRepository scenarios, LayerStore layers, StoredGrounds stored) {
        this.scenarios = scenarios;
        this.layers = layers;
        this.stored = stored;
    }

    /** What can be asked of a scenario's incidents. */
    record Choices(String layer, List<String> categories, List<Double> cells, List<String> shapes, boolean withheld) {}

    /**
     * Returns what can be asked.
     *
     * @param points whether who asks may see incidents as points
     */
    Choices choices(UUID id, boolean points) {
        Scenario scenario = scenario(id);
        Layer incidents = incidents(scenario);
        return new Choices(
                incidents.name(),
                table(scenario, incidents).categories(),
                HotspotQuery.sizes(points),
                points ? List.of("square", "hexagon") : List.of("square"),
                !points);
    }

    /**
     * Returns the map as JSON: {@code about}, a {@link HotspotView}, and {@code cells}, a GeoJSON collection of those that say something.
     *
     * @throws ProblemException when there is no such scenario, it has no incidents, or the question cannot be
     */
    byte[] map(UUID id, HotspotQuery query, Telling telling) {
        Scenario scenario = scenario(id);
        Layer incidents = incidents(scenario);
        HotspotRequest request = query.checked(table(scenario, incidents).categories(), telling.points());
        Asked asked = new Asked(scenario.layers(), scenario.settings().includeEnclosed(), request, telling);
        byte[] known = drawn.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        drawing.acquireUninterruptibly();
        try {
            return drawn.get(asked, key -> draw(scenario, incidents, request, telling));
        } finally {
            drawing.release();
        }
    }

    Scenario scenario(UUID id) {
        return scenarios
                .find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + id + "."));
    }

    Layer incidents(Scenario scenario) {
        UUID layer = scenario.layers().get(LayerRole.INCIDENTS);
        if (layer == null) {
            throw new ProblemException(
                    ProblemType.NO_INCIDENTS, "The scenario \"" + scenario.name() + "\" has no layer of incidents.");
        }
        return layers.find(layer).orElseThrow();
    }

    IncidentTable table(Scenario scenario, Layer incidents) {
        return stored.incidents(incidents, ground(scenario).ground().crs());
    }

    StoredGrounds.StoredGround ground(Scenario scenario) {
        try {
            return stored.of(scenario);
        } catch (ImportRefused e) {
            throw new ProblemException(
                    ProblemType.IMPORT_REFUSED,
                    e.what(),
                    Map.of("code", e.code(), "where", e.where(), "whatToDo", e.whatToDo()));
        }
    }

    private byte[] draw(Scenario scenario, Layer incidents, HotspotRequest request, Telling telling) {
        StoredGrounds.StoredGround ground = ground(scenario);
        double cells = request.cellMetres().isPresent()
                ? ground.ground().district().getArea()
                        / Math.pow(request.cellMetres().getAsDouble(), 2)
                : 0;
        if (cells > MOST_CELLS) {
            throw FieldErrors.of(
                    "cell",
                    "makes about " + Math.round(cells) + " cells, more than " + MOST_CELLS + ": give larger ones");
        }
        IncidentSelection selection =
                new IncidentSelection(request, ground.ground().crs());
        table(scenario, incidents).replay(selection);
        layers.findReport(incidents.id())
                .ifPresent(report -> selection.leaveOut(
                        IncidentSelection.LeftOut.WITHOUT_POSITION,
                        report.counts().rejected()));
        int fewest = telling.points() ? FEWEST : FEWEST_WITHHELD;
        if (selection.positions().size() < fewest) {
            throw tooFew(fewest, selection, telling);
        }
        try {
            HotspotMap map = HotspotMap.of(request, ground.ground(), ground.laying(), selection, said -> {});
            if (map.n() < fewest) {
                throw tooFew(fewest, selection, telling);
            }
            return json(map, HotspotView.of(map, ground.district(), incidents, !telling.points()), telling);
        } catch (IllegalArgumentException e) {
            throw FieldErrors.of("cell", "cannot be: " + e.getMessage());
        }
    }

    private static ProblemException tooFew(int fewest, IncidentSelection selection, Telling telling) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("bound", fewest);
        if (telling.points()) {
            Map<String, Long> leftOut = new LinkedHashMap<>();
            selection.leftOut().forEach((why, count) -> leftOut.put(Legend.key(why), count));
            members.put("leftOut", leftOut);
        }
        return new ProblemException(
                ProblemType.TOO_FEW_INCIDENTS,
                "Fewer than " + fewest + " incidents are left after these filters.",
                members);
    }

    private static byte[] json(HotspotMap map, HotspotView about, Telling telling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            json.writeStartObject();
            json.writeName("about");
            json.writePOJO(about);
            json.writeName("cells");
            json.writeRawValue(cells(map, telling));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Who sees no points does not see where there are any either: only cells that differ from chance come. */
    private static String cells(HotspotMap map, Telling telling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Map<String, Object>> properties = CellFacts.of(map);
        List<String> classes = map.classes().orElse(List.of());
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(bytes)) {
            for (int cell = 0; cell < properties.size(); cell++) {
                if (Legend.says(classes.get(cell)) || (!telling.differing() && map.counts()[cell] > 0)) {
                    String id = CellFacts.id(map.grid(), cell);
                    out.feature(
                            id,
                            CellFacts.outline(map.grid(), map.ground().crs(), cell),
                            telling.points() ? properties.get(cell) : classAlone(properties.get(cell)));
                }
            }
        }
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, Object> classAlone(Map<String, Object> properties) {
        Map<String, Object> shown = new LinkedHashMap<>(properties);
        shown.keySet().retainAll(List.of("class", "trend"));
        return shown;
    }
}
