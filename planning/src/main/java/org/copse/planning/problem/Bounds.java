package org.copse.planning.problem;

/**
 * A closed range of hours or residents that each beat must lie in.
 *
 * @param lower least allowed, 0 or more, included
 * @param upper most allowed, {@code lower} or more, included
 */
public record Bounds(double lower, double upper) {

    /** Checks the order. */
    public Bounds {
        if (!(lower >= 0) || !(upper >= lower)) {
            throw new IllegalArgumentException("bounds " + lower + " to " + upper + " are no range from 0 up");
        }
    }

    /** Returns how far a value lies outside; 0 when it is inside. */
    public double excess(double value) {
        return Math.max(0, Math.max(lower - value, value - upper));
    }
}
