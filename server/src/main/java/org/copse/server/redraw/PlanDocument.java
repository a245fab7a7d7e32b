package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.server.proposal.MapColours;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A whole working plan on the wire.
 *
 * @param units the number of each unit's beat, in the order of the scenario's units; null for none
 * @param beats in the order of their numbers
 * @param sectors in the order of their numbers
 * @param lockedUnits ids of the units that are locked one by one
 * @param locked whether everything is
 */
record PlanDocument(
        @Nullable List<@Nullable Integer> units,
        @Nullable List<Beat> beats,
        @Nullable List<Sector> sectors,
        @Nullable List<String> lockedUnits,
        boolean locked) {

    /**
     * A beat.
     *
     * @param sector the sector's number
     */
    record Beat(int number, @Nullable String name, int colour, int sector, boolean locked) {}

    /** A sector. */
    record Sector(int number, @Nullable String name, boolean locked) {}

    static PlanDocument of(WorkingPlan plan, Ground ground) {
        List<@Nullable Integer> units = new ArrayList<>(plan.unitCount());
        for (int unit = 0; unit < plan.unitCount(); unit++) {
            DrawnBeat beat = plan.beats().get(plan.beatOf(unit));
            units.add(beat == null ? null : beat.number());
        }
        return new PlanDocument(
                units,
                plan.beatsByNumber().stream()
                        .map(beat -> new Beat(
                                beat.number(),
                                beat.name(),
                                beat.colour(),
                                Objects.requireNonNull(plan.sectors().get(beat.sector()))
                                        .number(),
                                beat.locked()))
                        .toList(),
                plan.sectorsByNumber().stream()
                        .map(sector -> new Sector(sector.number(), sector.name(), sector.locked()))
                        .toList(),
                plan.lockedUnits().stream().mapToObj(ground::unitId).toList(),
                plan.locked());
    }

    /**
     * Returns the plan that this is. A beat or sector of a number that the plan before has goes on under its key.
     *
     * @throws org.copse.server.system.ProblemException naming the field that is wrong
     */
    WorkingPlan toPlan(Ground ground, WorkingPlan before) {
        if (units == null || units.size() != ground.size()) {
            throw FieldErrors.of(
                    "units",
                    "must have the beat of each of the " + ground.size() + " units, not "
                            + (units == null ? 0 : units.size()));
        }
        WorkingPlan.Sketch sketch = WorkingPlan.ofUnits(ground.size()).edit();
        Map<Integer, Integer> sectorKeys = sectors(sketch, before);
        Map<Integer, Integer> beatKeys = beats(sketch, before, sectorKeys);
        if (beatKeys.size() > ground.size()) {
            throw FieldErrors.of("beats", "are more than the " + ground.size() + " units: " + beatKeys.size());
        }
        for (int unit = 0; unit < units.size(); unit++) {
            Integer number = units.get(unit);
            if (number != null) {
                Integer key = beatKeys.get(number);
                if (key == null) {
                    throw FieldErrors.of("units[" + unit + "]", "is in beat " + number + ", which is not in beats");
                }
                sketch.put(unit, key);
            }
        }
        for (String id : present("lockedUnits", lockedUnits)) {
            sketch.lockUnit(ground.findUnit(id).orElseThrow(() -> Refusal.noSuchUnit(id)), true);
        }
        return sketch.lockAll(locked).done();
    }

    private Map<Integer, Integer> sectors(WorkingPlan.Sketch sketch, WorkingPlan before) {
        Map<Integer, Integer> keys = new HashMap<>();
        Map<Integer, DrawnSector> taken = new HashMap<>(before.sectors());
        for (Sector sector : present("sectors", sectors)) {
            int number = Drawing.within("sectors.number", sector.number, 1, DrawnBeat.HIGHEST_NUMBER);
            int key = before.findSector(number).map(DrawnSector::key).orElseGet(() -> Drawing.freshKey(taken));
            DrawnSector drawn = new DrawnSector(key, number, named(sector.name, number), sector.locked);
            if (keys.put(number, key) != null) {
                throw FieldErrors.of("sectors", "have the number " + number + " twice");
            }
            taken.put(key, drawn);
            sketch.put(drawn);
        }
        return keys;
    }

    private Map<Integer, Integer> beats(
            WorkingPlan.Sketch sketch, WorkingPlan before, Map<Integer, Integer> sectorKeys) {
        Map<Integer, Integer> keys = new HashMap<>();
        Map<Integer, DrawnBeat> taken = new HashMap<>(before.beats());
        for (Beat beat : present("beats", beats)) {
            int number = Drawing.within("beats.number", beat.number, 1, DrawnBeat.HIGHEST_NUMBER);
            int colour = Drawing.within("beats.colour", beat.colour, 0, MapColours.COLOURS - 1);
            Integer sector = sectorKeys.get(beat.sector);
            if (sector == null) {
                throw FieldErrors.of(
                        "beats.sector", "of beat " + number + " is " + beat.sector + ", which is not in sectors");
            }
            int key = before.findBeat(number).map(DrawnBeat::key).orElseGet(() -> Drawing.freshKey(taken));
            DrawnBeat drawn = new DrawnBeat(key, number, named(beat.name, number), colour, sector, beat.locked);
            if (keys.put(number, key) != null) {
                throw FieldErrors.of("beats", "have the number " + number + " twice");
            }
            taken.put(key, drawn);
            sketch.put(drawn);
        }
        if (keys.isEmpty()) {
            throw FieldErrors.of("beats", "is missing: a plan needs at least one beat");
        }
        return keys;
    }

    /** Returns the elements of a list, of which a client may have sent none, or null ones. */
    private static <T> List<T> present(String field, @Nullable List<T> list) {
        List<T> elements = list == null ? List.of() : list;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) == null) {
                throw FieldErrors.of(field + "[" + i + "]", "is missing");
            }
        }
        return elements;
    }

    private static String named(@Nullable String name, int number) {
        return name == null ? Integer.toString(number) : Drawing.name(name);
    }
}
