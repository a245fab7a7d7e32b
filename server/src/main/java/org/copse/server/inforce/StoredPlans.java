package org.copse.server.inforce;

import java.util.List;
import java.util.Optional;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlanTerm;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.springframework.stereotype.Component;

/** The plan in force as it is stored. */
@Component
class StoredPlans implements PlanSource {
    private final PlansInForce plans;

    StoredPlans(PlansInForce plans) {
        this.plans = plans;
    }

    @Override
    public Optional<PublishedPlan> findPlan() {
        return plans.find();
    }

    @Override
    public Optional<PublishedPlan> findAhead() {
        return plans.findAhead().map(PlanTerm::plan);
    }

    @Override
    public List<BeatTerritory> listBeats(PublishedPlan plan) {
        return plans.listBeats(plan.id());
    }
}
