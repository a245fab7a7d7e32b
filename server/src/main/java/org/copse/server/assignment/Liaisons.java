package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.Officers;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is liaison officer for what. */
@Service
class Liaisons {
    private final LiaisonRepository liaisons;
    private final AssignmentRepository lock;
    private final Officers officers;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    Liaisons(
            LiaisonRepository liaisons,
            AssignmentRepository lock,
            Officers officers,
            TransactionTemplate transactions,
            AuditLog audit) {
        this.liaisons = liaisons;
        this.lock = lock;
        this.officers = officers;
        this.transactions = transactions;
        this.audit = audit;
    }

    List<LiaisonAssignment> list() {
        return liaisons.list();
    }

    void add(LiaisonAssignment made, String reason, String by) {
        Refusal.inWords(() -> {
            transactions.executeWithoutResult(status -> {
                lock.lock();
                LocalDate left = officers.get(made.officer()).leftOn();
                if (left != null && made.days().to().isAfter(left)) {
                    throw FieldErrors.of("officer", "leaves the service on " + left);
                }
                liaisons.insert(made, reason, by);
                audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                        .on("liaison", made.id().toString())
                        .because(reason)
                        .after(made.toString()));
            });
            return made;
        });
    }

    void end(UUID id, LocalDate on, String reason, String by) {
        transactions.executeWithoutResult(status -> {
            lock.lock();
            LiaisonAssignment known = liaisons.find(id)
                    .filter(one -> one.days().to().isAfter(on))
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_FOUND, "There is no such assignment that goes on after " + on + "."));
            endWithin(known, on, reason, by);
        });
    }

    /** As {@link #end}, within a transaction that has the lock. */
    void endWithin(LiaisonAssignment known, LocalDate on, String reason, String by) {
        liaisons.end(known.id(), on, reason, by);
        audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_ENDED)
                .on("liaison", known.id().toString())
                .because(reason)
                .before(known.toString())
                .after("ends " + on));
    }
}
