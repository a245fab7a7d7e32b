package org.copse.planning.bound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The beat about one centre that costs least once units have prices: whole units, within the limits, and in one piece where the problem has
 * neighbours.
 *
 * <p>Branch and bound, the most promising case first. In each case some units are in and some are out, and the rest is a continuous knapsack.
 * Where it splits a unit, the unit is in or out; where its units are in pieces, a unit that is cut off is out, or one of those around
 * it is in. After a number of cases the search gives up with the value of the most promising one, which no beat can come below.
 *
 * <p>Not safe for use by several threads.
 */
final class BestBeat {

    private static final int MOST_CASES = 400;
    private static final byte FREE = 0;
    private static final byte IN = 1;
    private static final byte OUT = 2;
    private static final int[] NONE = {};

    private final InertiaProblem problem;
    private final double[] cost;
    private final Effort effort;
    private final int n;
    private final double[] weight;
    private final double lower;
    private final double upper;
    /** Units from the cheapest per load to the dearest, by centre; kept, as prices change little from one question to the next. */
    private final int[][] orderAbout;

    private final double[] reduced;
    private final double[] ratio;
    private final double[] taken;
    private final int[] queue;
    private final int[] mark;
    private int clock;
    private int centre;

    BestBeat(InertiaProblem problem, double[] cost, Effort effort) {
        this.problem = problem;
        this.cost = cost;
        this.effort = effort;
        this.n = problem.units();
        this.weight = problem.weights();
        double slack = 1e-9 * Math.max(1, problem.upper());
        this.lower = problem.lower() - slack;
        this.upper = problem.upper() + slack;
        this.orderAbout = new int[n][0];
        this.reduced = new double[n];
        this.ratio = new double[n];
        this.taken = new double[n];
        this.queue = new int[n];
        this.mark = new int[n];
    }

    /** One case: what is settled, the value that it cannot come below, and what is to be settled next. */
    private record Case(byte[] state, double value, int unit, int[] around) {
        boolean settled() {
            return unit < 0;
        }
    }

