package org.copse.server.lookup;

import java.util.List;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlanPublished;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The beats of the plan in force, in memory. This server's own publications take effect at once; those of another server within the age that
 * the settings allow.
 */
@Component
class CurrentBeats {
    private final PlansInForce plans;
    private final ContactPoints contactPoints;
    private final long ageNanos;
    private final Object loading = new Object();
    private volatile @Nullable Snapshot snapshot;

    CurrentBeats(PlansInForce plans, ContactPoints contactPoints, LookupSettings settings) {
        this.plans = plans;
        this.contactPoints = contactPoints;
        this.ageNanos = settings.planAge().toNanos();
    }

    /** A plan and its beats, ready to be asked. The index's numbers are places in the list of beats. */
    record Snapshot(PublishedPlan plan, List<BeatTerritory> beats, BeatIndex index, long checkedAt) {
        Snapshot checkedAt(long nanos) {
            return new Snapshot(plan, beats, index, nanos);
        }
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    Snapshot get() {
        Snapshot known = snapshot;
        if (known != null && System.nanoTime() - known.checkedAt() < ageNanos) {
            return known;
        }
        synchronized (loading) {
            return checked(snapshot);
        }
    }

    private Snapshot checked(@Nullable Snapshot known) {
        long now = System.nanoTime();
        if (known != null && now - known.checkedAt() < ageNanos) {
            return known;
        }
        contactPoints.refresh();
        PublishedPlan plan = plans.find().orElse(null);
        if (plan == null) {
            snapshot = null;
            throw new ProblemException(ProblemType.NO_PLAN_IN_FORCE, "No plan has been published yet.");
        }
        Snapshot fresh = known != null && known.plan().equals(plan) ? known.checkedAt(now) : load(plan, now);
        snapshot = fresh;
        return fresh;
    }

    private Snapshot load(PublishedPlan plan, long now) {
        List<BeatTerritory> beats = plans.listBeats(plan.id());
        return new Snapshot(
                plan,
                List.copyOf(beats),
                BeatIndex.of(beats.stream().map(BeatTerritory::lonLat).toList()),
                now);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PlanPublished published) {
        snapshot = null;
    }
}
