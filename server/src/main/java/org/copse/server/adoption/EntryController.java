package org.copse.server.adoption;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.officer.InvalidOfficer;
import org.copse.server.officer.ServiceContact;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.publication.CarryOverDecision;
import org.copse.server.publication.EntryIntoForce;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.TeamContacts;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts adopted plans in force and takes them back. */
@RestController
@RequestMapping("/api/v1/adoptions/{plan}")
@AllowedTo(Permission.PLAN_PUBLISH)
class EntryController {
    private final Adoptions adoptions;

    EntryController(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    /**
     * How the plan comes into force.
     *
     * @param from the instant, at least 5 s ahead; as soon as possible when not given
     * @param reason published with the plan
     * @param teamContact how teams are reached that nobody knows how to reach, neither from before nor otherwise
     * @param withoutContacts whether the plan may come into force although some team cannot be reached
     * @param carryOver what was decided for the officers of the plan in force; needed when it has any
     */
    record Entry(
            @Nullable Instant from,
            @Nullable String reason,
            @Nullable TeamContact teamContact,
            @Nullable Boolean withoutContacts,
            @Nullable CarryOver carryOver) {}

    /**
     * A plan to be taken back.
     *
     * @param from the instant, at least 5 s ahead; as soon as possible when not given
     * @param reason published with the plan
     */
    record TakeBack(@Nullable Instant from, @Nullable String reason) {}

    /** How a team is reached. */
    record TeamContact(@Nullable String phone, @Nullable String email) {}

    /**
     * The decision on a proposal of {@code /api/v1/plans/{plan}/carry-over}.
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

    @PostMapping(path = "/entry", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Puts an adopted plan in force from an instant, on all servers together")
    ResponseEntity<PublishedPlan> enter(@PathVariable UUID plan, @RequestBody Entry request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = errors.text("reason", request.reason(), 1, Texts.LONGEST_REASON);
        Optional<CarryOverDecision> decision =
                Optional.ofNullable(request.carryOver()).map(given -> decision(given, errors));
        Optional<NewPlan.Contact> teams = contact(request.teamContact(), errors);
        errors.throwIfAny();
        PublishedPlan published = adoptions.enter(
                plan,
                new EntryIntoForce(
                        Optional.ofNullable(request.from()),
                        decision,
                        new TeamContacts(teams, Boolean.TRUE.equals(request.withoutContacts())),
                        reason,
                        account.getName()));
        return ResponseEntity.created(URI.create("/api/v1/plans/" + plan)).body(published);
    }

    @PostMapping(path = "/take-back", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Takes a plan back: one to come is called off, one in force makes way for the plan before it")
    CourseView takeBack(@PathVariable UUID plan, @RequestBody TakeBack request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = errors.text("reason", request.reason(), 1, Texts.LONGEST_REASON);
        errors.throwIfAny();
        return CourseView.of(adoptions.takeBack(plan, Optional.ofNullable(request.from()), reason, account.getName()));
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
