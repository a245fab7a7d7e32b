package org.copse.server.walk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.copse.server.assignment.Assignments;
import org.copse.server.assignment.Cover;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.inforce.PlanIndex;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the walks that are to take place, and how many people mean to come. */
@Service
public class PlannedWalks {
    /** How many people one sign-up may be for. */
    public static final int MOST_PEOPLE = 10;

    private static final Duration LISTED_AFTERWARDS = Duration.ofDays(30);
    /** A walk that is begun late, or goes on for long, is offered that long after its end. */
    private static final Duration OFFERED_AFTERWARDS = Duration.ofHours(12);

    private static final Duration OFFERED_BEFORE = Duration.ofDays(30);

    private final PlannedWalkRepository rows;
    private final WalkRepository recorded;
    private final PlanIndex plans;
    private final Assignments assignments;
    private final Officers officers;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Clock clock;

    PlannedWalks(
            PlannedWalkRepository rows,
            WalkRepository recorded,
            PlanIndex plans,
            Assignments assignments,
            Officers officers,
            TransactionTemplate transactions,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.recorded = recorded;
        this.plans = plans;
        this.assignments = assignments;
        this.officers = officers;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a sign-up. */
    public enum SignUp {
        TAKEN,
        /** There are fewer places than people. */
        FULL,
        /** The walk has begun, is cancelled, or takes no sign-ups. */
        CLOSED
    }

    /** Returns the public walks through a beat that are not over, cancelled ones too, the next first. */
    public List<PlannedWalk> listPublic(BeatTerritory beat) {
        return rows.list(clock.instant()).stream()
                .filter(walk -> walk.isPublic() && walk.concerns(beat))
                .toList();
    }

    /** Returns a public walk; one by invitation is not there. */
    public Optional<PlannedWalk> findPublic(UUID id) {
        return rows.find(id).filter(PlannedWalk::isPublic);
    }

    /** Returns the walk that a code invites to. */
    public Optional<PlannedWalk> findInvited(WalkCode invitation) {
        return rows.find(invitation);
    }

    /** Returns whether a walk has begun. */
    public boolean isOver(PlannedWalk walk) {
        return !clock.instant().isBefore(walk.startsAt());
    }

    /** Returns how many people may still sign up; 0 where nobody may or needs to. */
    public int countFree(PlannedWalk walk) {
        Integer places = walk.places();
        return places == null || !walk.takesSignUps(clock.instant())
                ? 0
                : Math.max(0, places - rows.countPeople(walk.id()));
    }

    /**
     * Signs people up; the same code twice counts once.
     *
     * @param code with which the sign-up is taken back; its hash is kept
     * @param people 1 to {@link #MOST_PEOPLE}
     */
    public SignUp signUp(UUID id, WalkCode code, int people) {
        return inTransaction(() -> {
            PlannedWalk walk = rows.findForUpdate(id).orElseThrow(PlannedWalks::none);
            if (rows.hasSignUp(id, code)) {
                return SignUp.TAKEN;
            }
            if (!walk.takesSignUps(clock.instant())) {
                return SignUp.CLOSED;
            }
            if (people > countFree(walk)) {
                return SignUp.FULL;
            }
            rows.insert(id, code, people);
            return SignUp.TAKEN;
        });
    }

    /** Takes a sign-up back; returns whether there was one of the code. */
    public boolean takeBack(UUID id, WalkCode code) {
        return inTransaction(() -> rows.delete(id, code)) > 0;
    }

    /** Returns the walks that are not long over, for staff, the next first. */
    List<PlannedWalkView> list() {
        return rows.list(clock.instant().minus(LISTED_AFTERWARDS)).stream()
                .map(this::view)
                .toList();
    }

    /**
     * Returns the walks that an officer may be about to begin, the next first: those that they planned, and those through a beat for which they answer
     * today.
     */
    List<PlannedWalkView> listOwn(String account) {
        Instant now = clock.instant();
        List<BeatTerritory> own = listBeats(account);
        return rows.list(now.minus(OFFERED_AFTERWARDS)).stream()
                .filter(walk -> walk.cancelled() == null && walk.startsAt().isBefore(now.plus(OFFERED_BEFORE)))
                .filter(walk -> walk.createdBy().equals(account) || own.stream().anyMatch(walk::concerns))
                .map(this::view)
                .toList();
    }

    private List<BeatTerritory> listBeats(String account) {
        UUID own = officers.findByAccount(account).map(StoredOfficer::id).orElse(null);
        if (own == null) {
            return List.of();
        }
        var plan = plans.get();
        Map<String, Cover> covers = assignments.mapCover(plan.plan().id());
        return plan.beats().stream()
                .filter(beat -> isFor(covers.get(beat.id()), own))
                .toList();
    }

    private static boolean isFor(@Nullable Cover cover, UUID officer) {
        return cover != null && (isSame(cover.resident(), officer) || isSame(cover.present(), officer));
    }

    private static boolean isSame(@Nullable StoredOfficer one, UUID officer) {
        return one != null && one.id().equals(officer);
    }

    /** Returns a planned walk, whoever may see it, or ends the request. */
    public PlannedWalk get(UUID id) {
        return rows.find(id).orElseThrow(PlannedWalks::none);
    }

    PlannedWalkView view(PlannedWalk walk) {
        return PlannedWalkView.of(walk, rows.countPeople(walk.id()), recorded.listOfPlanned(walk.id()), this::timeOf);
    }

    private LocalDateTime timeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, clock.getZone());
    }

    void add(PlannedWalk walk, String by) {
        inTransaction(() -> {
            rows.insert(walk, by);
            record(walk, "", by);
            return walk;
        });
    }

    /** Changes a walk that is neither cancelled nor over. */
    PlannedWalk change(UUID id, UnaryOperator<PlannedWalk> change, String by) {
        return inTransaction(() -> {
            PlannedWalk before = rows.findForUpdate(id).orElseThrow(PlannedWalks::none);
            if (before.cancelled() != null || !clock.instant().isBefore(before.endsAt())) {
                throw new ProblemException(
                        ProblemType.CONFLICT,
                        before.cancelled() != null
                                ? "The walk is cancelled: it changes no more. Plan another."
                                : "The walk is over: it changes no more.");
            }
            PlannedWalk after = change.apply(before);
            rows.update(after, by);
            record(after, before.toString(), by);
            return after;
        });
    }

    PlannedWalk cancel(UUID id, String reason, String by) {
        return change(
                id,
                walk -> new PlannedWalk(
                        walk.id(),
                        walk.beat(),
                        walk.route(),
                        walk.title(),
                        walk.why(),
                        walk.language(),
                        walk.startsAt(),
                        walk.endsAt(),
                        walk.light(),
                        walk.meet(),
                        walk.spoken(),
                        walk.places(),
                        walk.invitation(),
                        reason,
                        walk.createdBy()),
                by);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Optional.ofNullable(transactions.execute(status -> work.get())).orElseThrow();
    }

    private void record(PlannedWalk walk, String before, String by) {
        audit.record(AuditEvent.of(AuditAction.WALK_PLANNED)
                .on("planned-walk", walk.id().toString())
                .because(walk.cancelled())
                .before(before)
                .after(walk.toString())
                .by(by));
    }

    private static ProblemException none() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such planned walk.");
    }
}
