package org.copse.server.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.workload.WorkloadTable;
import org.copse.server.comparison.BeatReview.Evidence;
import org.copse.server.comparison.BeatReview.Figures;
import org.copse.server.comparison.BeatReview.Finding;
import org.copse.server.comparison.BeatReview.Reviewed;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PlansInForce;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.scenario.Scenario;
import org.copse.server.scenario.ScenarioRepository;
import org.copse.server.system.FieldErrors;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reviews the beats of published plans: whether each is still of the right size. */
@Service
class BeatReviews {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    /** What a sum of hours may be off. */
    private static final double ROUNDING = 1e-9;

    private final Comparisons comparisons;
    private final StoredComparedPlans stored;
    private final PlansInForce published;
    private final ScenarioRepository scenarios;

    BeatReviews(
            Comparisons comparisons, StoredComparedPlans stored, PlansInForce published, ScenarioRepository scenarios) {
        this.comparisons = comparisons;
        this.stored = stored;
        this.published = published;
        this.scenarios = scenarios;
    }

    /** A plan measured by a scenario. */
    private record Look(Evidence evidence, List<Figures> beats, List<Double> squareKilometres) {}

    /**
     * Reviews a plan's beats.
     *
     * @param plan {@code current}, or the id of a published plan
     * @param by the scenario whose evidence and weights count now; null for that in which the plan was made
     * @throws ProblemException when there is no such plan or scenario, or the scenario has other units
     */
    BeatReview review(String plan, @Nullable UUID by) {
        PublishedPlan reviewed =
                published.find(comparisons.publishedPlan("plan", plan)).orElseThrow();
        Optional<Scenario> origin = published.findScenario(reviewed.id()).flatMap(scenarios::find);
        Scenario scenario = by == null
                ? origin.orElseThrow(() -> FieldErrors.of(
                        "by", "must name a scenario: the one in which this plan was made is no longer there"))
                : scenarios
                        .find(by)
                        .orElseThrow(
                                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no scenario " + by + "."));
        Look now = look(reviewed.id(), scenario);
        Look planned = origin.filter(made -> !made.id().equals(scenario.id()))
                .map(made -> look(reviewed.id(), made))
                .orElse(null);
        return new BeatReview(
                reviewed.id(),
                reviewed.name(),
                reviewed.validFrom(),
                now.evidence,
                planned == null ? null : planned.evidence,
                beats(published.listBeats(reviewed.id()), now, planned));
    }

    private static List<Reviewed> beats(List<BeatTerritory> territories, Look now, @Nullable Look planned) {
        List<Reviewed> beats = new ArrayList<>();
        for (int beat = 0; beat < territories.size(); beat++) {
            BeatTerritory territory = territories.get(beat);
            beats.add(new Reviewed(
                    territory.id(),
                    territory.name(),
                    territory.sectorName(),
                    now.squareKilometres.get(beat),
                    now.beats.get(beat),
                    planned == null ? null : planned.beats.get(beat),
                    findings(now.beats.get(beat), now.evidence)));
        }
        return beats;
    }

    private Look look(UUID plan, Scenario scenario) {
        Ruler ruler = comparisons.ruler(scenario);
        Measured measured = new Measured(ruler, stored.published("by", ruler.district(), plan));
        WorkloadTable hours = ruler.hours();
        boolean counted = ruler.district().report().incidents() != null;
        List<Figures> figures = new ArrayList<>();
        List<Double> squareKilometres = new ArrayList<>();
        for (BeatMeasures beat : measured.measures().beats()) {
            int[] units = measured.plan().unitsOfBeat(beat.beat());
            figures.add(new Figures(
                    beat.residents(),
                    counted ? incidents(hours, units) : null,
                    beat.hours(),
                    beat.deviation(),
                    counted ? 1 - hours.reactiveShare(units) : null));
            squareKilometres.add(beat.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE);
        }
        Evidence evidence = new Evidence(
                scenario.id(),
                scenario.name(),
                scenario.settings().tolerance(),
                hours.weights().officer().protectedShare(),
                counted ? hours.incidents().months() : 0,
                ruler.totalResidents(),
                counted ? incidents(hours, IntStream.range(0, hours.unitCount()).toArray()) : null,
                hours.totalHours());
        return new Look(evidence, figures, squareKilometres);
    }

    private static double incidents(WorkloadTable hours, int[] units) {
        return IntStream.of(units).mapToDouble(hours::incidentsPerMonth).sum();
    }

    private static List<Finding> findings(Figures beat, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        if (beat.deviation() > evidence.tolerance() + ROUNDING) {
            findings.add(Finding.TOO_MUCH_WORK);
        } else if (beat.deviation() < -evidence.tolerance() - ROUNDING) {
            findings.add(Finding.TOO_LITTLE_WORK);
        }
        Double left = beat.protectedTime();
        if (left != null && left < evidence.protectedShare() - ROUNDING) {
            findings.add(Finding.PROTECTED_TIME_EATEN);
        }
        return findings;
    }
}
