package org.copse.samplemaps.land;

import org.locationtech.jts.geom.LineString;

/**
 * One street, from end to end, before it has a name.
 *
 * @param rank how important it is
 * @param line its middle
 * @param number which main street it is a part of; -1 for any other street
 */
public record Street(Rank rank, LineString line, int number) {

    /** How important a street is, and therefore how wide it is drawn. */
    public enum Rank {
        /** Ring, radial or boulevard. */
        MAIN,
        /** A street that divides a quarter. */
        SECONDARY,
        /** Any other street. */
        MINOR
    }
}
