package org.copse.server.publication;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.InvalidOfficer;
import org.copse.server.officer.ServiceContact;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the teams of the sectors in force are reached. */
@RestController
@RequestMapping("/api/v1/plans/current/teams")
@AllowedTo(Permission.ASSIGNMENT_READ)
class SectorController {
    private final PlansInForce plans;
    private final AuditLog audit;
    private final TransactionTemplate transactions;

    SectorController(PlansInForce plans, AuditLog audit, TransactionTemplate transactions) {
        this.plans = plans;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * A sector's team.
     *
     * @param officers how many the plan gives it
     */
    record Team(String sector, String name, int officers, @Nullable String phone, @Nullable String email) {}

    /** How a team is reached; blank for not at all. */
    record ContactRequest(@Nullable String phone, @Nullable String email) {}

    @GetMapping
    @Operation(summary = "Lists the sectors of the plan in force and how their teams are reached")
    List<Team> list() {
        return plans.listSectors(plans.get().id()).stream()
                .map(s -> new Team(s.id(), s.name(), s.officers(), s.phone(), s.email()))
                .toList();
    }

    @PutMapping("/{sector}/contact")
    @AllowedTo(Permission.ASSIGNMENT_EDIT)
    @Operation(summary = "Sets how a sector's team is reached")
    List<Team> setContact(@PathVariable String sector, @RequestBody ContactRequest request) {
        ServiceContact contact = contact(request);
        UUID plan = plans.get().id();
        transactions.executeWithoutResult(status -> {
            if (!plans.setContact(plan, sector, new NewPlan.Contact(contact.phone(), contact.email()))) {
                throw new ProblemException(ProblemType.NOT_FOUND, "The plan in force has no sector of that id.");
            }
            audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                    .on("team", plan + "/" + sector)
                    .after(contact.toString()));
        });
        return list();
    }

    private static ServiceContact contact(ContactRequest request) {
        try {
            return new ServiceContact(request.phone(), request.email());
        } catch (InvalidOfficer e) {
            throw FieldErrors.of(e.field(), e.why());
        }
    }
}
