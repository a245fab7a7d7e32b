package org.copse.server.layer;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.copse.geoimport.ImportReport;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a stored layer's columns are, decided after the import. */
@RestController
@RequestMapping("/api/v1/layers")
@AllowedTo(Permission.LAYER_IMPORT)
class LayerTagController {
    private static final int LONGEST_REASON = 2000;

    private final LayerStore store;
    private final LayerTags tags;

    LayerTagController(LayerStore store, LayerTags tags) {
        this.store = store;
        this.tags = tags;
    }

    /**
     * What a column is from now on.
     *
     * @param reason why; not blank
     */
    record Decision(
            @Nullable String column,
            @Nullable Measure measure,
            @Nullable Sensitivity sensitivity,
            @Nullable String reason) {}

    @PutMapping("/{id}/tags")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decides what a column is, with a reason; ordinary columns are shown to analysts too")
    void decide(@PathVariable UUID id, @RequestBody Decision decision, Authentication account) {
        Layer layer = store.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no layer " + id + "."));
        ImportReport report = store.findReport(id).orElseThrow();
        FieldErrors errors = new FieldErrors();
        String column = decision.column();
        if (column == null || !report.fields().contains(column)) {
            errors.add("column", "must be one of the layer's columns: " + String.join(", ", report.fields()));
        }
        if (decision.measure() == null) {
            errors.add("measure", "is missing");
        }
        if (decision.sensitivity() == null) {
            errors.add("sensitivity", "is missing");
        }
        String reason = decision.reason() == null ? "" : decision.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            errors.add("reason", "must say why, in at most " + LONGEST_REASON + " characters");
        }
        errors.throwIfAny();
        if (column != null && decision.measure() != null && decision.sensitivity() != null) {
            StatedTag tag = new StatedTag(decision.measure(), decision.sensitivity(), reason);
            tags.decide(layer, column, tag, account.getName());
        }
    }
}
