package org.copse.statistics.sequence;

/**
 * Bands of distance and of days. A band is over its lower end and at most its upper: {@code 0, 100, 200} are "the same place",
 * "over 0 to 100" and "over 100 to 200". The first band holds everything up to its upper end.
 *
 * @param metres upper ends, at least 0, rising
 * @param days upper ends, at least 0, rising
 */
public record Bands(double[] metres, long[] days) {

    /** Copies and checks. */
    public Bands {
        metres = metres.clone();
        days = days.clone();
        if (metres.length == 0 || days.length == 0 || !(metres[0] >= 0) || days[0] < 0) {
            throw new IllegalArgumentException("bands of distance and of days need an upper end each, from 0");
        }
        for (int i = 1; i < metres.length; i++) {
            if (!(metres[i] > metres[i - 1]) || Double.isInfinite(metres[i])) {
                throw new IllegalArgumentException("distance " + metres[i] + " m does not follow " + metres[i - 1]);
            }
        }
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException(days[i] + " days do not follow " + days[i - 1]);
            }
        }
    }

    /** Returns the bands of near-repeat studies: the same place and four steps of 100 m, four weeks. */
    public static Bands usual() {
        return new Bands(new double[] {0, 100, 200, 300, 400}, new long[] {7, 14, 21, 28});
    }

    double farthest() {
        return metres[metres.length - 1];
    }

    int ofDistance(double distance) {
        int band = 0;
        while (band < metres.length && distance > metres[band]) {
            band++;
        }
        return band;
    }

    int ofDays(long between) {
        int band = 0;
        while (band < days.length && between > days[band]) {
            band++;
        }
        return band;
    }
}
