package org.copse.server.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another.
 *
 * @param from the first day
 * @param to the first day after; {@link #OPEN} where no end is set. As {@code from} for no day at all
 */
public record Days(LocalDate from, LocalDate to) {
    /** The end of what has none. */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the first day after, " + to + ", is before the first, " + from);
        }
    }

    /** Returns the days from one on, without an end. */
    public static Days from(LocalDate first) {
        return new Days(first, OPEN);
    }

    /** Returns whether the day is one of them. */
    public boolean include(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** Returns those before a day; none where it is the first or earlier. */
    public Days until(LocalDate end) {
        return new Days(from, end.isBefore(from) ? from : end.isBefore(to) ? end : to);
    }

    /** Returns those from a day on. */
    public Days since(LocalDate start) {
        return new Days(start.isAfter(from) ? start : from, to);
    }

    /** Returns the first day after, or null where no end is set. */
    public @Nullable LocalDate end() {
        return to.equals(OPEN) ? null : to;
    }
}
