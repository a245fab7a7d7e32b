package org.copse.statistics.sequence;

/**
 * When in the week incidents were recorded.
 *
 * @param counts of each hour, Monday 0:00 first, 168 of them
 * @param known incidents whose hour is known
 * @param unknown incidents whose hour is not known: left out
 * @param midnightSuspected whether the hour after midnight holds so many that unknown hours were likely written as 0:00
 */
public record HourOfWeek(int[] counts, int known, int unknown, boolean midnightSuspected) {

    /** Hours of a week. */
    public static final int HOURS = 168;

    private static final int HOURS_OF_DAY = 24;
    private static final double SUSPICIOUS = 2;
    private static final int ENOUGH = 50;

    /**
     * Returns the profile.
     *
     * @param hours of each incident, 0..167 from Monday 0:00; -1 where not known
     */
    public static HourOfWeek of(int[] hours) {
        int[] counts = new int[HOURS];
        int known = 0;
        for (int hour : hours) {
            if (hour < -1 || hour >= HOURS) {
                throw new IllegalArgumentException("hour " + hour + " of the week is outside -1..167");
            }
            if (hour >= 0) {
                counts[hour]++;
                known++;
            }
        }
        int midnight = ofDay(counts, 0);
        double around = (ofDay(counts, HOURS_OF_DAY - 1) + ofDay(counts, 1)) / 2.0;
        boolean suspected = midnight >= ENOUGH && midnight > SUSPICIOUS * around;
        return new HourOfWeek(counts, known, hours.length - known, suspected);
    }

    private static int ofDay(int[] counts, int hour) {
        int sum = 0;
        for (int h = hour; h < HOURS; h += HOURS_OF_DAY) {
            sum += counts[h];
        }
        return sum;
    }
}
