package org.copse.server.publication;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.permission.Public;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Published plans, for everybody: the one in force, those before it, and the one to come. */
@RestController
@RequestMapping("/api/v1/plans")
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
class PlanController {
    private static final String GEOJSON = "application/geo+json";

    private final PlansInForce plans;

    PlanController(PlansInForce plans) {
        this.plans = plans;
    }

    @GetMapping("/current")
    @Operation(summary = "Returns the plan in force")
    ResponseEntity<PublishedPlan> get() {
        return answer(plans.get());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns a plan that was, is or will be in force, with its last time")
    ResponseEntity<PublishedPlan> get(@PathVariable UUID id) {
        return answer(published(id));
    }

    private static ResponseEntity<PublishedPlan> answer(PublishedPlan plan) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(plan.tag())
                .body(plan);
    }

    @GetMapping(path = "/current/beats", produces = GEOJSON)
    @Operation(summary = "Returns the beats of the plan in force with their territories, as GeoJSON")
    void beats(ServletWebRequest request, HttpServletResponse response) throws IOException {
        send(plans.get(), request, response, this::beats);
    }

    @GetMapping(path = "/{id}/beats", produces = GEOJSON)
    @Operation(summary = "Returns the beats of a published plan with their territories, as GeoJSON")
    void beats(@PathVariable UUID id, ServletWebRequest request, HttpServletResponse response) throws IOException {
        send(published(id), request, response, this::beats);
    }

    @GetMapping(path = "/current/sectors", produces = GEOJSON)
    @Operation(summary = "Returns the sectors of the plan in force with their territories, as GeoJSON")
    void sectors(ServletWebRequest request, HttpServletResponse response) throws IOException {
        send(plans.get(), request, response, this::sectors);
    }

    @GetMapping(path = "/{id}/sectors", produces = GEOJSON)
    @Operation(summary = "Returns the sectors of a published plan with their territories, as GeoJSON")
    void sectors(@PathVariable UUID id, ServletWebRequest request, HttpServletResponse response) throws IOException {
        send(published(id), request, response, this::sectors);
    }

    /** Returns the plan, unless it was never published. */
    private PublishedPlan published(UUID id) {
        return plans.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "No plan " + id + " was published."));
    }

    private Consumer<FeatureCollectionWriter> beats(UUID plan) {
        List<BeatTerritory> beats = plans.listBeats(plan);
        return out -> beats.forEach(beat -> out.feature(
                beat.id(),
                beat.lonLat(),
                Map.<String, Object>of(
                        "id", beat.id(),
                        "name", beat.name(),
                        "sector", beat.sectorId(),
                        "sectorName", beat.sectorName(),
                        "colour", beat.colour())));
    }

    private Consumer<FeatureCollectionWriter> sectors(UUID plan) {
        List<SectorTerritory> sectors = plans.listSectors(plan);
        return out -> sectors.forEach(sector -> out.feature(
                sector.id(), sector.lonLat(), Map.<String, Object>of("id", sector.id(), "name", sector.name())));
    }

    private static void send(
            PublishedPlan plan,
            ServletWebRequest request,
            HttpServletResponse response,
            Function<UUID, Consumer<FeatureCollectionWriter>> parts)
            throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        if (request.checkNotModified(plan.tag())) {
            return;
        }
        Consumer<FeatureCollectionWriter> writing = parts.apply(plan.id());
        response.setContentType(GEOJSON);
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            writing.accept(out);
        }
    }
}
