package org.copse.server.inforce;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.copse.server.publication.PlanPublished;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The plan in force in memory, so that nobody who asks for a beat waits for the database. This server's own publications take effect at once,
 * those of another server within the age that the settings allow; the index is built once per plan. While the database is away, the plan that was
 * in force goes on.
 */
@Component
public class PlanIndex {
    private static final Logger LOG = LoggerFactory.getLogger(PlanIndex.class);

    private final PlanSource source;
    private final long ageNanos;
    private final LongSupplier clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Known known;

    @Autowired
    PlanIndex(PlanSource source, InForceSettings settings) {
        this(source, settings, System::nanoTime);
    }

    /**
     * As Spring makes it, with another clock.
     *
     * @param clock nanoseconds since any moment
     */
    public PlanIndex(PlanSource source, InForceSettings settings, LongSupplier clock) {
        this.source = source;
        this.ageNanos = settings.planAge().toNanos();
        this.clock = clock;
    }

    private record Known(IndexedPlan plan, long checkedAt) {}

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    public IndexedPlan get() {
        Known last = known;
        if (last != null && isFresh(last)) {
            return last.plan();
        }
        if (last == null) {
            loading.lock();
        } else if (!loading.tryLock()) {
            // Somebody is looking; until they have seen, the plan that was is the plan that is.
            return last.plan();
        }
        try {
            Known meanwhile = known;
            return meanwhile != null && isFresh(meanwhile) ? meanwhile.plan() : load(meanwhile);
        } finally {
            loading.unlock();
        }
    }

    private boolean isFresh(Known last) {
        return clock.getAsLong() - last.checkedAt() < ageNanos;
    }

    private IndexedPlan load(@Nullable Known last) {
        long now = clock.getAsLong();
        IndexedPlan indexed;
        try {
            PublishedPlan plan = source.findPlan()
                    .orElseThrow(() ->
                            new ProblemException(ProblemType.NO_PLAN_IN_FORCE, "No plan has been published yet."));
            indexed = last != null && last.plan().plan().equals(plan) ? last.plan() : IndexedPlan.of(plan, source);
        } catch (DataAccessException | TransactionException e) {
            if (last == null) {
                throw e;
            }
            LOG.debug("The plan in force cannot be read; what is known goes on", e);
            indexed = last.plan();
        }
        known = new Known(indexed, now);
        return indexed;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PlanPublished published) {
        known = null;
    }
}
