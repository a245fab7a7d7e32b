package org.copse.planning.search;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.planning.CancelSignal;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/**
 * Mends a plan by looking at all ways of one move, then of two, and so on, until one keeps every hard constraint. Whatever mends a fault must
 * move a unit that the fault is about; so of each plan on the way only the moves at one fault are tried, and all orders of the same
 * moves but one are left out.
 *
 * <p>On small maps all moves are tried, and what is found has the fewest there can be. On larger ones a unit only joins a beat that it touches by
 * then. The work is limited; where that is not enough nothing is found.
 */
final class FewestMoves {

    /** Units times beats up to which a unit may join any beat. */
    private static final int SMALL = 400;

    private static final int MOST_MOVES = 8;
    /** Looks at a unit, some tenths of a second. */
    private static final long MOST_LOOKS = 40_000_000;

    private final Faults plan;
    private final ToDoubleFunction<Plan> score;
    private final CancelSignal cancel;
    private final boolean small;
    private final int[] sectorOfBeat;
    private final int[] allBeats;
    private long looks;
    private Optional<Plan> best = Optional.empty();
    private double bestScore = Double.POSITIVE_INFINITY;
    private int triedAll = -1;

    /** @param score tells mends of as many moves apart; lower is better */
    FewestMoves(PlanningProblem problem, Plan given, ToDoubleFunction<Plan> score, CancelSignal cancel) {
        this.plan = new Faults(problem, given);
        this.sectorOfBeat = given.sectorOfBeat();
        this.allBeats = IntStream.range(0, sectorOfBeat.length).toArray();
        this.score = score;
        this.cancel = cancel;
        this.small = (long) problem.unitCount() * given.beatCount() <= SMALL;
    }

    /** Returns the plan mended with the fewest moves; empty when the work's limit came first. */
    Optional<Plan> find() {
        for (int moves = 0; moves <= MOST_MOVES && !over(); moves++) {
            tryAll(moves);
            if (best.isPresent()) {
                return best;
            }
            triedAll = over() ? triedAll : moves;
        }
        return best;
    }

    /** Returns whether it is certain that no mend has fewer moves than this. */
    boolean needs(int moves) {
        return small && moves <= triedAll + 1;
    }

    private boolean over() {
        return looks > MOST_LOOKS || cancel.isCancelled();
    }

    private void tryAll(int left) {
        looks += plan.units();
        Optional<Faults.Fault> fault = plan.first();
        if (fault.isEmpty()) {
            take();
            return;
        }
        if (left == 0 || plan.faultyBeats() > 2 * left || over()) {
            return;
        }
        for (int unit = 0; unit < plan.units() && !over(); unit++) {
            if (plan.mayMove(unit)) {
                tryAll(unit, fault.get(), left);
            }
        }
    }

    private void tryAll(int unit, Faults.Fault fault, int left) {
        int from = plan.beatOf(unit);
        for (int to : small ? allBeats : plan.within(unit, fault)) {
            if (fault.concerns(unit, from, to) && plan.mayJoin(unit, to)) {
                plan.move(unit, to);
                looks += 4L * plan.units();
                tryAll(left - 1);
                plan.back(unit, from);
            }
        }
    }

    private void take() {
        looks += 20L * plan.units();
        Plan found = Plan.of(plan.labels(), sectorOfBeat);
        double value = score.applyAsDouble(found);
        if (value < bestScore) {
            bestScore = value;
            best = Optional.of(found);
        }
    }
}
