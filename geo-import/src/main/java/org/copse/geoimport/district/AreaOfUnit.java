package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.Role;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which area of another layer, a neighbourhood or a beat in force, each unit belongs to: the one that covers most of it. */
final class AreaOfUnit {
    private static final int NONE = -1;
    private static final long MOST_VERTEX_PAIRS = 40_000_000;

    private final int[] areaOfUnit;
    private final List<String> labels;
    private final Map<String, String> names;

    private AreaOfUnit(int[] areaOfUnit, List<String> labels, Map<String, String> names) {
        this.areaOfUnit = areaOfUnit;
        this.labels = labels;
        this.names = names;
    }

    /** Returns areas by the layer of a kind; where there is none, by a column of the units; empty without either. */
    static Optional<AreaOfUnit> find(UnitMap map, DistrictInputs inputs, LayerKind kind, Role role) {
        return inputs.find(kind)
                .map(layer -> byOverlap(map, layer, role))
                .or(() -> map.layer().findColumn(role).map(column -> byColumn(map, column)));
    }

    /** Returns areas by the value of a column of the units themselves. */
    private static AreaOfUnit byColumn(UnitMap map, String column) {
        return label(
                map.layer().features().stream()
                        .map(unit -> unit.text(column).map(String::strip).filter(text -> !text.isEmpty()))
                        .toList(),
                Map.of());
    }

    /**
     * Returns areas by the largest overlap. Features with one id are parts of one area: their overlaps add up.
     *
     * @param role the column that identifies an area, if the layer has it; else the feature's id does
     */
    private static AreaOfUnit byOverlap(UnitMap map, DistrictLayer layer, Role role) {
        List<Geometry> areas = layer.features().stream()
                .map(f -> map.crs().toMetric(f.geometry()))
                .toList();
        STRtree tree = new STRtree();
        for (int a = 0; a < areas.size(); a++) {
            tree.insert(areas.get(a).getEnvelopeInternal(), a);
        }
        Optional<String> column = layer.findColumn(role).or(() -> layer.findColumn(Role.ID));
        if (role == Role.BEAT && column.isEmpty()) {
            throw new ImportRefused(
                    RefusalCode.ROLE_MISSING,
                    layer.name(),
                    "no column says which beat in force an area is",
                    "Name the column with --in-force-id, or as the beat when the layer is imported.");
        }
        List<String> ids = layer.features().stream().map(f -> id(f, column)).toList();
        List<Optional<String>> largest = new ArrayList<>();
        for (int u = 0; u < map.size(); u++) {
            largest.add(largestOverlap(map.metric(u), areas, ids, tree));
        }
        return label(largest, names(layer, ids));
    }

    private static String id(Feature area, Optional<String> column) {
        return column.flatMap(area::text)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .orElse(area.id());
    }

    /** Returns the id that covers most of a unit, of several alike the first in the layer; empty when none does. */
    private static Optional<String> largestOverlap(
            Geometry unit, List<Geometry> areas, List<String> ids, STRtree tree) {
        Point inside = unit.getInteriorPoint();
        List<Integer> candidates = new ArrayList<>();
        tree.query(unit.getEnvelopeInternal(), found -> candidates.add((Integer) found));
        Map<String, Double> overlaps = new LinkedHashMap<>();
        candidates.stream()
                .sorted()
                .forEach(area -> overlaps.merge(ids.get(area), overlap(unit, areas.get(area), inside), Double::sum));
        Optional<String> best = Optional.empty();
        double most = 0;
        for (Map.Entry<String, Double> candidate : overlaps.entrySet()) {
            if (candidate.getValue() > most) {
                most = candidate.getValue();
                best = Optional.of(candidate.getKey());
            }
        }
        return best;
    }

    /** Returns the common area; where an overlay would cost too much, all or nothing by a point inside the unit. */
    private static double overlap(Geometry unit, Geometry area, Point inside) {
        if ((long) unit.getNumPoints() * area.getNumPoints() > MOST_VERTEX_PAIRS) {
            return area.intersects(inside) ? unit.getArea() : 0;
        }
        return OverlayNGRobust.overlay(unit, area, OverlayNG.INTERSECTION).getArea();
    }

    private static AreaOfUnit label(List<Optional<String>> ids, Map<String, String> names) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] areaOfUnit = new int[ids.size()];
        for (int u = 0; u < areaOfUnit.length; u++) {
            areaOfUnit[u] = ids.get(u).map(id -> number(numbers, id)).orElse(NONE);
        }
        return new AreaOfUnit(areaOfUnit, new ArrayList<>(numbers.keySet()), names);
    }

    private static int number(Map<String, Integer> numbers, String id) {
        return numbers.computeIfAbsent(id, unseen -> numbers.size());
    }

    /** Returns the number of each unit's area, from 0; -1 for none. */
    int[] perUnit() {
        return areaOfUnit.clone();
    }

    private static Map<String, String> names(DistrictLayer layer, List<String> ids) {
        Map<String, String> names = new HashMap<>();
        layer.findColumn(Role.NAME).ifPresent(column -> {
            for (int a = 0; a < ids.size(); a++) {
                String id = ids.get(a);
                layer.features().get(a).text(column).map(String::strip).ifPresent(name -> names.putIfAbsent(id, name));
            }
        });
        return names;
    }

    /** Returns the name of a unit's area, or its id where it has none; empty for a unit in no area. */
    Optional<String> nameOf(int unit) {
        return areaOfUnit[unit] == NONE
                ? Optional.empty()
                : Optional.of(labels.get(areaOfUnit[unit]))
                        .map(label -> names.getOrDefault(label, label))
                        .filter(name -> !name.isEmpty());
    }

    /** Returns the areas' ids by number. */
    List<String> labels() {
        return labels;
    }

    /** Returns whether any unit belongs to an area. */
    boolean coversUnits() {
        return !labels.isEmpty();
    }

    long unitsWithout() {
        return Arrays.stream(areaOfUnit).filter(area -> area == NONE).count();
    }
}
