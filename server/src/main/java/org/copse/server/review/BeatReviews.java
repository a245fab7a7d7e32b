package org.copse.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.workload.WorkloadTable;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.PublishedPlan;
import org.copse.server.review.BeatReview.Evidence;
import org.copse.server.review.BeatReview.Figures;
import org.copse.server.review.BeatReview.Finding;
import org.copse.server.review.BeatReview.Reviewed;
import org.copse.server.review.MeasuredPlans.MeasuredPlan;
import org.copse.server.scenario.Scenario;
import org.copse.server.system.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reviews the beats of published plans: whether each is still of the right size. */
@Service
class BeatReviews {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    /** What a sum of hours may be off. */
    private static final double ROUNDING = 1e-9;

    private final MeasuredPlans plans;

    BeatReviews(MeasuredPlans plans) {
        this.plans = plans;
    }

    /** A plan by a scenario. */
    private record Look(Evidence evidence, List<Figures> beats, List<Double> squareKilometres) {
        static Look of(MeasuredPlan plan) {
            WorkloadTable hours = plan.ruler().hours();
            List<Figures> beats = new ArrayList<>();
            List<Double> squareKilometres = new ArrayList<>();
            for (BeatMeasures beat : plan.measured().measures().beats()) {
                int[] units = plan.measured().plan().unitsOfBeat(beat.beat());
                beats.add(new Figures(
                        beat.residents(),
                        plan.hasIncidents() ? plan.incidentsPerMonth(units) : null,
                        beat.hours(),
                        beat.deviation(),
                        plan.hasIncidents() ? 1 - hours.reactiveShare(units) : null));
                squareKilometres.add(beat.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE);
            }
            int[] all = IntStream.range(0, hours.unitCount()).toArray();
            Evidence evidence = new Evidence(
                    plan.scenario().id(),
                    plan.scenario().name(),
                    plan.scenario().settings().tolerance(),
                    hours.weights().officer().protectedShare(),
                    plan.hasIncidents() ? hours.incidents().months() : 0,
                    plan.ruler().totalResidents(),
                    plan.hasIncidents() ? plan.incidentsPerMonth(all) : null,
                    hours.totalHours());
            return new Look(evidence, beats, squareKilometres);
        }
    }

    /**
     * Reviews a plan's beats.
     *
     * @param plan {@code current}, or the id of a published plan
     * @param by the scenario whose evidence and weights count now; null for that in which the plan was made
     * @throws ProblemException when there is no such plan or scenario, or the scenario has other units
     */
    BeatReview review(String plan, @Nullable UUID by) {
        PublishedPlan reviewed = plans.get(plan);
        Scenario scenario = plans.scenario(reviewed, by);
        Look now = Look.of(plans.measure(reviewed, scenario));
        Look planned = plans.findOrigin(reviewed)
                .filter(made -> !made.id().equals(scenario.id()))
                .map(made -> Look.of(plans.measure(reviewed, made)))
                .orElse(null);
        return new BeatReview(
                reviewed.id(),
                reviewed.name(),
                reviewed.validFrom(),
                now.evidence,
                planned == null ? null : planned.evidence,
                beats(plans.listBeats(reviewed), now, planned));
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
