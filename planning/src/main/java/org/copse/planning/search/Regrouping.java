package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All ways to share the units of two or three beats out among them anew, each beat in one piece, by their hours outside the bounds. With a
 * handful of units they can all be looked at: sets of units are bits of a number.
 */
final class Regrouping {

    /** What counts as a gain. */
    static final double GAIN = 1e-9;

    private final int[] units;
    private final int beats;
    private final int all;
    /** Excess of a set as each of the beats; infinite when it is empty, in pieces, or holds a unit locked elsewhere. */
    private final double[][] excess;

    private final int most;
    private double least;
    private final List<int[]> found = new ArrayList<>();

    /** What a beat's hours are worth, and whether it may have a unit. */
    interface Rule {
        double lower(int beat);

        double upper(int beat);

        boolean mayHave(int beat, int unit);

        int beatOf(int unit);

        default double excess(int beat, double hours) {
            return Math.max(0, Math.max(lower(beat) - hours, hours - upper(beat)));
        }
    }

    /**
     * Lays out the tables.
     *
     * @param units the units of all beats of the group
     * @param neighbours for each unit, which others touch it, as bits
     * @param hours of each unit
     * @param beats numbers of two or three beats
     * @param most how many ways are kept at most
     */
    Regrouping(int[] units, int[] neighbours, double[] hours, int[] beats, Rule rule, int most) {
        this.units = units;
        this.beats = beats.length;
        this.all = (1 << units.length) - 1;
        this.most = most;
        this.excess = new double[beats.length][all + 1];
        double[] sum = new double[all + 1];
        for (double[] table : excess) {
            table[0] = Double.POSITIVE_INFINITY;
        }
        for (int set = 1; set <= all; set++) {
            int low = Integer.numberOfTrailingZeros(set);
            sum[set] = sum[set & (set - 1)] + hours[low];
            boolean whole = whole(set, neighbours);
            for (int b = 0; b < beats.length; b++) {
                excess[b][set] = whole ? rule.excess(beats[b], sum[set]) : Double.POSITIVE_INFINITY;
            }
        }
        for (int b = 0; b < beats.length; b++) {
            forbid(b, beats[b], rule);
        }
    }

    private void forbid(int b, int beat, Rule rule) {
        int forbidden = 0;
        for (int i = 0; i < units.length; i++) {
            forbidden |= rule.mayHave(beat, units[i]) ? 0 : 1 << i;
        }
        for (int set = 1; forbidden != 0 && set <= all; set++) {
            if ((set & forbidden) != 0) {
                excess[b][set] = Double.POSITIVE_INFINITY;
            }
        }
    }

    private static boolean whole(int set, int[] neighbours) {
        int reached = Integer.lowestOneBit(set);
        int fresh = reached;
        while (fresh != 0) {
            int next = 0;
            for (int rest = fresh; rest != 0; rest &= rest - 1) {
                next |= neighbours[Integer.numberOfTrailingZeros(rest)];
            }
            fresh = next & set & ~reached;
            reached |= fresh;
        }
        return reached == set;
    }

    /** Returns the ways of least excess, if that is below {@code now}; each has the units of the first beat, of the second, and so on. */
    List<int[][]> best(double now) {
        least = now - GAIN;
        found.clear();
        for (int set = 1; set < all; set++) {
            double own = excess[0][set];
            if (own <= least && beats == 2) {
                consider(own + excess[1][all ^ set], set, all ^ set, 0);
            } else if (own <= least) {
                int rest = all ^ set;
                for (int second = (rest - 1) & rest; second != 0; second = (second - 1) & rest) {
                    consider(own + excess[1][second] + excess[2][rest ^ second], set, second, rest ^ second);
                }
            }
        }
        return found.stream().map(this::unitsOf).toList();
    }

    private void consider(double sum, int first, int second, int third) {
        if (sum < least - GAIN) {
            found.clear();
            least = sum;
        }
        if (sum <= least && found.size() < most) {
            found.add(new int[] {first, second, third});
        }
    }

    private int[][] unitsOf(int[] sets) {
        return Arrays.stream(sets)
                .limit(beats)
                .mapToObj(set -> Arrays.stream(bits(set)).map(i -> units[i]).toArray())
                .toArray(int[][]::new);
    }

    private static int[] bits(int set) {
        int[] bits = new int[Integer.bitCount(set)];
        int rest = set;
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Integer.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return bits;
    }
}
