package org.copse.server.publication;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.permission.Public;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The plan in force, for everybody. */
@RestController
@RequestMapping("/api/v1/plans/current")
@Public
class PlanController {
    private static final String GEOJSON = "application/geo+json";

    private final PlansInForce plans;

    PlanController(PlansInForce plans) {
        this.plans = plans;
    }

    @GetMapping
    @Operation(summary = "Returns the plan in force")
    ResponseEntity<PublishedPlan> get() {
        PublishedPlan plan = plans.get();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag(plan))
                .body(plan);
    }

    @GetMapping(path = "/beats", produces = GEOJSON)
    @Operation(summary = "Returns the beats of the plan in force with their territories, as GeoJSON")
    void beats(ServletWebRequest request, HttpServletResponse response) throws IOException {
        send(request, response, plan -> out -> {
            for (BeatTerritory beat : plans.listBeats(plan)) {
                out.feature(
                        beat.id(),
                        beat.lonLat(),
                        Map.<String, Object>of(
                                "id", beat.id(),
                                "name", beat.name(),
                                "sector", beat.sectorId(),
                                "sectorName", beat.sectorName(),
                                "colour", beat.colour()));
            }
        });
    }

    @GetMapping(path = "/sectors", produces = GEOJSON)
    @Operation(summary = "Returns the sectors of the plan in force with their territories, as GeoJSON")
    void sectors(ServletWebRequest request, HttpServletResponse response) throws IOException {
        send(request, response, plan -> out -> {
            for (SectorTerritory sector : plans.listSectors(plan)) {
                out.feature(
                        sector.id(), sector.lonLat(), Map.<String, Object>of("id", sector.id(), "name", sector.name()));
            }
        });
    }

    private void send(ServletWebRequest request, HttpServletResponse response, Parts parts) throws IOException {
        PublishedPlan plan = plans.get();
        response.setHeader("Cache-Control", "no-cache");
        if (request.checkNotModified(tag(plan))) {
            return;
        }
        Consumer<FeatureCollectionWriter> writing = parts.of(plan.id());
        response.setContentType(GEOJSON);
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            writing.accept(out);
        }
    }

    /** By the plan's id, which no other database has; weak, since an answer with a strong tag is not compressed. */
    private static String tag(PublishedPlan plan) {
        return "W/\"" + plan.id() + "\"";
    }

    /** Writes one kind of part of a plan. */
    private interface Parts {
        Consumer<FeatureCollectionWriter> of(UUID plan);
    }
}
