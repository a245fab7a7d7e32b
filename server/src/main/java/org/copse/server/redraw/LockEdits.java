package org.copse.server.redraw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.FieldErrors;

/** Edits that lock and unlock units, beats, sectors, or everything. */
final class LockEdits {
    private LockEdits() {}

    static Step lock(Drawing at, EditRequest request) {
        return set(at, request, true);
    }

    static Step unlock(Drawing at, EditRequest request) {
        return set(at, request, false);
    }

    private static Step set(Drawing at, EditRequest request, boolean lock) {
        WorkingPlan.Sketch sketch = at.plan().edit();
        Map<String, Object> values = new HashMap<>();
        List<String> units = request.units();
        if (units != null && !units.isEmpty()) {
            int[] found = at.units(units);
            for (int unit : found) {
                sketch.lockUnit(unit, lock);
            }
            values.put("units", found.length);
        }
        List<Integer> beats = request.beats();
        if (beats != null && !beats.isEmpty()) {
            List<DrawnBeat> found = at.beats(beats);
            found.forEach(beat -> sketch.put(beat.withLock(lock)));
            values.put("beats", found.stream().map(DrawnBeat::number).toList());
        }
        List<Integer> sectors = request.sectors();
        if (sectors != null && !sectors.isEmpty()) {
            List<DrawnSector> found =
                    sectors.stream().map(at::sector).distinct().toList();
            found.forEach(sector -> sketch.put(sector.withLock(lock)));
            values.put("sectors", found.stream().map(DrawnSector::number).toList());
        }
        if (Boolean.TRUE.equals(request.all())) {
            sketch.lockAll(lock);
            values.put("all", true);
        }
        if (values.isEmpty()) {
            throw FieldErrors.of("units", "is missing: name units, beats or sectors, or say all");
        }
        return Step.of(sketch, lock ? "lock" : "unlock", values);
    }
}
