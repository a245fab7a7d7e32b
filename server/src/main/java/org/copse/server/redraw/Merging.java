package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lays what one planner changed over what another has saved. Both began at the same plan. What only one of them changed is as they have it; what both
 * changed, as the one who lays it has it. No beat that a unit is in is lost, and a number that both gave goes on to the next free one.
 */
final class Merging {
    private final WorkingPlan base;
    private final WorkingPlan mine;
    private final WorkingPlan theirs;
    private final List<Integer> contested = new ArrayList<>();

    private Merging(WorkingPlan base, WorkingPlan mine, WorkingPlan theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    /**
     * Both plans in one.
     *
     * @param contested units that both put somewhere else, and each elsewhere
     */
    record Both(WorkingPlan plan, List<Integer> contested) {}

    static Both of(WorkingPlan base, WorkingPlan mine, WorkingPlan theirs) {
        Merging merging = new Merging(base, mine, theirs);
        return new Both(merging.plan(), merging.contested);
    }

    private WorkingPlan plan() {
        int[] beatOfUnit = units();
        Map<Integer, DrawnBeat> beats = laid(base.beats(), mine.beats(), theirs.beats());
        for (int key : beatOfUnit) {
            if (key != WorkingPlan.NONE && !beats.containsKey(key)) {
                beats.put(key, either(mine.beats().get(key), theirs.beats().get(key)));
            }
        }
        Map<Integer, DrawnSector> sectors = laid(base.sectors(), mine.sectors(), theirs.sectors());
        for (DrawnBeat beat : beats.values()) {
            int key = beat.sector();
            if (!sectors.containsKey(key)) {
                sectors.put(
                        key, either(mine.sectors().get(key), theirs.sectors().get(key)));
            }
        }
        WorkingPlan.Sketch sketch = theirs.edit();
        theirs.beats().keySet().forEach(sketch::withoutBeat);
        theirs.sectors().keySet().forEach(sketch::withoutSector);
        renumber(beats, sectors, sketch);
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            sketch.put(unit, beatOfUnit[unit]);
            boolean own = mine.lockedUnits().get(unit);
            if (own != base.lockedUnits().get(unit)) {
                sketch.lockUnit(unit, own);
            }
        }
        return sketch.lockAll(mine.locked() == base.locked() ? theirs.locked() : mine.locked())
                .done();
    }

    private int[] units() {
        int[] beatOfUnit = theirs.beatOfUnit();
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            int own = mine.beatOf(unit);
            if (own != base.beatOf(unit)) {
                if (beatOfUnit[unit] != own && beatOfUnit[unit] != base.beatOf(unit)) {
                    contested.add(unit);
                }
                beatOfUnit[unit] = own;
            }
        }
        return beatOfUnit;
    }

    private static <T> Map<Integer, T> laid(Map<Integer, T> base, Map<Integer, T> mine, Map<Integer, T> theirs) {
        TreeMap<Integer, T> laid = new TreeMap<>(theirs);
        Set<Integer> keys = new HashSet<>(base.keySet());
        keys.addAll(mine.keySet());
        for (int key : keys) {
            T own = mine.get(key);
            if (!Objects.equals(own, base.get(key))) {
                if (own == null) {
                    laid.remove(key);
                } else {
                    laid.put(key, own);
                }
            }
        }
        return laid;
    }

    private static <T> T either(@Nullable T mine, @Nullable T theirs) {
        return mine != null ? mine : Objects.requireNonNull(theirs);
    }

    /** Numbers of theirs stay; one of mine that is taken goes on to the next that is free. */
    private void renumber(Map<Integer, DrawnBeat> beats, Map<Integer, DrawnSector> sectors, WorkingPlan.Sketch sketch) {
        Set<Integer> beatNumbers = new HashSet<>();
        beats.values().stream().filter(this::isAsTheirs).forEach(beat -> {
            beatNumbers.add(beat.number());
            sketch.put(beat);
        });
        beats.values().stream()
                .filter(beat -> !isAsTheirs(beat))
                .forEach(beat -> sketch.put(beat.withNumber(free(beat.number(), beatNumbers))));
        Set<Integer> sectorNumbers = new HashSet<>();
        sectors.values().stream().filter(this::isAsTheirs).forEach(sector -> {
            sectorNumbers.add(sector.number());
            sketch.put(sector);
        });
        sectors.values().stream()
                .filter(sector -> !isAsTheirs(sector))
                .forEach(sector -> sketch.put(sector.withNumber(free(sector.number(), sectorNumbers))));
    }

    private boolean isAsTheirs(DrawnBeat beat) {
        DrawnBeat other = theirs.beats().get(beat.key());
        return other != null && other.number() == beat.number();
    }

    private boolean isAsTheirs(DrawnSector sector) {
        DrawnSector other = theirs.sectors().get(sector.key());
        return other != null && other.number() == sector.number();
    }

    private static int free(int wanted, Set<Integer> taken) {
        int number = DrawnBeat.freeNumber(taken, wanted);
        taken.add(number);
        return number;
    }
}
