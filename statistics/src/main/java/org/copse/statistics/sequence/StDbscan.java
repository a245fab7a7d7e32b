package org.copse.statistics.sequence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.copse.statistics.Positions;

/**
 * Clusters of incidents that are dense in space and time at once (ST-DBSCAN: Birant and Kut 2007,
 * doi:10.1016/j.datak.2006.01.013, without its third distance).
 *
 * @param clusterOf of each incident, from 0 in the order of their first incident; -1 in none
 * @param clusters how many there are
 * @param vague incidents whose day is not known: in none
 */
public record StDbscan(int[] clusterOf, int clusters, int vague) {

    /** The most pairs within the distance. */
    public static final int MOST_PAIRS = 20_000_000;

    private static final int NONE = -1;

    /**
     * Returns the clusters. An incident is a core where at least {@code least} incidents, itself among them, lie at most
     * {@code metres} and at most {@code daysApart} away; a border incident belongs to the first cluster that reaches it.
     *
     * @throws IllegalArgumentException when a bound is no distance, or more than {@link #MOST_PAIRS} pairs lie within
     *     the distance
     */
    public static StDbscan of(Positions positions, Days days, double metres, long daysApart, int least) {
        if (!(metres >= 0) || Double.isInfinite(metres) || daysApart < 0 || least < 2) {
            throw new IllegalArgumentException(metres + " m, " + daysApart + " days, at least " + least
                    + " incidents: give distances from 0 and at least 2 incidents");
        }
        int[] exact = IntStream.range(0, days.size()).filter(days::isExact).toArray();
        int[][] near = near(ClosePairs.within(positions, exact, metres, MOST_PAIRS), exact, days, daysApart);
        int[] clusterOf = new int[days.size()];
        Arrays.fill(clusterOf, NONE);
        int clusters = 0;
        for (int i = 0; i < exact.length; i++) {
            if (clusterOf[exact[i]] == NONE && near[i].length + 1 >= least) {
                grow(i, clusters++, near, exact, clusterOf, least);
            }
        }
        return new StDbscan(clusterOf, clusters, days.size() - exact.length);
    }

    private static void grow(int seed, int cluster, int[][] near, int[] exact, int[] clusterOf, int least) {
        ArrayDeque<Integer> cores = new ArrayDeque<>();
        clusterOf[exact[seed]] = cluster;
        cores.add(seed);
        while (!cores.isEmpty()) {
            for (int other : near[cores.remove()]) {
                if (clusterOf[exact[other]] == NONE) {
                    clusterOf[exact[other]] = cluster;
                    if (near[other].length + 1 >= least) {
                        cores.add(other);
                    }
                }
            }
        }
    }

    private static int[][] near(ClosePairs pairs, int[] exact, Days days, long daysApart) {
        int[] degree = new int[exact.length];
        boolean[] close = new boolean[pairs.count()];
        for (int pair = 0; pair < close.length; pair++) {
            long apart = days.first(exact[pairs.one(pair)]) - days.first(exact[pairs.other(pair)]);
            if (Math.abs(apart) <= daysApart) {
                close[pair] = true;
                degree[pairs.one(pair)]++;
                degree[pairs.other(pair)]++;
            }
        }
        int[][] near = new int[exact.length][];
        Arrays.setAll(near, i -> new int[degree[i]]);
        for (int pair = 0; pair < close.length; pair++) {
            if (close[pair]) {
                near[pairs.one(pair)][--degree[pairs.one(pair)]] = pairs.other(pair);
                near[pairs.other(pair)][--degree[pairs.other(pair)]] = pairs.one(pair);
            }
        }
        return near;
    }
}
