package org.copse.server.walk;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Walks that are to take place, as staff plan them. */
@RestController
@RequestMapping("/api/v1/planned-walks")
@AllowedTo(Permission.WALK_PLAN)
class PlannedWalkController {
    private final PlannedWalks walks;
    private final PlannedWalkChecks checks;

    PlannedWalkController(PlannedWalks walks, PlannedWalkChecks checks) {
        this.walks = walks;
        this.checks = checks;
    }

    /** Why a walk does not take place: 1 to 1,000 characters, in the language of its texts. */
    record Cancellation(@Nullable String reason) {}

    @GetMapping
    @AllowedTo(Permission.WALK_READ)
    @Operation(summary = "Lists planned walks that are not long over, the next first, with how many people signed up")
    List<PlannedWalkView> list() {
        return walks.list();
    }

    @GetMapping("/own")
    @AllowedTo(Permission.WALK_RECORD)
    @Operation(
            summary =
                    "Lists the walks that an officer may be about to begin: those that they planned or that go through"
                            + " a beat for which they answer today")
    List<PlannedWalkView> own(Principal account) {
        return walks.listOwn(account.getName());
    }

    @GetMapping("/{id}")
    @AllowedTo(Permission.WALK_READ)
    @Operation(summary = "Returns a planned walk with how many people signed up, and which walks were recorded of it")
    PlannedWalkView get(@PathVariable UUID id) {
        return walks.view(walks.get(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Plans a walk; a public one is on the pages of its beats at once",
            description = "\"starts\" and \"ends\" are the authority's own time, such as 2026-05-01T19:30.")
    PlannedWalkView add(@RequestBody PlannedWalkRequest request, Principal account) {
        PlannedWalk walk = checks.walk(UUID.randomUUID(), request, null, account.getName());
        walks.add(walk, account.getName());
        return walks.view(walk);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Changes a planned walk that is neither cancelled nor over; who signed up stays signed up")
    PlannedWalkView change(@PathVariable UUID id, @RequestBody PlannedWalkRequest request, Principal account) {
        return walks.view(
                walks.change(id, known -> checks.walk(id, request, known, account.getName()), account.getName()));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Cancels a walk for good: whoever could read of it reads that it does not take place, and why")
    PlannedWalkView cancel(@PathVariable UUID id, @RequestBody Cancellation request, Principal account) {
        return walks.view(walks.cancel(id, PlannedWalkChecks.reason(request.reason()), account.getName()));
    }
}
