package org.copse.server.lookup;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.copse.server.assignment.Cover;
import org.copse.server.inforce.BeatIndex;
import org.copse.server.inforce.InForceSettings;
import org.copse.server.inforce.IndexedPlan;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The beats of the plan in force and who answers for them, in memory, so that no look-up waits for the database. A change of officer takes
 * effect within the age that the settings allow.
 */
@Component
class CurrentBeats {
    private final PlanIndex plans;
    private final LookupSource source;
    private final long ageNanos;
    private final LongSupplier clock;
    private final Object loading = new Object();
    private volatile @Nullable Snapshot snapshot;

    @Autowired
    CurrentBeats(PlanIndex plans, LookupSource source, InForceSettings settings) {
        this(plans, source, settings, System::nanoTime);
    }

    /**
     * As Spring makes it, with another clock.
     *
     * @param clock nanoseconds since any moment
     */
    CurrentBeats(PlanIndex plans, LookupSource source, InForceSettings settings, LongSupplier clock) {
        this.plans = plans;
        this.source = source;
        this.ageNanos = settings.planAge().toNanos();
        this.clock = clock;
    }

    /** A plan, its beats, and who answers for them. */
    record Snapshot(
            IndexedPlan indexed,
            Map<String, Cover> covers,
            Map<String, SectorTerritory> sectors,
            Map<String, Map<String, String>> notices,
            List<ContactPlace> contactPlaces,
            long checkedAt) {
        PublishedPlan plan() {
            return indexed.plan();
        }

        /** The index's numbers are places in this list. */
        List<BeatTerritory> beats() {
            return indexed.beats();
        }

        BeatIndex index() {
            return indexed.index();
        }
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    Snapshot get() {
        IndexedPlan plan = plans.get();
        Snapshot known = snapshot;
        if (known != null && isFresh(known, plan)) {
            return known;
        }
        synchronized (loading) {
            Snapshot meanwhile = snapshot;
            return meanwhile != null && isFresh(meanwhile, plan) ? meanwhile : load(plan);
        }
    }

    private boolean isFresh(Snapshot known, IndexedPlan plan) {
        return known.plan().equals(plan.plan()) && clock.getAsLong() - known.checkedAt() < ageNanos;
    }

    private Snapshot load(IndexedPlan indexed) {
        long now = clock.getAsLong();
        PublishedPlan plan = indexed.plan();
        Snapshot fresh = new Snapshot(
                indexed,
                source.mapCover(plan),
                source.listSectors(plan).stream().collect(Collectors.toMap(SectorTerritory::id, sector -> sector)),
                source.mapNotices(plan),
                source.listContactPlaces(),
                now);
        snapshot = fresh;
        return fresh;
    }
}
