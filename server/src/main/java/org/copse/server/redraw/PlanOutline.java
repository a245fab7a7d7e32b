package org.copse.server.redraw;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts a working plan together from parts that are known by ids: an id that is a number becomes it, the others are numbered in order. */
final class PlanOutline {
    private final Ground ground;
    private final Map<String, DrawnSector> sectors = new LinkedHashMap<>();
    private final Map<String, DrawnBeat> beats = new LinkedHashMap<>();
    private final Set<Integer> sectorNumbers = new HashSet<>();
    private final Set<Integer> beatNumbers = new HashSet<>();
    private final int[] beatOfUnit;
    private boolean coloured = true;

    PlanOutline(Ground ground) {
        this.ground = ground;
        this.beatOfUnit = new int[ground.size()];
    }

    PlanOutline sector(String id, String name) {
        int number = number(id, sectorNumbers);
        sectors.put(id, new DrawnSector(sectors.size() + 1, number, named(name, number), false));
        return this;
    }

    /** @param colour one of six; empty to have all beats coloured so that neighbours differ */
    PlanOutline beat(String id, String sectorId, String name, OptionalInt colour) {
        DrawnSector sector = Optional.ofNullable(sectors.get(sectorId)).orElseThrow();
        int number = number(id, beatNumbers);
        coloured &= colour.isPresent();
        beats.put(
                id,
                new DrawnBeat(beats.size() + 1, number, named(name, number), colour.orElse(0), sector.key(), false));
        return this;
    }

    /** Puts a unit into a beat; nothing happens where one of the two is not there. */
    PlanOutline assign(String unitId, String beatId) {
        DrawnBeat beat = beats.get(beatId);
        if (beat != null) {
            ground.findUnit(unitId).ifPresent(unit -> beatOfUnit[unit] = beat.key());
        }
        return this;
    }

    private static int number(String id, Set<Integer> taken) {
        int number = DrawnBeat.freeNumber(taken, id.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(id) : 1);
        taken.add(number);
        return number;
    }

    private static String named(String name, int number) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return Integer.toString(number);
        }
        return stripped.length() <= DrawnBeat.LONGEST_NAME
                ? stripped
                : stripped.substring(0, DrawnBeat.LONGEST_NAME).strip();
    }

    WorkingPlan done() {
        WorkingPlan.Sketch sketch = WorkingPlan.ofUnits(ground.size()).edit();
        sectors.values().forEach(sketch::put);
        beats.values().forEach(sketch::put);
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            sketch.put(unit, beatOfUnit[unit]);
        }
        WorkingPlan plan = sketch.done();
        if (coloured) {
            return plan;
        }
        Map<Integer, Integer> colours = new HashMap<>(Colours.ofAll(new Drawing(ground, plan)));
        WorkingPlan.Sketch coloring = plan.edit();
        plan.beats().values().forEach(beat -> coloring.put(beat.withColour(colours.getOrDefault(beat.key(), 0))));
        return coloring.done();
    }
}
