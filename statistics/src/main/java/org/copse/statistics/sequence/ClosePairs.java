package org.copse.statistics.sequence;

import java.util.Arrays;
import java.util.Comparator;
import org.copse.statistics.Positions;

/** All pairs of some positions that lie within a distance of each other. */
final class ClosePairs {
    private int[] ones = new int[1_024];
    private int[] others = new int[1_024];
    private double[] metres = new double[1_024];
    private int count;

    private ClosePairs() {}

    /**
     * Returns the pairs, as indices into {@code used}.
     *
     * @throws IllegalArgumentException when there are more than {@code most}
     */
    static ClosePairs within(Positions positions, int[] used, double farthest, int most) {
        Integer[] byEast = new Integer[used.length];
        Arrays.setAll(byEast, i -> i);
        Arrays.sort(byEast, Comparator.comparingDouble(i -> positions.east(used[i])));
        ClosePairs pairs = new ClosePairs();
        for (int a = 0; a < byEast.length; a++) {
            int one = byEast[a];
            for (int b = a + 1; b < byEast.length; b++) {
                int other = byEast[b];
                double dx = positions.east(used[other]) - positions.east(used[one]);
                if (dx > farthest) {
                    break;
                }
                double distance = Math.hypot(dx, positions.north(used[other]) - positions.north(used[one]));
                if (distance <= farthest) {
                    if (pairs.count == most) {
                        throw new IllegalArgumentException("more than " + most + " pairs of incidents lie within "
                                + farthest + " m: take fewer categories, a shorter period or a shorter distance");
                    }
                    pairs.add(one, other, distance);
                }
            }
        }
        return pairs;
    }

    private void add(int one, int other, double distance) {
        if (count == ones.length) {
            ones = Arrays.copyOf(ones, 2 * count);
            others = Arrays.copyOf(others, 2 * count);
            metres = Arrays.copyOf(metres, 2 * count);
        }
        ones[count] = one;
        others[count] = other;
        metres[count++] = distance;
    }

    int count() {
        return count;
    }

    int one(int pair) {
        return ones[pair];
    }

    int other(int pair) {
        return others[pair];
    }

    double metres(int pair) {
        return metres[pair];
    }
}
