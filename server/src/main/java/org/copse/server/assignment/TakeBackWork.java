package org.copse.server.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.copse.server.officer.Officers;
import org.copse.server.officer.StoredOfficer;
import org.copse.server.publication.PlanTakenBack;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts officers back when a plan is taken back: each to the beat that they had before, as far as they still serve and nobody took them from
 * their beat since. Who came since goes where most of their residents are, if that beat is free; else their assignment ends.
 */
@Component
class TakeBackWork {
    private static final String WHY = "The plan after it was taken back";

    private final AssignmentRepository repository;
    private final Assignments assignments;
    private final CarryOverWork carryOver;
    private final PlansInForce plans;
    private final Officers officers;

    TakeBackWork(
            AssignmentRepository repository,
            Assignments assignments,
            CarryOverWork carryOver,
            PlansInForce plans,
            Officers officers) {
        this.repository = repository;
        this.assignments = assignments;
        this.carryOver = carryOver;
        this.plans = plans;
        this.officers = officers;
    }

    @EventListener
    void takeBack(PlanTakenBack event) {
        repository.lock();
        UUID abandoned = event.abandoned().plan().id();
        LocalDate day = assignments.dayOf(event.from());
        List<BeatAssignment> serving = repository.listContinuing(abandoned, day);
        if (event.calledOff()) {
            serving.stream()
                    .filter(one -> !one.days().from().isBefore(day))
                    .forEach(one -> assignments.endWithin(one, one.days().from(), WHY, event.by()));
            repository.reopen(event.abandoned().number());
            return;
        }
        event.restored().ifPresent(plan -> restore(plan, event, serving, day));
    }

    private void restore(PublishedPlan plan, PlanTakenBack event, List<BeatAssignment> serving, LocalDate day) {
        UUID abandoned = event.abandoned().plan().id();
        Map<String, UUID> mainBefore = CarryOverWork.mains(serving, day);
        CarryOver overlap = CarryOver.of(plans.listBeats(abandoned), plans.listUnits(plan.id()));
        serving.forEach(one -> assignments.endWith(event.term(), one, day, event.by()));
        Map<UUID, StoredOfficer> people = officers.mapById();
        List<BeatAssignment> abandonedOnes = repository.listOfPlan(abandoned);
        Set<UUID> back = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (BeatAssignment had : repository.listEndedWith(event.abandoned().number())) {
            if (had.plan().equals(plan.id()) && comesBack(had, people, abandonedOnes, serving, day)) {
                carryOver.moveBack(had, day, WHY, event.by());
                back.add(had.officer());
                if (had.rank() == Rank.MAIN) {
                    taken.add(had.beatId());
                }
            }
        }
        List<BeatAssignment> since = new ArrayList<>(serving);
        since.removeIf(one -> back.contains(one.officer()));
        for (BeatAssignment one : since) {
            overlap.after(one.beatId()).stream()
                    .map(CarryOver.Overlap::now)
                    .filter(beat -> one.rank() != Rank.MAIN || taken.add(beat))
                    .findFirst()
                    .ifPresent(beat -> carryOver.move(
                            one, new CarryOverWork.Goal(plan.id(), beat, day), overlap, WHY, event.by()));
        }
        carryOver.tellOfChanges(plan.id(), day, mainBefore, overlap, event.by());
    }

    /** Who was carried over must be there still; whose assignment ended then comes back if they serve and have no other beat. */
    private static boolean comesBack(
            BeatAssignment had,
            Map<UUID, StoredOfficer> people,
            List<BeatAssignment> ofAbandoned,
            List<BeatAssignment> serving,
            LocalDate day) {
        StoredOfficer officer = Optional.ofNullable(people.get(had.officer())).orElseThrow();
        if (!had.days().to().isAfter(day) || !officer.servesOn(day)) {
            return false;
        }
        boolean serves = serving.stream().anyMatch(one -> one.officer().equals(had.officer()));
        boolean wasCarriedOver =
                ofAbandoned.stream().anyMatch(one -> one.officer().equals(had.officer()) && one.rank() == had.rank());
        return serves || !wasCarriedOver;
    }
}
