package org.copse.planning.workload;

/**
 * How fast one gets on in a ring around a base or the centre.
 *
 * @param toKilometres where the ring ends, straight-line distance; over 0, to 1,000
 * @param kilometresPerHour door to door along the straight line; 1 to 200
 */
public record SpeedRing(double toKilometres, double kilometresPerHour) {
    /** Checks both bounds. */
    public SpeedRing {
        Minutes.within("toKilometres", toKilometres, 0.001, 1_000);
        Minutes.within("kilometresPerHour", kilometresPerHour, 1, 200);
    }
}
