package org.copse.server.area;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.permission.Public;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.RequestLimit;
import org.locationtech.jts.geom.Geometry;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The boundary of one area, to download: with the plan it belongs to, from when that is in force, and its source. */
@RestController
@RequestMapping("/api/v1/areas")
@Public
@CrossOrigin(exposedHeaders = {"RateLimit-Limit", "RateLimit-Remaining", "Retry-After", "ETag"})
class AreaDataController {
    private static final String GEOJSON = "application/geo+json";

    private final Areas areas;
    private final RequestLimit limit;

    AreaDataController(Areas areas, AreaSettings settings) {
        this.areas = areas;
        this.limit = new RequestLimit(settings.perMinute(), Duration.ofMinutes(1), "boundaries");
    }

    @GetMapping(path = "/beats/{id}", produces = GEOJSON)
    @Operation(summary = "Returns the boundary of a beat of the plan in force, as GeoJSON with its source and date")
    void beat(@PathVariable String id, ServletWebRequest request, HttpServletResponse response) throws IOException {
        limit.take(request.getRequest(), response);
        Areas.Beat beat = areas.getBeat(id);
        if (isKnown(beat.plan(), request, response)) {
            return;
        }
        var land = beat.territory();
        Map<String, Object> properties = properties(land.id(), land.name(), beat.plan());
        properties.put("sector", land.sectorId());
        properties.put("sectorName", land.sectorName());
        send(land.lonLat(), properties, response);
    }

    @GetMapping(path = "/sectors/{id}", produces = GEOJSON)
    @Operation(summary = "Returns the boundary of a sector of the plan in force, as GeoJSON with its source and date")
    void sector(@PathVariable String id, ServletWebRequest request, HttpServletResponse response) throws IOException {
        limit.take(request.getRequest(), response);
        Areas.Sector sector = areas.getSector(id);
        if (!isKnown(sector.plan(), request, response)) {
            send(sector.lonLat(), properties(sector.id(), sector.name(), sector.plan()), response);
        }
    }

    private Map<String, Object> properties(String id, String name, PublishedPlan plan) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", id);
        properties.put("name", name);
        properties.put("plan", plan.name());
        properties.put("validFrom", plan.validFrom().toString());
        areas.findUnits(plan).ifPresent(units -> {
            put(properties, "unitsSource", units.origin().source());
            put(properties, "unitsLicence", units.origin().licence());
            put(properties, "unitsAsOf", units.origin().asOf());
        });
        return properties;
    }

    private static void put(
            Map<String, Object> properties, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /** Whether the asker has the boundaries of this plan already, which they are then told. */
    private static boolean isKnown(PublishedPlan plan, ServletWebRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-cache");
        return request.checkNotModified(plan.tag());
    }

    private static void send(Geometry land, Map<String, Object> properties, HttpServletResponse response)
            throws IOException {
        response.setContentType(GEOJSON);
        String file = AreaAddress.of(String.valueOf(properties.get("id"))).replaceAll("[^A-Za-z0-9._-]", "_");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + ".geojson\"");
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            out.feature(String.valueOf(properties.get("id")), land, properties);
        }
    }
}
