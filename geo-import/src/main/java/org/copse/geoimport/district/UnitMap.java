package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LonLatExtent;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.copse.geoimport.adjacency.Adjacency;
import org.copse.geoimport.adjacency.AdjacencyOptions;
import org.copse.geoimport.adjacency.AdjacencyResult;
import org.copse.geoimport.adjacency.Barrier;
import org.copse.geoimport.adjacency.Contact;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.geoimport.territory.CommonBorder;
import org.copse.geoimport.territory.DistrictOutline;
import org.copse.geoimport.territory.EnclosedLand;
import org.copse.geoimport.territory.LonLatGrid;
import org.copse.geoimport.territory.Territories;
import org.copse.geoimport.territory.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The units of a district on the ground: in metres, with their neighbours and their territories.
 *
 * <p>A position belongs to the unit in whose territory it lies, so that what happens in the street between two blocks
 * counts for the nearer one.
 */
public final class UnitMap {
    private static final String MINUTES = "minutes";
    /** As much as units that touch must share to be neighbours. */
    private static final double LEAST_BORDER_METRES = 1;

    private final DistrictLayer layer;
    private final DistrictCrs crs;
    private final List<Geometry> metric;
    private final AdjacencyResult adjacency;
    private final Map<String, Integer> cutByKind;
    private final List<EnclosedLand> enclosed;
    private final List<Geometry> territories;
    private final UnitIndex index;

    private UnitMap(
            DistrictLayer layer,
            DistrictCrs crs,
            List<Geometry> metric,
            AdjacencyResult adjacency,
            Map<String, Integer> cutByKind,
            List<EnclosedLand> enclosed,
            List<Geometry> territories) {
        this.layer = layer;
        this.crs = crs;
        this.metric = metric;
        this.adjacency = adjacency;
        this.cutByKind = Collections.unmodifiableMap(cutByKind);
        this.enclosed = List.copyOf(enclosed);
        this.territories = territories;
        this.index = new UnitIndex(territories);
    }

    /** Returns the map of a unit layer; what units enclose and do not claim stays outside where it is large. */
    public static UnitMap of(
            DistrictLayer units,
            Optional<DistrictLayer> barriers,
            Optional<DistrictLayer> crossings,
            OptionalDouble barrierMinutes) {
        return of(units, barriers, crossings, barrierMinutes, EnclosedChoice.none());
    }

    /**
     * Returns the map of a unit layer.
     *
     * @param units areas with an id each
     * @param barriers lines that cut, or cost where they or {@code barrierMinutes} say so
     * @param crossings where barriers can be crossed
     * @param barrierMinutes what crossing a barrier costs that has no column {@code minutes}; empty when it cuts
     * @param enclosed which land that units enclose belongs to the district although it is large
     * @throws ImportRefused when there is no unit, two have one id, or a chosen position lies in no enclosed land
     */
    public static UnitMap of(
            DistrictLayer units,
            Optional<DistrictLayer> barriers,
            Optional<DistrictLayer> crossings,
            OptionalDouble barrierMinutes,
            EnclosedChoice enclosed) {
        requireDistinctIds(units);
        DistrictCrs crs = DistrictCrs.forExtent(
                LonLatExtent.of(units.features().stream().map(Feature::geometry).toList()));
        List<Geometry> metric = metric(units, crs);
        List<Barrier> lines = new ArrayList<>();
        barriers.ifPresent(layer -> layer.features().forEach(f -> lines.add(barrier(f, crs, barrierMinutes))));
        List<Geometry> ways = crossings.map(layer -> metric(layer, crs)).orElse(List.of());
        AdjacencyResult seen = Adjacency.of(metric, lines, ways, AdjacencyOptions.defaults());
        DistrictOutline outline = DistrictOutline.of(
                        metric,
                        Math.max(
                                seen.toleranceMetres(),
                                AdjacencyOptions.defaults().maxTolerance()),
                        land -> enclosed.chooses(land, crs))
                .reaching(islands(seen, metric));
        enclosed.requireFound(outline.enclosed(), crs, units.name());
        List<Geometry> territories = territories(metric, outline, crs, List.of());
        AdjacencyResult meeting = seen.whereLandMeets(borders(territories));
        List<Way> laid = Way.between(
                metric,
                meeting.linksWithoutLand(borders(territories)).stream()
                        .map(link -> new Way.Pair(link.a(), link.b()))
                        .toList());
        List<Geometry> joined = laid.isEmpty() ? territories : territories(metric, outline, crs, laid);
        AdjacencyResult neighbours = meeting.withLandOnly(borders(joined));
        return new UnitMap(units, crs, metric, neighbours, cutByKind(neighbours, barriers), outline.enclosed(), joined);
    }

