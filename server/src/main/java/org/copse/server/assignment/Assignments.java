package org.copse.server.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.officer.Officer;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlanTerm;
import org.copse.server.publication.PlansInForce;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who polices which beat, and who answers for it today. */
@Service
public class Assignments {
    private final AssignmentRepository assignments;
    private final LeaveRepository leaves;
    private final Officers officers;
    private final PlansInForce plans;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(
            AssignmentRepository assignments,
            LeaveRepository leaves,
            Officers officers,
            PlansInForce plans,
            TransactionTemplate transactions,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assignments = assignments;
        this.leaves = leaves;
        this.officers = officers;
        this.plans = plans;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Returns where the authority's days begin. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** Returns the present day, where the authority is. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** Returns the authority's own day and time. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** Returns the day and time of an instant, where the authority is. */
    public LocalDateTime timeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone());
    }

    /** Returns the day of an instant, where the authority is. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    /** Returns who answers for the beats of a plan from today on. */
    public Coverage coverage(UUID plan) {
        return new Coverage(officers.mapById(), listGoingOn(plan, today()), leaves.listFrom(today()));
    }

    /** Returns who answers today for each beat of a plan that has anybody by name, or a resident officer who is away. */
    public Map<String, Cover> mapCover(UUID plan) {
        return mapCover(plan, today());
    }

    /** As above, on a day: for a plan that is to come, its first. */
    public Map<String, Cover> mapCover(UUID plan, LocalDate day) {
        List<BeatAssignment> known = listGoingOn(plan, day);
        Coverage coverage = new Coverage(officers.mapById(), known, leaves.listFrom(day));
        Map<String, Cover> covers = new LinkedHashMap<>();
        for (BeatAssignment assignment : known) {
            covers.computeIfAbsent(assignment.beatId(), beat -> coverage.on(beat, day));
        }
        return covers;
    }

    /**
     * Returns the assignments of a plan that go on after a day. Days know no hours: where another plan comes into force later on that day, those
     * that it ends go on to the end of the day, and nobody asks for them after that instant.
     */
    private List<BeatAssignment> listGoingOn(UUID plan, LocalDate day) {
        List<BeatAssignment> known = new ArrayList<>(assignments.listContinuing(plan, day));
        plans.findAhead()
                .filter(next -> !next.plan().id().equals(plan)
                        && dayOf(next.validFrom()).equals(day))
                .ifPresent(next -> assignments.listEndedWith(next.number()).stream()
                        .filter(one -> one.plan().equals(plan) && one.days().include(day))
                        .map(one -> one.during(one.days().until(day.plusDays(1))))
                        .forEach(known::add));
        return known;
    }

    List<BeatAssignment> listOfPlan(UUID plan) {
        return assignments.listOfPlan(plan);
    }

    /** Returns an officer's time on beats of any plan, the latest first. */
    public List<BeatAssignment> listOfOfficer(UUID officer) {
        return assignments.listOfOfficer(officer);
    }

    /**
     * Adds officers, each as the resident officer of a beat of a published plan from today on.
     *
     * @param byBeat officers by the beat's id
     * @param since since when each has policed there, by the beat's id; today where it is not said
     * @param by the account that adds them
     */
    public void addToBeats(UUID plan, Map<String, Officer> byBeat, Map<String, LocalDate> since, String by) {
        transactions.executeWithoutResult(status -> byBeat.forEach((beat, officer) -> {
            UUID id = officers.add(officer, by);
            LocalDate first = today();
            LocalDate said = since.getOrDefault(beat, first);
            LocalDate tenure = said.isAfter(first) ? first : said;
            assignments.insert(
                    new BeatAssignment(UUID.randomUUID(), plan, beat, id, Rank.MAIN, Days.from(first), tenure),
                    "On the beat before Copse",
                    by);
        }));
    }

    BeatAssignment assign(NewAssignment wanted, String by) {
        return Refusal.inWords(() -> Optional.ofNullable(transactions.execute(status -> {
                    assignments.lock();
                    check(wanted);
                    Optional<UUID> before = officerBefore(wanted);
                    if (wanted.replaces()) {
                        makeRoom(wanted, by);
                    }
                    BeatAssignment made = new BeatAssignment(
                            UUID.randomUUID(),
                            wanted.plan(),
                            wanted.beatId(),
                            wanted.officer(),
                            wanted.rank(),
                            wanted.days(),
                            wanted.tenureFrom());
                    assignments.insert(made, wanted.reason(), by);
                    audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CHANGED)
                            .on("assignment", made.id().toString())
                            .because(wanted.reason())
                            .after(made.toString()));
                    if (made.rank() == Rank.MAIN && !before.equals(Optional.of(made.officer()))) {
                        events.publishEvent(new OfficerChanged(
                                made.plan(),
                                made.beatId(),
                                before.orElse(null),
                                made.officer(),
                                made.days().from(),
                                by));
                    }
                    return made;
                }))
                .orElseThrow());
    }

    private void check(NewAssignment wanted) {
        UUID inForce = plans.get().id();
        Optional<PlanTerm> next = plans.findAhead();
        boolean ahead =
                next.filter(term -> term.plan().id().equals(wanted.plan())).isPresent();
        if (!ahead && !inForce.equals(wanted.plan())) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "Another plan is in force now: read its beats and decide again.");
        }
        LocalDate change = next.map(term -> dayOf(term.validFrom())).orElse(Days.OPEN);
        if (ahead && wanted.days().from().isBefore(change)) {
            throw FieldErrors.of("from", "the plan comes into force on " + change);
        }
        if (!ahead && wanted.days().to().isAfter(change)) {
            throw FieldErrors.of(
                    "to",
                    "another plan comes into force on " + change + ": end it then, and assign to a beat of that plan");
        }
        if (plans.listBeats(wanted.plan()).stream().map(BeatTerritory::id).noneMatch(wanted.beatId()::equals)) {
            throw FieldErrors.of("beat", "the plan has no beat of that id");
        }
        StoredOfficer officer = officers.get(wanted.officer());
        LocalDate left = officer.leftOn();
        if (left != null && wanted.days().to().isAfter(left)) {
            throw FieldErrors.of("officer", "leaves the service on " + left);
        }
        if (wanted.rank() == Rank.MAIN && !officer.particulars().role().countsAsOfficer()) {
            throw FieldErrors.of("officer", "is an assistant, and can share a beat but not have one of their own");
        }
    }

    private Optional<UUID> officerBefore(NewAssignment wanted) {
        return assignments.listOfPlan(wanted.plan()).stream()
                .filter(one -> one.beatId().equals(wanted.beatId())
                        && one.rank() == Rank.MAIN
                        && one.days().from().isBefore(one.days().to())
                        && one.days().from().isBefore(wanted.days().from().plusDays(1)))
                .max(Comparator.comparing(one -> one.days().from()))
                .map(BeatAssignment::officer);
    }

    /** Ends an assignment because another plan's term begins, within a transaction that has the lock. */
    void endWith(int term, BeatAssignment known, LocalDate on, String by) {
        assignments.endWith(term, known, on, "Another plan is in force", by);
        audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_ENDED)
                .on("assignment", known.id().toString())
                .because("Another plan is in force")
                .before(known.toString())
                .after("ends " + on));
    }

    private void makeRoom(NewAssignment wanted, String by) {
        for (BeatAssignment one :
                assignments.listContinuing(wanted.plan(), wanted.days().from())) {
            boolean sameBeat = one.beatId().equals(wanted.beatId())
                    && (one.officer().equals(wanted.officer())
                            || (one.rank() == Rank.MAIN && wanted.rank() == Rank.MAIN));
            boolean sameOfficer =
                    one.officer().equals(wanted.officer()) && one.rank() == Rank.MAIN && wanted.rank() == Rank.MAIN;
            if ((sameBeat || sameOfficer)
                    && one.days().from().isBefore(wanted.days().to())) {
                endWithin(one, wanted.days().from(), wanted.reason(), by);
            }
        }
    }

    /** Ends an assignment on a day, the first that is no longer theirs. */
    BeatAssignment end(UUID id, LocalDate on, String reason, String by) {
        return Optional.ofNullable(transactions.execute(status -> {
                    assignments.lock();
                    BeatAssignment known = assignments
                            .find(id)
                            .orElseThrow(() ->
                                    new ProblemException(ProblemType.NOT_FOUND, "There is no assignment " + id + "."));
                    if (!known.days().to().isAfter(on)) {
                        throw new ProblemException(
                                ProblemType.CONFLICT,
                                "The assignment ends on " + known.days().to() + " already.");
                    }
                    endWithin(known, on, reason, by);
                    return assignments.find(id).orElseThrow();
                }))
                .orElseThrow();
    }

    /** As {@link #end}, within a transaction that has the lock. */
    void endWithin(BeatAssignment known, LocalDate on, String reason, String by) {
        assignments.end(known.id(), on, reason, by);
        audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_ENDED)
                .on("assignment", known.id().toString())
                .because(reason)
                .before(known.toString())
                .after("ends " + on));
    }
}
