package org.copse.server.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.permission.Public;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What is drawn behind the map, so that it is a map without any tile server. Public. */
@RestController
@RequestMapping("/api/v1/backdrop")
@Public
class BackdropController {
    private static final long MOST_BYTES_KEPT = 64L << 20;

    private final Cache<UUID, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_KEPT)
            .weigher((UUID id, byte[] json) -> json.length)
            .build();
    private final BackdropRepository backdrops;
    private final FeatureRepository features;

    BackdropController(BackdropRepository backdrops, FeatureRepository features) {
        this.backdrops = backdrops;
        this.features = features;
    }

    @GetMapping
    @Operation(summary = "Lists the layers drawn behind the map, the lowest first")
    Map<String, List<BackdropRepository.Backdrop>> list() {
        return Map.of("layers", backdrops.list());
    }

    @GetMapping(path = "/{id}", produces = LayerController.GEOJSON)
    @Operation(summary = "Returns a layer drawn behind the map, as GeoJSON")
    void get(@PathVariable UUID id, ServletWebRequest request, HttpServletResponse response) throws IOException {
        BackdropRole role = backdrops
                .findRole(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no backdrop " + id + "."));
        // A stored layer never changes. The tag is weak, since an answer with a strong one is not compressed.
        response.setHeader("Cache-Control", "public, max-age=86400, immutable");
        if (request.checkNotModified("W/\"" + id + "\"")) {
            return;
        }
        byte[] json = drawn.get(id, layer -> draw(layer, role));
        response.setContentType(LayerController.GEOJSON);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /**
     * Writes the layer to memory: whoever reads its answer slowly must not hold a database connection meanwhile. A feature's id may
     * say what nobody else should know; its row does not. Points are left out, whenever they were stored.
     */
    private byte[] draw(UUID id, BackdropRole role) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(bytes)) {
            features.forEach(id, null, feature -> {
                if (feature.geometry().getDimension() > 0) {
                    out.feature(Long.toString(feature.row()), feature.geometry(), shown(role, feature.attributes()));
                }
            });
        }
        return bytes.toByteArray();
    }

    /**
     * Of what a backdrop knows, two things are handed out: the rank of a street, which says how wide it is drawn, and what streets, water,
     * parks and railways are called. Land may be parcels, whose names are nobody's business.
     */
    private static Map<String, ?> shown(BackdropRole role, Map<String, Object> attributes) {
        Map<String, Object> shown = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (name.equalsIgnoreCase("rank") || (role != BackdropRole.LAND && name.equalsIgnoreCase("name"))) {
                shown.put(name.toLowerCase(Locale.ROOT), value);
            }
        });
        return shown;
    }
}