    /** Pairs that barriers keep apart, by the category of the barrier; none where the barriers' layer has no categories. */
    private static Map<String, Integer> cutByKind(AdjacencyResult neighbours, Optional<DistrictLayer> barriers) {
        Optional<String> column = barriers.flatMap(layer -> layer.roles().find(Role.CATEGORY));
        if (column.isEmpty()) {
            return Map.of();
        }
        List<Feature> lines = barriers.orElseThrow().features();
        Map<String, Integer> byKind = new TreeMap<>();
        neighbours
                .cutPairsByBarrier()
                .forEach((barrier, pairs) -> byKind.merge(
                        lines.get(barrier).text(column.get()).map(String::strip).orElse(""), pairs, Integer::sum));
        return byKind;
    }

    /** In normal form: the same rings from the same corner, so that areas are the same to the last bit every time. */
    private static List<Geometry> territories(
            List<Geometry> metric, DistrictOutline outline, DistrictCrs crs, List<Way> ways) {
        return Territories.of(metric, outline.area(), new LonLatGrid(crs), ways).stream()
                .map(Geometry::norm)
                .toList();
    }

    private static List<DistrictOutline.LinkedUnits> islands(AdjacencyResult seen, List<Geometry> metric) {
        return seen.contacts().stream()
                .filter(contact -> contact.inGraph() && contact.kind() == Contact.Kind.NEAREST)
                .map(contact -> new DistrictOutline.LinkedUnits(metric.get(contact.a()), metric.get(contact.b())))
                .toList();
    }

    /** Asked for the pairs of one unit after the other, so one unit's border is enough to keep. */
    private static AdjacencyResult.Border borders(List<Geometry> territories) {
        CommonBorder[] last = new CommonBorder[1];
        int[] of = {-1};
        return (unit, other) -> {
            if (of[0] != unit) {
                of[0] = unit;
                last[0] = new CommonBorder(territories.get(unit));
            }
            return last[0].lengthWith(territories.get(other)) >= LEAST_BORDER_METRES;
        };
    }

    private static void requireDistinctIds(DistrictLayer units) {
        if (units.features().isEmpty()) {
            throw new ImportRefused(
                    RefusalCode.NOTHING_USABLE, units.name(), "no unit is left", RefusalCode.NOTHING_USABLE.whatToDo());
        }
        Map<String, Long> rows = new HashMap<>();
        for (Feature unit : units.features()) {
            Long before = rows.putIfAbsent(unit.id(), unit.row());
            if (before != null) {
                throw new ImportRefused(
                        RefusalCode.NOT_FIT_FOR_USE,
                        units.name() + " rows " + before + " and " + unit.row(),
                        "two units have the id " + unit.id(),
                        "Choose a column whose values differ with --id. Names repeat, so they are no ids.");
            }
        }
    }

    private static List<Geometry> metric(DistrictLayer layer, DistrictCrs crs) {
        return layer.features().stream().map(f -> crs.toMetric(f.geometry())).toList();
    }

    private static Barrier barrier(Feature feature, DistrictCrs crs, OptionalDouble usualMinutes) {
        Geometry line = crs.toMetric(feature.geometry());
        OptionalDouble own = feature.number(MINUTES);
        double minutes = own.orElse(usualMinutes.orElse(0));
        return minutes > 0 ? Barrier.costing(line, minutes) : Barrier.cutting(line);
    }

    /** Returns how many pairs that would be neighbours barriers keep apart, by the category of the barrier; "" where one has none. */
    Map<String, Integer> cutByKind() {
        return cutByKind;
    }

    /** Returns the number of units. */
    public int size() {
        return metric.size();
    }

    /** Returns the layer that the units come from. */
    public DistrictLayer layer() {
        return layer;
    }

    /** Returns the metric CRS of the district. */
    public DistrictCrs crs() {
        return crs;
    }

    /** Returns a unit's outline in the metric CRS. */
    public Geometry metric(int unit) {
        return metric.get(unit);
    }

    /** Returns the territories of the units in the metric CRS: an exact partition of the district. */
    public List<Geometry> territories() {
        return territories;
    }

    /** Returns the land that units enclose and none claims, as far as it is no street or square, in the metric CRS. */
    public List<EnclosedLand> enclosed() {
        return enclosed;
    }

    /** Returns which units are neighbours, and how that was found. */
    public AdjacencyResult adjacency() {
        return adjacency;
    }

    /** Returns the unit in whose territory a metric position lies, or -1. */
    int unitAtMetric(double x, double y) {
        return index.find(x, y);
    }

    /** Returns a position in the metric CRS. */
    Coordinate toMetric(LonLat position) {
        double[] point = {position.lon(), position.lat()};
        crs.toMetric(point, 1);
        return new Coordinate(point[0], point[1]);
    }

    /** Returns a counter that takes a stream of incidents and places each in its unit. */
    public IncidentCounter countIncidents() {
        return countIncidents(Optional.empty());
    }

    /** Returns a counter that leaves out what lies outside a period, where one is stated. */
    public IncidentCounter countIncidents(Optional<IncidentPeriod> stated) {
        return new IncidentCounter(this, stated);
    }
}
