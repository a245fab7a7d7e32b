package org.copse.server.layer;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.geoimport.ImportReport;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Layers over HTTP. Staff only: incidents, places of worship and special-category counts are among them. */
@RestController
@RequestMapping("/api/v1/layers")
@AllowedTo(Permission.LAYER_READ)
class LayerController {
    static final String GEOJSON = "application/geo+json";

    private final LayerStore store;
    private final LayerRepository layers;
    private final FeatureAnswer answer;
    private final LayerDifferences differences;
    private final OneStepImport imports;
    private final AuditLog audit;

    LayerController(
            LayerStore store,
            LayerRepository layers,
            FeatureAnswer answer,
            LayerDifferences differences,
            OneStepImport imports,
            AuditLog audit) {
        this.store = store;
        this.layers = layers;
        this.answer = answer;
        this.differences = differences;
        this.imports = imports;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Lists the layers, the latest version of each first")
    List<LayerView> list(Authentication account) {
        SpecialFields special = SpecialFields.of(account);
        return layers.list().stream().filter(special::sees).map(LayerView::of).toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @AllowedTo(Permission.LAYER_IMPORT)
    @Operation(summary = "Imports a file as a layer; stores it whole or not at all")
    ResponseEntity<Map<String, Object>> importFile(@ModelAttribute OneStepForm form, Authentication account) {
        Layer layer = imports.importFile(form, account.getName());
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/layers/{id}").build(layer.id()))
                .body(Map.of("layer", LayerView.WithRoles.of(layer), "report", report(layer.id(), account)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns a layer and which column plays which role")
    LayerView.WithRoles get(@PathVariable UUID id, Authentication account) {
        return LayerView.WithRoles.of(layer(id, account));
    }

    @GetMapping("/{id}/report")
    @Operation(summary = "Returns the import report: what was read, changed and rejected, and why")
    ImportReport report(@PathVariable UUID id, Authentication account) {
        Layer layer = layer(id, account);
        return store.findReport(id)
                .map(report -> SpecialFields.of(account).visible(layer, report))
                .orElseThrow(() -> noSuchLayer(id));
    }

    @GetMapping(path = "/{id}/difference", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Returns what this version changes against the one before it: ids added, removed and changed")
    String difference(@PathVariable UUID id, Authentication account) {
        layer(id, account);
        return differences
                .findDocument(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "This version was not compared with another: it is the first, or of a kind that is streamed."));
    }

    @DeleteMapping("/{id}")
    @AllowedTo(Permission.LAYER_DELETE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a layer that no scenario and no plan rests on")
    void delete(@PathVariable UUID id, Authentication account) {
        Layer layer = layer(id, account);
        List<LayerUse> uses = layers.listUses(id);
        if (!uses.isEmpty()) {
            throw inUse(uses);
        }
        try {
            store.delete(layer);
        } catch (DataIntegrityViolationException e) {
            throw inUse(layers.listUses(id));
        }
    }

    private static ProblemException inUse(List<LayerUse> uses) {
        String detail = uses.stream().map(LayerUse::inWords).distinct().limit(5).collect(Collectors.joining("; "));
        return new ProblemException(
                ProblemType.LAYER_IN_USE, detail + (detail.isEmpty() ? "" : "."), Map.of("uses", uses));
    }

    @GetMapping(path = "/{id}/features", produces = GEOJSON)
    @Operation(summary = "Returns the features, at most 20,000, as GeoJSON; not those of incidents")
    void features(
            @PathVariable UUID id,
            @RequestParam @Nullable String bbox,
            Authentication account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Layer layer = layer(id, account);
        // Before anything is counted: the number of points in a box would tell where they are.
        if (IncidentPoints.isOf(layer)) {
            throw new ProblemException(
                    ProblemType.POINTS_WITHHELD,
                    "The layer \"" + layer.name() + "\" has incidents, whose points are not given out here.");
        }
        Envelope box = FeatureAnswer.box(bbox);
        if (SpecialFields.of(account).isSensitive(layer) && SpecialReads.isFirst(request, "layer " + id)) {
            audit.record(AuditEvent.of(AuditAction.LAYER_READ_SPECIAL)
                    .on("layer", id.toString())
                    .detail(box == null ? "all features" : "features in a box"));
        }
        answer.write(layer, box, account, response);
    }

    /** Says the same of a layer that there is not and of one that the account may not see. */
    private Layer layer(UUID id, Authentication account) {
        return layers.find(id).filter(SpecialFields.of(account)::sees).orElseThrow(() -> noSuchLayer(id));
    }

    private static ProblemException noSuchLayer(UUID id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no layer " + id + ".");
    }
}
