package org.copse.planning.bound;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * A proven lower bound on the moment of inertia of any plan, by Lagrangian relaxation of the Hess model.
 *
 * <p>The model chooses K centres and gives every unit to one of them, with each centre's load within the limits. The condition
 * that each unit is given away exactly once is priced instead of enforced: αᵢ for every unit. What remains falls apart by
 * centre: each takes just those units that pay for themselves, within the limits ({@link CentreRelaxation}), and the K best
 * centres are chosen. The value is a lower bound <em>whatever</em> the prices are; the search over prices (deflected
 * subgradient steps of Polyak's length, halved while they do not help) only makes it better. It tends to the optimum of the
 * linear relaxation, which lies close below the best plan of several hundred units, and further off where a few dozen lumpy
 * units must meet narrow limits.
 *
 * <p>Source: Validi, Buchanan, Lykhovyd 2022, <a href="https://doi.org/10.1287/opre.2021.2141">doi:10.1287/opre.2021.2141</a>.
 * Contiguity is left out, so the bound holds with and without it.
 *
 * <p>An iteration costs O(n²) time; the costs take 8 n² bytes. Not safe for use by several threads.
 */
public final class InertiaBound {

    /** More units than this and the matrix of costs no longer pays: 2,000 units take 32 MB. */
    public static final int MOST_UNITS = 2_000;

    /** Share by which the result is lowered, so that rounding in the sums cannot lift it above the truth. */
    private static final double ROUNDING_MARGIN = 1e-9;

    private static final double FIRST_STEP = 1.0;
    private static final double LAST_STEP = 1e-4;
    private static final int PATIENCE = 20;
    /** A gain counts if it closes this share of what is still open. */
    private static final double GAIN_THAT_COUNTS = 0.003;

    /** Large steps again from the best prices help as long as they gain this share of the bound. */
    private static final double WORTH_ANOTHER_CLIMB = 2e-5;

    private static final double DEFLECTION = 0.3;

    private final InertiaProblem problem;
    private final CentreRelaxation centre;
    private final int n;
    /** cost[j * n + i]: unit i about centre j. */
    private final double[] cost;

    private final double[] unitPrice;
    private final double[] bestUnitPrice;
    private final double[] loadPrice;
    private final double[] value;
    private final boolean[] exact;
    private final int[] chosen;
    private final double[] taken;
    private final double[] direction;
    private double best = Double.NEGATIVE_INFINITY;
    private long iterations;

    private InertiaBound(InertiaProblem problem, BooleanSupplier stop) {
        this.problem = problem;
        centre = new CentreRelaxation(problem);
        n = problem.units();
        cost = new double[n * n];
        for (int j = 0; j < n && !stop.getAsBoolean(); j++) {
            for (int i = 0; i < n; i++) {
                cost[j * n + i] = problem.cost(i, j);
            }
        }
        unitPrice = new double[n];
        bestUnitPrice = new double[n];
        loadPrice = new double[n];
        value = new double[n];
        exact = new boolean[n];
        chosen = new int[problem.beats()];
        taken = new double[n];
        direction = new double[n];
    }

    /**
     * Returns a lower bound in weight · m², 0 or more.
     *
     * @param problem at most {@value #MOST_UNITS} units
     * @param bestKnown the least inertia of a plan known so far, which may fall meanwhile; it steers the steps and is not
     *     trusted. {@link InertiaProblem#inertia} measures it
     * @param stop asked between iterations, and for each unit before the first one; once true, it stays so. The search also ends by
     *     itself once steps have become too small to help
     */
    public static Result of(InertiaProblem problem, DoubleSupplier bestKnown, BooleanSupplier stop) {
        if (problem.units() > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "%d units; a bound is computed for at most %d".formatted(problem.units(), MOST_UNITS));
        }
        InertiaBound bound = new InertiaBound(problem, stop);
        if (!bound.startPrices(stop)) {
            return new Result(0, 0);
        }
        bound.climb(bestKnown, stop);
        return new Result(Math.max(0, bound.best - ROUNDING_MARGIN * Math.abs(bound.best)), bound.iterations);
    }

    /**
     * A bound and how it came about.
     *
     * @param lower no plan has less inertia, in weight · m²
     * @param iterations price changes tried
     */
    public record Result(double lower, long iterations) {

        /** Returns by what share a plan of this inertia can at most be improved: 0.01 is one per cent; 0 or more. */
        public double gap(double inertia) {
            return inertia <= lower || inertia == 0 ? 0 : (inertia - lower) / inertia;
        }
    }

    /** Prices each unit at what it costs about a centre as far away as the middle of an evenly loaded beat's units; false when stopped before. */
    private boolean startPrices(BooleanSupplier stop) {
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            for (int j = 0; j < n; j++) {
                sorted[j] = cost[j * n + i];
            }
            Arrays.sort(sorted);
            unitPrice[i] = sorted[Math.min(n - 1, n / (2 * problem.beats()))];
        }
        return true;
    }

    private void climb(DoubleSupplier bestKnown, BooleanSupplier stop) {
        double before;
        do {
            before = best;
            climbOnce(bestKnown, stop);
        } while (!stop.getAsBoolean() && best - before > WORTH_ANOTHER_CLIMB * Math.abs(best));
    }

    private void climbOnce(DoubleSupplier bestKnown, BooleanSupplier stop) {
        double step = FIRST_STEP;
        double mark = Double.NEGATIVE_INFINITY;
        int sinceMark = 0;
        while (step > LAST_STEP && !stop.getAsBoolean()) {
            iterations++;
            double bound = relax();
            if (bound > best) {
                best = bound;
                System.arraycopy(unitPrice, 0, bestUnitPrice, 0, n);
            }
            double open = bestKnown.getAsDouble() - best;
            if (best > mark + GAIN_THAT_COUNTS * Math.max(0, open)) {
                mark = best;
                sinceMark = 0;
            } else if (++sinceMark >= PATIENCE) {
                step /= 2;
                sinceMark = 0;
                System.arraycopy(bestUnitPrice, 0, unitPrice, 0, n);
                Arrays.fill(direction, 0);
                bound = relax();
            }
            move(step * Math.max(bestKnown.getAsDouble() - bound, 1e-6 * Math.abs(best)));
        }
    }

    /** Solves what the prices leave of the problem; returns its value, a lower bound. */
    private double relax() {
        for (int j = 0; j < n; j++) {
            value[j] = centre.valueAt(loadPrice[j], j, cost, unitPrice);
        }
        Arrays.fill(exact, false);
        // A value at an old price of the load is too low at worst: only centres that look good need the best price.
        boolean allExact = false;
        while (!allExact) {
            choose();
            allExact = true;
            for (int j : chosen) {
                if (!exact[j]) {
                    makeExact(j);
                    allExact = false;
                }
            }
        }
        double sum = 0;
        for (double price : unitPrice) {
            sum += price;
        }
        for (int j : chosen) {
            sum += value[j];
        }
        return sum;
    }

    private void makeExact(int j) {
        double mu = centre.bestPrice(j, cost, unitPrice);
        double at = centre.valueAt(mu, j, cost, unitPrice);
        if (at > value[j]) {
            value[j] = at;
            loadPrice[j] = mu;
        }
        exact[j] = true;
    }

    /** Keeps the K centres of least value. */
    private void choose() {
        int k = chosen.length;
        int filled = 0;
        for (int j = 0; j < n; j++) {
            if (filled == k && value[j] >= value[chosen[k - 1]]) {
                continue;
            }
            int at = filled < k ? filled++ : k - 1;
            while (at > 0 && value[chosen[at - 1]] > value[j]) {
                chosen[at] = chosen[at - 1];
                at--;
            }
            chosen[at] = j;
        }
    }

    /** Makes units dearer that nobody took and cheaper that several did. */
    private void move(double length) {
        Arrays.fill(taken, 0);
        for (int j : chosen) {
            centre.addTaken(loadPrice[j], j, cost, unitPrice, taken);
        }
        double square = 0;
        for (int i = 0; i < n; i++) {
            direction[i] = DEFLECTION * direction[i] + (1 - DEFLECTION) * (1 - taken[i]);
            square += direction[i] * direction[i];
        }
        for (int i = 0; i < n && square > 0; i++) {
            unitPrice[i] += length / square * direction[i];
        }
    }
}
