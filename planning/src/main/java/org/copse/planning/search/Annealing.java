package org.copse.planning.search;

import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.Objective;

/**
 * Simulated annealing by moves of one unit across a boundary (Kirkpatrick, Gelatt, Vecchi 1983, doi:10.1126/science.220.4598.671). Beats and
 * sectors stay connected at every step; hours may leave their bounds for a price that rises while they do.
 */
final class Annealing {

    /** Moves between two looks at clock, temperature and price. */
    private static final int STRIDE = 512;
    /** Moves after which the best so far is shown. */
    private static final long SHOWN = 20_000;

    private static final long LEAST_REFRESH = 2_048;
    /** Units that a contiguity search may look at before a move is refused. */
    private static final int MOST_SEARCHED = 256;

    /** How fast the price rises while bounds are missed and falls while they are kept, as exponents over a whole cycle. */
    private static final double RISE = 5;

    private static final double FALL = 100;
    /** From this share of a cycle on the price only rises, and faster: the end must keep the bounds. */
    private static final double LAST_PART = 0.9;
    /** How many times the least price the price may become. */
    private static final double HIGHEST_PRICE = 300;

    private final Objective objective;
    private final Contiguity contiguity;
    private final Dice dice;
    private final boolean[] fixedBeat;
    private final Assignment at;
    private final BestPlan best;
    private Sight sight = found -> {};
    private double soft;
    private double hard;
    private double temperature;
    private double price;
    private long moves;

    Annealing(
            Assignment at, Objective objective, Contiguity contiguity, boolean[] fixedBeat, BestPlan best, Dice dice) {
        this.at = at;
        this.objective = objective;
        this.contiguity = contiguity;
        this.fixedBeat = fixedBeat;
        this.best = best;
        this.dice = dice;
    }

    /** Hears of the best so far, now and then while a cycle runs; on the thread of the cycle. */
    interface Sight {
        void of(BestPlan best);
    }

    /** Shows the best so far each time that books are added up anew: often enough for a person, and seldom for the search. */
    void showBest(Sight to) {
        sight = to;
    }

    /** Runs one cycle from the present assignment and leaves the best of it as the present one. */
    void cycle(Schedule schedule, Pace pace) {
        enter();
        best.begin(soft, hard);
        double size = typicalChange();
        double leastPrice = schedule.price() * size * at.graph.units / at.beats();
        price = leastPrice;
        moves = 0;
        long refreshed = 0;
        long shown = 0;
        long refresh = refresh();
        double fraction = 0;
        while (fraction < 1 && !pace.stopped() && at.boundaryCount() > 0) {
            temperature = size * schedule.temperature(fraction);
            for (int i = 0; i < STRIDE; i++) {
                step();
            }
            moves += STRIDE;
            double before = fraction;
            fraction = Math.min(1, pace.fraction(moves));
            if (moves >= refreshed + refresh) {
                enter();
                refreshed = moves;
            }
            if (moves >= shown + SHOWN) {
                sight.of(best);
                shown = moves;
            }
            adaptPrice(leastPrice, fraction, fraction - before);
        }
        at.restart(best.take(at));
        enter();
    }

    /**
     * Moves after which books are added up anew: rounding errors go, and centres are found again. That takes as many steps as there are units in a
     * beat for each unit, so the fewer those are, the less a beat has to wait for its centre to follow.
     */
    private long refresh() {
        long units = at.graph.units;
        return Math.min(Math.max(SHOWN, 20 * units), Math.max(LEAST_REFRESH, units * units / at.beats()));
    }

    private void adaptPrice(double leastPrice, double fraction, double passed) {
        boolean last = fraction > LAST_PART;
        if (hard > BestPlan.KEPT) {
            price = Math.min(price * Math.exp((last ? 10 : 1) * RISE * passed), leastPrice * HIGHEST_PRICE);
        } else if (!last) {
            price = Math.max(price * Math.exp(-FALL * passed), leastPrice);
        }
    }

    long moves() {
        return moves;
    }

    private void enter() {
        objective.enter(at);
        soft = objective.soft(at);
        hard = objective.hard(at);
    }

    private void step() {
        int u = at.boundary[dice.below(at.boundaryCount())];
        int to = foreignBeat(u);
        double softChange = objective.softChange(at, u, to);
        double hardChange = objective.hardChange(at, u, to);
        if (acceptable(softChange + price * hardChange)) {
            if (mayLeave(u, to)) {
                move(u, to, softChange, hardChange);
            }
        } else if (hardChange > 0 && softChange < 4 * temperature) {
            exchange(u, to, softChange, hardChange);
        }
    }

