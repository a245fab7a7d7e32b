package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.FieldErrors;

/** Edits of sectors: new ones, which beats they have, and two made one. */
final class SectorEdits {
    private SectorEdits() {}

    static Step create(Drawing at, EditRequest request) {
        WorkingPlan plan = at.plan();
        int number = request.number() == null
                ? DrawnBeat.nextNumber(plan.sectorNumbers())
                : Drawing.within("number", request.number(), 1, DrawnBeat.HIGHEST_NUMBER);
        if (plan.findSector(number).isPresent()) {
            throw Refusal.of("number-taken", Map.of("number", number), "There is a sector " + number + " already.");
        }
        DrawnSector sector = new DrawnSector(
                Drawing.freshKey(plan.sectors()),
                number,
                request.name() == null ? Integer.toString(number) : Drawing.name(request.name()),
                false);
        WorkingPlan.Sketch sketch = plan.edit().put(sector);
        if (request.beats() != null && !request.beats().isEmpty()) {
            at.beats(request.beats())
                    .forEach(beat -> sketch.put(movable(at, beat).withSector(sector.key())));
        }
        return Step.of(sketch, "new-sector", Map.of("sector", number));
    }

    static Step moveBeats(Drawing at, EditRequest request) {
        DrawnSector sector = open(at.sector(request.sector()));
        List<DrawnBeat> beats = at.beats(request.beats());
        WorkingPlan.Sketch sketch = at.plan().edit();
        beats.stream()
                .filter(beat -> beat.sector() != sector.key())
                .forEach(beat -> sketch.put(movable(at, beat).withSector(sector.key())));
        return Step.of(
                sketch,
                "move-beats",
                Map.of("beats", beats.stream().map(DrawnBeat::number).toList(), "sector", sector.number()));
    }

    static Step merge(Drawing at, EditRequest request) {
        DrawnSector into = open(at.sector(request.into()));
        if (request.sectors() == null || request.sectors().isEmpty()) {
            throw FieldErrors.of("sectors", "is missing: name at least one sector");
        }
        Set<DrawnSector> gone = new LinkedHashSet<>();
        request.sectors().forEach(number -> gone.add(open(at.sector(number))));
        gone.remove(into);
        WorkingPlan.Sketch sketch = at.plan().edit();
        List<Integer> numbers = new ArrayList<>();
        for (DrawnSector sector : gone) {
            at.plan().beats().values().stream()
                    .filter(beat -> beat.sector() == sector.key())
                    .forEach(beat -> sketch.put(movable(at, beat).withSector(into.key())));
            sketch.withoutSector(sector.key());
            numbers.add(sector.number());
        }
        return Step.of(sketch, "merge-sectors", Map.of("sectors", numbers, "into", into.number()));
    }

    private static DrawnBeat movable(Drawing at, DrawnBeat beat) {
        if (at.plan().isClosed(beat.key())) {
            throw Refusal.beatLocked(beat.number());
        }
        return beat;
    }

    /** Returns the sector of the lowest number that is not locked. */
    static DrawnSector firstOpen(WorkingPlan plan) {
        List<DrawnSector> sectors = plan.sectorsByNumber();
        return sectors.stream().filter(sector -> !sector.locked()).findFirst().orElseGet(() -> open(sectors.get(0)));
    }

    /** Returns the sector, which beats may come into and leave. */
    static DrawnSector open(DrawnSector sector) {
        if (sector.locked()) {
            throw Refusal.of(
                    "sector-locked",
                    Map.of("sector", sector.number()),
                    "Sector " + sector.number() + " is locked. Unlock it first.");
        }
        return sector;
    }
}
