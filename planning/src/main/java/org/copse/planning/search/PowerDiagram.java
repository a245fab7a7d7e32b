package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.objective.SearchGraph;

/**
 * A start from the plane: centres that spread out, and a power diagram whose weights are raised and lowered until each cell has its hours
 * (centroidal power diagrams; Aurenhammer 1987, doi:10.1137/0216006). Cells may be in pieces on the graph; {@link Rejoining} mends that.
 */
final class PowerDiagram {

    /** Distances to compute at most; beyond, a start of another kind is cheaper. */
    static final long MOST_DISTANCES = 400_000_000L;

    /** Of more units only a sample of about so many finds the centres; all of them then find the weights. */
    private static final int SAMPLE = 20_000;

    private static final int ROUNDS_OF_ALL = 4;

    private final SearchGraph graph;
    private final int[] all;
    private int[] units;
    private final double[] target;
    private final double[] centreX;
    private final double[] centreY;
    private final double[] weight;
    private final int[] cell;
    private final double[] hours;

    PowerDiagram(SearchGraph graph, int[] units, double[] target) {
        this.graph = graph;
        this.all = units;
        this.units = sample(units);
        this.target = target;
        this.centreX = new double[target.length];
        this.centreY = new double[target.length];
        this.weight = new double[target.length];
        this.cell = new int[units.length];
        this.hours = new double[target.length];
    }

    /** Units lie along a Hilbert curve, so every tenth of them is a fair sample. */
    private static int[] sample(int[] units) {
        int stride = Math.max(1, units.length / SAMPLE);
        int[] sample = new int[(units.length + stride - 1) / stride];
        Arrays.setAll(sample, i -> units[i * stride]);
        return sample;
    }

    /** Returns the cell of each of the units, in their order. */
    int[] cells(Dice dice) {
        spread(dice);
        double step = balance();
        if (units.length < all.length) {
            units = all;
            for (int round = 0; round < ROUNDS_OF_ALL; round++) {
                assign();
                weigh(step);
            }
            assign();
        }
        return cell;
    }

    private double balance() {
        long each = (long) units.length * target.length;
        int rounds = (int) Math.max(12, Math.min(150, MOST_DISTANCES / Math.max(1, each)));
        double step = 0.5;
        for (int round = 0; round < rounds; round++) {
            assign();
            weigh(step);
            if (round < rounds * 3 / 4) {
                recentre();
            } else {
                step = Math.max(0.05, step * 0.93);
            }
        }
        assign();
        return step;
    }

    /** Chooses centres as k-means++ does: each far from those before it (Arthur and Vassilvitskii 2007). */
    private void spread(Dice dice) {
        double[] nearest = new double[units.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int chosen = units[dice.below(units.length)];
        for (int c = 0; c < target.length; c++) {
            centreX[c] = graph.x[chosen];
            centreY[c] = graph.y[chosen];
            double total = 0;
            for (int i = 0; i < units.length; i++) {
                nearest[i] = Math.min(nearest[i], squared(units[i], c));
                total += nearest[i] * (graph.hours[units[i]] + 1e-9);
            }
            double draw = dice.uniform() * total;
            chosen = units[dice.below(units.length)];
            for (int i = 0; i < units.length && draw >= 0; i++) {
                draw -= nearest[i] * (graph.hours[units[i]] + 1e-9);
                chosen = units[i];
            }
        }
    }

    private void assign() {
        Arrays.fill(hours, 0);
        for (int i = 0; i < units.length; i++) {
            int u = units[i];
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < target.length; c++) {
                double power = squared(u, c) - weight[c];
                if (power < least) {
                    least = power;
                    best = c;
                }
            }
            cell[i] = best;
            hours[best] += graph.hours[u];
        }
    }

    /** Raises the weight of cells with too few hours, in proportion to the area that a typical cell has. */
    private void weigh(double step) {
        double spread = 0;
        for (int i = 0; i < units.length; i++) {
            spread += squared(units[i], cell[i]);
        }
        double size = spread / units.length;
        double whole = Arrays.stream(target).sum();
        double share = units.length < all.length ? Arrays.stream(hours).sum() / Math.max(whole, 1e-12) : 1;
        for (int c = 0; c < target.length; c++) {
            double wanted = target[c] * share;
            double missing = (wanted - hours[c]) / Math.max(wanted, 1e-12);
            weight[c] += step * size * Math.max(-1, Math.min(1, missing));
        }
    }

    private void recentre() {
        double[] x = new double[target.length];
        double[] y = new double[target.length];
        for (int i = 0; i < units.length; i++) {
            x[cell[i]] += graph.hours[units[i]] * graph.x[units[i]];
            y[cell[i]] += graph.hours[units[i]] * graph.y[units[i]];
        }
        for (int c = 0; c < target.length; c++) {
            if (hours[c] > 0) {
                centreX[c] = x[c] / hours[c];
                centreY[c] = y[c] / hours[c];
            }
        }
    }

    private double squared(int u, int c) {
        double dx = graph.x[u] - centreX[c];
        double dy = graph.y[u] - centreY[c];
        return dx * dx + dy * dy;
    }
}
