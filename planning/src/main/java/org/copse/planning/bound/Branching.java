package org.copse.planning.bound;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;

/**
 * Closes what the prices alone leave open: a unit on which they cannot agree has its centre on one side of a line or on the other, and each
 * case is priced anew. What can be proven of all cases together is the bound of the worst of them; that case is divided next.
 */
final class Branching {

    /** More units than this and cases no longer help within seconds. */
    static final int MOST_UNITS = 700;

    private static final PriceClimb.Steps STEPS = new PriceClimb.Steps(0.5, 0.02, 8, 0.5);

    private final InertiaProblem problem;
    private final WholeBeats relaxation;
    private final DoubleSupplier bestKnown;
    private final Effort effort;
    private final PriorityQueue<Case> open = new PriorityQueue<>(Comparator.comparingDouble(Case::bound));
    private double closedAt = Double.POSITIVE_INFINITY;
    private long iterations;

    /**
     * One case.
     *
     * @param barred {@code barred[j][i]}: unit i is not with centre j
     * @param split what its prices cannot agree on
     */
    private record Case(boolean[][] barred, double[] price, double bound, Split split) {}

    /**
     * A unit whose centres lie on both sides of a line.
     *
     * @param unit the unit; -1 when every unit has one centre
     * @param axis 0 for a line from south to north, 1 for one from west to east
     * @param line where it runs, in metres
     */
    private record Split(int unit, int axis, double line) {}

    Branching(InertiaProblem problem, WholeBeats relaxation, DoubleSupplier bestKnown, Effort effort) {
        this.problem = problem;
        this.relaxation = relaxation;
        this.bestKnown = bestKnown;
        this.effort = effort;
    }

    /** Returns a bound, at least the given one. */
    double raise(double bound, double[] price) {
        int n = problem.units();
        open.add(priced(new boolean[n][n], price, bound));
        while (!open.isEmpty() && !effort.over()) {
            Case worst = open.poll();
            if (worst.split().unit() < 0) {
                closedAt = Math.min(closedAt, worst.bound());
            } else {
                divide(worst, worst.split());
            }
        }
        double least =
                open.isEmpty() ? closedAt : Math.min(closedAt, open.peek().bound());
        return Double.isFinite(least) ? Math.max(bound, least) : bound;
    }

    long iterations() {
        return iterations;
    }

    private void divide(Case worst, Split split) {
        for (int side = 0; side < 2; side++) {
            boolean[][] barred = worst.barred().clone();
            for (int j = 0; j < barred.length; j++) {
                if ((at(j, split.axis()) <= split.line()) == (side == 0)) {
                    barred[j] = barred[j].clone();
                    barred[j][split.unit()] = true;
                }
            }
            Case half = priced(barred, worst.price(), worst.bound());
            if (half.bound() == Double.POSITIVE_INFINITY) {
                continue;
            }
            if (half.bound() >= bestKnown.getAsDouble()) {
                closedAt = Math.min(closedAt, half.bound());
            } else {
                open.add(half);
            }
        }
    }

    /** A case that is cut short has the bound of the one that it comes from. */
    private Case priced(boolean[][] barred, double[] price, double atLeast) {
        relaxation.bar(barred);
        PriceClimb climb = new PriceClimb(price, bestKnown, effort);
        climb.once(relaxation, STEPS);
        iterations += climb.iterations();
        return new Case(barred, climb.bestPrice(), Math.max(atLeast, climb.best()), disputed(relaxation.shares()));
    }

    /** Returns the unit whose centres lie farthest apart, by its weight. */
    private Split disputed(double[][] share) {
        double most = 1e-6;
        Split found = new Split(-1, 0, 0);
        for (int unit = 0; unit < problem.units(); unit++) {
            for (int axis = 0; axis < 2; axis++) {
                double mean = mean(share, unit, axis);
                double spread = spread(share, unit, axis, mean) * problem.weights()[unit];
                if (spread > most) {
                    most = spread;
                    found = new Split(unit, axis, mean);
                }
            }
        }
        return found;
    }

    private double mean(double[][] share, int unit, int axis) {
        double sum = 0;
        double all = 0;
        for (int j = 0; j < share.length; j++) {
            sum += share[j][unit] * at(j, axis);
            all += share[j][unit];
        }
        return all > 0 ? sum / all : 0;
    }

    private double spread(double[][] share, int unit, int axis, double mean) {
        double sum = 0;
        for (int j = 0; j < share.length; j++) {
            sum += share[j][unit] * (at(j, axis) - mean) * (at(j, axis) - mean);
        }
        return sum;
    }

    private double at(int unit, int axis) {
        return (axis == 0 ? problem.xMetres() : problem.yMetres())[unit];
    }
}
