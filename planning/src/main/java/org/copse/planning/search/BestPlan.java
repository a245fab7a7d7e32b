package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.objective.Assignment;

/**
 * The best assignment that a run has been at. Kept as the run's present one and the moves since the best, so that a better one costs nothing
 * to keep; only when the moves become too many are the labels copied.
 */
final class BestPlan {

    /** What counts as keeping all hard constraints. */
    static final double KEPT = 1e-9;

    private final int[] unit;
    private final int[] from;
    private int[] copy = {};
    private int moves;
    private boolean copied;
    private double soft = Double.POSITIVE_INFINITY;
    private double hard = Double.POSITIVE_INFINITY;
    private final double price;

    /** The price is what a hard constraint missed by 1 counts in soft score when no plan keeps all. */
    BestPlan(int units, double price) {
        int room = 2 * units + 1000;
        this.unit = new int[room];
        this.from = new int[room];
        this.price = price;
    }

    /** Forgets the best and begins with the present assignment. */
    void begin(double softNow, double hardNow) {
        soft = softNow;
        hard = hardNow;
        moves = 0;
        copied = false;
    }

    /** Books a move that has been made, and the scores after it. */
    void moved(Assignment at, int u, int before, double softNow, double hardNow) {
        if (better(softNow, hardNow)) {
            soft = softNow;
            hard = hardNow;
            moves = 0;
            copied = false;
        } else if (!copied) {
            if (moves == unit.length) {
                copy = at.beat.clone();
                unwind(copy, u, before);
                copied = true;
            } else {
                unit[moves] = u;
                from[moves++] = before;
            }
        }
    }

    /** The copy was taken after the last move, which the log has no room for: undo that one first. */
    private void unwind(int[] labels, int last, int before) {
        labels[last] = before;
        for (int i = moves - 1; i >= 0; i--) {
            labels[unit[i]] = from[i];
        }
    }

    boolean better(double softNow, double hardNow) {
        boolean keptNow = hardNow <= KEPT;
        boolean keptBest = hard <= KEPT;
        if (keptNow != keptBest) {
            return keptNow;
        }
        double gain = keptNow ? soft - softNow : total() - (softNow + price * hardNow);
        return gain > 1e-12 * Math.max(1, Math.abs(soft));
    }

    /** Returns the labels of the best. */
    int[] take(Assignment at) {
        if (copied) {
            return Arrays.copyOf(copy, copy.length);
        }
        int[] labels = at.beat.clone();
        for (int i = moves - 1; i >= 0; i--) {
            labels[unit[i]] = from[i];
        }
        return labels;
    }

    /** Returns soft score and price of what is missed; lower is better among plans that both keep or both miss something. */
    double total() {
        return soft + price * hard;
    }

    double soft() {
        return soft;
    }

    double hard() {
        return hard;
    }
}
