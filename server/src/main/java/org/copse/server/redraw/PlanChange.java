package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an edit changed: enough to make it again and to take it back.
 *
 * @param units numbers of the units whose beat changed, in order
 * @param from the key of each one's beat before
 * @param to the key of each one's beat after
 * @param lockedUnits units that became locked, or no longer are
 * @param locked whether everything became locked, or no longer is
 */
record PlanChange(
        int[] units,
        int[] from,
        int[] to,
        List<Part<DrawnBeat>> beats,
        List<Part<DrawnSector>> sectors,
        int[] lockedUnits,
        boolean locked) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    PlanChange {
        if (units.length != from.length || units.length != to.length) {
            throw new IllegalArgumentException(
                    units.length + " units change from " + from.length + " beats to " + to.length);
        }
        beats = List.copyOf(beats);
        sectors = List.copyOf(sectors);
    }

    /**
     * A beat or sector before and after.
     *
     * @param before null where it is new
     * @param after null where it is gone
     */
    record Part<T>(int key, @Nullable T before, @Nullable T after) {}

    /** Returns what makes one plan the other. */
    static PlanChange between(WorkingPlan before, WorkingPlan after) {
        if (before.unitCount() != after.unitCount()) {
            throw new IllegalArgumentException(
                    "plans of " + before.unitCount() + " and " + after.unitCount() + " units");
        }
        int[] units = new int[before.unitCount()];
        int count = 0;
        for (int unit = 0; unit < units.length; unit++) {
            if (before.beatOf(unit) != after.beatOf(unit)) {
                units[count++] = unit;
            }
        }
        units = Arrays.copyOf(units, count);
        BitSet locks = before.lockedUnits();
        locks.xor(after.lockedUnits());
        return new PlanChange(
                units,
                Arrays.stream(units).map(before::beatOf).toArray(),
                Arrays.stream(units).map(after::beatOf).toArray(),
                parts(before.beats(), after.beats()),
                parts(before.sectors(), after.sectors()),
                locks.stream().toArray(),
                before.locked() != after.locked());
    }

    private static <T> List<Part<T>> parts(Map<Integer, T> before, Map<Integer, T> after) {
        TreeSet<Integer> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Part<T>> changed = new ArrayList<>();
        for (int key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                changed.add(new Part<>(key, before.get(key), after.get(key)));
            }
        }
        return changed;
    }

    boolean isNone() {
        return units.length == 0 && beats.isEmpty() && sectors.isEmpty() && lockedUnits.length == 0 && !locked;
    }

    /** Returns the plan with the change made; the plan is the one from which it was. */
    WorkingPlan apply(WorkingPlan plan) {
        WorkingPlan.Sketch sketch = plan.edit();
        beats.forEach(part -> put(sketch, part.key, part.after));
        sectors.forEach(part -> put(sketch, part.key, part.after));
        for (int i = 0; i < units.length; i++) {
            sketch.put(units[i], to[i]);
        }
        BitSet now = plan.lockedUnits();
        for (int unit : lockedUnits) {
            sketch.lockUnit(unit, !now.get(unit));
        }
        return sketch.lockAll(plan.locked() != locked).done();
    }

    private static void put(WorkingPlan.Sketch sketch, int key, @Nullable DrawnBeat beat) {
        if (beat == null) {
            sketch.withoutBeat(key);
        } else {
            sketch.put(beat);
        }
    }

    private static void put(WorkingPlan.Sketch sketch, int key, @Nullable DrawnSector sector) {
        if (sector == null) {
            sketch.withoutSector(key);
        } else {
            sketch.put(sector);
        }
    }

    /** Returns what takes the change back. */
    PlanChange reversed() {
        return new PlanChange(units, to, from, reversed(beats), reversed(sectors), lockedUnits, locked);
    }

    private static <T> List<Part<T>> reversed(List<Part<T>> parts) {
        return parts.stream()
                .map(part -> new Part<>(part.key, part.after, part.before))
                .toList();
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    static PlanChange ofJson(String json) {
        return JSON.readValue(json, PlanChange.class);
    }
}
