package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ways to divide the units of a handful of neighbouring beats anew so that every one of them keeps its bounds. Beats are taken off one by one: all
 * connected sets that hold the first unit left and have the hours of a beat, as long as what they leave can still be beats. With three units a
 * beat that is a few thousand sets for five beats, where {@link Regrouping}, which also weighs ways that keep no bounds, would look at billions.
 */
final class Redivision {

    /** Units are bits of an int. */
    static final int MOST_UNITS = 30;

    /** Ways that are found at most. */
    private static final int MOST_WAYS = 24;

    private final int[] units;
    private final int[] neighbours;
    private final double[] hours;
    private final int[] beats;
    private final Regrouping.Rule rule;
    private final double lower;
    private final double upper;
    private final int[] taken;
    private final List<int[]> found = new ArrayList<>();
    private long work;

    /**
     * Lays out a group.
     *
     * @param units the units of all beats of the group, at most {@link #MOST_UNITS}
     * @param neighbours for each unit, which others touch it, as bits
     * @param hours of each unit
     * @param beats numbers of the beats
     * @param work how many sets are looked at before the search ends
     */
    Redivision(int[] units, int[] neighbours, double[] hours, int[] beats, Regrouping.Rule rule, long work) {
        this.units = units;
        this.neighbours = neighbours;
        this.hours = hours;
        this.beats = beats;
        this.rule = rule;
        this.lower = Arrays.stream(beats).mapToDouble(rule::lower).min().orElse(0);
        this.upper = Arrays.stream(beats).mapToDouble(rule::upper).max().orElse(0);
        this.work = work;
        this.taken = new int[beats.length];
    }

    /** Returns some ways, none where there is none: each has the units of the first beat, of the second, and so on. */
    List<int[][]> ways() {
        int all = (1 << units.length) - 1;
        if (divisible(all, beats.length)) {
            divide(all, 0);
        }
        return found.stream().map(this::unitsOf).toList();
    }

    /** Returns the work that is left. */
    long workLeft() {
        return work;
    }

    private boolean done() {
        return work <= 0 || found.size() >= MOST_WAYS;
    }

    private void divide(int left, int beat) {
        if (beat == beats.length) {
            assign();
            return;
        }
        int first = Integer.lowestOneBit(left);
        int i = Integer.numberOfTrailingZeros(first);
        grow(left, beat, first, hours[i], neighbours[i] & left & ~first, first);
    }

    /** Tries a connected set as a beat, then every way to let it grow by a unit that touches it and has not been ruled out. */
    private void grow(int left, int beat, int set, double sum, int reach, int ruledOut) {
        work--;
        if (done() || sum > upper + Regrouping.GAIN) {
            return;
        }
        if (sum >= lower - Regrouping.GAIN && divisible(left & ~set, beats.length - beat - 1)) {
            taken[beat] = set;
            divide(left & ~set, beat + 1);
        }
        int out = ruledOut;
        for (int rest = reach & ~ruledOut; rest != 0 && !done(); rest &= rest - 1) {
            int next = Integer.lowestOneBit(rest);
            int i = Integer.numberOfTrailingZeros(next);
            out |= next;
            grow(left, beat, set | next, sum + hours[i], (reach | neighbours[i]) & left & ~set & ~next, out);
        }
    }

    /** Whether every connected piece of a set has the hours of some whole number of beats, and all together of as many as are left. */
    private boolean divisible(int set, int count) {
        int least = 0;
        int greatest = 0;
        for (int rest = set; rest != 0; ) {
            int piece = piece(rest);
            double sum = 0;
            for (int bits = piece; bits != 0; bits &= bits - 1) {
                sum += hours[Integer.numberOfTrailingZeros(bits)];
            }
            int few = (int) Math.ceil((sum - Regrouping.GAIN) / upper);
            int many = lower > 0 ? (int) Math.floor((sum + Regrouping.GAIN) / lower) : Integer.bitCount(piece);
            if (few > many || many == 0) {
                return false;
            }
            least += Math.max(1, few);
            greatest += Math.min(many, Integer.bitCount(piece));
            rest &= ~piece;
        }
        return least <= count && count <= greatest;
    }

    private int piece(int set) {
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
        return reached;
    }

    /** Gives each set to a beat that may have it, so that as many hours as possible stay where they are. */
    private void assign() {
        int[] best = new int[beats.length];
        Arrays.fill(best, -1);
        double[] kept = {-1};
        assign(0, new int[beats.length], 0, 0, best, kept);
        if (kept[0] >= 0) {
            int[] sets = new int[beats.length];
            for (int i = 0; i < beats.length; i++) {
                sets[best[i]] = taken[i];
            }
            found.add(sets);
        }
    }

    private void assign(int i, int[] to, int used, double stays, int[] best, double[] kept) {
        if (i == beats.length) {
            if (stays > kept[0]) {
                kept[0] = stays;
                System.arraycopy(to, 0, best, 0, to.length);
            }
            return;
        }
        for (int b = 0; b < beats.length; b++) {
            if ((used & 1 << b) == 0 && mayBe(taken[i], beats[b])) {
                to[i] = b;
                assign(i + 1, to, used | 1 << b, stays + staying(taken[i], beats[b]), best, kept);
            }
        }
    }

    private double staying(int set, int beat) {
        double sum = 0;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            sum += rule.beatOf(units[i]) == beat ? hours[i] : 0;
        }
        return sum;
    }

    private boolean mayBe(int set, int beat) {
        double sum = 0;
        for (int rest = set; rest != 0; rest &= rest - 1) {
            int i = Integer.numberOfTrailingZeros(rest);
            sum += hours[i];
            if (!rule.mayHave(beat, units[i])) {
                return false;
            }
        }
        return rule.excess(beat, sum) <= Regrouping.GAIN;
    }

    private int[][] unitsOf(int[] sets) {
        int[][] ways = new int[sets.length][];
        for (int b = 0; b < sets.length; b++) {
            ways[b] = new int[Integer.bitCount(sets[b])];
            int rest = sets[b];
            for (int i = 0; i < ways[b].length; i++) {
                ways[b][i] = units[Integer.numberOfTrailingZeros(rest)];
                rest &= rest - 1;
            }
        }
        return ways;
    }
}