    private boolean acceptable(double change) {
        return change <= 0 || change <= temperature * dice.exponential();
    }

    private void move(int u, int to, double softChange, double hardChange) {
        int from = at.beat[u];
        at.move(u, to);
        objective.moved(at, u, from);
        soft += softChange;
        hard += hardChange;
        best.moved(at, u, from, soft, hard);
    }

    /** Lets a unit go that the bounds hold back, if another one near by comes back for it. */
    private void exchange(int u, int to, double softChange, double hardChange) {
        int from = at.beat[u];
        int back = counterpart(u, from, to);
        if (back < 0 || !mayLeave(u, to)) {
            return;
        }
        at.move(u, to);
        objective.moved(at, u, from);
        double softBack = objective.softChange(at, back, from);
        double hardBack = objective.hardChange(at, back, from);
        boolean good = acceptable(softChange + softBack + price * (hardChange + hardBack));
        at.move(u, from);
        objective.moved(at, u, to);
        if (good) {
            move(u, to, softChange, hardChange);
            if (touches(back, from) && mayLeave(back, from)) {
                move(back, from, softBack, hardBack);
            } else {
                move(u, from, -softChange, -hardChange);
            }
        }
    }

    /** Returns a unit of beat {@code to} that touches a neighbour of {@code u} in beat {@code from}; -1 when a few looks find none. */
    private int counterpart(int u, int from, int to) {
        int first = at.graph.first[u];
        int degree = at.graph.first[u + 1] - first;
        int i = dice.below(degree);
        for (int looked = 0; looked < degree; looked++) {
            int w = at.graph.neighbour[first + i];
            if (at.beat[w] == from) {
                int firstOfW = at.graph.first[w];
                int degreeOfW = at.graph.first[w + 1] - firstOfW;
                int j = dice.below(degreeOfW);
                for (int k = 0; k < degreeOfW; k++) {
                    int v = at.graph.neighbour[firstOfW + j];
                    if (v != u && at.beat[v] == to) {
                        return v;
                    }
                    j = j + 1 == degreeOfW ? 0 : j + 1;
                }
            }
            i = i + 1 == degree ? 0 : i + 1;
        }
        return -1;
    }

    private boolean touches(int u, int beat) {
        for (int slot = at.graph.first[u]; slot < at.graph.first[u + 1]; slot++) {
            if (at.beat[at.graph.neighbour[slot]] == beat) {
                return true;
            }
        }
        return false;
    }

    private boolean mayLeave(int u, int to) {
        if (fixedBeat[at.beat[u]] || fixedBeat[to] || at.beatUnits[at.beat[u]] == 1) {
            return false;
        }
        if (!contiguity.staysWhole(at.beat, u, MOST_SEARCHED)) {
            return false;
        }
        return at.sectorOfBeat[to] == at.sector[u] || contiguity.staysWhole(at.sector, u, MOST_SEARCHED);
    }

    private int foreignBeat(int u) {
        int first = at.graph.first[u];
        int degree = at.graph.first[u + 1] - first;
        int own = at.beat[u];
        int i = dice.below(degree);
        while (at.beat[at.graph.neighbour[first + i]] == own) {
            i = i + 1 == degree ? 0 : i + 1;
        }
        return at.beat[at.graph.neighbour[first + i]];
    }

    /** Returns the mean size of the soft change of a random move: the unit in which temperatures are given. */
    private double typicalChange() {
        double sum = 1e-300;
        int tried = 0;
        for (int i = 0; i < 500 && at.boundaryCount() > 0; i++) {
            int u = at.boundary[dice.below(at.boundaryCount())];
            sum += Math.abs(objective.softChange(at, u, foreignBeat(u)));
            tried++;
        }
        return sum / Math.max(1, tried);
    }

    /**
     * A cooling from one temperature to another, both in units of a random move's typical change.
     *
     * @param hot where it begins
     * @param cold where it ends, less than {@code hot}
     * @param price the least price of a missed bound, in typical changes per typical unit
     */
    record Schedule(double hot, double cold, double price) {
        double temperature(double fraction) {
            return hot * Math.pow(cold / hot, Math.min(1, fraction));
        }
    }
}
