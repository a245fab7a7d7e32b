package org.copse.server.inforce;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.copse.server.publication.PlanPublished;
import org.copse.server.publication.PlanTakenBack;
import org.copse.server.publication.Publication;
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
 * The plan in force in memory, so that nobody who asks for a beat waits for the database, and beside it the one to come, whose index is ready
 * before its instant: then every server changes over by its clock. A server asks for plans within the age that the settings allow, and never
 * answers from what it asked {@link Publication#LEAD} ago or earlier without asking again, since another plan may be in force by now; but while
 * the database is away, what is known goes on, the change at its instant too. An index is built once per plan.
 */
@Component
public class PlanIndex {
    private static final Logger LOG = LoggerFactory.getLogger(PlanIndex.class);

    private final PlanSource source;
    private final long ageNanos;
    private final LongSupplier nanos;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Known known;

    @Autowired
    PlanIndex(PlanSource source, InForceSettings settings, Clock clock) {
        this(source, settings, System::nanoTime, clock);
    }

    /**
     * As Spring makes it, with other clocks.
     *
     * @param nanos nanoseconds since any moment
     * @param clock by which plans come into force
     */
    public PlanIndex(PlanSource source, InForceSettings settings, LongSupplier nanos, Clock clock) {
        this.source = source;
        this.ageNanos = settings.planAge().toNanos();
        this.nanos = nanos;
        this.clock = clock;
    }

    /** What was read: the plan in force then, and the one to come. */
    private record Known(IndexedPlan plan, @Nullable IndexedPlan ahead, long checkedAt) {
        IndexedPlan at(Instant now) {
            IndexedPlan next = ahead;
            return next != null && !now.isBefore(next.plan().validFrom()) ? next : plan;
        }

        @Nullable
        IndexedPlan sameAs(PublishedPlan wanted) {
            IndexedPlan next = ahead;
            return plan.plan().equals(wanted)
                    ? plan
                    : next != null && next.plan().equals(wanted) ? next : null;
        }
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    public IndexedPlan get() {
        return current().at(clock.instant());
    }

    /** Returns the plan in force, if there is one. */
    public Optional<IndexedPlan> find() {
        try {
            return Optional.of(get());
        } catch (ProblemException none) {
            if (none.type() == ProblemType.NO_PLAN_IN_FORCE) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /** Returns the plan that is to come into force, if one is known. */
    public Optional<IndexedPlan> findAhead() {
        Known now = current();
        return Optional.ofNullable(now.ahead()).filter(next -> next != now.at(clock.instant()));
    }

    private Known current() {
        Known last = known;
        if (last != null && age(last) < ageNanos) {
            return last;
        }
        if (last == null || age(last) >= Publication.LEAD.toNanos()) {
            loading.lock();
        } else if (!loading.tryLock()) {
            // Somebody is looking. What came to be decided since the last look is not in force yet.
            return last;
        }
        try {
            Known meanwhile = known;
            return meanwhile != null && age(meanwhile) < ageNanos ? meanwhile : load(meanwhile);
        } finally {
            loading.unlock();
        }
    }

    private long age(Known last) {
        return nanos.getAsLong() - last.checkedAt();
    }

    private Known load(@Nullable Known last) {
        long now = nanos.getAsLong();
        Known next;
        try {
            // First what is to come: where its instant passes meanwhile, it is found twice and not missed.
            Optional<PublishedPlan> ahead = source.findAhead();
            PublishedPlan plan = source.findPlan()
                    .orElseThrow(() ->
                            new ProblemException(ProblemType.NO_PLAN_IN_FORCE, "No plan has been published yet."));
            next = new Known(
                    indexed(plan, last),
                    ahead.map(coming -> indexed(coming, last)).orElse(null),
                    now);
        } catch (DataAccessException | TransactionException e) {
            if (last == null) {
                throw e;
            }
            LOG.debug("The plan in force cannot be read; what is known goes on", e);
            next = new Known(last.plan(), last.ahead(), now);
        }
        known = next;
        return next;
    }

    private IndexedPlan indexed(PublishedPlan plan, @Nullable Known last) {
        IndexedPlan known = last == null ? null : last.sameAs(plan);
        return known == null ? IndexedPlan.of(plan, source) : known;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void askAgain(PlanPublished published) {
        askAgain();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void askAgain(PlanTakenBack takenBack) {
        askAgain();
    }

    private void askAgain() {
        Known last = known;
        if (last != null) {
            known = new Known(last.plan(), last.ahead(), nanos.getAsLong() - Publication.LEAD.toNanos());
        }
    }
}
