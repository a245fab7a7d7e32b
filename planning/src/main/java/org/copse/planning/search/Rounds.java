package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.Budget;

/**
 * How a budget is divided into rounds. A cycle of annealing that has cooled slowly enough gains little from more time, and another start gains
 * more; so small districts get many cycles and large ones few. Two short rounds come first, so that there is a good plan early.
 */
final class Rounds {

    /** With so few rounds there is no time for more than one fresh start. */
    static final int FEW = 4;

    /** With more rounds than this a fresh start is worth more than a line of plans that goes on. */
    static final int MANY = 24;

    private static final double[] FIRST = {0.01, 0.04};
    /** The first rounds, which are short. */
    static final int SHORT = FIRST.length;

    private static final int MOST = 60;
    /** Moves of a cycle per unit, and at least, before another start is worth more. */
    private static final long MOVES_PER_UNIT = 2_500;

    private static final long LEAST_MOVES = 500_000;
    /** A guess, which only the number of rounds depends on. */
    private static final double MOVES_PER_SECOND = 8e6;

    private final int later;

    /** Divides the part of a budget that one of so many favours has. */
    Rounds(Budget budget, int favours, int units) {
        double seconds = budget.time().map(time -> time.toNanos() / 1e9).orElse(0.0);
        double moves = budget.iterations().isPresent() ? budget.iterations().getAsLong() : seconds * MOVES_PER_SECOND;
        long cycle = Math.max(LEAST_MOVES, MOVES_PER_UNIT * units);
        long fit = (long) (moves / favours / FavourSearch.LANES / cycle);
        this.later = (int) Math.max(1, Math.min(MOST, fit));
    }

    int count() {
        return SHORT + later;
    }

    /** Returns the share of a favour's budget that a round takes; all of them add up to 1. */
    double share(int round) {
        return round < SHORT ? FIRST[round] : (1 - Arrays.stream(FIRST).sum()) / later;
    }
}
