package org.copse.server.problemcase;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.server.assignment.Assignments;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds reviews: what was judged, by which figures; neither changes afterwards. */
@Service
class Reviews {
    private static final int MOST = 50;

    private final CaseStore store;
    private final Cases cases;
    private final CaseFigures figures;
    private final Assignments days;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    Reviews(
            CaseStore store,
            Cases cases,
            CaseFigures figures,
            Assignments days,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.figures = figures;
        this.days = days;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    void hold(UUID id, ReviewRequest request, String by) {
        ProblemCase seen = cases.get(id);
        Map<String, BeatTerritory> beats = cases.beats();
        ReviewRequest.Checked asked = request.checked(seen.beat(), List.copyOf(beats.keySet()), days.today());
        // Before the lock: counting takes a while.
        Review.Figures counted = figures.count(seen, asked, cases.listSources(id), beats);
        transactions.executeWithoutResult(status -> {
            ProblemCase known = cases.lock(id, request.after());
            if (known.stage() != Stage.RESPOND && known.stage() != Stage.ASSESS) {
                throw FieldErrors.of("after", "is no version in which something is done that can be reviewed");
            }
            int number = store.reviews().list(id).size() + 1;
            if (number > MOST) {
                throw FieldErrors.of("words", "cannot be added: a case has at most " + MOST + " reviews");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            store.reviews()
                    .insert(id, new Review(number, asked.heldOn(), asked.judgement(), asked.words(), counted, by), now);
            store.cases().update(known.reviewed(request.reviewOn(), now));
            audit.record(AuditEvent.of(AuditAction.PROBLEM_CHANGED)
                    .on("problem", id.toString())
                    .detail("review " + number + ": " + asked.judgement()
                            + (counted == null ? ", without figures" : ", with figures")));
        });
    }
}
