package org.copse.server.publication;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.officer.InvalidOfficer;
import org.copse.server.officer.ServiceContact;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.proposal.Proposals;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Publishing a scenario's plan. */
@RestController
class PublicationController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 4000;

    private final Proposals proposals;
    private final PlansInForce plans;

    PublicationController(Proposals proposals, PlansInForce plans) {
        this.proposals = proposals;
        this.plans = plans;
    }

    /**
     * What to publish.
     *
     * @param favour which alternative; the first when not given
     * @param name of the plan; the scenario's when not given
     * @param reason for the record
     * @param teamContact how teams are reached that nobody knows how to reach, neither from before nor otherwise
     * @param withoutContacts whether the plan may come into force although some team cannot be reached
     * @param carryOver what was decided for the officers of the plan in force; needed when it has any
     */
    record Publication(
            @Nullable String favour,
            @Nullable String name,
            @Nullable String reason,
            @Nullable TeamContact teamContact,
            @Nullable Boolean withoutContacts,
            @Nullable CarryOver carryOver) {}

    /** How a team is reached. */
    record TeamContact(@Nullable String phone, @Nullable String email) {}

    /**
     * The decision on a proposal of {@code /api/v1/scenarios/{id}/carry-over}.
     *
     * @param basis as the proposal names it
     * @param assignments one for each of the proposal's
     */
    record CarryOver(@Nullable String basis, @Nullable List<CarriedOver> assignments) {}

    /**
     * Where one officer goes on.
     *
     * @param beat of the new plan; null to end the assignment
     */
    record CarriedOver(@Nullable UUID assignment, @Nullable String beat) {}

    @PostMapping(path = "/api/v1/scenarios/{id}/publication", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedTo(Permission.PLAN_PUBLISH)
    @Operation(summary = "Makes an alternative of the latest proposal the plan in force, at once")
    ResponseEntity<PublishedPlan> publish(@PathVariable UUID id, @RequestBody Publication request, Principal account) {
        Proposals.Publishable proposed = proposals.getPlan(id, request.favour());
        String name = Optional.ofNullable(request.name())
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .orElse(proposed.name());
        String reason = Optional.ofNullable(request.reason()).orElse("").strip();
        FieldErrors errors = new FieldErrors();
        if (name.length() > LONGEST_NAME) {
            errors.add("name", "must have at most " + LONGEST_NAME + " characters, not " + name.length());
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            errors.add("reason", "must have 1 to " + LONGEST_REASON + " characters, not " + reason.length());
        }
        Optional<CarryOverDecision> decision =
                Optional.ofNullable(request.carryOver()).map(given -> decision(given, errors));
        Optional<NewPlan.Contact> teams = contact(request.teamContact(), errors);
        errors.throwIfAny();
        PublishedPlan published = plans.publish(
                ProposedPlans.toPublish(proposed, name, reason),
                decision,
                new TeamContacts(teams, Boolean.TRUE.equals(request.withoutContacts())),
                account.getName());
        return ResponseEntity.created(URI.create("/api/v1/plans/current")).body(published);
    }

    private static Optional<NewPlan.Contact> contact(@Nullable TeamContact given, FieldErrors errors) {
        if (given == null) {
            return Optional.empty();
        }
        try {
            ServiceContact contact = new ServiceContact(given.phone(), given.email());
            return Optional.of(new NewPlan.Contact(contact.phone(), contact.email()));
        } catch (InvalidOfficer e) {
            errors.add("teamContact." + e.field(), e.why());
            return Optional.empty();
        }
    }

    private static CarryOverDecision decision(CarryOver given, FieldErrors errors) {
        Map<UUID, Optional<String>> beats = new HashMap<>();
        for (CarriedOver one : Optional.ofNullable(given.assignments()).orElse(List.of())) {
            UUID assignment = one.assignment();
            if (assignment == null) {
                errors.add("carryOver.assignments", "has one without its assignment");
            } else if (beats.containsKey(assignment)) {
                errors.add("carryOver.assignments", "names " + assignment + " twice");
            } else {
                beats.put(assignment, Optional.ofNullable(one.beat()));
            }
        }
        String basis = given.basis();
        if (basis == null || basis.isBlank()) {
            errors.add("carryOver.basis", "is missing");
        }
        return new CarryOverDecision(basis == null ? "" : basis, beats);
    }
}
