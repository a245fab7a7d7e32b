package org.copse.server.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.district.CriterionEffect;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.Proposal;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.workload.WorkloadTable;
import org.copse.server.scenario.ProposalDocument.AlternativeView;
import org.copse.server.scenario.ProposalDocument.BeatView;
import org.copse.server.scenario.ProposalDocument.CriterionView;
import org.copse.server.scenario.ProposalDocument.MeasuresView;
import org.copse.server.scenario.ProposalDocument.SectorView;
import org.copse.server.scenario.ProposalDocument.TwinAlternative;
import org.copse.server.scenario.ProposalDocument.TwinView;
import org.copse.server.scenario.ProposalDocument.ViolationView;

/** Writes a proposal's document: what the engine says, by the names that people use. */
final class ProposalReport {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    private static final double METRES_PER_KILOMETRE = 1e3;

    private final District district;
    private final Proposal proposal;

    ProposalReport(District district, Proposal proposal) {
        this.district = district;
        this.proposal = proposal;
    }

    ProposalDocument document() {
        List<AlternativeView> alternatives =
                proposal.result().alternatives().stream().map(this::alternative).toList();
        List<String> notes = new ArrayList<>(proposal.result().notes());
        notes.addAll(proposal.hours().notes());
        notes.addAll(district.report().notes());
        return new ProposalDocument(
                alternatives,
                alternatives.get(0).criteria(),
                notes.stream().distinct().toList(),
                proposal.result().seed(),
                proposal.result().elapsed().toMillis() / 1000.0,
                proposal.result().iterations(),
                proposal.result().cancelled(),
                proposal.withoutMix().map(this::twin).orElse(null));
    }

    private AlternativeView alternative(Alternative alternative) {
        Plan plan = alternative.plan();
        PlanMeasures measures = alternative.measures();
        return new AlternativeView(
                Favours.key(alternative.favour()),
                alternative.score(),
                measures(measures, proposal.hours()),
                measures.sectors().stream()
                        .map(sector -> new SectorView(
                                id(sector.sector()),
                                sector.officers(),
                                sector.hours(),
                                sector.targetHours(),
                                sector.deviation(),
                                sector.residents(),
                                sector.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE))
                        .toList(),
                measures.beats().stream().map(beat -> beat(plan, beat)).toList(),
                alternative.violations().stream()
                        .map(v -> new ViolationView(
                                v.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                v.where(),
                                v.value(),
                                v.bound(),
                                v.why()))
                        .toList(),
                Optional.ofNullable(proposal.criteria().get(alternative.favour())).orElse(List.of()).stream()
                        .map(ProposalReport::criterion)
                        .toList(),
                alternative.scoreOverTime());
    }

    private static MeasuresView measures(PlanMeasures measures, WorkloadTable hours) {
        int officers = measures.beats().size();
        return new MeasuresView(
                officers,
                hours.totalHours(),
                measures.beats().stream().mapToDouble(BeatMeasures::residents).sum(),
                measures.maxDeviation(),
                measures.meanDeviation(),
                hours.load(officers),
                hours.officersNeeded(),
                measures.meanPolsbyPopper(),
                measures.cutMetres() / METRES_PER_KILOMETRE,
                measures.communitiesKept(),
                measures.communitiesSplit(),
                measures.residentsChanging());
    }

    private BeatView beat(Plan plan, BeatMeasures beat) {
        int[] units = plan.unitsOfBeat(beat.beat());
        int estimated = 0;
        int capped = 0;
        for (int unit : units) {
            estimated += district.evidence().get(unit).residentsEstimated() ? 1 : 0;
            capped += proposal.hours().isMixCapped(unit) ? 1 : 0;
        }
        List<String> warnings = new ArrayList<>();
        if (estimated > 0) {
            warnings.add("The residents of " + estimated + " of " + units.length + " units are estimated.");
        }
        if (capped > 0) {
            warnings.add("The mix of " + capped + " of " + units.length + " units asked for more than its cap.");
        }
        if (proposal.hours().isProtectedTimeEaten(units)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Answering incidents takes %.0f %% of the hours and eats into the protected time.",
                    100 * proposal.hours().reactiveShare(units)));
        }
        Map<String, Double> byTerm = new TreeMap<>();
        proposal.hours()
                .hoursByTerm(units)
                .forEach((term, hours) -> byTerm.put(term.name().toLowerCase(Locale.ROOT), hours));
        return new BeatView(
                id(beat.beat()),
                id(beat.sector()),
                beat.hours(),
                beat.targetHours(),
                beat.deviation(),
                beat.residents(),
                estimated > 0,
                beat.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                beat.units(),
                byTerm,
                beat.polsbyPopper(),
                warnings);
    }

    private static CriterionView criterion(CriterionEffect effect) {
        return new CriterionView(
                effect.criterion().name().toLowerCase(Locale.ROOT),
                effect.hours(),
                effect.share(),
                effect.unitsChanging(),
                effect.residentsChanging());
    }

    private TwinView twin(Proposal.Twin twin) {
        double[] residents = proposal.problem().units().stream()
                .mapToDouble(PlanningUnit::residents)
                .toArray();
        List<TwinAlternative> alternatives = new ArrayList<>();
        for (Alternative without : twin.result().alternatives()) {
            proposal.result().find(without.favour()).ifPresent(with -> {
                Plan matched = without.plan().relabelledLike(with.plan(), residents);
                int units = 0;
                double people = 0;
                for (int unit = 0; unit < residents.length; unit++) {
                    if (matched.beatOf(unit) != with.plan().beatOf(unit)) {
                        units++;
                        people += residents[unit];
                    }
                }
                alternatives.add(new TwinAlternative(
                        Favours.key(without.favour()), measures(without.measures(), twin.hours()), units, people));
            });
        }
        return new TwinView(alternatives);
    }

    /** Returns the id that people see for a number from 0. */
    static String id(int number) {
        return Integer.toString(number + 1);
    }
}
