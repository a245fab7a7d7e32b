package org.copse.server.redraw;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.copse.server.proposal.MapColours;

/**
 * A beat of a working plan.
 *
 * @param key tells it from every other beat of the plan, whatever its number; more than 0
 * @param number that people see, from 1
 * @param name that people call it by
 * @param colour one of six, from 0
 * @param sector the key of its sector
 * @param locked whether no unit leaves or enters it
 */
record DrawnBeat(int key, int number, String name, int colour, int sector, boolean locked) {
    static final int LONGEST_NAME = 200;
    static final int HIGHEST_NUMBER = 99_999;

    DrawnBeat {
        requireParticulars("beat", key, number, name);
        if (colour < 0 || colour >= MapColours.COLOURS) {
            throw new IllegalArgumentException(
                    "beat " + number + " has colour " + colour + ", not 0 to " + (MapColours.COLOURS - 1));
        }
    }

    static void requireParticulars(String what, int key, int number, String name) {
        if (key < 1) {
            throw new IllegalArgumentException("a " + what + " has key " + key + ", not 1 or more");
        }
        if (number < 1 || number > HIGHEST_NUMBER) {
            throw new IllegalArgumentException("a " + what + " has number " + number + ", not 1 to " + HIGHEST_NUMBER);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    what + " " + number + " has a name of " + name.length() + " characters, not 1 to " + LONGEST_NAME);
        }
    }

    /**
     * Returns a number that is free: the wanted one, the next after it, or where there is none up to the highest, the lowest.
     *
     * @param wanted from 1; it may be more than the highest
     */
    static int freeNumber(Set<Integer> taken, int wanted) {
        return IntStream.concat(
                        IntStream.rangeClosed(wanted, HIGHEST_NUMBER),
                        IntStream.rangeClosed(1, Math.min(wanted - 1, HIGHEST_NUMBER)))
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "number-taken",
                        Map.of("number", HIGHEST_NUMBER),
                        "All numbers up to " + HIGHEST_NUMBER + " are taken."));
    }

    /** Returns the number after the highest of these, or the lowest that is free where that is the highest of all. */
    static int nextNumber(Set<Integer> taken) {
        return freeNumber(
                taken, 1 + taken.stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    DrawnBeat withNumber(int other) {
        return new DrawnBeat(key, other, name, colour, sector, locked);
    }

    DrawnBeat withName(String other) {
        return new DrawnBeat(key, number, other, colour, sector, locked);
    }

    DrawnBeat withColour(int other) {
        return new DrawnBeat(key, number, name, other, sector, locked);
    }

    DrawnBeat withSector(int other) {
        return new DrawnBeat(key, number, name, colour, other, locked);
    }

    DrawnBeat withLock(boolean other) {
        return new DrawnBeat(key, number, name, colour, sector, other);
    }
}
