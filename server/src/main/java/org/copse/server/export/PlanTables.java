package org.copse.server.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.geoimport.district.BeatNames;
import org.copse.geoimport.district.District;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.SectorMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.workload.Term;
import org.copse.planning.workload.WorkloadTable;
import org.locationtech.jts.geom.Geometry;

/** The beats and sectors of one plan as tables, with their territories. */
public final class PlanTables {
    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
    private static final double METRES_PER_KILOMETRE = 1e3;

    private final District district;
    private final WorkloadTable hours;
    private final Alternative alternative;
    private final List<Geometry> beatTerritories;
    private final List<Shape> beatShapes;
    private final List<String> names;
    private final List<Geometry> sectorTerritories;

    PlanTables(District district, WorkloadTable hours, Alternative alternative) {
        this.district = district;
        this.hours = hours;
        this.alternative = alternative;
        Plan plan = alternative.plan();
        this.beatTerritories = Territories.union(district.territories(), plan.beatOfUnit(), plan.beatCount());
        this.names = BeatNames.of(district, plan);
        this.beatShapes = beatTerritories.stream().map(Shape::of).toList();
        int[] sectorOfUnit =
                IntStream.range(0, plan.unitCount()).map(plan::sectorOfUnit).toArray();
        this.sectorTerritories = Territories.union(district.territories(), sectorOfUnit, plan.sectorCount());
    }

    District district() {
        return district;
    }

    WorkloadTable hours() {
        return hours;
    }

    Plan plan() {
        return alternative.plan();
    }

    Alternative alternative() {
        return alternative;
    }

    /** Returns the beats' territories in the metric CRS. */
    List<Geometry> beatTerritories() {
        return beatTerritories;
    }

    /** Returns how compact each beat's land would be under another plan of the same units. */
    List<Shape> shapesOf(Plan other) {
        return Territories.union(district.territories(), other.beatOfUnit(), other.beatCount()).stream()
                .map(Shape::of)
                .toList();
    }

    /** Returns how compact each beat's land is. */
    List<Shape> beatShapes() {
        return beatShapes;
    }

    /** Returns the sectors' territories in the metric CRS. */
    List<Geometry> sectorTerritories() {
        return sectorTerritories;
    }

    /** Returns the label of a beat or sector that is numbered from 0 inside. */
    public static String label(int number) {
        return Integer.toString(number + 1);
    }

    List<PlanReport.Beat> beats() {
        return alternative.measures().beats().stream().map(this::beat).toList();
    }

    private PlanReport.Beat beat(BeatMeasures measures) {
        int[] units = plan().unitsOfBeat(measures.beat());
        Shape shape = beatShapes.get(measures.beat());
        return new PlanReport.Beat(
                label(measures.beat()),
                names.get(measures.beat()),
                label(measures.sector()),
                measures.units(),
                rounded(measures.hours()),
                rounded(measures.targetHours()),
                rounded(measures.deviation()),
                Math.round(measures.residents()),
                isEstimated(units),
                rounded(shape.areaSquareMetres() / SQUARE_METRES_PER_SQUARE_KILOMETRE),
                rounded(shape.polsbyPopper()),
                rounded(shape.reock()),
                rounded(measures.longestWalkMetres() / METRES_PER_KILOMETRE),
                measures.barriersCrossed(),
                district.hasCommunities() ? measures.communitiesKept() : null,
                district.hasCommunities() ? measures.communitiesSplit() : null,
                district.hasInForce() ? (double) Math.round(measures.residentsChanging()) : null,
                byTerm(hours.hoursByTerm(units)),
                IntStream.of(units).mapToLong(hours::incidentsCounted).sum(),
                rounded(IntStream.of(units)
                        .mapToDouble(hours::incidentsPerMonth)
                        .sum()),
                rounded(IntStream.of(units)
                        .mapToDouble(hours::smoothedIncidentsPerMonth)
                        .sum()),
                rounded(hours.reactiveShare(units)),
                hours.warnings(units));
    }

    List<PlanReport.Sector> sectors() {
        return alternative.measures().sectors().stream().map(this::sector).toList();
    }

    private PlanReport.Sector sector(SectorMeasures measures) {
        int[] units = IntStream.range(0, plan().unitCount())
                .filter(u -> plan().sectorOfUnit(u) == measures.sector())
                .toArray();
        List<String> beats = IntStream.range(0, plan().beatCount())
                .filter(beat -> plan().sectorOfBeat(beat) == measures.sector())
                .mapToObj(PlanTables::label)
                .toList();
        return new PlanReport.Sector(
                label(measures.sector()),
                measures.officers(),
                beats,
                rounded(measures.hours()),
                rounded(measures.targetHours()),
                rounded(measures.deviation()),
                Math.round(measures.residents()),
                isEstimated(units),
                rounded(sectorTerritories.get(measures.sector()).getArea() / SQUARE_METRES_PER_SQUARE_KILOMETRE),
                byTerm(hours.hoursByTerm(units)));
    }

    private boolean isEstimated(int[] units) {
        return IntStream.of(units).anyMatch(u -> district.evidence().get(u).residentsEstimated());
    }

    /** Returns how far the sector that is farthest from its target is from it, as a share; 0 without sectors. */
    double maxSectorDeviation() {
        return alternative.measures().sectors().stream()
                .mapToDouble(sector -> Math.abs(sector.deviation()))
                .max()
                .orElse(0);
    }

    static Map<String, Double> byTerm(Map<Term, Double> hours) {
        Map<String, Double> named = new LinkedHashMap<>();
        hours.forEach((term, value) -> named.put(term.name().toLowerCase(Locale.ROOT), rounded(value)));
        return named;
    }

    /** Returns a number to four decimals: more would pretend. */
    public static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
