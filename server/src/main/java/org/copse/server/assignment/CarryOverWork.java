package org.copse.server.assignment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.publication.CarryOverDecision;
import org.copse.server.publication.NewPlan;
import org.copse.server.publication.PlanPublished;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries out, within a plan's publication, what a planner confirmed for the officers of the plan before: all of it or nothing. */
@Component
class CarryOverWork {
    private final AssignmentRepository repository;
    private final Assignments assignments;
    private final PlansInForce plans;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    CarryOverWork(
            AssignmentRepository repository,
            Assignments assignments,
            PlansInForce plans,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.assignments = assignments;
        this.plans = plans;
        this.audit = audit;
        this.events = events;
    }

    /** Returns what names a state of affairs: the assignments that go on, and the plan that they would go on in. */
    static String basis(UUID before, List<BeatAssignment> continuing, List<NewPlan.Unit> units) {
        StringBuilder words = new StringBuilder(before.toString());
        continuing.forEach(one -> words.append('\n')
                .append(one.id())
                .append(one.days().from())
                .append(one.days().to()));
        units.forEach(unit -> words.append('\n').append(unit.id()).append('\t').append(unit.beatId()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(words.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @EventListener
    void carryOver(PlanPublished published) {
        Optional<PublishedPlan> previous = published.previous();
        if (previous.isEmpty()) {
            return;
        }
        repository.lock();
        UUID before = previous.get().id();
        UUID now = published.plan().id();
        LocalDate day = assignments.dayOf(published.plan().validFrom());
        List<BeatAssignment> continuing = repository.listContinuing(before, day);
        if (continuing.isEmpty()) {
            return;
        }
        List<NewPlan.Unit> units = plans.listUnits(now);
        CarryOverDecision decision = published
                .carryOver()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CARRY_OVER_UNCONFIRMED,
                        continuing.size() + " assignments of the plan in force wait for a decision."));
        if (!decision.basis().equals(basis(before, continuing, units))) {
            throw new ProblemException(
                    ProblemType.CARRY_OVER_UNCONFIRMED,
                    "Assignments or the proposal changed since the carry-over was proposed.");
        }
        check(decision, continuing, units);
        Map<String, UUID> mainBefore = mains(continuing, day);
        CarryOver overlap = CarryOver.of(plans.listBeats(before), units);
        for (BeatAssignment one : continuing) {
            assignments.endWith(published.term(), one, day, published.by());
            decision.beat(one.id())
                    .ifPresent(beat ->
                            move(one, new Goal(now, beat, day), overlap, "Carried over to a new plan", published.by()));
        }
        tellOfChanges(now, day, mainBefore, overlap, published.by());
    }

    private static void check(CarryOverDecision decision, List<BeatAssignment> continuing, List<NewPlan.Unit> units) {
        FieldErrors errors = new FieldErrors();
        Set<String> beats = units.stream().map(NewPlan.Unit::beatId).collect(Collectors.toSet());
        Set<UUID> known = continuing.stream().map(BeatAssignment::id).collect(Collectors.toSet());
        if (!decision.beatByAssignment().keySet().equals(known)) {
            errors.add("carryOver.assignments", "must name each of the proposal's " + known.size() + ", and no other");
        }
        Set<String> taken = new HashSet<>();
        for (BeatAssignment one : continuing) {
            String beat = decision.beat(one.id()).orElse(null);
            if (beat != null && !beats.contains(beat)) {
                errors.add("carryOver.assignments", "the plan has no beat " + beat);
            }
            boolean main = one.rank() == Rank.MAIN && beat != null;
            if (main && one.days().end() == null && !taken.add(String.valueOf(beat))) {
                errors.add("carryOver.assignments", "beat " + beat + " has one resident officer, not two");
            }
        }
        errors.throwIfAny();
    }

    static Map<String, UUID> mains(List<BeatAssignment> continuing, LocalDate day) {
        Map<String, UUID> mains = new HashMap<>();
        continuing.stream()
                .filter(one -> one.rank() == Rank.MAIN && one.days().include(day))
                .forEach(one -> mains.put(one.beatId(), one.officer()));
        return mains;
    }

    /** Where an assignment goes on, and from which day. */
    record Goal(UUID plan, String beat, LocalDate from) {}

    /** Within a transaction that has the lock and has ended the assignment. */
    void move(BeatAssignment one, Goal goal, CarryOver overlap, String why, String by) {
        Days days = one.days().since(goal.from());
        boolean sameArea = overlap.shared(one.beatId(), goal.beat()) > 0;
        BeatAssignment moved = new BeatAssignment(
                UUID.randomUUID(),
                goal.plan(),
                goal.beat(),
                one.officer(),
                one.rank(),
                days,
                sameArea ? one.tenureFrom() : days.from());
        repository.insert(moved, why, by);
        audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CONFIRMED)
                .on("assignment", moved.id().toString())
                .before(one.toString())
                .after(moved.toString())
                .by(by));
    }

    /** Lets an assignment that a plan's entry ended go on again from a day. */
    void moveBack(BeatAssignment had, LocalDate day, String why, String by) {
        BeatAssignment again = new BeatAssignment(
                UUID.randomUUID(),
                had.plan(),
                had.beatId(),
                had.officer(),
                had.rank(),
                had.days().since(day),
                had.tenureFrom());
        repository.insert(again, why, by);
        audit.record(AuditEvent.of(AuditAction.ASSIGNMENT_CONFIRMED)
                .on("assignment", again.id().toString())
                .before(had.toString())
                .after(again.toString())
                .by(by));
    }

    /** A new beat's officer is another when most of its residents had another one before. */
    void tellOfChanges(UUID now, LocalDate day, Map<String, UUID> mainBefore, CarryOver overlap, String by) {
        mains(repository.listContinuing(now, day), day).forEach((beat, officer) -> {
            UUID had = overlap.mostlyBefore(beat).map(mainBefore::get).orElse(null);
            if (!officer.equals(had)) {
                events.publishEvent(new OfficerChanged(now, beat, had, officer, day, by));
            }
        });
    }
}
