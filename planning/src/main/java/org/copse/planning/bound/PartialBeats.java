package org.copse.planning.bound;

import java.util.Arrays;

/** The relaxation in which a centre may take a part of a unit ({@link CentreRelaxation}): quick, and close where units are small. */
final class PartialBeats implements Relaxation {

    private final InertiaProblem problem;
    private final CentreRelaxation centre;
    private final double[] cost;
    private final Effort effort;
    private final double[] loadPrice;
    private final double[] value;
    private final boolean[] exact;
    private final int[] chosen;

    /** @param cost {@code cost[j * n + i]}: unit i about centre j */
    PartialBeats(InertiaProblem problem, double[] cost, Effort effort) {
        this.problem = problem;
        this.centre = new CentreRelaxation(problem);
        this.cost = cost;
        this.effort = effort;
        this.loadPrice = new double[problem.units()];
        this.value = new double[problem.units()];
        this.exact = new boolean[problem.units()];
        this.chosen = new int[problem.beats()];
    }

    @Override
    public double solve(double[] unitPrice) {
        lowValues(unitPrice);
        Arrays.fill(exact, false);
        // A value at an old price of the load is too low at worst: only centres that look good need the best price.
        boolean allExact = false;
        while (!allExact) {
            choose();
            allExact = true;
            for (int j : chosen) {
                if (!exact[j]) {
                    makeExact(j, unitPrice);
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

    @Override
    public void addTaken(double[] unitPrice, double[] taken) {
        for (int j : chosen) {
            centre.addTaken(loadPrice[j], j, cost, unitPrice, taken);
        }
    }

    /** Returns for each centre a value that it cannot come below, at the last known price of its load. */
    double[] lowValues(double[] unitPrice) {
        effort.add((long) value.length * value.length);
        for (int j = 0; j < value.length; j++) {
            value[j] = centre.valueAt(loadPrice[j], j, cost, unitPrice);
        }
        return value;
    }

    private void makeExact(int j, double[] unitPrice) {
        effort.add(2L * problem.units());
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
        for (int j = 0; j < value.length; j++) {
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
}
