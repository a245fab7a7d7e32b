package org.copse.planning.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What would help where a plan keeps not every bound, each computed for the problem at hand. What is not known is left out.
 *
 * @param tolerance the smallest tolerance of beats under which this very plan keeps every bound, a share of the target, rounded up to a
 *     thousandth; empty where more than hours is missed, or where none up to 1 is enough
 * @param beats a number of beats, everything else the same, for which a plan that keeps every bound was found; the largest that was found
 *     below the present number, or the smallest above it when there is none below
 * @param unitsToDivide ids of units that alone have more hours than a beat may have: no division into beats helps as long as they are whole
 */
public record Remedy(OptionalDouble tolerance, OptionalInt beats, List<String> unitsToDivide) {

    /** Copies the list. */
    public Remedy {
        unitsToDivide = List.copyOf(unitsToDivide);
    }

    /** Returns whether nothing is known that would help. */
    public boolean isEmpty() {
        return tolerance.isEmpty() && beats.isEmpty() && unitsToDivide.isEmpty();
    }
}
