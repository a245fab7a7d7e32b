package org.copse.statistics.scoring;

import java.util.Arrays;

/**
 * Cells in the order in which a map puts them, the highest first. Cells that are level are taken in part, all by the same part: the mean
 * over every order among them.
 */
public final class Ranking {
    private final double[] areas;
    /** Where each cell's level stands among the sorted values. */
    private final int[] places;
    /** The area of the level that stands at a place. */
    private final double[] areaOf;

    private Ranking(double[] values, double[] areas) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        this.areas = areas;
        this.places = new int[values.length];
        this.areaOf = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // A search finds the same of several places for each cell of a level.
            places[i] = Arrays.binarySearch(sorted, values[i]);
            areaOf[places[i]] += areas[i];
        }
    }

    /**
     * Returns the order of a map.
     *
     * @param rank of each cell, the highest first; NaN comes last
     * @param areas of each cell's part in the district, over 0
     * @throws IllegalArgumentException when they differ in number
     */
    public static Ranking of(double[] rank, double[] areas) {
        if (rank.length != areas.length) {
            throw new IllegalArgumentException("ranks and areas differ in number");
        }
        double[] values = new double[rank.length];
        Arrays.setAll(values, i -> Double.isNaN(rank[i]) ? Double.NEGATIVE_INFINITY : rank[i] + 0.0);
        return new Ranking(values, areas);
    }

    /** Returns the order of counts over areas: no other has as many in as much area. */
    public static Ranking densest(double[] counts, double[] areas) {
        double[] densities = new double[areas.length];
        Arrays.setAll(densities, i -> counts[i] / areas[i]);
        return of(densities, areas);
    }

    /** Returns how many cells there are. */
    int size() {
        return areas.length;
    }

    /** Returns which part of each cell is looked at, where so large a share of the area is. */
    double[] chosen(double share) {
        double[] partOf = new double[areaOf.length];
        double left = share * Arrays.stream(areas).sum();
        for (int place = areaOf.length - 1; place >= 0 && left > 0; place--) {
            if (areaOf[place] > 0) {
                partOf[place] = Math.min(1, left / areaOf[place]);
                left -= areaOf[place];
            }
        }
        double[] chosen = new double[places.length];
        Arrays.setAll(chosen, i -> partOf[places[i]]);
        return chosen;
    }
}
