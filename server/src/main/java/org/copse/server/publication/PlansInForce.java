package org.copse.server.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.copse.server.audit.AuditAction;
import org.copse.server.audit.AuditEvent;
import org.copse.server.audit.AuditLog;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes plans and hands out the one in force. */
@Service
public class PlansInForce {
    private final PlanRepository plans;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    PlansInForce(
            PlanRepository plans, TransactionTemplate transactions, ApplicationEventPublisher events, AuditLog audit) {
        this.plans = plans;
        this.transactions = transactions;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Makes the plan the one in force, at once, and closes the one before. A sector without a contact of its own takes over that of the sector
     * before it in which most of its residents live.
     *
     * @param by the account that publishes
     * @throws ProblemException when somebody else published at the same moment
     */
    public PublishedPlan publish(NewPlan plan, String by) {
        return publish(plan, Optional.empty(), by);
    }

    /** As above, with what was decided for the officers of the plan before. */
    public PublishedPlan publish(NewPlan plan, Optional<CarryOverDecision> carryOver, String by) {
        return publish(plan, carryOver, TeamContacts.WAIVED, by);
    }

    /** As above, with what was decided about sectors without a contact, after each has taken over what was before. */
    public PublishedPlan publish(
            NewPlan plan, Optional<CarryOverDecision> carryOver, TeamContacts contacts, String by) {
        try {
            PublishedPlan published = transactions.execute(status -> {
                Optional<PublishedPlan> previous = plans.lockInForce();
                NewPlan complete = contacts.complete(
                        previous.map(before -> SectorContacts.carryOver(plan, plans.listSectors(before.id())))
                                .orElse(plan));
                previous.ifPresent(before -> plans.close(before.id()));
                UUID id = plans.insert(complete, by);
                PublishedPlan now = plans.find(id).orElseThrow();
                events.publishEvent(new PlanPublished(now, previous, carryOver, by));
                audit.record(AuditEvent.of(AuditAction.PLAN_PUBLISHED)
                        .on("plan", id.toString())
                        .detail("version " + now.version())
                        .because(plan.reason())
                        .before(previous.map(before -> before.name()).orElse(null))
                        .after(now.name())
                        .by(by));
                return now;
            });
            return Optional.ofNullable(published).orElseThrow();
        } catch (DataIntegrityViolationException e) {
            throw new ProblemException(ProblemType.CONFLICT, "Another plan was published at the same moment.");
        }
    }

    /** Returns the layer of a published plan's units, where one is known and still there. */
    public Optional<UUID> findUnitsLayer(UUID plan) {
        return plans.findUnitsLayer(plan);
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

    /** Returns the plan in force. */
    public Optional<PublishedPlan> find() {
        return plans.findInForce();
    }

    /** Returns all published plans, the latest first. */
    public List<PublishedPlan> listAll() {
        return plans.list();
    }

    /** Returns a published plan. */
    public Optional<PublishedPlan> find(UUID plan) {
        return plans.find(plan);
    }

    /** Returns the scenario that a published plan was made in, where it was made in one. */
    public Optional<UUID> findScenario(UUID plan) {
        return plans.findScenario(plan);
    }

    /** Returns the plan in force, or ends the request in {@link ProblemType#NO_PLAN_IN_FORCE}. */
    public PublishedPlan get() {
        return find().orElseThrow(
                        () -> new ProblemException(ProblemType.NO_PLAN_IN_FORCE, "No plan has been published yet."));
    }

    /** Returns the beats of a published plan with their territories, in the plan's order. */
    public List<BeatTerritory> listBeats(UUID plan) {
        return plans.listBeats(plan);
    }

    /** Returns the sectors of a published plan with their territories, in the plan's order. */
    public List<SectorTerritory> listSectors(UUID plan) {
        return plans.listSectors(plan);
    }

    /** Returns the units of a published plan, in the plan's order. */
    public List<NewPlan.Unit> listUnits(UUID plan) {
        return plans.listUnits(plan);
    }

    /** Returns the sectors of a published plan by id. */
    public Map<String, SectorTerritory> sectorsById(UUID plan) {
        return plans.listSectors(plan).stream().collect(Collectors.toMap(SectorTerritory::id, sector -> sector));
    }
}
