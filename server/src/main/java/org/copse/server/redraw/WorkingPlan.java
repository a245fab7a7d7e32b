package org.copse.server.redraw;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan that is being worked on: which beat each unit is in, or none yet, the beats and sectors as people know them, and what is locked.
 * Immutable; {@link #edit} gives a copy to change. Units are numbered from 0, as in the units' layer; beats and sectors are told apart by keys,
 * since their numbers may change.
 */
final class WorkingPlan {
    /** The key of no beat. */
    static final int NONE = 0;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int[] beatOfUnit;
    private final SortedMap<Integer, DrawnBeat> beats;
    private final SortedMap<Integer, DrawnSector> sectors;
    private final BitSet lockedUnits;
    private final boolean locked;

    private WorkingPlan(
            int[] beatOfUnit,
            SortedMap<Integer, DrawnBeat> beats,
            SortedMap<Integer, DrawnSector> sectors,
            BitSet lockedUnits,
            boolean locked) {
        this.beatOfUnit = beatOfUnit;
        this.beats = Collections.unmodifiableSortedMap(beats);
        this.sectors = Collections.unmodifiableSortedMap(sectors);
        this.lockedUnits = lockedUnits;
        this.locked = locked;
        check();
    }

    private void check() {
        requireDifferent("beats", beats.values().stream().map(DrawnBeat::number).toList());
        requireDifferent(
                "sectors", sectors.values().stream().map(DrawnSector::number).toList());
        for (DrawnBeat beat : beats.values()) {
            if (!sectors.containsKey(beat.sector())) {
                throw new IllegalArgumentException("beat " + beat.number() + " is in no sector of the plan");
            }
        }
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            if (beatOfUnit[unit] != NONE && !beats.containsKey(beatOfUnit[unit])) {
                throw new IllegalArgumentException("unit " + unit + " is in no beat of the plan");
            }
        }
        if (lockedUnits.length() > beatOfUnit.length) {
            throw new IllegalArgumentException(
                    "unit " + (lockedUnits.length() - 1) + " is locked, but there are " + beatOfUnit.length + " units");
        }
    }

    private static void requireDifferent(String what, List<Integer> numbers) {
        Set<Integer> seen = new HashSet<>();
        for (int number : numbers) {
            if (!seen.add(number)) {
                throw new IllegalArgumentException("two " + what + " have the number " + number);
            }
        }
    }

    /** Returns a plan of no beats and no sectors, with every unit in none. */
    static WorkingPlan ofUnits(int units) {
        return new WorkingPlan(new int[units], new TreeMap<>(), new TreeMap<>(), new BitSet(), false);
    }

    /** A plan as it is stored. */
    private record Stored(
            int[] units,
            Collection<DrawnBeat> beats,
            Collection<DrawnSector> sectors,
            int[] lockedUnits,
            boolean locked) {}

    /** Returns the plan that {@link #toJson} wrote. */
    static WorkingPlan ofJson(String json) {
        Stored stored = JSON.readValue(json, Stored.class);
        TreeMap<Integer, DrawnBeat> beats = new TreeMap<>();
        stored.beats.forEach(beat -> beats.put(beat.key(), beat));
        TreeMap<Integer, DrawnSector> sectors = new TreeMap<>();
        stored.sectors.forEach(sector -> sectors.put(sector.key(), sector));
        BitSet locks = new BitSet();
        Arrays.stream(stored.lockedUnits).forEach(locks::set);
        return new WorkingPlan(stored.units, beats, sectors, locks, stored.locked);
    }

    String toJson() {
        return JSON.writeValueAsString(new Stored(
                beatOfUnit,
                beats.values(),
                sectors.values(),
                lockedUnits.stream().toArray(),
                locked));
    }

    int unitCount() {
        return beatOfUnit.length;
    }

    /** Returns the key of a unit's beat, {@link #NONE} for none. */
    int beatOf(int unit) {
        return beatOfUnit[unit];
    }

    /** Returns a copy of the keys of all units' beats. */
    int[] beatOfUnit() {
        return beatOfUnit.clone();
    }

    /** Returns the beats by key. */
    Map<Integer, DrawnBeat> beats() {
        return beats;
    }

    /** Returns the sectors by key. */
    Map<Integer, DrawnSector> sectors() {
        return sectors;
    }

    /** Returns the beats in the order of their numbers. */
    List<DrawnBeat> beatsByNumber() {
        return beats.values().stream()
                .sorted(Comparator.comparingInt(DrawnBeat::number))
                .toList();
    }

    /** Returns the sectors in the order of their numbers. */
    List<DrawnSector> sectorsByNumber() {
        return sectors.values().stream()
                .sorted(Comparator.comparingInt(DrawnSector::number))
                .toList();
    }

    Optional<DrawnBeat> findBeat(int number) {
        return beats.values().stream().filter(beat -> beat.number() == number).findFirst();
    }

    Optional<DrawnSector> findSector(int number) {
        return sectors.values().stream()
                .filter(sector -> sector.number() == number)
                .findFirst();
    }

    /** Returns the numbers that beats have. */
    Set<Integer> beatNumbers() {
        return beats.values().stream().map(DrawnBeat::number).collect(Collectors.toSet());
    }

    /** Returns the numbers that sectors have. */
    Set<Integer> sectorNumbers() {
        return sectors.values().stream().map(DrawnSector::number).collect(Collectors.toSet());
    }

    /** Returns the units of a beat, in order. */
    int[] unitsOf(int beatKey) {
        int[] found = new int[beatOfUnit.length];
        int count = 0;
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            if (beatOfUnit[unit] == beatKey) {
                found[count++] = unit;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Returns the units that are locked one by one. */
    BitSet lockedUnits() {
        return (BitSet) lockedUnits.clone();
    }

    /** Returns whether everything is locked. */
    boolean locked() {
        return locked;
    }

    /** Returns whether a beat may neither lose nor take units; {@link #NONE} is never closed but where everything is locked. */
    boolean isClosed(int beatKey) {
        DrawnBeat beat = beats.get(beatKey);
        if (locked || beat == null) {
            return locked;
        }
        DrawnSector sector = sectors.get(beat.sector());
        return beat.locked() || (sector != null && sector.locked());
    }

    /** Returns whether a unit has to stay where it is. */
    boolean isHeld(int unit) {
        return lockedUnits.get(unit) || isClosed(beatOfUnit[unit]);
    }

    /** Returns a copy to change. */
    Sketch edit() {
        return new Sketch(this);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof WorkingPlan other
                && locked == other.locked
                && Arrays.equals(beatOfUnit, other.beatOfUnit)
                && beats.equals(other.beats)
                && sectors.equals(other.sectors)
                && lockedUnits.equals(other.lockedUnits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(beatOfUnit) + beats.hashCode();
    }

    @Override
    public String toString() {
        return "WorkingPlan[" + beatOfUnit.length + " units in " + beats.size() + " beats of " + sectors.size()
                + " sectors]";
    }

    /** A plan as it is being changed; whether it holds together is checked at the end. */
    static final class Sketch {
        private final int[] beatOfUnit;
        private final TreeMap<Integer, DrawnBeat> beats;
        private final TreeMap<Integer, DrawnSector> sectors;
        private final BitSet lockedUnits;
        private boolean locked;

        private Sketch(WorkingPlan plan) {
            beatOfUnit = plan.beatOfUnit.clone();
            beats = new TreeMap<>(plan.beats);
            sectors = new TreeMap<>(plan.sectors);
            lockedUnits = plan.lockedUnits();
            locked = plan.locked;
        }

        Sketch put(int unit, int beatKey) {
            beatOfUnit[unit] = beatKey;
            return this;
        }

        Sketch put(DrawnBeat beat) {
            beats.put(beat.key(), beat);
            return this;
        }

        Sketch put(DrawnSector sector) {
            sectors.put(sector.key(), sector);
            return this;
        }

        Sketch withoutBeat(int key) {
            beats.remove(key);
            return this;
        }

        Sketch withoutSector(int key) {
            sectors.remove(key);
            return this;
        }

        Sketch lockUnit(int unit, boolean lock) {
            lockedUnits.set(unit, lock);
            return this;
        }

        Sketch lockAll(boolean lock) {
            locked = lock;
            return this;
        }

        /**
         * Returns the changed plan.
         *
         * @throws IllegalArgumentException when two beats have one number, or a unit or beat is in what the plan does not have
         */
        WorkingPlan done() {
            return new WorkingPlan(beatOfUnit, beats, sectors, lockedUnits, locked);
        }
    }
}
