package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.district.District;
import org.copse.planning.problem.Tolerance;
import org.copse.server.assignment.StreetChanges;
import org.copse.server.assignment.StreetSource;
import org.copse.server.comparison.ComparisonDocument.ChangeView;
import org.copse.server.comparison.ComparisonDocument.StreetView;
import org.copse.server.comparison.ComparisonDocument.StreetsView;
import org.copse.server.comparison.ComparisonRequest.PlanChoice;
import org.copse.server.publication.PlansInForce;
import org.copse.server.scenario.Districts;
import org.copse.server.scenario.LayerRole;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares stored plans. */
@Service
public class Comparisons {
    private static final String CURRENT = "current";

    private final ScenarioRepository scenarios;
    private final Districts districts;
    private final StoredComparedPlans stored;
    private final PlansInForce published;
    private final StreetSource streets;

    Comparisons(
            ScenarioRepository scenarios,
            Districts districts,
            StoredComparedPlans stored,
            PlansInForce published,
            StreetSource streets) {
        this.scenarios = scenarios;
        this.districts = districts;
        this.stored = stored;
        this.published = published;
        this.streets = streets;
    }

    /** Stored plans, set beside each other. */
    record Set(Scenario scenario, Ruler ruler, Comparison comparison) {}

    /** Compares plans. @throws ProblemException when that cannot be done, naming which plan and why */
    Set compare(ComparisonRequest request) {
        List<PlanChoice> choices = choices(request);
        Scenario scenario = scenario(request.measuredBy(), choices);
        Ruler ruler = ruler(scenario);
        District district = ruler.district();
        List<ComparedPlan> plans = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            PlanChoice choice = choices.get(i);
            String field = "plans[" + i + "]";
            UUID ofScenario = choice.scenario();
            plans.add(
                    ofScenario != null
                            ? stored.alternative(field, district, ofScenario, choice.favour())
                            : stored.published(field, district, publishedPlan(field + ".plan", choice.plan())));
        }
        return new Set(scenario, ruler, new Comparison(ruler, plans));
    }

    private static List<PlanChoice> choices(ComparisonRequest request) {
        List<@Nullable PlanChoice> asked = Optional.ofNullable(request.plans()).orElse(List.of());
        FieldErrors errors = new FieldErrors();
        if (asked.size() < Comparison.FEWEST || asked.size() > Comparison.MOST) {
            errors.add(
                    "plans", "must be " + Comparison.FEWEST + " to " + Comparison.MOST + " plans, not " + asked.size());
        }
        List<PlanChoice> choices = new ArrayList<>();
        for (PlanChoice choice : asked) {
            if (choice == null || (choice.scenario() == null) == (choice.plan() == null)) {
                errors.add("plans[" + choices.size() + "]", "must name either a scenario or a published plan");
            }
            choices.add(choice == null ? new PlanChoice(null, null, null) : choice);
        }
        errors.throwIfAny();
        return choices;
    }

    /** Returns the id of a published plan. @param plan {@code current}, or an id */
    public UUID publishedPlan(String field, @Nullable String plan) {
        if (CURRENT.equals(plan)) {
            return published.get().id();
        }
        try {
            return published
                    .find(UUID.fromString(String.valueOf(plan)))
                    .orElseThrow(() ->
                            new ProblemException(ProblemType.NOT_FOUND, "There is no published plan " + plan + "."))
                    .id();
        } catch (IllegalArgumentException e) {
            throw FieldErrors.of(field, "must be \"current\" or the id of a published plan, not " + plan);
        }
    }

    private Scenario scenario(@Nullable UUID measuredBy, List<PlanChoice> choices) {
        Optional<UUID> named = Optional.ofNullable(measuredBy).or(() -> choices.stream()
                .flatMap(choice -> Optional.ofNullable(choice.scenario()).stream())
                .findFirst());
        if (named.isPresent()) {
            return scenarios
                    .find(named.get())
                    .orElseThrow(() ->
                            new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + named.get() + "."));
        }
        return IntStream.range(0, choices.size())
                .boxed()
                .flatMap(i -> published
                        .findScenario(publishedPlan(
                                "plans[" + i + "].plan", choices.get(i).plan()))
                        .flatMap(scenarios::find)
                        .stream())
                .findFirst()
                .orElseThrow(
                        () -> FieldErrors.of(
                                "measuredBy",
                                "must name a scenario: none of these plans was made in one that is still there, and its evidence and weights are what plans are measured by"));
    }

    /** Returns what a scenario measures plans by: its evidence, its weights, its tolerance. */
    public Ruler ruler(Scenario scenario) {
        return new Ruler(
                scenario.name(),
                district(scenario),
                scenario.settings().workloadWeights(),
                Tolerance.ofBeats(scenario.settings().tolerance()));
    }

    private District district(Scenario scenario) {
        try {
            return districts.of(scenario);
        } catch (ImportRefused e) {
            throw new ProblemException(ProblemType.CONFLICT, e.what() + ". " + e.whatToDo());
        }
    }

    /**
     * Returns what the comparison says, streets included.
     *
     * @param special whether groups of residents are among it
     */
    ComparisonDocument document(Set set, boolean special) {
        ComparisonDocument document = set.comparison().document(special);
        UUID layer = set.scenario().layers().get(LayerRole.UNITS);
        if (layer == null) {
            return document;
        }
        Ruler ruler = set.ruler();
        List<ChangeView> changes = new ArrayList<>();
        for (ChangeView change : document.changes()) {
            List<StreetChanges.Unit> units = new ArrayList<>();
            for (int u = 0; u < ruler.district().size(); u++) {
                String id = ruler.district().feature(u).id();
                boolean changing = set.comparison().changes(change.plan(), u);
                units.add(new StreetChanges.Unit(id, id, ruler.residents()[u], changing));
            }
            changes.add(change.with(view(streets.report(layer, units))));
        }
        return document.withChanges(changes);
    }

    private static StreetsView view(StreetSource.Report report) {
        List<StreetView> rows = report.rows().stream()
                .filter(row -> row.changing() > 0)
                .map(row -> new StreetView(row.name(), row.residents(), row.changing()))
                .toList();
        int shown = Math.min(rows.size(), StreetsView.MOST_STREETS);
        return new StreetsView(
                report.source(), report.layer(), report.asOf(), rows.subList(0, shown), rows.size() - shown);
    }
}
