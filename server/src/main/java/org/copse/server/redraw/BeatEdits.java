package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.server.proposal.MapColours;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.FieldErrors;

/** Edits of beats: new ones, two made one, one made several, and what they are called. */
final class BeatEdits {
    private static final int MOST_PARTS = 9;

    private BeatEdits() {}

    static Step create(Drawing at, EditRequest request) {
        WorkingPlan plan = at.plan();
        requireRoom(at, 1);
        int number = request.number() == null
                ? DrawnBeat.nextNumber(plan.beatNumbers())
                : Drawing.within("number", request.number(), 1, DrawnBeat.HIGHEST_NUMBER);
        if (plan.findBeat(number).isPresent()) {
            throw Refusal.of("number-taken", Map.of("number", number), "There is a beat " + number + " already.");
        }
        if (plan.locked()) {
            throw Refusal.allLocked(plan.unitCount());
        }
        DrawnSector sector =
                request.sector() == null ? SectorEdits.firstOpen(plan) : SectorEdits.open(at.sector(request.sector()));
        int[] units = request.units() == null || request.units().isEmpty() ? new int[0] : at.units(request.units());
        DrawnBeat beat = new DrawnBeat(
                Drawing.freshKey(plan.beats()),
                number,
                request.name() == null ? Integer.toString(number) : Drawing.name(request.name()),
                Colours.ofNewBeat(at, units),
                sector.key(),
                false);
        WorkingPlan.Sketch sketch = plan.edit().put(beat);
        int moved = 0;
        int locked = 0;
        for (int unit : units) {
            if (plan.isHeld(unit)) {
                locked++;
            } else {
                sketch.put(unit, beat.key());
                moved++;
            }
        }
        if (units.length > 0 && moved == 0) {
            throw Refusal.allLocked(locked);
        }
        return new Step(
                sketch.done(),
                new EditName("new-beat", Map.of("beat", number, "units", moved)),
                new Drawing.Left(locked, 0));
    }

    /** Refuses more beats than there are units: each officer needs one. */
    static void requireRoom(Drawing at, int more) {
        int beats = at.plan().beats().size() + more;
        if (beats > at.ground().size()) {
            throw Refusal.of(
                    "too-many-beats",
                    Map.of("beats", beats, "units", at.ground().size()),
                    beats + " beats are more than the " + at.ground().size() + " units.");
        }
    }

    static Step merge(Drawing at, EditRequest request) {
        DrawnBeat into = at.openBeat(request.into());
        List<DrawnBeat> gone = new ArrayList<>(at.beats(request.beats()));
        gone.remove(into);
        if (gone.isEmpty()) {
            throw Refusal.nothingToDo();
        }
        WorkingPlan.Sketch sketch = at.plan().edit();
        for (DrawnBeat beat : gone) {
            take(at, beat, sketch, into.key());
        }
        return Step.of(
                sketch,
                "merge",
                Map.of("beats", gone.stream().map(DrawnBeat::number).toList(), "into", into.number()));
    }

    static Step remove(Drawing at, EditRequest request) {
        DrawnBeat beat = at.beat(request.beat());
        if (at.plan().beats().size() == 1) {
            throw Refusal.of("last-beat", Map.of("beat", beat.number()), "A plan needs at least one beat.");
        }
        WorkingPlan.Sketch sketch = at.plan().edit();
        take(at, beat, sketch, WorkingPlan.NONE);
        return Step.of(sketch, "remove-beat", Map.of("beat", beat.number()));
    }

    /** Takes a beat off the plan; its units go to another, or to none. */
    private static void take(Drawing at, DrawnBeat beat, WorkingPlan.Sketch sketch, int target) {
        at.openBeat(beat.number());
        int held = 0;
        for (int unit : at.plan().unitsOf(beat.key())) {
            held += at.plan().isHeld(unit) ? 1 : 0;
            sketch.put(unit, target);
        }
        if (held > 0) {
            throw Refusal.of(
                    "units-locked",
                    Map.of("beat", beat.number(), "units", held),
                    held + " units of beat " + beat.number() + " are locked. Unlock them first.");
        }
        sketch.withoutBeat(beat.key());
    }

