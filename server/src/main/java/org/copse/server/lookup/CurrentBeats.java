package org.copse.server.lookup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The beats of the plan in force and who answers for them, in memory, so that no look-up waits for the database. A change of officer takes
 * effect within the age that the settings allow. While the database is away, what was known goes on, and its age is said. Who will answer when
 * the plan to come is in force is read ahead, so that its instant needs no database either.
 */
@Component
class CurrentBeats {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentBeats.class);

    private final PlanIndex plans;
    private final LookupSource source;
    private final long ageNanos;
    private final LongSupplier clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;
    private volatile @Nullable Snapshot ahead;

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

    /**
     * A plan, its beats, and who answers for them.
     *
     * @param readAt nanoseconds of the clock when it was read
     * @param checkedAt likewise, when reading it anew was last tried
     */
    record Snapshot(
            IndexedPlan indexed,
            Map<String, Cover> covers,
            Map<String, SectorTerritory> sectors,
            Map<String, Map<String, String>> notices,
            List<ContactPlace> contactPlaces,
            LookupAnswer.Team authority,
            long readAt,
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

        private Snapshot checkedAgain(long now) {
            return new Snapshot(indexed, covers, sectors, notices, contactPlaces, authority, readAt, now);
        }
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    Snapshot get() {
        IndexedPlan plan = plans.get();
        Snapshot known = known(plan);
        if (known != null && isFresh(known)) {
            return known;
        }
        if (known == null) {
            loading.lock();
        } else if (!loading.tryLock()) {
            return known;
        }
        try {
            Snapshot meanwhile = known(plan);
            return meanwhile != null && isFresh(meanwhile) ? meanwhile : load(meanwhile, plan);
        } finally {
            loading.unlock();
        }
    }

    /** Returns what is known of a plan: that of the present one, or what was read ahead of its instant. */
    private @Nullable Snapshot known(IndexedPlan plan) {
        return Stream.of(Optional.ofNullable(snapshot), Optional.ofNullable(ahead))
                .flatMap(Optional::stream)
                .filter(known -> known.plan().equals(plan.plan()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the contact points near a position, as they are open now. */
    List<LookupAnswer.ContactPoint> contactPointsNear(Snapshot known, double lon, double lat) {
        return ContactPlace.nearest(known.contactPlaces(), lon, lat, source.now());
    }

    /** Returns the plan that is to come into force and who will answer then, as it was read with the present one. */
    Optional<Snapshot> findAhead() {
        Snapshot next = ahead;
        return next == null
                ? Optional.empty()
                : plans.findAhead()
                        .filter(plan -> plan.plan().equals(next.plan()))
                        .map(plan -> next);
    }

    /** Returns how long ago it was read who answers. */
    Duration age(Snapshot answered) {
        return Duration.ofNanos(clock.getAsLong() - answered.readAt());
    }

    private boolean isFresh(Snapshot known) {
        return clock.getAsLong() - known.checkedAt() < ageNanos;
    }

    private Snapshot load(@Nullable Snapshot last, IndexedPlan indexed) {
        long now = clock.getAsLong();
        Snapshot next;
        try {
            next = read(indexed, now);
            ahead = plans.findAhead().map(coming -> read(coming, now)).orElse(null);
        } catch (DataAccessException | TransactionException e) {
            if (last == null) {
                throw e;
            }
            next = last.checkedAgain(now);
            LOG.debug("Who answers cannot be read; what is known goes on", e);
        }
        snapshot = next;
        return next;
    }

    private Snapshot read(IndexedPlan indexed, long now) {
        PublishedPlan plan = indexed.plan();
        return new Snapshot(
                indexed,
                source.mapCover(plan),
                source.listSectors(plan).stream().collect(Collectors.toMap(SectorTerritory::id, sector -> sector)),
                source.mapNotices(plan),
                source.listContactPlaces(),
                source.getAuthority(),
                now,
                now);
    }
}
