package org.copse.server.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How long officers stay: long enough to be known, and not for ever.
 *
 * @param minimumMonths before which an officer should not be moved
 * @param maximumMonths after which they should
 */
public record Tenure(int minimumMonths, int maximumMonths) {
    private static final int MOST_MONTHS = 600;
    /** How long before the end somebody is due to be told. */
    private static final int NOTICE_MONTHS = 6;

    public Tenure {
        if (minimumMonths < 0 || maximumMonths <= minimumMonths || maximumMonths > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "the minimum must be at least 0 months and below the maximum, which is at most " + MOST_MONTHS
                            + ", not " + minimumMonths + " and " + maximumMonths);
        }
    }

    /** How a time on a beat stands. */
    public enum Stage {
        /** Shorter than the minimum. */
        BEFORE_MINIMUM,
        BETWEEN,
        /** The maximum comes within half a year. */
        DUE,
        /** Longer than the maximum. */
        AFTER_MAXIMUM;

        /** Returns the stage on the wire: {@code before-minimum}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns the first day on which an officer there since a day may be moved without a warning. */
    public LocalDate minimumOn(LocalDate since) {
        return since.plusMonths(minimumMonths);
    }

    /** Returns the first day that is over the maximum. */
    public LocalDate maximumOn(LocalDate since) {
        return since.plusMonths(maximumMonths);
    }

    /** Returns how the time since a day stands on another. */
    public Stage stage(LocalDate since, LocalDate on) {
        if (on.isBefore(minimumOn(since))) {
            return Stage.BEFORE_MINIMUM;
        }
        if (!on.isBefore(maximumOn(since))) {
            return Stage.AFTER_MAXIMUM;
        }
        return on.isBefore(maximumOn(since).minusMonths(NOTICE_MONTHS)) ? Stage.BETWEEN : Stage.DUE;
    }
}
