package org.copse.server.assignment;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.officer.OfficerView;
import org.copse.server.officer.Officers;
import org.copse.server.permission.AllowedTo;
import org.copse.server.permission.Permission;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An officer leaves the service: what if, and indeed. */
@RestController
@RequestMapping("/api/v1/officers/{id}/departure")
class DepartureController {
    private final Departures departures;
    private final Officers officers;
    private final Assignments assignments;

    DepartureController(Departures departures, Officers officers, Assignments assignments) {
        this.departures = departures;
        this.officers = officers;
        this.assignments = assignments;
    }

    /** From which day on an officer no longer serves, and why it is noted. */
    record Departure(@Nullable LocalDate on, @Nullable String reason) {}

    @GetMapping
    @AllowedTo(Permission.TENURE_READ)
    @Operation(summary = "What if the officer left: vacant beats, their residents, and who could stand in")
    Departures.Consequences whatIf(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        return departures.without(id, Optional.ofNullable(on).orElseGet(assignments::today));
    }

    @PostMapping
    @AllowedTo(Permission.OFFICER_EDIT)
    @Operation(summary = "The officer leaves the service: all assignments end, name and photo go")
    OfficerView leave(@PathVariable UUID id, @RequestBody Departure request, Principal account) {
        officers.get(id);
        FieldErrors errors = new FieldErrors();
        String reason = AssignmentController.reason(request.reason(), errors);
        LocalDate on = Optional.ofNullable(request.on()).orElseGet(assignments::today);
        if (on.isBefore(assignments.today())) {
            errors.add("on", "must be today or later: history is not rewritten");
        }
        errors.throwIfAny();
        departures.leave(id, on, reason, account.getName());
        return OfficerView.of(officers.get(id));
    }
}
