package org.copse.statistics.sequence;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.copse.statistics.Positions;

/**
 * Near repeats: are there more pairs of incidents close in space <em>and</em> in time than if times had nothing to do with
 * places (Knox 1964, doi:10.2307/2985220)? Chance is drawn by giving the days to the places anew (Johnson and others
 * 2007, doi:10.1007/s10940-007-9025-3).
 *
 * @param bands as asked for
 * @param pairs observed, {@code [distance][days]}
 * @param expected mean over the draws
 * @param p share of draws with at least as many pairs, the observed one among them
 * @param incidents whose day is known: they are used
 * @param vague incidents whose day is not known: left out
 * @param permutations draws
 */
public record Knox(
        Bands bands, long[][] pairs, double[][] expected, double[][] p, int incidents, int vague, int permutations) {

    /** The most pairs within the farthest distance. */
    public static final int MOST_PAIRS = 5_000_000;

    private static final int LEAST_PERMUTATIONS = 99;
    private static final int MOST_PERMUTATIONS = 99_999;

    /**
     * Returns the table.
     *
     * @param permutations 99..99,999
     * @param seed of the lots; the same gives the same
     * @throws IllegalArgumentException when fewer than two incidents have a day, more than half have none, or more than
     *     {@link #MOST_PAIRS} pairs lie within the farthest distance
     */
    public static Knox of(Positions positions, Days days, Bands bands, int permutations, long seed) {
        if (positions.size() != days.size()) {
            throw new IllegalArgumentException(positions.size() + " positions and " + days.size() + " days");
        }
        if (permutations < LEAST_PERMUTATIONS || permutations > MOST_PERMUTATIONS) {
            throw new IllegalArgumentException(
                    permutations + " permutations: give " + LEAST_PERMUTATIONS + " to " + MOST_PERMUTATIONS);
        }
        int[] exact = IntStream.range(0, days.size()).filter(days::isExact).toArray();
        int vague = days.size() - exact.length;
        if (exact.length < 2 || vague > exact.length) {
            throw new IllegalArgumentException("near repeats need days: of " + days.size() + " incidents, " + vague
                    + " know no more than a month or a year");
        }
        return new Count(positions, days, exact, bands).knox(permutations, seed, vague);
    }

    /** Returns how many times as many pairs there are as chance gives; NaN where chance gives none. */
    public double ratio(int distanceBand, int daysBand) {
        double chance = expected[distanceBand][daysBand];
        return chance > 0 ? pairs[distanceBand][daysBand] / chance : Double.NaN;
    }

    private static final class Count {
        private final Bands bands;
        private final long[] days;
        private final ClosePairs close;
        private final int[] bandOfPair;

        Count(Positions positions, Days all, int[] exact, Bands bands) {
            this.bands = bands;
            this.days = Arrays.stream(exact).mapToLong(all::first).toArray();
            this.close = ClosePairs.within(positions, exact, bands.farthest(), MOST_PAIRS);
            this.bandOfPair = new int[close.count()];
            for (int pair = 0; pair < bandOfPair.length; pair++) {
                bandOfPair[pair] = bands.ofDistance(close.metres(pair));
            }
        }

        private long[][] table(long[] dayOf) {
            int width = bands.days().length;
            long[][] table = new long[bands.metres().length][width];
            for (int pair = 0; pair < bandOfPair.length; pair++) {
                int band = bands.ofDays(Math.abs(dayOf[close.one(pair)] - dayOf[close.other(pair)]));
                if (band < width) {
                    table[bandOfPair[pair]][band]++;
                }
            }
            return table;
        }

        Knox knox(int permutations, long seed, int vague) {
            long[][] observed = table(days);
            int distances = observed.length;
            int times = observed[0].length;
            long[] sums = new long[distances * times];
            long[] atLeast = new long[distances * times];
            IntStream.range(0, permutations).parallel().forEach(round -> {
                long[][] drawn = table(shuffled(new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (round + 1))));
                synchronized (sums) {
                    for (int cell = 0; cell < sums.length; cell++) {
                        long one = drawn[cell / times][cell % times];
                        sums[cell] += one;
                        atLeast[cell] += one >= observed[cell / times][cell % times] ? 1 : 0;
                    }
                }
            });
            double[][] expected = new double[distances][times];
            double[][] p = new double[distances][times];
            for (int cell = 0; cell < sums.length; cell++) {
                expected[cell / times][cell % times] = (double) sums[cell] / permutations;
                p[cell / times][cell % times] = (atLeast[cell] + 1.0) / (permutations + 1.0);
            }
            return new Knox(bands, observed, expected, p, days.length, vague, permutations);
        }

        private long[] shuffled(SplittableRandom lots) {
            long[] shuffled = days.clone();
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = lots.nextInt(i + 1);
                long day = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = day;
            }
            return shuffled;
        }
    }
}
