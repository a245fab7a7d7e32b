package org.copse.server.officer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Decides which officer goes on in which beat of a new plan: of all pairs of an old and a new beat, the one that shares most residents is
 * matched first, then the next of those left, and so on. Old beats that share no resident with a beat left over pass nobody on.
 */
final class CarryOver {
    private CarryOver() {}

    private record Overlap(String before, String now, double residents) {}

    /**
     * Returns the old beat for each new beat that keeps an officer.
     *
     * @param before the beats before, with their territories
     * @param withOfficer those of them that have an officer
     * @param now the units of the new plan
     */
    static Map<String, String> match(List<BeatTerritory> before, Set<String> withOfficer, List<NewPlan.Unit> now) {
        Set<String> takenBefore = new HashSet<>();
        Map<String, String> matched = new LinkedHashMap<>();
        for (Overlap overlap : overlaps(before, withOfficer, now)) {
            if (!matched.containsKey(overlap.now()) && takenBefore.add(overlap.before())) {
                matched.put(overlap.now(), overlap.before());
            }
        }
        return matched;
    }

    private static List<Overlap> overlaps(List<BeatTerritory> before, Set<String> withOfficer, List<NewPlan.Unit> now) {
        List<Overlap> overlaps = new ArrayList<>();
        for (BeatTerritory beat : before) {
            if (withOfficer.contains(beat.id())) {
                IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(beat.lonLat());
                Map<String, Double> residents = new TreeMap<>();
                for (NewPlan.Unit unit : now) {
                    Coordinate at = new Coordinate(unit.at().lon(), unit.at().lat());
                    if (beat.lonLat().getEnvelopeInternal().contains(at)
                            && locator.locate(at) != Location.EXTERIOR
                            && unit.residents() > 0) {
                        residents.merge(unit.beatId(), unit.residents(), Double::sum);
                    }
                }
                residents.forEach((id, shared) -> overlaps.add(new Overlap(beat.id(), id, shared)));
            }
        }
        overlaps.sort(Comparator.comparingDouble(Overlap::residents)
                .reversed()
                .thenComparing(Overlap::before)
                .thenComparing(Overlap::now));
        return overlaps;
    }
}
