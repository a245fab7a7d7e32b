package org.copse.server.redraw;

import java.util.Optional;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.DraftRepository.Row;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a draft's past within bounds: the earliest edits are laid into the plan that it starts at, many at a time. */
final class Trimming {
    /** Edits that can be taken back at any rate. */
    static final int KEPT = 2_000;

    /** Edits that are forgotten at once, so that it is seldom. */
    private static final int AT_ONCE = 500;

    private final DraftRepository drafts;
    private final WorkingPlans plans;
    private final TransactionTemplate transactions;

    Trimming(DraftRepository drafts, WorkingPlans plans, TransactionTemplate transactions) {
        this.drafts = drafts;
        this.plans = plans;
        this.transactions = transactions;
    }

    /** Returns the row as it is after what was too much is forgotten; most often nothing is. */
    Row trim(DraftKey key, Row row) {
        if (row.edits() - row.forgotten() < KEPT + AT_ONCE) {
            return row;
        }
        WorkingPlan start = drafts.findStart(key).orElseGet(() -> plans.plan(key.scenario(), row.start()));
        for (PlanChange change : drafts.listChanges(key, row.forgotten() + 1, row.forgotten() + AT_ONCE)) {
            start = change.apply(start);
        }
        WorkingPlan forgotten = start;
        Row then = new Row(row.version(), row.start(), row.base(), row.edits(), row.forgotten() + AT_ONCE);
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> {
            if (!drafts.lock(key).equals(Optional.of(row))) {
                return false;
            }
            drafts.forget(key, then.forgotten(), forgotten);
            return true;
        }));
        return done ? then : row;
    }
}
