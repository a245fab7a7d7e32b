package org.copse.server.redraw;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.DraftSession.State;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with a draft, and what would mend it, over HTTP. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/draft")
@AllowedTo(Permission.SCENARIO_EDIT)
class CheckController {
    private final Drafts drafts;

    CheckController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What is wrong with the draft of that version. */
    record Checks(long version, List<PlanCheck> checks) {}

    /** Which beats a mend may change; all that are not locked when none is named. */
    record MendRequest(@Nullable List<Integer> beats) {}

    @GetMapping("/checks")
    @Operation(summary = "Lists what is wrong with the draft: units without a beat, pieces, hours out of bounds")
    Checks checks(@PathVariable UUID id, Principal account) {
        State at = drafts.get(new DraftKey(id, account.getName()));
        return new Checks(at.row().version(), PlanChecks.of(at.ground(), at.plan()));
    }

    @PostMapping(path = "/mend", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Looks for the fewest moves that mend the draft; shows them and changes nothing")
    Mend.Preview mend(@PathVariable UUID id, @RequestBody MendRequest request, Authentication account) {
        State at = drafts.get(new DraftKey(id, account.getName()));
        return new Mend(at.drawing()).find(at.row().version(), request.beats).shownTo(account);
    }
}
