package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.layer.SpecialReads;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.PlansInForce;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The languages of teams and of residents, by sector. */
@RestController
class TeamLanguagesController {
    private final TeamLanguages languages;
    private final PlansInForce plans;
    private final AuditLog audit;

    TeamLanguagesController(TeamLanguages languages, PlansInForce plans, AuditLog audit) {
        this.languages = languages;
        this.plans = plans;
        this.audit = audit;
    }

    @GetMapping("/api/v1/plans/current/teams/languages")
    @AllowedTo(Permission.SUPERVISION_READ)
    @Operation(summary = "Compares the languages that each sector's team speaks with those of its residents, in sums")
    TeamLanguages.Balance get(HttpServletRequest request) {
        UUID plan = plans.get().id();
        TeamLanguages.Balance balance = languages.balance();
        if (balance.layer() != null && SpecialReads.isFirst(request, "languages of plan " + plan)) {
            audit.record(AuditEvent.of(AuditAction.LAYER_READ_SPECIAL)
                    .on("plan", plan.toString())
                    .detail("residents' languages, summed by sector"));
        }
        return balance;
    }
}
