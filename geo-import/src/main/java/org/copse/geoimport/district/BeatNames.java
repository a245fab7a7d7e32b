package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.copse.planning.plan.Plan;

/** What people call the beats of a plan: after the neighbourhood, or the area in force, that covers most of their land. */
public final class BeatNames {
    private BeatNames() {}

    /**
     * Returns a name for each beat. Beats after one area are told apart by a number; a beat that lies in no area has its own number as people see
     * it. No two names are the same.
     */
    public static List<String> of(District district, Plan plan) {
        List<Map<String, Double>> land = new ArrayList<>();
        for (int beat = 0; beat < plan.beatCount(); beat++) {
            land.add(new TreeMap<>());
        }
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            Map<String, Double> ofBeat = land.get(plan.beatOf(unit));
            double area = district.territories().get(unit).getArea();
            district.areaName(unit).ifPresent(name -> ofBeat.merge(name, area, Double::sum));
        }
        return apart(land.stream().map(BeatNames::most).toList());
    }

    private static Optional<String> most(Map<String, Double> land) {
        return land.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static List<String> apart(List<Optional<String>> areas) {
        Map<String, Integer> beatsOfArea = new HashMap<>();
        areas.forEach(area -> area.ifPresent(name -> beatsOfArea.merge(name, 1, Integer::sum)));
        Set<String> taken = new HashSet<>();
        beatsOfArea.forEach((name, beats) -> {
            if (beats == 1) {
                taken.add(name);
            }
        });
        List<String> names = new ArrayList<>();
        for (int beat = 0; beat < areas.size(); beat++) {
            String area = areas.get(beat).orElse("");
            if (beatsOfArea.getOrDefault(area, 0) == 1) {
                names.add(area);
                continue;
            }
            int number = area.isEmpty() ? beat + 1 : 1;
            String name = (area + " " + number).strip();
            while (!taken.add(name)) {
                number++;
                name = (area + " " + number).strip();
            }
            names.add(name);
        }
        return names;
    }
}
