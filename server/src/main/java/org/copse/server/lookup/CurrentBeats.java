package org.copse.server.lookup;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.copse.server.assignment.Cover;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlanPublished;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.publication.SectorTerritory;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The beats of the plan in force, in memory, so that no look-up waits for the database. This server's own publications take effect at once;
 * those of another server, and a change of officer, within the age that the settings allow.
 */
@Component
class CurrentBeats {
    private final LookupSource source;
    private final long ageNanos;
    private final LongSupplier clock;
    private final Object loading = new Object();
    private volatile @Nullable Snapshot snapshot;

    @Autowired
    CurrentBeats(LookupSource source, LookupSettings settings) {
        this(source, settings, System::nanoTime);
    }

    /**
     * As Spring makes it, with another clock.
     *
     * @param clock nanoseconds since any moment
     */
    CurrentBeats(LookupSource source, LookupSettings settings, LongSupplier clock) {
        this.source = source;
        this.ageNanos = settings.planAge().toNanos();
        this.clock = clock;
    }

    /**
     * A plan and its beats, ready to be asked.
     *
     * @param beats the index's numbers are places in this list
     */
    record Snapshot(
            PublishedPlan plan,
            List<BeatTerritory> beats,
            BeatIndex index,
            Map<String, Cover> covers,
            Map<String, SectorTerritory> sectors,
            Map<String, Map<String, String>> notices,
            List<ContactPlace> contactPlaces,
            long checkedAt) {}

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    Snapshot get() {
        Snapshot known = snapshot;
        if (known != null && isFresh(known)) {
            return known;
        }
        synchronized (loading) {
            Snapshot meanwhile = snapshot;
            return meanwhile != null && isFresh(meanwhile) ? meanwhile : load(meanwhile);
        }
    }

    private boolean isFresh(Snapshot known) {
        return clock.getAsLong() - known.checkedAt() < ageNanos;
    }

    private Snapshot load(@Nullable Snapshot known) {
        long now = clock.getAsLong();
        PublishedPlan plan = source.findPlan()
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NO_PLAN_IN_FORCE, "No plan has been published yet."));
        Snapshot indexed = known != null && known.plan().equals(plan) ? known : index(plan);
        Snapshot fresh = new Snapshot(
                plan,
                indexed.beats(),
                indexed.index(),
                source.mapCover(plan),
                source.listSectors(plan).stream().collect(Collectors.toMap(SectorTerritory::id, sector -> sector)),
                source.mapNotices(plan),
                source.listContactPlaces(),
                now);
        snapshot = fresh;
        return fresh;
    }

    private Snapshot index(PublishedPlan plan) {
        List<BeatTerritory> beats = List.copyOf(source.listBeats(plan));
        BeatIndex index = BeatIndex.of(beats.stream().map(BeatTerritory::lonLat).toList());
        return new Snapshot(plan, beats, index, Map.of(), Map.of(), Map.of(), List.of(), 0);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(PlanPublished published) {
        snapshot = null;
    }
}
