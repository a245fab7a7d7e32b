package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.copse.geoimport.district.District;
import org.copse.planning.problem.UnitGraph;
import org.copse.planning.workload.Term;
import org.copse.server.geojson.FeatureCollectionWriter;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What a plan is drawn on, over HTTP: it stays the same for as long as the scenario is there. What an account sees of it depends on what it may, so
 * that a browser keeps it but asks each time.
 */
@RestController
@AllowedTo(Permission.SCENARIO_READ)
class GroundController {
    private static final String GEOJSON = "application/geo+json";

    /** Goes up with each change of what is sent, so that nobody keeps what an older version sent. */
    private static final int FORMAT = 1;

    private final Grounds grounds;

    GroundController(Grounds grounds) {
        this.grounds = grounds;
    }

    @GetMapping(path = "/api/v1/scenarios/{id}/units", produces = GEOJSON)
    @Operation(
            summary =
                    "Returns the units of a scenario in order, with their territories, hours and neighbours, as GeoJSON")
    void units(@PathVariable UUID id, Authentication account, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        Ground ground = grounds.get(id);
        boolean all = Permission.LAYER_READ_SPECIAL.isHeldBy(account);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        if (request.checkNotModified("W/\"" + FORMAT + "-" + id + (all ? "" : "-withheld") + "\"")) {
            return;
        }
        response.setContentType(GEOJSON);
        District district = ground.district();
        int[] inForce = district.inForce();
        List<String> labels = district.inForceLabels();
        try (FeatureCollectionWriter out = new FeatureCollectionWriter(response.getOutputStream())) {
            for (int unit = 0; unit < ground.size(); unit++) {
                Map<String, Object> properties = new HashMap<>();
                properties.put("id", ground.unitId(unit));
                properties.put("number", unit);
                properties.put("name", district.unitName(unit).orElse(null));
                properties.put("residents", ground.problem().unit(unit).residents());
                properties.put("estimated", district.evidence().get(unit).residentsEstimated());
                properties.put("hours", ground.problem().unit(unit).hours());
                properties.put("hoursByTerm", all ? hoursByTerm(ground, unit) : Map.of());
                properties.put("neighbourhood", district.neighbourhoodName(unit).orElse(null));
                properties.put("inForce", inForce.length == 0 || inForce[unit] < 0 ? null : labels.get(inForce[unit]));
                properties.put("neighbours", neighbours(ground.problem().graph(), unit));
                out.feature(
                        ground.unitId(unit),
                        district.crs().toLonLat(district.territories().get(unit)),
                        properties);
            }
        }
    }

    private static Map<String, Double> hoursByTerm(Ground ground, int unit) {
        Map<String, Double> byTerm = new TreeMap<>();
        for (Term term : Term.values()) {
            byTerm.put(term.name().toLowerCase(Locale.ROOT), ground.hours().hours(unit, term));
        }
        return byTerm;
    }

    private static List<Integer> neighbours(UnitGraph graph, int unit) {
        List<Integer> neighbours = new ArrayList<>();
        for (int i = 0; i < graph.degree(unit); i++) {
            neighbours.add(graph.neighbour(unit, i));
        }
        return neighbours;
    }
}
