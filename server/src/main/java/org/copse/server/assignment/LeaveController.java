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
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leave and who stands in. Why somebody is away is not asked. */
@RestController
@RequestMapping("/api/v1")
@AllowedTo(Permission.ASSIGNMENT_EDIT)
class LeaveController {
    private final Leaves leaves;
    private final Officers officers;
    private final Assignments assignments;

    LeaveController(Leaves leaves, Officers officers, Assignments assignments) {
        this.leaves = leaves;
        this.officers = officers;
        this.assignments = assignments;
    }

    /** Leave; {@code to} is the first day back. */
    record LeaveView(UUID id, Person officer, LocalDate from, LocalDate to, @Nullable Person substitute) {}

    /** Leave to be noted; {@code to} is the first day back. */
    record LeaveRequest(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID substitute) {}

    /** Who stands in; null for the team. */
    record SubstituteRequest(@Nullable UUID substitute) {}

    @GetMapping("/leaves")
    @AllowedTo(Permission.ASSIGNMENT_READ)
    @Operation(summary = "Lists leave that is not over, and who stands in")
    List<LeaveView> list() {
        Map<UUID, StoredOfficer> roster = officers.mapById();
        return leaves.list().stream().map(leave -> view(leave, roster)).toList();
    }

    static LeaveView view(Leave leave, Map<UUID, StoredOfficer> roster) {
        UUID substitute = leave.substitute();
        return new LeaveView(
                leave.id(),
                Person.of(Objects.requireNonNull(roster.get(leave.officer()))),
                leave.days().from(),
                leave.days().to(),
                substitute == null ? null : Person.ofNullable(roster.get(substitute)));
    }

    @PostMapping("/officers/{id}/leaves")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Notes that an officer is away, and who stands in")
    LeaveView add(@PathVariable UUID id, @RequestBody LeaveRequest request, Principal account) {
        officers.get(id);
        FieldErrors errors = new FieldErrors();
        LocalDate today = assignments.today();
        LocalDate from = Optional.ofNullable(request.from()).orElse(today);
        LocalDate to = Optional.ofNullable(request.to()).orElse(from);
        if (from.isBefore(today)) {
            errors.add("from", "must be today or later");
        }
        if (!to.isAfter(from)) {
            errors.add("to", "must be after " + from + ": it is the first day back");
        }
        if (id.equals(request.substitute())) {
            errors.add("substitute", "must be another officer");
        }
        errors.throwIfAny();
        Leave leave = leaves.add(
                new Leave(UUID.randomUUID(), id, new Days(from, to), request.substitute()), account.getName());
        return view(leave, officers.mapById());
    }

    @PutMapping("/leaves/{id}")
    @Operation(summary = "Sets who stands in for the rest of a leave; null for the team")
    LeaveView setSubstitute(@PathVariable UUID id, @RequestBody SubstituteRequest request) {
        return view(leaves.setSubstitute(id, request.substitute()), officers.mapById());
    }

    @DeleteMapping("/leaves/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends leave today; removes it where it has not begun")
    void end(@PathVariable UUID id) {
        leaves.end(id);
    }
}
