package org.copse.server.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.copse.geoimport.district.BeatNames;
import org.copse.geoimport.district.CriterionEffect;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.Proposal;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.Planner;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.PlanBefore;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Remedy;
import org.copse.planning.problem.Favour;
import org.copse.planning.workload.WorkloadTable;
import org.copse.server.proposal.ProposalDocument.AlternativeView;
import org.copse.server.proposal.ProposalDocument.BeatView;
import org.copse.server.proposal.ProposalDocument.BoundView;
import org.copse.server.proposal.ProposalDocument.BoundaryView;
import org.copse.server.proposal.ProposalDocument.CountedView;
import org.copse.server.proposal.ProposalDocument.CriterionView;
import org.copse.server.proposal.ProposalDocument.InForceView;
import org.copse.server.proposal.ProposalDocument.MeasuresView;
import org.copse.server.proposal.ProposalDocument.SectorView;
import org.copse.server.proposal.ProposalDocument.TwinAlternative;
import org.copse.server.proposal.ProposalDocument.TwinView;
import org.copse.server.proposal.ProposalDocument.ViolationView;
import org.copse.server.scenario.Favours;
import org.jspecify.annotations.Nullable;

/** Writes a proposal's document: what the engine says, by the names that people use. */
final class ProposalReport {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    private static final double METRES_PER_KILOMETRE = 1e3;
    /** More stretches than a planner looks at, and than a document should hold: the shortest are left out. */
    private static final int MOST_STRETCHES = 500;

    private final District district;
    private final Proposal proposal;
    private final Map<Favour, Remedy> remedies;

    /** @param remedies what would help, by alternative */
    ProposalReport(District district, Proposal proposal, Map<Favour, Remedy> remedies) {
        this.district = district;
        this.proposal = proposal;
        this.remedies = remedies;
    }

