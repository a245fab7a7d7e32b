package org.copse.planning.workload;

/**
 * Visits to one kind of place.
 *
 * @param minutes per visit
 * @param visitsPerMonth how often each place is visited; 0 to {@value #MOST_VISITS}
 */
public record VisitMinutes(Minutes minutes, double visitsPerMonth) {

    /** The most visits that one place can get in a month. */
    public static final double MOST_VISITS = 1_000;

    /** Checks the number of visits. */
    public VisitMinutes {
        Minutes.within("visitsPerMonth", visitsPerMonth, 0, MOST_VISITS);
    }

    VisitMinutes removed() {
        return new VisitMinutes(minutes.removed(), visitsPerMonth);
    }

    /** Returns how many visits a month are made: none when a visit takes no time. */
    double visits() {
        return minutes.minutes() == 0 ? 0 : visitsPerMonth;
    }
}
