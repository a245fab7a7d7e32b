package org.copse.planning.workload;

import java.util.Arrays;

/** Where a value stands among all values: 0 for the lowest, 1 for the highest, ties in the middle of their places. */
final class PercentileRank {
    private final double[] sorted;

    /** Sorts the values that are known. */
    PercentileRank(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Returns the rank of one of the values, 0 to 1; 0.5 when it is the only one or all are equal. */
    double of(double value) {
        int equal = 0;
        int from = Arrays.binarySearch(sorted, value);
        if (from < 0) {
            throw new IllegalArgumentException(value + " is not among the ranked values");
        }
        while (from > 0 && sorted[from - 1] == value) {
            from--;
        }
        int below = from;
        while (from < sorted.length && sorted[from] == value) {
            equal++;
            from++;
        }
        return sorted.length == 1 ? 0.5 : (below + (equal - 1) / 2.0) / (sorted.length - 1);
    }
}
