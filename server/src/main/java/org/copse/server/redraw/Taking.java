package org.copse.server.redraw;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.copse.server.redraw.Drawing.Left;
import org.copse.server.redraw.Drawing.Step;

/**
 * Takes another plan into a draft as one edit. A beat goes on under its key where the other plan has a beat of its number; what is locked stays as it
 * is, with the units that are locked.
 */
final class Taking {
    private final WorkingPlan now;
    private final WorkingPlan taken;
    private final Map<Integer, Integer> sectorKeys = new HashMap<>();
    private final Map<Integer, Integer> beatKeys = new HashMap<>();
    private final Set<Integer> refused = new HashSet<>();
    private final TreeMap<Integer, DrawnSector> sectors;
    private final TreeMap<Integer, DrawnBeat> beats;

    private Taking(WorkingPlan now, WorkingPlan taken) {
        this.now = now;
        this.taken = taken;
        this.sectors = new TreeMap<>(now.sectors());
        this.beats = new TreeMap<>(now.beats());
    }

    static Step take(Drawing at, WorkingPlan taken, EditName name) {
        if (at.plan().locked()) {
            throw Refusal.allLocked(at.plan().unitCount());
        }
        return new Taking(at.plan(), taken).step(name);
    }

    private Step step(EditName name) {
        for (DrawnSector sector : taken.sectorsByNumber()) {
            Optional<DrawnSector> own = now.findSector(sector.number());
            int key = own.map(DrawnSector::key).orElseGet(() -> Drawing.freshKey(sectors));
            sectorKeys.put(sector.key(), key);
            if (own.isEmpty() || !own.get().locked()) {
                sectors.put(key, new DrawnSector(key, sector.number(), sector.name(), false));
            }
        }
        taken.beatsByNumber().forEach(this::take);
        return finish(name);
    }

    /** No beat comes into a locked sector: one that is there stays in its own, and a new one is not taken. */
    private void take(DrawnBeat beat) {
        int target = sectorKeys.getOrDefault(beat.sector(), 0);
        boolean locked = Optional.ofNullable(now.sectors().get(target))
                .map(DrawnSector::locked)
                .orElse(false);
        Optional<DrawnBeat> own = now.findBeat(beat.number());
        if (own.isEmpty() && locked) {
            refused.add(beat.key());
            return;
        }
        int key = own.map(DrawnBeat::key).orElseGet(() -> Drawing.freshKey(beats));
        beatKeys.put(beat.key(), key);
        if (own.isEmpty() || !now.isClosed(key)) {
            int sector = own.filter(there -> locked).map(DrawnBeat::sector).orElse(target);
            beats.put(key, new DrawnBeat(key, beat.number(), beat.name(), beat.colour(), sector, false));
        }
    }

    private Step finish(EditName name) {
        int[] beatOfUnit = now.beatOfUnit();
        int held = 0;
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            int target = beatKeys.getOrDefault(taken.beatOf(unit), WorkingPlan.NONE);
            if (target == beatOfUnit[unit]) {
                continue;
            }
            if (now.isHeld(unit)
                    || refused.contains(taken.beatOf(unit))
                    || (target != WorkingPlan.NONE && now.isClosed(target))) {
                held++;
            } else {
                beatOfUnit[unit] = target;
            }
        }
        WorkingPlan.Sketch sketch = now.edit();
        sectors.values().forEach(sketch::put);
        beats.values().forEach(sketch::put);
        Map<Integer, Boolean> used = new HashMap<>();
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            sketch.put(unit, beatOfUnit[unit]);
            used.put(beatOfUnit[unit], true);
        }
        now.beats().values().stream()
                .sorted(Comparator.comparingInt(DrawnBeat::number))
                .filter(beat -> !beatKeys.containsValue(beat.key())
                        && !used.containsKey(beat.key())
                        && !now.isClosed(beat.key()))
                .forEach(beat -> {
                    sketch.withoutBeat(beat.key());
                    beats.remove(beat.key());
                });
        now.sectors().values().stream()
                .filter(sector -> !sector.locked()
                        && !sectorKeys.containsValue(sector.key())
                        && beats.values().stream().noneMatch(beat -> beat.sector() == sector.key()))
                .forEach(sector -> sketch.withoutSector(sector.key()));
        return new Step(sketch.done(), name, new Left(held, 0));
    }
}