    static Step split(Drawing at, EditRequest request) {
        DrawnBeat beat = at.openBeat(request.beat());
        int parts = request.parts() == null ? 2 : Drawing.within("parts", request.parts(), 2, MOST_PARTS);
        requireRoom(at, parts - 1);
        int[] units = at.plan().unitsOf(beat.key());
        int[] partOfUnit = new Division(at).split(beat, units, parts);
        WorkingPlan.Sketch sketch = at.plan().edit();
        List<Integer> numbers = new ArrayList<>(List.of(beat.number()));
        WorkingPlan grown = at.plan();
        for (int part = 1; part < parts; part++) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < units.length; i++) {
                if (partOfUnit[i] == part) {
                    own.add(units[i]);
                }
            }
            int number = DrawnBeat.nextNumber(grown.beatNumbers());
            DrawnBeat made = new DrawnBeat(
                    Drawing.freshKey(grown.beats()),
                    number,
                    beat.name().equals(Integer.toString(beat.number())) ? Integer.toString(number) : apart(beat, part),
                    Colours.ofNewBeat(
                            new Drawing(at.ground(), grown),
                            own.stream().mapToInt(Integer::intValue).toArray()),
                    beat.sector(),
                    false);
            sketch.put(made);
            own.forEach(unit -> sketch.put(unit, made.key()));
            numbers.add(number);
            grown = sketch.done();
        }
        return Step.of(sketch, "split", Map.of("beat", beat.number(), "parts", parts, "beats", numbers));
    }

    private static String apart(DrawnBeat beat, int part) {
        String name = beat.name() + " " + (part + 1);
        return name.length() <= DrawnBeat.LONGEST_NAME ? name : beat.name();
    }

    static Step renumber(Drawing at, EditRequest request) {
        int number = Drawing.within("number", request.number(), 1, DrawnBeat.HIGHEST_NUMBER);
        WorkingPlan.Sketch sketch = at.plan().edit();
        if (request.beat() != null) {
            DrawnBeat beat = at.beat(request.beat());
            at.plan().findBeat(number).ifPresent(other -> sketch.put(other.withNumber(beat.number())));
            sketch.put(beat.withNumber(number));
            return Step.of(sketch, "renumber", Map.of("beat", beat.number(), "number", number));
        }
        DrawnSector sector = at.sector(request.sector());
        at.plan().findSector(number).ifPresent(other -> sketch.put(other.withNumber(sector.number())));
        sketch.put(sector.withNumber(number));
        return Step.of(sketch, "renumber", Map.of("sector", sector.number(), "number", number));
    }

    static Step rename(Drawing at, EditRequest request) {
        String name = Drawing.name(request.name());
        WorkingPlan.Sketch sketch = at.plan().edit();
        if (request.beat() != null) {
            DrawnBeat beat = at.beat(request.beat());
            sketch.put(beat.withName(name));
            return Step.of(sketch, "rename", Map.of("beat", beat.number(), "name", name, "before", beat.name()));
        }
        DrawnSector sector = at.sector(request.sector());
        sketch.put(sector.withName(name));
        return Step.of(sketch, "rename", Map.of("sector", sector.number(), "name", name, "before", sector.name()));
    }

    static Step recolour(Drawing at, EditRequest request) {
        WorkingPlan.Sketch sketch = at.plan().edit();
        if (Boolean.TRUE.equals(request.all())) {
            Map<Integer, Integer> colours = Colours.ofAll(at);
            at.plan()
                    .beats()
                    .values()
                    .forEach(beat -> sketch.put(beat.withColour(Objects.requireNonNull(colours.get(beat.key())))));
            return Step.of(sketch, "recolour", Map.of("all", true));
        }
        if (request.beat() == null) {
            throw FieldErrors.of("beat", "is missing: name a beat, or say all");
        }
        DrawnBeat beat = at.beat(request.beat());
        int colour = Drawing.within("colour", request.colour(), 0, MapColours.COLOURS - 1);
        sketch.put(beat.withColour(colour));
        return Step.of(sketch, "recolour", Map.of("beat", beat.number(), "colour", colour));
    }
}
