package org.copse.planning.bound;

/**
 * What one centre takes once units have prices: the units that pay for themselves, in part if need be, with their load within
 * the limits. That is a continuous knapsack, and its dual has one number, the price μ of the load.
 */
final class CentreRelaxation {

    private final InertiaProblem problem;
    private final double[] weights;
    private final int[] order;
    private final double[] ratio;

    CentreRelaxation(InertiaProblem problem) {
        this.problem = problem;
        weights = problem.weights();
        order = new int[problem.units()];
        ratio = new double[problem.units()];
    }

    /** Returns the value at a price of the load: a lower bound at any price, the value of the knapsack at the best. */
    double valueAt(double mu, int centre, double[] cost, double[] unitPrice) {
        int row = centre * weights.length;
        double own = cost[row + centre] - unitPrice[centre] - mu * weights[centre];
        // A centre belongs to its own beat, whether or not that pays.
        double sum = Math.max(0, own);
        for (int i = 0; i < weights.length; i++) {
            sum += Math.min(0, cost[row + i] - unitPrice[i] - mu * weights[i]);
        }
        return sum + (mu > 0 ? problem.lower() : problem.upper()) * mu;
    }

    /** Returns the best price of the load: 0 if what pays for itself is within the limits, else where it just is. */
    double bestPrice(int centre, double[] cost, double[] unitPrice) {
        int row = centre * weights.length;
        double free = weights[centre];
        int others = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i != centre && weights[i] > 0) {
                double reduced = cost[row + i] - unitPrice[i];
                ratio[i] = reduced / weights[i];
                free += reduced < 0 ? weights[i] : 0;
                order[others++] = i;
            }
        }
        if (free > problem.upper()) {
            return Math.min(0, ratioAt(problem.upper() - weights[centre], others));
        }
        return free < problem.lower() ? Math.max(0, ratioAt(problem.lower() - weights[centre], others)) : 0;
    }

    /** Adds what the centre takes at a price of the load; of units that just pay, the part that the limit leaves. */
    void addTaken(double mu, int centre, double[] cost, double[] unitPrice, double[] taken) {
        int row = centre * weights.length;
        double load = weights[centre];
        double marginal = 0;
        double tie = 1e-12 * Math.abs(mu);
        taken[centre]++;
        for (int i = 0; i < weights.length; i++) {
            if (i == centre) {
                continue;
            }
            double reduced = (cost[row + i] - unitPrice[i]) / weights[i] - mu;
            if (mu != 0 && Math.abs(reduced) <= tie) {
                marginal += weights[i];
            } else if (reduced < 0) {
                load += weights[i];
                taken[i]++;
            }
        }
        if (marginal > 0) {
            double limit = mu > 0 ? problem.lower() : problem.upper();
            double part = Math.min(1, Math.max(0, (limit - load) / marginal));
            for (int i = 0; i < weights.length; i++) {
                if (i != centre && Math.abs((cost[row + i] - unitPrice[i]) / weights[i] - mu) <= tie) {
                    taken[i] += part;
                }
            }
        }
    }

    /** Returns the ratio at which the units in {@code order}, cheapest first, reach a load; a weighted quickselect. */
    private double ratioAt(double load, int count) {
        int from = 0;
        int to = count - 1;
        double before = 0;
        while (from < to) {
            double pivot = ratio[order[(from + to) >>> 1]];
            int left = from;
            int right = to;
            while (left <= right) {
                while (ratio[order[left]] < pivot) {
                    left++;
                }
                while (ratio[order[right]] > pivot) {
                    right--;
                }
                if (left <= right) {
                    int swap = order[left];
                    order[left++] = order[right];
                    order[right--] = swap;
                }
            }
            double lower = 0;
            for (int at = from; at <= right; at++) {
                lower += weights[order[at]];
            }
            if (before + lower >= load) {
                to = right;
            } else {
                for (int at = right + 1; at < left; at++) {
                    lower += weights[order[at]];
                }
                if (before + lower >= load) {
                    return pivot;
                }
                before += lower;
                from = left;
            }
        }
        return count == 0 ? 0 : ratio[order[Math.min(from, count - 1)]];
    }
}
