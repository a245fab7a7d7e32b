package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** When officers are away, and who stands in. */
@Service
class Leaves {
    private final LeaveRepository leaves;
    private final AssignmentRepository lock;
    private final Assignments assignments;
    private final Officers officers;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    Leaves(
            LeaveRepository leaves,
            AssignmentRepository lock,
            Assignments assignments,
            Officers officers,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.leaves = leaves;
        this.lock = lock;
        this.assignments = assignments;
        this.officers = officers;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Returns leave that is not over, the earliest first. */
    List<Leave> list() {
        return leaves.listFrom(assignments.today());
    }

    Leave add(Leave leave, String by) {
        return Refusal.inWords(() -> {
            transactions.executeWithoutResult(status -> {
                lock.lock();
                serves(leave.officer(), leave.days(), "officer");
                checkSubstitute(leave);
                leaves.insert(leave, by);
                audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                        .on("leave", leave.id().toString())
                        .after(leave.toString()));
            });
            return leave;
        });
    }

    /** Names who stands in from now on, or nobody. */
    Leave setSubstitute(UUID id, @Nullable UUID substitute) {
        return Optional.ofNullable(transactions.execute(status -> {
                    lock.lock();
                    Leave known = get(id);
                    if (known.officer().equals(substitute)) {
                        throw FieldErrors.of("substitute", "must be another officer");
                    }
                    Leave changed = new Leave(id, known.officer(), known.days(), substitute);
                    checkSubstitute(changed);
                    leaves.setSubstitute(id, substitute);
                    audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                            .on("leave", id.toString())
                            .before(known.toString())
                            .after(changed.toString()));
                    return changed;
                }))
                .orElseThrow();
    }

    private Leave get(UUID id) {
        return leaves.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no leave " + id + "."));
    }

    private void checkSubstitute(Leave leave) {
        UUID substitute = leave.substitute();
        if (substitute != null) {
            serves(substitute, leave.days(), "substitute");
            if (isAway(substitute, leave.days())) {
                throw FieldErrors.of("substitute", "is on leave on some of these days");
            }
        }
    }

    private void serves(UUID officer, Days days, String field) {
        StoredOfficer known = officers.get(officer);
        LocalDate left = known.leftOn();
        if (left != null && days.to().isAfter(left)) {
            throw FieldErrors.of(field, "leaves the service on " + left);
        }
    }

    private boolean isAway(UUID officer, Days days) {
        return leaves.listFrom(days.from()).stream()
                .anyMatch(other ->
                        other.officer().equals(officer) && other.days().from().isBefore(days.to()));
    }

    /** Ends leave today: what is over stays in the history, what is to come goes. */
    void end(UUID id) {
        transactions.executeWithoutResult(status -> {
            lock.lock();
            Leave known = get(id);
            leaves.end(id, assignments.today());
            audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                    .on("leave", id.toString())
                    .before(known.toString())
                    .after("ended " + assignments.today()));
        });
    }

    /** Returns the leave of each officer who is away today. */
    Map<UUID, Leave> mapToday() {
        LocalDate today = assignments.today();
        return leaves.listFrom(today).stream()
                .filter(leave -> leave.days().include(today))
                .collect(Collectors.toMap(Leave::officer, leave -> leave, (first, second) -> first));
    }
}
