package org.copse.planning.search;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;

/**
 * Lets a plan settle: from its own assignment, almost cold, with a price on each unit that is in another beat than before. Units move because
 * bounds ask for it or because the way there pays at each step; no better plan far away is looked for. So the same plan settles where it is, and
 * what moves under another problem moves because of what differs.
 */
public final class Settling {

    /** Warm enough to let two units move whose first loses a little. */
    private static final Annealing.Schedule COLD = new Annealing.Schedule(0.01, 0.002, 0.3);

    /** What it costs if all units move, as a share of the plan's score. */
    private static final double STAY = 0.3;

    /** Divisions looked at where bounds are still missed, a tenth of a second's work. */
    private static final double MOST_WORK = 1e7;

    private final Layout layout;

    /** Prepares to settle plans under a problem. One thread at a time. */
    public Settling(PlanningProblem problem) {
        this.layout = new Layout(problem);
    }

    /** Returns where a plan settles within so many moves; the same for the same seed. What is stopped has come as far as it has. */
    public Plan settle(Plan plan, Favour favour, long moves, long seed, BooleanSupplier stop) {
        FavourSearch search = new FavourSearch(layout, favour, Optional.of(plan), seed, STAY);
        Candidate start = search.first(stop);
        Cycle cycle = new Cycle(search, Optional.of(start.labels()), 0, COLD, new Dice(seed));
        Candidate cooled = cycle.cool(Pace.moves(moves, stop));
        search.offer(cooled.feasible() || stop.getAsBoolean() ? cooled : divided(search, cooled, stop));
        return search.best().orElseThrow().labels().plan(layout.graph);
    }

    /** Beats of few units come back into their bounds only by dividing some anew. */
    private Candidate divided(FavourSearch search, Candidate missed, BooleanSupplier stop) {
        Recombination recombination =
                new Recombination(layout, search.objective(missed.labels()), missed.labels(), search.fixedBeats());
        return search.score(recombination.run(() -> recombination.work() > MOST_WORK || stop.getAsBoolean()));
    }
}