    ProposalDocument document() {
        List<AlternativeView> alternatives =
                proposal.result().alternatives().stream().map(this::alternative).toList();
        List<Note> notes = new ArrayList<>(proposal.result().notes());
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
                inForce(),
                counted(),
                proposal.withoutMix().map(this::twin).orElse(null));
    }

    private @Nullable InForceView inForce() {
        return PlanBefore.of(proposal.problem())
                .map(before -> new InForceView(
                        measures(before.measures(), shapes(before.plan()), proposal.hours()), before.unitsAdded()))
                .orElse(null);
    }

    private CountedView counted() {
        Map<String, Integer> places = new TreeMap<>();
        district.evidence()
                .forEach(unit -> unit.places().forEach((type, count) -> places.merge(type, count, Integer::sum)));
        return new CountedView(
                district.report().barriers().cutPairs(),
                district.report().barriers().reopenedPairs(),
                district.report().barriers().cutByKind(),
                places,
                proposal.hours().incidents());
    }

    private AlternativeView alternative(Alternative alternative) {
        Plan plan = alternative.plan();
        PlanMeasures measures = alternative.measures();
        List<Shape> shapes = shapes(plan);
        List<String> names = BeatNames.of(district, plan);
        return new AlternativeView(
                Favours.key(alternative.favour()),
                alternative.score(),
                measures(measures, shapes, proposal.hours()),
                terms(alternative),
                bound(alternative),
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
                measures.beats().stream()
                        .map(beat -> beat(plan, beat, names.get(beat.beat()), shapes.get(beat.beat())))
                        .toList(),
                alternative.violations().stream()
                        .map(v -> new ViolationView(
                                code(v.kind()),
                                PlaceView.of(v.where()),
                                v.value(),
                                v.bound(),
                                v.by(),
                                code(v.cause()),
                                v.why()))
                        .toList(),
                RemedyView.of(remedies.get(alternative.favour())),
                boundaries(alternative),
                Optional.ofNullable(proposal.criteria().get(alternative.favour())).orElse(List.of()).stream()
                        .map(ProposalReport::criterion)
                        .toList(),
                alternative.scoreOverTime());
    }

    /** Returns how compact the beats' land is as it is drawn; what units share with streets between them is no outline. */
    private List<Shape> shapes(Plan plan) {
        return Territories.union(district.territories(), plan.beatOfUnit(), plan.beatCount()).stream()
                .map(Shape::of)
                .toList();
    }

    private static Map<String, Double> terms(Alternative alternative) {
        Map<String, Double> named = new LinkedHashMap<>();
        alternative.terms().forEach((term, score) -> named.put(code(term), score));
        return named;
    }

    private @Nullable BoundView bound(Alternative alternative) {
        double inertia = alternative.measures().inertiaAboutUnits();
        return proposal.result()
                .bound()
                .filter(bound -> alternative.feasible())
                .map(bound -> new BoundView(bound.lower(), inertia, bound.gap(inertia)))
                .orElse(null);
    }

    private List<BoundaryView> boundaries(Alternative alternative) {
        return new Planner()
                        .boundaryStretches(proposal.problem(), alternative.plan(), alternative.favour(), MOST_STRETCHES)
                        .stream()
                        .map(stretch -> new BoundaryView(
                                List.of(id(stretch.beat()), id(stretch.otherBeat())),
                                code(stretch.cause()),
                                stretch.term().map(ProposalReport::code).orElse(null),
                                stretch.edges(),
                                stretch.metres() / METRES_PER_KILOMETRE,
                                stretch.by()))
                        .toList();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static MeasuresView measures(PlanMeasures measures, List<Shape> shapes, WorkloadTable hours) {
        int officers = measures.beats().size();
        return new MeasuresView(
                officers,
                hours.totalHours(),
                measures.beats().stream().mapToDouble(BeatMeasures::residents).sum(),
                measures.maxDeviation(),
                measures.meanDeviation(),
                hours.load(officers),
                hours.officersNeeded(),
                shapes.stream().mapToDouble(Shape::polsbyPopper).average().orElse(0),
                shapes.stream().mapToDouble(Shape::reock).average().orElse(0),
                measures.longestWalkMetres() / METRES_PER_KILOMETRE,
                measures.barriersCrossed(),
                measures.cutMetres() / METRES_PER_KILOMETRE,
                measures.communitiesKept(),
                measures.communitiesSplit(),
                measures.residentsChanging());
    }

    private BeatView beat(Plan plan, BeatMeasures beat, String name, Shape shape) {
        int[] units = plan.unitsOfBeat(beat.beat());
        Map<String, Double> byTerm = new TreeMap<>();
        proposal.hours()
                .hoursByTerm(units)
                .forEach((term, hours) -> byTerm.put(term.name().toLowerCase(Locale.ROOT), hours));
        return new BeatView(
                id(beat.beat()),
                name,
                id(beat.sector()),
                beat.hours(),
                beat.targetHours(),
                beat.deviation(),
                beat.residents(),
                IntStream.of(units).anyMatch(proposal.hours()::isResidentsEstimated),
                shape.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                beat.units(),
                byTerm,
                IntStream.of(units)
                        .mapToLong(proposal.hours()::incidentsCounted)
                        .sum(),
                IntStream.of(units)
                        .mapToDouble(proposal.hours()::incidentsPerMonth)
                        .sum(),
                IntStream.of(units)
                        .mapToDouble(proposal.hours()::smoothedIncidentsPerMonth)
                        .sum(),
                shape.polsbyPopper(),
                shape.reock(),
                beat.longestWalkMetres() / METRES_PER_KILOMETRE,
                beat.barriersCrossed(),
                beat.communitiesKept(),
                beat.communitiesSplit(),
                beat.residentsChanging(),
                proposal.hours().warnings(units));
    }

    private static CriterionView criterion(CriterionEffect effect) {
        return new CriterionView(
                effect.criterion().name().toLowerCase(Locale.ROOT),
                effect.hours(),
                effect.share(),
                code(effect.outcome()),
                effect.unitsChanging(),
                effect.residentsChanging(),
                effect.unitsByChance(),
                effect.residentsByChance());
    }

    private TwinView twin(Proposal.Twin twin) {
        return new TwinView(twin.result().alternatives().stream()
                .map(without -> {
                    CriterionEffect effect =
                            Objects.requireNonNull(twin.effects().get(without.favour()));
                    return new TwinAlternative(
                            Favours.key(without.favour()),
                            measures(without.measures(), shapes(without.plan()), twin.hours()),
                            code(effect.outcome()),
                            effect.unitsChanging(),
                            effect.residentsChanging(),
                            effect.unitsByChance(),
                            effect.residentsByChance());
                })
                .toList());
    }

    /** Returns the id that people see for a number from 0. */
    static String id(int number) {
        return Integer.toString(number + 1);
    }
}
