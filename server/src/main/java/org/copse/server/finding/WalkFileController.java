package org.copse.server.finding;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.walk.WalkRecords;
import org.copse.server.walk.WalkView;
import org.copse.server.words.Language;
import org.copse.server.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Walks with their findings as files. Tracks lack their ends here as everywhere. */
@RestController
@RequestMapping("/api/v1/walks")
@AllowedTo(Permission.WALK_READ)
class WalkFileController {
    private static final MediaType GPX = new MediaType("application", "gpx+xml");
    private static final MediaType GEOJSON = new MediaType("application", "geo+json");

    private final WalkRecords walks;
    private final FindingRepository findings;
    private final Findings followed;
    private final AuditLog audit;

    WalkFileController(WalkRecords walks, FindingRepository findings, Findings followed, AuditLog audit) {
        this.walks = walks;
        this.findings = findings;
        this.followed = followed;
        this.audit = audit;
    }

    @GetMapping(path = "/{id}/walk.gpx", produces = "application/gpx+xml")
    @Operation(summary = "Returns a walk as GPX 1.1: findings as waypoints, the track in segments, without its ends")
    ResponseEntity<byte[]> gpx(@PathVariable UUID id, @RequestParam(required = false) @Nullable String language) {
        Language spoken = Language.ofCode(Optional.ofNullable(language).orElse("en"))
                .orElseThrow(() -> FieldErrors.of("language", "must be en, nl, fr, de or ar"));
        WalkView walk = walks.view(id);
        return file(id, "walk.gpx", GPX, WalkGpx.of(walk, findings.list(id), Words.of(spoken)));
    }

    @GetMapping(path = "/{id}/walk.geojson", produces = "application/geo+json")
    @Operation(summary = "Returns a walk as GeoJSON: a line for each way without a gap, a point for each finding")
    ResponseEntity<byte[]> geojson(@PathVariable UUID id) {
        WalkView walk = walks.view(id);
        Map<UUID, Step> standings = followed.list(FindingFilter.ofWalk(id)).stream()
                .collect(Collectors.toMap(FollowedFinding::id, FollowedFinding::standing));
        return file(id, "walk.geojson", GEOJSON, WalkGeoJson.of(walk, findings.list(id), standings));
    }

    private ResponseEntity<byte[]> file(UUID walk, String name, MediaType type, byte[] bytes) {
        audit.record(AuditEvent.of(AuditAction.EXPORTED)
                .on("walk", walk.toString())
                .detail(name + ", " + bytes.length + " bytes"));
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(bytes);
    }
}