    /**
     * Returns a value that no beat about the centre comes below, the value of the best beat if the search was long enough; infinite when there
     * is no such beat.
     *
     * @param barred units that may not be in it; empty for none
     * @param enough values from here on need not be told apart
     */
    double about(int aboutCentre, double[] unitPrice, boolean[] barred, double enough) {
        centre = aboutCentre;
        for (int i = 0; i < n; i++) {
            reduced[i] = cost[centre * n + i] - unitPrice[i];
            ratio[i] = weight[i] > 0
                    ? reduced[i] / weight[i]
                    : (reduced[i] < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        sort();
        PriorityQueue<Case> open = new PriorityQueue<>(Comparator.comparingDouble(Case::value));
        byte[] start = new byte[n];
        for (int i = 0; i < barred.length; i++) {
            start[i] = barred[i] ? OUT : FREE;
        }
        start[centre] = IN;
        consider(start, open);
        for (int cases = 0; !open.isEmpty(); cases++) {
            Case next = open.poll();
            if (next.settled() || next.value() >= enough || cases >= MOST_CASES || effort.over()) {
                knapsack(next.state());
                return next.value();
            }
            branch(next, open);
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Returns how much of each unit the last answer takes; parts of units only where the search gave up. */
    double[] taken() {
        return taken;
    }

    private void branch(Case next, PriorityQueue<Case> open) {
        if (next.state()[next.unit()] == FREE) {
            consider(with(next.state(), next.unit(), OUT), open);
        }
        byte[] in = with(next.state(), next.unit(), IN);
        if (next.around().length == 0) {
            consider(in, open);
            return;
        }
        for (int beside : next.around()) {
            consider(with(in, beside, IN), open);
            in = with(in, beside, OUT);
        }
    }

    private static byte[] with(byte[] state, int unit, byte value) {
        byte[] changed = state.clone();
        changed[unit] = value;
        return changed;
    }

    /** Adds a case, unless nothing can come of it. */
    private void consider(byte[] state, PriorityQueue<Case> open) {
        effort.add(2L * n);
        if (!reachable(state)) {
            return;
        }
        double value = knapsack(state);
        if (value == Double.POSITIVE_INFINITY) {
            return;
        }
        int split = split();
        if (split >= 0) {
            open.add(new Case(state, value, split, NONE));
        } else {
            open.add(cutOff(state, value));
        }
    }

    private int split() {
        for (int i = 0; i < n; i++) {
            if (taken[i] > 0 && taken[i] < 1) {
                return i;
            }
        }
        return -1;
    }

    /** Puts units out that the centre can no longer reach; false when one of them is in. */
    private boolean reachable(byte[] state) {
        if (problem.neighbours().length == 0) {
            return true;
        }
        spread(centre, i -> state[i] != OUT);
        for (int i = 0; i < n; i++) {
            if (mark[i] != clock) {
                if (state[i] == IN) {
                    return false;
                }
                state[i] = OUT;
            }
        }
        return true;
    }

    /** Fills {@code taken} with the cheapest units whose load is within the limits, one of them in part if need be; returns their cost. */
    private double knapsack(byte[] state) {
        double load = 0;
        double value = 0;
        for (int i = 0; i < n; i++) {
            taken[i] = state[i] == IN ? 1 : 0;
            if (state[i] == IN) {
                load += weight[i];
                value += reduced[i];
            }
        }
        if (load > upper) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i : orderAbout[centre]) {
            if (state[i] != FREE) {
                continue;
            }
            double limit = ratio[i] < 0 ? upper : lower;
            if (ratio[i] >= 0 && load >= lower) {
                break;
            }
            double part = weight[i] <= 0 ? 1 : Math.min(1, (limit - load) / weight[i]);
            if (part > 0 && (weight[i] > 0 || reduced[i] < 0)) {
                taken[i] = part;
                load += part * weight[i];
                value += part * reduced[i];
            }
            if (part < 1) {
                break;
            }
        }
        return load >= lower - 1e-12 * Math.max(1, lower) ? value : Double.POSITIVE_INFINITY;
    }

    /** Returns a case of whole units: settled when they hang together, else with one that does not and those around it or the others. */
    private Case cutOff(byte[] state, double value) {
        if (problem.neighbours().length == 0) {
            return new Case(state, value, -1, NONE);
        }
        int reached = spread(centre, i -> taken[i] == 1);
        int beyond = -1;
        for (int i = 0; i < n; i++) {
            if (taken[i] == 1 && mark[i] != clock && (beyond < 0 || better(state, i, beyond))) {
                beyond = i;
            }
        }
        if (beyond < 0) {
            return new Case(state, value, -1, NONE);
        }
        int[] near = border(state, reached);
        int[] far = border(state, spread(beyond, i -> taken[i] == 1));
        return new Case(state, value, beyond, near.length <= far.length ? near : far);
    }

    /** A unit that is in already leaves fewer cases, and a heavy one says more. */
    private boolean better(byte[] state, int unit, int than) {
        if ((state[unit] == IN) != (state[than] == IN)) {
            return state[unit] == IN;
        }
        return weight[unit] > weight[than];
    }

    /** Returns the free units around those that the last spread has marked, cheapest first. */
    private int[] border(byte[] state, int reached) {
        return IntStream.range(0, reached)
                .flatMap(at -> Arrays.stream(problem.neighbours()[queue[at]]))
                .filter(i -> mark[i] != clock && state[i] == FREE)
                .distinct()
                .boxed()
                .sorted(Comparator.comparingDouble(i -> reduced[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Marks the units that can be reached from one; returns how many, which are the first of {@code queue}. */
    private int spread(int from, IntPredicate through) {
        clock++;
        int end = 0;
        queue[end++] = from;
        mark[from] = clock;
        for (int head = 0; head < end; head++) {
            for (int i : problem.neighbours()[queue[head]]) {
                if (mark[i] != clock && through.test(i)) {
                    mark[i] = clock;
                    queue[end++] = i;
                }
            }
        }
        return end;
    }

    private void sort() {
        int[] order = orderAbout[centre];
        if (order.length == 0) {
            orderAbout[centre] = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> ratio[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return;
        }
        for (int at = 1; at < n; at++) {
            int unit = order[at];
            int to = at;
            while (to > 0 && ratio[order[to - 1]] > ratio[unit]) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = unit;
        }
    }
}
