package org.copse.server.officer;

import java.util.Map;
import java.util.UUID;
import org.copse.server.publication.PlanPublished;
import org.copse.server.publication.PlansInForce;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is the resident officer of which beat. */
@Service
public class Officers {
    private static final String CARRIED_OVER = "carried over";

    private final OfficerRepository officers;
    private final PlansInForce plans;
    private final TransactionTemplate transactions;

    Officers(OfficerRepository officers, PlansInForce plans, TransactionTemplate transactions) {
        this.officers = officers;
        this.plans = plans;
        this.transactions = transactions;
    }

    /** Returns the resident officer of each beat of a published plan that has one, by the beat's id. */
    public Map<String, Officer> mapByBeat(UUID plan) {
        return officers.mapByBeat(plan);
    }

    /**
     * Adds officers, each to a beat of a published plan.
     *
     * @param byBeat officers by the beat's id
     * @param by the account that adds them
     */
    public void addToBeats(UUID plan, Map<String, Officer> byBeat, String by) {
        transactions.executeWithoutResult(status -> byBeat.forEach((beat, officer) -> {
            officers.insert(officer, by);
            officers.assign(plan, beat, officer.number(), by);
        }));
    }

    /** Hands the officers of the plan before on to the new plan, within its publication. */
    @EventListener
    void carryOver(PlanPublished published) {
        published.previous().ifPresent(before -> {
            UUID now = published.plan().id();
            Map<String, Officer> had = officers.mapByBeat(before.id());
            CarryOver.match(plans.listBeats(before.id()), had.keySet(), plans.listUnits(now))
                    .forEach((beat, old) -> {
                        Officer officer = had.get(old);
                        if (officer != null) {
                            officers.assign(now, beat, officer.number(), CARRIED_OVER);
                        }
                    });
        });
    }
}
