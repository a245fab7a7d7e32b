package org.copse.server.hotspot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hotspots of a scenario's incidents, over HTTP, for staff. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/hotspots")
@AllowedTo(Permission.HOTSPOT_READ)
class HotspotController {
    private final Hotspots hotspots;

    HotspotController(Hotspots hotspots) {
        this.hotspots = hotspots;
    }

    /**
     * Between which days incidents count.
     *
     * @param from first day or month; null for no bound
     * @param to last one, included; null for no bound
     */
    record Days(@Nullable String from, @Nullable String to) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Returns where more was recorded than chance and residents explain: cells as GeoJSON, and what they rest on;"
                            + " without counts for accounts that may see no points")
    @Parameter(
            name = "differing",
            description = "only cells that differ from chance, not all that have incidents; what a map draws")
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "the only categories that count, one each; all where none is given",
            array = @ArraySchema(schema = @Schema(type = "string")))
    ResponseEntity<byte[]> map(
            @PathVariable UUID id,
            @RequestParam @Nullable String method,
            @RequestParam @Nullable String shape,
            @RequestParam @Nullable Double cell,
            @ModelAttribute Days days,
            @RequestParam(defaultValue = "false") boolean policeInitiated,
            @RequestParam(defaultValue = "false") boolean differing,
            HttpServletRequest request) {
        // Not by the framework, which takes a comma in a category's name for the end of it.
        String[] category = request.getParameterValues("category");
        boolean points = Permission.INCIDENT_READ_POINTS.isHeldBy((Authentication) request.getUserPrincipal());
        HotspotQuery query = new HotspotQuery(
                method,
                shape,
                cell,
                category == null ? List.of() : List.of(category),
                days.from(),
                days.to(),
                policeInitiated);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(hotspots.map(id, query, new Hotspots.Telling(points, differing || !points)));
    }

    @GetMapping("/choices")
    @Operation(summary = "Returns which categories and cells a map of hotspots can be asked for")
    Hotspots.Choices choices(@PathVariable UUID id, Authentication account) {
        return hotspots.choices(id, Permission.INCIDENT_READ_POINTS.isHeldBy(account));
    }
}
