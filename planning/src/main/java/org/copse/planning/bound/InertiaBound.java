package org.copse.planning.bound;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * A proven lower bound on the moment of inertia of any plan, by Lagrangian relaxation of the Hess model.
 *
 * <p>The model chooses K centres and gives every unit to one of them, with each centre's load within the limits. The condition
 * that each unit is given away exactly once is priced instead of enforced: αᵢ for every unit. What remains falls apart by
 * centre: each takes just those units that pay for themselves, and the K best centres are chosen. The value is a lower bound
 * <em>whatever</em> the prices are; the search over prices ({@link PriceClimb}) only makes it better.
 *
 * <p>Prices are climbed twice. First a centre may take parts of units ({@link PartialBeats}): the bound tends to the optimum of the
 * linear relaxation, which lies close below the best plan of several hundred units, and far below it where a few dozen lumpy
 * units must meet narrow limits. Then a centre takes whole units that form one piece ({@link WholeBeats}), which closes most of
 * what is left. With few units, what remains open is then divided into cases ({@link Branching}).
 *
 * <p>Source: Validi, Buchanan, Lykhovyd 2022, <a href="https://doi.org/10.1287/opre.2021.2141">doi:10.1287/opre.2021.2141</a>, for
 * the model and the first relaxation.
 *
 * <p>An iteration of the first climb costs O(n²) time; the costs take 8 n² bytes. Not safe for use by several threads.
 */
public final class InertiaBound {

    /** More units than this and the matrix of costs no longer pays: 2,000 units take 32 MB. */
    public static final int MOST_UNITS = 2_000;

    /** Share by which the result is lowered, so that rounding in the sums cannot lift it above the truth. */
    private static final double ROUNDING_MARGIN = 1e-9;

    private static final PriceClimb.Steps QUICK = new PriceClimb.Steps(1, 1e-4, 20, 0.3);
    private static final PriceClimb.Steps SMOOTH = new PriceClimb.Steps(0.5, 1e-4, 60, 0.85);

    private InertiaBound() {}

    /**
     * Returns a lower bound in weight · m², 0 or more.
     *
     * @param problem at most {@value #MOST_UNITS} units
     * @param bestKnown the least inertia of a plan known so far, which may fall meanwhile; it steers the steps and is not
     *     trusted. {@link InertiaProblem#inertia} measures it
     * @param stop asked between iterations, and for each unit before the first one; once true, it stays so. The search also ends by
     *     itself once steps have become too small to help
     * @param mostLooks how many looks at a unit from a centre the work may take, about a hundred million a second: the same bound every
     *     time for the same problem and best plan
     */
    public static Result of(InertiaProblem problem, DoubleSupplier bestKnown, BooleanSupplier stop, long mostLooks) {
        if (problem.units() > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "%d units; a bound is computed for at most %d".formatted(problem.units(), MOST_UNITS));
        }
        Effort effort = new Effort(stop, mostLooks);
        double[] cost = costs(problem, effort);
        double[] start = startPrices(problem, cost, effort);
        if (effort.over()) {
            return new Result(0, 0);
        }
        PartialBeats partial = new PartialBeats(problem, cost, effort);
        PriceClimb climb = new PriceClimb(start, bestKnown, effort);
        climb.repeat(partial, SMOOTH);
        climb.repeat(partial, QUICK);
        boolean few = problem.units() <= Branching.MOST_UNITS;
        WholeBeats whole = new WholeBeats(problem, cost, partial, effort);
        climb.repeat(whole, few ? QUICK : SMOOTH);
        double best = climb.best();
        long iterations = climb.iterations();
        if (few && climb.goesOn()) {
            Branching branching = new Branching(problem, whole, bestKnown, effort);
            best = branching.raise(best, climb.bestPrice());
            iterations += branching.iterations();
        }
        return new Result(Math.max(0, best - ROUNDING_MARGIN * Math.abs(best)), iterations);
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

    /** Returns {@code cost[j * n + i]}: unit i about centre j. */
    private static double[] costs(InertiaProblem problem, Effort effort) {
        int n = problem.units();
        double[] cost = new double[n * n];
        for (int j = 0; j < n && !effort.over(); j++) {
            for (int i = 0; i < n; i++) {
                cost[j * n + i] = problem.cost(i, j);
            }
        }
        return cost;
    }

    /** Prices each unit at what it costs about a centre as far away as the middle of an evenly loaded beat's units. */
    private static double[] startPrices(InertiaProblem problem, double[] cost, Effort effort) {
        int n = problem.units();
        double[] price = new double[n];
        double[] sorted = new double[n];
        for (int i = 0; i < n && !effort.over(); i++) {
            for (int j = 0; j < n; j++) {
                sorted[j] = cost[j * n + i];
            }
            Arrays.sort(sorted);
            price[i] = sorted[Math.min(n - 1, n / (2 * problem.beats()))];
        }
        return price;
    }
}
