package org.copse.server.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.comparison.Comparisons;
import org.copse.server.comparison.Measured;
import org.copse.server.comparison.Ruler;
import org.copse.server.comparison.StoredComparedPlans;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published plans, measured by scenarios. */
@Component
class MeasuredPlans {
    private final Comparisons comparisons;
    private final StoredComparedPlans stored;
    private final PlansInForce published;
    private final ScenarioRepository scenarios;

    MeasuredPlans(
            Comparisons comparisons, StoredComparedPlans stored, PlansInForce published, ScenarioRepository scenarios) {
        this.comparisons = comparisons;
        this.stored = stored;
        this.published = published;
        this.scenarios = scenarios;
    }

    /** A plan by the evidence and the weights of a scenario. */
    record MeasuredPlan(Scenario scenario, Ruler ruler, Measured measured) {
        /** Returns whether incidents were counted. */
        boolean hasIncidents() {
            return ruler.district().report().incidents() != null;
        }

        /** Returns the incidents a month of several units that count. */
        double incidentsPerMonth(int[] units) {
            double sum = 0;
            for (int unit : units) {
                sum += ruler.hours().incidentsPerMonth(unit);
            }
            return sum;
        }
    }

    /** Returns a published plan. @param plan {@code current}, or an id */
    PublishedPlan get(String plan) {
        return published.find(comparisons.publishedPlan("plan", plan)).orElseThrow();
    }

    /** Returns the scenario in which a plan was made, as long as it is there. */
    Optional<Scenario> findOrigin(PublishedPlan plan) {
        return published.findScenario(plan.id()).flatMap(scenarios::find);
    }

    /**
     * Returns the scenario to measure a plan by.
     *
     * @param by its id; null for that in which the plan was made
     * @throws ProblemException when there is none
     */
    Scenario scenario(PublishedPlan plan, @Nullable UUID by) {
        if (by == null) {
            return findOrigin(plan)
                    .orElseThrow(() -> FieldErrors.of(
                            "by", "must name a scenario: the one in which this plan was made is no longer there"));
        }
        return scenarios
                .find(by)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + by + "."));
    }

    /** Returns the beats of a plan, in the order of their numbers. */
    List<BeatTerritory> listBeats(PublishedPlan plan) {
        return published.listBeats(plan.id());
    }

    /** Measures a plan. @throws ProblemException when the scenario has other units */
    MeasuredPlan measure(PublishedPlan plan, Scenario scenario) {
        Ruler ruler = comparisons.ruler(scenario);
        return new MeasuredPlan(
                scenario, ruler, new Measured(ruler, stored.published("by", ruler.district(), plan.id())));
    }
}
