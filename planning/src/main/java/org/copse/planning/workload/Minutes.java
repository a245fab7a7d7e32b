package org.copse.planning.workload;

import java.util.Locale;

/**
 * Minutes that a planner has set, with the reason and who gave it.
 *
 * @param minutes per resident, visit or incident and month, as the place of use says; 0 to {@value #MOST}
 * @param reason why this many; not blank
 * @param author who set it; not blank
 */
public record Minutes(double minutes, String reason, String author) {

    /** The most minutes that one visit, incident or resident can take: a week without sleep. */
    public static final double MOST = 10_000;

    static final String STARTING_VALUE_AUTHOR = "Copse, starting value";

    /** Checks that the minutes are within bounds and that somebody has given a reason. */
    public Minutes {
        within("minutes", minutes, 0, MOST);
        said("reason", reason);
        said("author", author);
    }

    /** Returns a value that the product ships: a place to start from, not a doctrine. */
    static Minutes starting(double minutes, String reason) {
        return new Minutes(minutes, "Starting value: " + reason, STARTING_VALUE_AUTHOR);
    }

    /** Returns these minutes set to nothing, because a criterion was taken out. */
    Minutes removed() {
        return minutes == 0 ? this : new Minutes(0, "Criterion removed", author);
    }

    /**
     * Returns {@code value} when it lies within the bounds, both inclusive.
     *
     * @throws IllegalArgumentException naming the value and the bound, also for NaN
     */
    static double within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ": it must be a number from " + shown(least) + " to " + shown(most));
        }
        return value;
    }

    static String said(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank: say it in a few words");
        }
        return text;
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound)
                ? String.format(Locale.ROOT, "%d", (long) bound)
                : String.format(Locale.ROOT, "%s", bound);
    }
}
