package org.copse.samplemaps.land;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A face between streets: the atom of every area of the city.
 *
 * @param outline its outline, water included
 * @param centre a position inside it, near its middle
 * @param landSquareMetres its area without water
 * @param use what stands on it
 */
public record Block(Polygon outline, Coordinate centre, double landSquareMetres, Use use) {

    /** What stands on a block. */
    public enum Use {
        HOUSES,
        PARK,
        HARBOUR,
        WORKS,
        WATER
    }

    /** Returns the residents that live here if nobody is counted twice: density times land, on houses only. */
    public double residentsBeforeScaling() {
        double share =
                switch (use) {
                    case HOUSES -> 1;
                    case WORKS -> 0.04;
                    case HARBOUR -> 0.01;
                    case PARK, WATER -> 0;
                };
        return share * landSquareMetres / 1e6 * Settlement.residentsPerSquareKilometre(centre);
    }
}
