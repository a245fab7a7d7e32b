package org.copse.server.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.stereotype.Service;

/** Hands out the plan in force, those before it and the one to come. */
@Service
public class PlansInForce {
    private final PlanRepository plans;
    private final PlanTerms terms;
    private final Clock clock;

    PlansInForce(PlanRepository plans, PlanTerms terms, Clock clock) {
        this.plans = plans;
        this.terms = terms;
        this.clock = clock;
    }

    /** Returns the plan in force. */
    public Optional<PublishedPlan> find() {
        return findAt(clock.instant()).map(PlanTerm::plan);
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    public PublishedPlan get() {
        return find().orElseThrow(
                        () -> new ProblemException(ProblemType.NO_PLAN_IN_FORCE, "No plan has been published yet."));
    }

    /** Returns the term of the plan that was, is or will be in force at an instant. */
    public Optional<PlanTerm> findAt(Instant instant) {
        return terms.findAt(instant);
    }

    /** Returns the term of the plan that is to come into force after the present one. */
    public Optional<PlanTerm> findAhead() {
        return terms.findAhead(clock.instant());
    }

    /** Returns when plans were, are and will be in force, the latest first; those called off before they began are among them. */
    public List<PlanTerm> listTerms() {
        return terms.list();
    }

    /** Returns the terms of one plan, the latest first. */
    public List<PlanTerm> listTerms(UUID plan) {
        return listTerms().stream()
                .filter(term -> term.plan().id().equals(plan))
                .toList();
    }

    /** Returns a plan as it was fixed, in force or not. */
    public Optional<StoredPlan> findStored(UUID plan) {
        return plans.find(plan);
    }

    /** Returns all plans as they were fixed, the latest first. */
    public List<StoredPlan> listStored() {
        return plans.list();
    }

    /** Returns the layer of a published plan's units, where one is known and still there. */
    public Optional<UUID> findUnitsLayer(UUID plan) {
        return plans.find(plan).flatMap(known -> Optional.ofNullable(known.unitsLayer()));
    }

    /**
     * Sets how a sector's team is reached. A plan's areas never change; how to reach people may at any time.
     *
     * @return whether the plan has that sector
     */
    boolean setContact(UUID plan, String sector, NewPlan.Contact contact) {
        return plans.updateContact(plan, sector, contact) == 1;
    }

    /** Sets how each team of a plan is reached that nobody knows how to reach yet. */
    public void setMissingContacts(UUID plan, NewPlan.Contact contact) {
        plans.listSectors(plan).stream()
                .filter(sector -> sector.phone() == null && sector.email() == null)
                .forEach(sector -> plans.updateContact(plan, sector.id(), contact));
    }

    /** Returns all plans that were, are or will be in force, the latest first. */
    public List<PublishedPlan> listAll() {
        return terms.list().stream()
                .filter(term -> !term.isCalledOff())
                .map(PlanTerm::plan)
                .collect(Collectors.toMap(
                        PublishedPlan::id, Function.identity(), (latest, earlier) -> latest, LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(PublishedPlan::version).reversed())
                .toList();
    }

    /** Returns a plan that was, is or will be in force, with its last time. */
    public Optional<PublishedPlan> find(UUID plan) {
        return listAll().stream().filter(one -> one.id().equals(plan)).findFirst();
    }

    /** Returns the scenario that a plan was made in, where it was made in one. */
    public Optional<UUID> findScenario(UUID plan) {
        return plans.find(plan).flatMap(known -> Optional.ofNullable(known.scenario()));
    }

    /** Returns the beats of a plan with their territories, in the plan's order. */
    public List<BeatTerritory> listBeats(UUID plan) {
        return plans.listBeats(plan);
    }

    /** Returns the sectors of a plan with their territories, in the plan's order. */
    public List<SectorTerritory> listSectors(UUID plan) {
        return plans.listSectors(plan);
    }

    /** Returns the units of a plan, in the plan's order. */
    public List<NewPlan.Unit> listUnits(UUID plan) {
        return plans.listUnits(plan);
    }

    /** Returns the sectors of a plan by id. */
    public Map<String, SectorTerritory> sectorsById(UUID plan) {
        return plans.listSectors(plan).stream().collect(Collectors.toMap(SectorTerritory::id, sector -> sector));
    }
}
