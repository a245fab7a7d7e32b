package org.copse.planning.plan;

import java.util.Arrays;

/**
 * An assignment of every unit to a beat and of every beat to a sector. Immutable. Units, beats and sectors are numbered from 0; people see
 * beats and sectors from 1.
 */
public final class Plan {

    private final int[] beatOfUnit;
    private final int[] sectorOfBeat;
    private final int sectorCount;

    private Plan(int[] beatOfUnit, int[] sectorOfBeat, int sectorCount) {
        this.beatOfUnit = beatOfUnit;
        this.sectorOfBeat = sectorOfBeat;
        this.sectorCount = sectorCount;
    }

    /**
     * Returns a plan. Beats are 0 to {@code sectorOfBeat.length - 1}, sectors 0 to the largest of {@code sectorOfBeat}. Throws {@link
     * IllegalArgumentException} for a number out of range. A beat may be empty: edited plans are not always whole.
     */
    public static Plan of(int[] beatOfUnit, int[] sectorOfBeat) {
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            if (beatOfUnit[unit] < 0 || beatOfUnit[unit] >= sectorOfBeat.length) {
                throw new IllegalArgumentException("unit " + unit + " is in beat " + beatOfUnit[unit]
                        + ", but beats are 0 to " + (sectorOfBeat.length - 1));
            }
        }
        int sectors = 0;
        for (int beat = 0; beat < sectorOfBeat.length; beat++) {
            if (sectorOfBeat[beat] < 0) {
                throw new IllegalArgumentException("beat " + beat + " is in sector " + sectorOfBeat[beat]);
            }
            sectors = Math.max(sectors, sectorOfBeat[beat] + 1);
        }
        return new Plan(beatOfUnit.clone(), sectorOfBeat.clone(), sectors);
    }

    /** Returns a plan of one sector, with as many beats as the largest number in {@code beatOfUnit} says. */
    public static Plan ofBeats(int... beatOfUnit) {
        return of(beatOfUnit, new int[Arrays.stream(beatOfUnit).max().orElse(-1) + 1]);
    }

    /** Returns the number of units. */
    public int unitCount() {
        return beatOfUnit.length;
    }

    /** Returns the number of beats. */
    public int beatCount() {
        return sectorOfBeat.length;
    }

    /** Returns the number of sectors. */
    public int sectorCount() {
        return sectorCount;
    }

    /** Returns the beat of a unit. */
    public int beatOf(int unit) {
        return beatOfUnit[unit];
    }

    /** Returns the sector of a beat. */
    public int sectorOfBeat(int beat) {
        return sectorOfBeat[beat];
    }

    /** Returns the sector of a unit. */
    public int sectorOfUnit(int unit) {
        return sectorOfBeat[beatOfUnit[unit]];
    }

    /** Returns the units of a beat, in order. */
    public int[] unitsOfBeat(int beat) {
        int[] found = new int[unitCount()];
        int count = 0;
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            if (beatOfUnit[unit] == beat) {
                found[count++] = unit;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Returns a copy of the beat of every unit. */
    public int[] beatOfUnit() {
        return beatOfUnit.clone();
    }

    /** Returns a copy of the sector of every beat. */
    public int[] sectorOfBeat() {
        return sectorOfBeat.clone();
    }

    /** Returns this plan with one unit in another beat. */
    public Plan withUnit(int unit, int beat) {
        int[] changed = beatOfUnit.clone();
        changed[unit] = beat;
        return of(changed, sectorOfBeat);
    }

    /**
     * Returns this plan with its beats and sectors renumbered so that as many residents as possible keep the numbers that they have in {@code
     * other}. Only then does a difference between two plans count what really changes.
     *
     * @param residents people per unit, 0 or more; empty units count a little, so that they too keep their number where they can
     */
    public Plan relabelledLike(Plan other, double[] residents) {
        if (other.unitCount() != unitCount() || residents.length != unitCount()) {
            throw new IllegalArgumentException("plans of " + unitCount() + " and " + other.unitCount()
                    + " units and residents of " + residents.length + " do not match");
        }
        int[] beatNumber = LabelMatching.match(
                beatCount(), other.beatCount(), unitCount(), this::beatOf, other::beatOf, residents);
        int[] sectorNumber = LabelMatching.match(
                sectorCount, other.sectorCount, unitCount(), this::sectorOfUnit, other::sectorOfUnit, residents);
        int[] units = new int[unitCount()];
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = beatNumber[beatOfUnit[unit]];
        }
        int[] beats = new int[beatCount()];
        for (int beat = 0; beat < beats.length; beat++) {
            beats[beatNumber[beat]] = sectorNumber[sectorOfBeat[beat]];
        }
        return new Plan(units, beats, sectorCount);
    }

    /**
     * Returns for each beat the beat of another plan that it corresponds to: one to one, so that as many residents as possible are in
     * corresponding beats; -1 for a beat that is left over, or shares no unit with what is.
     *
     * @param residents people per unit, 0 or more; empty units count a little
     */
    public int[] beatsMatchedTo(Plan other, double[] residents) {
        if (other.unitCount() != unitCount() || residents.length != unitCount()) {
            throw new IllegalArgumentException("plans of " + unitCount() + " and " + other.unitCount()
                    + " units and residents of " + residents.length + " do not match");
        }
        return LabelMatching.partners(
                beatCount(), other.beatCount(), unitCount(), this::beatOf, other::beatOf, residents);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Plan other
                && Arrays.equals(beatOfUnit, other.beatOfUnit)
                && Arrays.equals(sectorOfBeat, other.sectorOfBeat);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(beatOfUnit) + Arrays.hashCode(sectorOfBeat);
    }

    /** Returns the beats of all units as people number them, for tests and logs. */
    @Override
    public String toString() {
        return "Plan[" + beatCount() + " beats in " + sectorCount + " sectors of " + unitCount() + " units]";
    }
}
