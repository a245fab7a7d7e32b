package org.copse.server.layer;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Incidents as points: the one way out there is for them, and it asks why. */
@RestController
@AllowedTo(Permission.INCIDENT_READ_POINTS)
class IncidentPointsController {
    private static final int LONGEST_REASON = 2000;

    private final LayerRepository layers;
    private final FeatureAnswer answer;
    private final AuditLog audit;

    IncidentPointsController(LayerRepository layers, FeatureAnswer answer, AuditLog audit) {
        this.layers = layers;
        this.answer = answer;
        this.audit = audit;
    }

    /**
     * What is asked for.
     *
     * @param reason why the points are needed; not blank. In the body, since addresses stand in logs.
     * @param bbox west,south,east,north in degrees; null for all
     */
    record Wanted(@Nullable String reason, @Nullable String bbox) {}

    @PostMapping(
            path = "/api/v1/layers/{id}/points",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = LayerController.GEOJSON)
    @Operation(
            summary =
                    "Returns incidents as points, at most 20,000, as GeoJSON; the reason is recorded once per layer and session")
    void points(
            @PathVariable UUID id,
            @RequestBody Wanted wanted,
            Authentication account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Layer layer = layers.find(id)
                .filter(IncidentPoints::isOf)
                .orElseThrow(() ->
                        new ProblemException(ProblemType.NOT_FOUND, "There is no layer of incidents " + id + "."));
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw FieldErrors.of("reason", "must say why, in at most " + LONGEST_REASON + " characters");
        }
        Envelope box = FeatureAnswer.box(wanted.bbox());
        if (SpecialReads.isFirst(request, "points of layer " + id + ": " + reason)) {
            audit.record(AuditEvent.of(AuditAction.INCIDENT_POINTS_READ)
                    .on("layer", id.toString())
                    .detail(box == null ? "all points" : "points in a box")
                    .because(reason));
        }
        answer.write(layer, box, account, response);
    }
}
