package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Two planners at one plan see each other, and each other's saves, over HTTP. */
@RestController
@AllowedTo(Permission.SCENARIO_EDIT)
class PresenceController {
    private final Presence presence;
    private final WorkingPlans plans;

    PresenceController(Presence presence, WorkingPlans plans) {
        this.presence = presence;
        this.plans = plans;
    }

    /** A sign of being there; {@code pendingUnits} as the page shows them. */
    record Sign(@Nullable Integer pendingUnits) {}

    /** Who else is there, and what was saved last. */
    record Present(List<Presence.Other> others, Revision latest) {}

    @PostMapping(path = "/api/v1/scenarios/{id}/presence", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Says that the account has the plan open, and returns who else has and what was saved last")
    Present sign(@PathVariable UUID id, @RequestBody Sign sign, Principal account) {
        Revision latest = plans.getLatestRevision(id);
        DraftKey key = new DraftKey(id, account.getName());
        int pending =
                sign.pendingUnits == null ? 0 : Drawing.within("pendingUnits", sign.pendingUnits, 0, Integer.MAX_VALUE);
        presence.sign(key, pending);
        return new Present(presence.listOthers(key), latest);
    }
}
