package org.copse.server.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * How the beats of a plan before and of a plan to come share residents, and which officer would go on where: of all pairs of an old and a
 * new beat, the one that shares most residents is matched first, then the next of those left, and so on. Old beats that share no resident
 * with a beat left over pass nobody on.
 */
final class CarryOver {
    private final List<Overlap> overlaps;
    private final Map<String, String> beatBeforeOfUnit;

    private CarryOver(List<Overlap> overlaps, Map<String, String> beatBeforeOfUnit) {
        this.overlaps = overlaps;
        this.beatBeforeOfUnit = beatBeforeOfUnit;
    }

    /** How many residents of an old beat are in a new one. */
    record Overlap(String before, String now, double residents) {}

    /**
     * Returns how beats share residents.
     *
     * @param before the beats before, with their territories
     * @param now the units of the plan to come
     */
    static CarryOver of(List<BeatTerritory> before, List<NewPlan.Unit> now) {
        Map<String, String> beatOfUnit = new HashMap<>();
        List<Overlap> overlaps = new ArrayList<>();
        for (BeatTerritory beat : before) {
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(beat.lonLat());
            Map<String, Double> residents = new TreeMap<>();
            for (NewPlan.Unit unit : now) {
                Coordinate at = new Coordinate(unit.at().lon(), unit.at().lat());
                if (beat.lonLat().getEnvelopeInternal().contains(at)
                        && locator.locate(at) != Location.EXTERIOR
                        && beatOfUnit.putIfAbsent(unit.id(), beat.id()) == null
                        && unit.residents() > 0) {
                    residents.merge(unit.beatId(), unit.residents(), Double::sum);
                }
            }
            residents.forEach((id, shared) -> overlaps.add(new Overlap(beat.id(), id, shared)));
        }
        overlaps.sort(Comparator.comparingDouble(Overlap::residents)
                .reversed()
                .thenComparing(Overlap::before)
                .thenComparing(Overlap::now));
        return new CarryOver(overlaps, beatOfUnit);
    }

    /** Returns the old beat for each new beat that keeps an officer, of the old beats that have one. */
    Map<String, String> match(Set<String> withOfficer) {
        Set<String> takenBefore = new HashSet<>();
        Map<String, String> matched = new LinkedHashMap<>();
        for (Overlap overlap : overlaps) {
            if (withOfficer.contains(overlap.before())
                    && !matched.containsKey(overlap.now())
                    && takenBefore.add(overlap.before())) {
                matched.put(overlap.now(), overlap.before());
            }
        }
        return matched;
    }

    /** Returns the new beats that share residents with an old one, the most first. */
    List<Overlap> after(String before) {
        return overlaps.stream()
                .filter(overlap -> overlap.before().equals(before))
                .toList();
    }

    /** Returns the old beat in which most residents of a new one lived, if any did. */
    Optional<String> mostlyBefore(String now) {
        return overlaps.stream()
                .filter(overlap -> overlap.now().equals(now))
                .map(Overlap::before)
                .findFirst();
    }

    /** Returns how many residents an old and a new beat share. */
    double shared(String before, String now) {
        return overlaps.stream()
                .filter(overlap ->
                        overlap.before().equals(before) && overlap.now().equals(now))
                .mapToDouble(Overlap::residents)
                .sum();
    }

    /** Returns the old beat in which a unit lies, if any. */
    Optional<String> beatBefore(String unit) {
        return Optional.ofNullable(beatBeforeOfUnit.get(unit));
    }
}
