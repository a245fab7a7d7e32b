package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.incident.IncidentCategory;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningProblemBuilder;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;
import org.copse.planning.workload.CategoryRule;
import org.copse.planning.workload.IncidentCounts;
import org.copse.planning.workload.UnitEvidence;
import org.copse.planning.workload.Workload;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A district with its layers joined: the evidence of each unit, who is whose neighbour, and what was there before.
 *
 * <p>Knows no weights: the same district answers for every set of them. {@link #workload} and {@link #problem} bring
 * the weights in.
 */
public final class District {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;

    private final UnitMap map;
    private final List<UnitEvidence> evidence;
    private final Optional<AreaOfUnit> communities;
    private final Optional<AreaOfUnit> inForce;
    private final Reaches reaches;
    private final MixEvidence mix;
    private final Map<String, CategoryRule> proposedRules;
    private final DistrictReport report;

    private District(
            UnitMap map,
            List<UnitEvidence> evidence,
            Optional<AreaOfUnit> communities,
            Optional<AreaOfUnit> inForce,
            Reaches reaches,
            MixEvidence mix,
            Map<String, CategoryRule> proposedRules,
            DistrictReport report) {
        this.map = map;
        this.evidence = List.copyOf(evidence);
        this.communities = communities;
        this.inForce = inForce;
        this.reaches = reaches;
        this.mix = mix;
        this.proposedRules = proposedRules;
        this.report = report;
    }

    /**
     * Joins the layers.
     *
     * @throws org.copse.geoimport.ImportRefused when they do not make a district: no residents at all, a mix column
     *     that is not there, two rows for one unit, incidents dated over more than a century
     */
    public static District assemble(UnitMap map, DistrictInputs inputs) {
        Residents residents = Residents.of(map, inputs);
        FocalPlaces places = FocalPlaces.of(map, inputs);
        MixEvidence mix = new MixEvidence(map, residents, inputs.mix());
        Reaches reaches = new Reaches(map, inputs);
        inputs.incidents().ifPresent(IncidentTally::requireOneCentury);
        Optional<AreaOfUnit> communities = AreaOfUnit.find(map, inputs, LayerKind.NEIGHBOURHOODS, Role.NEIGHBOURHOOD);
        Optional<AreaOfUnit> inForce = AreaOfUnit.find(map, inputs, LayerKind.AREAS_IN_FORCE, Role.BEAT);
        List<UnitEvidence> evidence = new ArrayList<>();
        for (int u = 0; u < map.size(); u++) {
            evidence.add(new UnitEvidence(
                    map.layer().features().get(u).id(),
                    residents.count(u),
                    residents.isEstimated(u),
                    0,
                    map.territories().get(u).getArea() / SQUARE_METRES_PER_SQUARE_KILOMETRE,
                    incidents(inputs, u),
                    places.of(u),
                    mix.groups(u),
                    mix.indices(u),
                    reaches.toBase(u),
                    reaches.toCentre(u)));
        }
        List<DistrictReport.Enclosed> enclosed = map.enclosed().stream()
                .map(land -> DistrictReport.Enclosed.of(land, map.crs()))
                .toList();
        DistrictReport report = new DistrictReport(
                map.size(),
                map.crs().code(),
                map.adjacency().toleranceMetres(),
                map.adjacency().coverage(),
                map.adjacency().components(),
                residents.report(),
                inputs.incidents().map(DistrictReport.Incidents::of).orElse(null),
                places.reports(),
                areas(inputs, LayerKind.NEIGHBOURHOODS, communities),
                areas(inputs, LayerKind.AREAS_IN_FORCE, inForce),
                new DistrictReport.Barriers(
                        map.adjacency().cutPairs(), map.adjacency().reopenedPairs(), map.cutByKind()),
                enclosed,
                DistrictNotes.of(map, residents, enclosed));
        return new District(
                map,
                evidence,
                communities.filter(AreaOfUnit::coversUnits),
                inForce.filter(AreaOfUnit::coversUnits),
                reaches,
                mix,
                inputs.incidents().map(District::proposedRules).orElse(Map.of()),
                report);
    }

    private static IncidentCounts incidents(DistrictInputs inputs, int unit) {
        return inputs.incidents().map(tally -> tally.counts(unit)).orElse(IncidentCounts.NONE);
    }

    private static DistrictReport.@Nullable Areas areas(
            DistrictInputs inputs, LayerKind kind, Optional<AreaOfUnit> areas) {
        return areas.map(a -> new DistrictReport.Areas(
                        inputs.find(kind).map(DistrictLayer::name).orElse("a column of the units"),
                        a.labels().size(),
                        a.unitsWithout()))
                .orElse(null);
    }

    /** Returns the number of units. */
    public int size() {
        return map.size();
    }

    /** Returns a unit as its layer has it. */
    public Feature feature(int unit) {
        return map.layer().features().get(unit);
    }

    /** Returns what is known of each unit, in order. */
    public List<UnitEvidence> evidence() {
        return evidence;
    }

    /** Returns which units are neighbours on foot. */
    public UnitGraph graph() {
        return map.adjacency().graph();
    }

    /** Returns the territories of the units in the metric CRS: an exact partition of the district. */
    public List<Geometry> territories() {
        return map.territories();
    }

    /** Returns the metric CRS of the district. */
    public DistrictCrs crs() {
        return map.crs();
    }

    /** Returns whether any unit belongs to a neighbourhood. */
    public boolean hasCommunities() {
        return communities.isPresent();
    }

    /** Returns whether any unit belongs to an area in force. */
    public boolean hasInForce() {
        return inForce.isPresent();
    }

    /** Returns the names of the areas in force, by the number that {@link #inForce} uses. */
    public List<String> inForceLabels() {
        return inForce.map(AreaOfUnit::labels).orElse(List.of());
    }

    /** Returns the number of each unit's area in force, from 0, -1 for none; empty when there are no areas in force. */
    public int[] inForce() {
        return inForce.map(AreaOfUnit::perUnit).orElse(new int[0]);
    }

    /** Returns the name of the neighbourhood of a unit, where there is none that of its area in force; empty for neither. */
    public Optional<String> areaName(int unit) {
        return neighbourhoodName(unit).or(() -> inForce.flatMap(areas -> areas.nameOf(unit)));
    }

    /** Returns the name of the neighbourhood of a unit; empty where it is in none. */
    public Optional<String> neighbourhoodName(int unit) {
        return communities.flatMap(areas -> areas.nameOf(unit));
    }

    /** Returns what the layer calls a unit; empty where it has no names. */
    public Optional<String> unitName(int unit) {
        return map.layer().findColumn(Role.NAME).flatMap(feature(unit)::text);
    }

    /** Returns what the joining did. */
    public DistrictReport report() {
        return report;
    }

    /**
     * Returns weights in which each column chosen for the mix has minutes, and each category of incidents that police find a
     * rule, starting values where none were given.
     */
    public WorkloadWeights complete(WorkloadWeights weights) {
        return proposing(mix.complete(weights));
    }

    /** Returns the hours of each unit under these weights; a category on which they do not decide counts as proposed. */
    public WorkloadTable workload(WorkloadWeights weights) {
        return Workload.estimate(evidence, proposing(weights));
    }

    private WorkloadWeights proposing(WorkloadWeights weights) {
        return weights.with(weights.conflict().proposing(proposedRules));
    }

    private static Map<String, CategoryRule> proposedRules(IncidentTally tally) {
        Map<String, CategoryRule> rules = new TreeMap<>();
        tally.byCategory()
                .keySet()
                .forEach(category -> IncidentCategory.of(category).rule().ifPresent(rule -> rules.put(category, rule)));
        return rules;
    }

    /**
     * Returns a planning problem of these hours, with communities, areas in force and bases as far as there are any;
     * staffing and all else are the caller's to add.
     */
    public PlanningProblemBuilder problem(WorkloadTable hours) {
        List<PlanningUnit> units = new ArrayList<>();
        for (int u = 0; u < map.size(); u++) {
            Geometry territory = map.territories().get(u);
            Point centre = map.metric(u).getCentroid();
            units.add(new PlanningUnit(
                    evidence.get(u).id(),
                    hours.hours(u),
                    evidence.get(u).residents(),
                    centre.getX(),
                    centre.getY(),
                    territory.getArea(),
                    territory.getLength()));
        }
        PlanningProblemBuilder builder = PlanningProblem.builder(units, graph());
        communities.ifPresent(areas -> builder.communities(areas.perUnit()));
        inForce.ifPresent(areas -> builder.inForce(areas.perUnit()));
        if (reaches.baseCount() > 0) {
            builder.baseMinutes(reaches.baseMinutes(hours.weights().access()));
        }
        return builder;
    }

    /** Returns the share of each chosen group in each unit, by unit; empty when no groups were chosen. */
    public double[][] mixShares() {
        if (mix.isEmpty()) {
            return new double[0][];
        }
        double[][] shares = new double[size()][];
        for (int u = 0; u < shares.length; u++) {
            shares[u] = mix.shares(u);
        }
        return shares;
    }

    /** Returns the unit in whose territory a position lies, or -1 outside the district. */
    public int unitAt(LonLat position) {
        Coordinate at = map.toMetric(position);
        return map.unitAtMetric(at.x, at.y);
    }
}
