package org.copse.planning.plan;

import java.util.Locale;

/**
 * A beat, sector or unit that something is said of.
 *
 * @param id as people know it: the number from 1 of a beat or sector, the id of a unit in its layer
 */
public record Place(Kind kind, String id) {

    /** What there is to speak of. */
    public enum Kind {
        BEAT,
        SECTOR,
        UNIT
    }

    /** Returns a beat that is numbered from 0 inside. */
    public static Place beat(int number) {
        return new Place(Kind.BEAT, Integer.toString(number + 1));
    }

    /** Returns a sector that is numbered from 0 inside. */
    public static Place sector(int number) {
        return new Place(Kind.SECTOR, Integer.toString(number + 1));
    }

    /** Returns a unit by its id. */
    public static Place unit(String id) {
        return new Place(Kind.UNIT, id);
    }

    /** Returns the place in words, such as "beat 3". */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
