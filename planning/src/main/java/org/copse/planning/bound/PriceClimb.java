package org.copse.planning.bound;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The search over prices: deflected subgradient steps of Polyak's length, halved while they do not help. A unit that nobody took becomes dearer,
 * one that several took cheaper.
 */
final class PriceClimb {

    /** Share of the size of all prices that rounding in their sums can be. */
    private static final double ROUNDING_OF_PRICES = 1e-12;
    /** A gain counts if it closes this share of what is still open. */
    private static final double GAIN_THAT_COUNTS = 0.003;
    /** Large steps again from the best prices help as long as they gain this share of the bound. */
    private static final double WORTH_ANOTHER = 2e-5;
    /** A direction is never taken for shorter than this share of what the last solution alone says. */
    private static final double SHORTEST = 0.05;
    /** A gap of this share is none. */
    private static final double CLOSED = 1e-7;

    private final DoubleSupplier bestKnown;
    private final Effort effort;
    private final double[] price;
    private final double[] bestPrice;
    private final double[] taken;
    private final double[] direction;
    private double best = Double.NEGATIVE_INFINITY;
    private long iterations;

    /**
     * How long steps are and how soon they are halved.
     *
     * @param first the first step, as a share of Polyak's
     * @param last the step that is no longer worth taking
     * @param patience steps without a gain before they are halved
     * @param memory share of the last direction that the next one keeps
     */
    record Steps(double first, double last, int patience, double memory) {}

    /** @param start prices to begin with, which are copied */
    PriceClimb(double[] start, DoubleSupplier bestKnown, Effort effort) {
        this.bestKnown = bestKnown;
        this.effort = effort;
        this.price = start.clone();
        this.bestPrice = start.clone();
        this.taken = new double[start.length];
        this.direction = new double[start.length];
    }

    double best() {
        return best;
    }

    double[] bestPrice() {
        return bestPrice.clone();
    }

    long iterations() {
        return iterations;
    }

    /** Climbs again and again from the best prices, as long as that gains something. */
    void repeat(Relaxation relaxation, Steps steps) {
        double before;
        do {
            before = best;
            once(relaxation, steps);
        } while (goesOn() && best - before > WORTH_ANOTHER * Math.abs(best));
    }

    /** Climbs from the best prices until steps have become too small. */
    void once(Relaxation relaxation, Steps steps) {
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        Arrays.fill(direction, 0);
        double step = steps.first();
        double mark = Double.NEGATIVE_INFINITY;
        int sinceMark = 0;
        while (step > steps.last() && goesOn()) {
            iterations++;
            double bound = solve(relaxation);
            if (bound > best) {
                best = bound;
                System.arraycopy(price, 0, bestPrice, 0, price.length);
            }
            double open = bestKnown.getAsDouble() - best;
            if (best > mark + GAIN_THAT_COUNTS * Math.max(0, open)) {
                mark = best;
                sinceMark = 0;
            } else if (++sinceMark >= steps.patience()) {
                step /= 2;
                sinceMark = 0;
                System.arraycopy(bestPrice, 0, price, 0, price.length);
                Arrays.fill(direction, 0);
                bound = solve(relaxation);
            }
            double length = step * Math.max(bestKnown.getAsDouble() - bound, 1e-6 * Math.abs(best));
            if (!Double.isFinite(bound) || !move(relaxation, length, steps.memory())) {
                return;
            }
        }
    }

    /** Whether there is time and a gap left. */
    boolean goesOn() {
        return !effort.over() && !closed(best);
    }

    boolean closed(double bound) {
        return bound >= bestKnown.getAsDouble() * (1 - CLOSED);
    }

    /** The value is a small difference of large sums: what rounding in them can be is taken off. */
    private double solve(Relaxation relaxation) {
        double value = relaxation.solve(price);
        double size = 0;
        for (double each : price) {
            size += Math.abs(each);
        }
        return value - ROUNDING_OF_PRICES * size;
    }

    /** Changes prices; false when each unit was taken once, and so no prices are better. */
    private boolean move(Relaxation relaxation, double length, double memory) {
        Arrays.fill(taken, 0);
        relaxation.addTaken(price, taken);
        double square = 0;
        double own = 0;
        for (int i = 0; i < price.length; i++) {
            double missing = 1 - taken[i];
            own += missing * missing;
            direction[i] = memory * direction[i] + (1 - memory) * missing;
            square += direction[i] * direction[i];
        }
        if (own < 1e-12) {
            return false;
        }
        double by = length / Math.max(square, SHORTEST * own);
        for (int i = 0; i < price.length; i++) {
            price[i] += by * direction[i];
        }
        return true;
    }
}
