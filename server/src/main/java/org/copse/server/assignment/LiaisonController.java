package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.officer.Officers;
import org.copse.server.officer.Person;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.permission.Public;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Officers for a community or a need, whatever the area. */
@RestController
@RequestMapping("/api/v1/liaisons")
class LiaisonController {
    private final Liaisons liaisons;
    private final LiaisonContacts contacts;
    private final Officers officers;
    private final Assignments assignments;

    LiaisonController(Liaisons liaisons, LiaisonContacts contacts, Officers officers, Assignments assignments) {
        this.liaisons = liaisons;
        this.contacts = contacts;
        this.officers = officers;
        this.assignments = assignments;
    }

    /** A liaison assignment as staff see it; {@code to} is the first day after, null for no end. */
    record LiaisonView(UUID id, Person officer, Need need, String topic, LocalDate from, @Nullable LocalDate to) {}

    /** A liaison assignment to be made. */
    record LiaisonRequest(
            @Nullable UUID officer,
            @Nullable String need,
            @Nullable String topic,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    @GetMapping
    @AllowedTo(Permission.ASSIGNMENT_READ)
    @Operation(summary = "Lists who is liaison officer for what, those who were too")
    List<LiaisonView> list() {
        Map<UUID, StoredOfficer> roster = officers.mapById();
        return liaisons.list().stream()
                .map(liaison -> view(liaison, Objects.requireNonNull(roster.get(liaison.officer()))))
                .toList();
    }

    @GetMapping("/current")
    @Public
    @Operation(summary = "Lists who can be asked today about a language, a community or a need")
    List<LiaisonContacts.Contact> current() {
        return contacts.listToday();
    }

    @PostMapping
    @AllowedTo(Permission.ASSIGNMENT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes an officer liaison to a community or for a need")
    LiaisonView add(@RequestBody LiaisonRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = AssignmentController.reason(request.reason(), errors);
        LocalDate today = assignments.today();
        LocalDate from = Optional.ofNullable(request.from()).orElse(today);
        LocalDate to = Optional.ofNullable(request.to()).orElse(Days.OPEN);
        if (from.isBefore(today)) {
            errors.add("from", "must be today or later");
        }
        if (!to.isAfter(from)) {
            errors.add("to", "must be after " + from + ": it is the first day after");
        }
        Optional<Need> need = Need.findByKey(Optional.ofNullable(request.need()).orElse(""));
        if (need.isEmpty()) {
            errors.add("need", "must be one of " + Need.keys());
        }
        UUID officer = request.officer();
        if (officer == null) {
            errors.add("officer", "is missing");
        }
        errors.throwIfAny();
        LiaisonAssignment made;
        try {
            made = new LiaisonAssignment(
                    UUID.randomUUID(),
                    Optional.ofNullable(officer).orElseThrow(),
                    need.orElseThrow(),
                    Optional.ofNullable(request.topic()).orElse(""),
                    new Days(from, to));
        } catch (IllegalArgumentException e) {
            throw FieldErrors.of("topic", String.valueOf(e.getMessage()));
        }
        liaisons.add(made, reason, account.getName());
        return view(made, officers.get(made.officer()));
    }

    @PostMapping("/{id}/end")
    @AllowedTo(Permission.ASSIGNMENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a liaison assignment on a day, the first that is no longer part of it")
    void end(@PathVariable UUID id, @RequestBody AssignmentController.EndRequest request, Principal account) {
        FieldErrors errors = new FieldErrors();
        String reason = AssignmentController.reason(request.reason(), errors);
        LocalDate on = Optional.ofNullable(request.on()).orElseGet(assignments::today);
        if (on.isBefore(assignments.today())) {
            errors.add("on", "must be today or later: history is not rewritten");
        }
        errors.throwIfAny();
        liaisons.end(id, on, reason, account.getName());
    }

    static LiaisonView view(LiaisonAssignment liaison, StoredOfficer officer) {
        return new LiaisonView(
                liaison.id(),
                Person.of(officer),
                liaison.need(),
                liaison.topic(),
                liaison.days().from(),
                liaison.days().end());
    }
}
