package org.copse.planning.bound;

import java.util.Arrays;

/**
 * The relaxation in which a centre takes whole units that form a beat: within the limits, and in one piece where the problem has neighbours
 * ({@link BestBeat}). Slower than {@link PartialBeats} and much closer where a few dozen lumpy units must meet narrow limits.
 */
final class WholeBeats implements Relaxation {

    /** Share of the newest solution in what is remembered. */
    private static final double NEWEST = 0.05;

    private static final boolean[] NONE = {};

    private final BestBeat bestBeat;
    private final PartialBeats partial;
    private final int beats;
    private final double[] value;
    private final double[][] taken;
    private final int[] centre;
    private final double[][] share;
    private boolean[][] barred = {};
    private int filled;

    /** @param partial gives values that centres cannot come below, so that few need a beat of their own */
    WholeBeats(InertiaProblem problem, double[] cost, PartialBeats partial, Effort effort) {
        this.bestBeat = new BestBeat(problem, cost, effort);
        this.partial = partial;
        this.beats = problem.beats();
        this.value = new double[beats];
        this.taken = new double[beats][problem.units()];
        this.centre = new int[beats];
        this.share = problem.units() <= Branching.MOST_UNITS
                ? new double[problem.units()][problem.units()]
                : new double[0][];
    }

    /** Keeps units from centres from now on: {@code barred[j][i]} unit i from centre j, and centre j from being one where i is j. */
    void bar(boolean[][] unitFromCentre) {
        barred = unitFromCentre;
        for (double[] row : share) {
            Arrays.fill(row, 0);
        }
    }

    /** Returns how often each centre took each unit lately; the latest solutions count most. Valid until the next one. */
    double[][] shares() {
        return share;
    }

    @Override
    public double solve(double[] unitPrice) {
        double[] low = partial.lowValues(unitPrice).clone();
        for (int j = 0; j < barred.length; j++) {
            low[j] = barred[j][j] ? Double.POSITIVE_INFINITY : low[j];
        }
        filled = 0;
        double last = Double.POSITIVE_INFINITY;
        for (int j = least(low); j >= 0 && low[j] < last; j = least(low)) {
            double found = bestBeat.about(j, unitPrice, barred.length == 0 ? NONE : barred[j], last);
            if (found < last) {
                insert(found, j, bestBeat.taken());
            }
            last = filled == beats ? value[beats - 1] : Double.POSITIVE_INFINITY;
            low[j] = Double.POSITIVE_INFINITY;
        }
        if (filled < beats) {
            return Double.POSITIVE_INFINITY;
        }
        remember();
        return Arrays.stream(unitPrice).sum() + Arrays.stream(value).sum();
    }

    @Override
    public void addTaken(double[] unitPrice, double[] sum) {
        for (int beat = 0; beat < filled; beat++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += taken[beat][i];
            }
        }
    }

    private void remember() {
        for (double[] row : share) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= 1 - NEWEST;
            }
        }
        for (int beat = 0; beat < filled && share.length > 0; beat++) {
            double[] row = share[centre[beat]];
            for (int i = 0; i < row.length; i++) {
                row[i] += NEWEST * taken[beat][i];
            }
        }
    }

    private void insert(double found, int about, double[] units) {
        int at = filled < beats ? filled++ : beats - 1;
        double[] free = taken[at];
        while (at > 0 && value[at - 1] > found) {
            value[at] = value[at - 1];
            taken[at] = taken[at - 1];
            centre[at] = centre[at - 1];
            at--;
        }
        value[at] = found;
        centre[at] = about;
        System.arraycopy(units, 0, free, 0, units.length);
        taken[at] = free;
    }

    /** Returns the centre of least value; -1 when none is left. */
    private static int least(double[] low) {
        int least = -1;
        for (int j = 0; j < low.length; j++) {
            if (low[j] < Double.POSITIVE_INFINITY && (least < 0 || low[j] < low[least])) {
                least = j;
            }
        }
        return least;
    }
}
