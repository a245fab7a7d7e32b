package org.copse.geoimport.district;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.copse.planning.Planner;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/**
 * Where a plan settles under a problem, with several seeds.
 *
 * @param runs at least one, in the order of the residents and units that change beat
 * @param whole whether there was time for every seed; figures of fewer say nothing
 */
record Settled(List<Run> runs, boolean whole) {

    /** Seeds asked; odd, so that one is in the middle. */
    private static final int SEEDS = 3;

    private static final long MOVES_PER_UNIT = 400;
    private static final long LEAST_MOVES = 60_000;
    private static final long MOST_MOVES = 1_000_000;

    /**
     * One run.
     *
     * @param plan where it settled
     * @param units in another beat than before
     * @param residents of these units
     */
    record Run(Plan plan, int units, double residents) {}

    /**
     * Settles a plan with all seeds, or with as many as there is time for.
     *
     * @param seed the first one
     * @param over asked often; what it cuts short counts with what it has come to
     */
    static Settled of(PlanningProblem problem, Alternative alternative, long seed, BooleanSupplier over) {
        List<Run> runs = new ArrayList<>();
        do {
            Plan plan = new Planner()
                    .settle(
                            problem,
                            alternative.plan(),
                            alternative.favour(),
                            moves(problem),
                            seed + runs.size(),
                            over);
            runs.add(run(problem, alternative.plan(), plan));
        } while (runs.size() < SEEDS && !over.getAsBoolean());
        runs.sort(Comparator.comparingDouble(Run::residents).thenComparingInt(Run::units));
        return new Settled(List.copyOf(runs), !over.getAsBoolean());
    }

    private static long moves(PlanningProblem problem) {
        return Math.max(LEAST_MOVES, Math.min(MOST_MOVES, MOVES_PER_UNIT * problem.unitCount()));
    }

    /** Returns how many moves all seeds evaluate for a problem. */
    static long movesInAll(PlanningProblem problem) {
        return SEEDS * moves(problem);
    }

    private static Run run(PlanningProblem problem, Plan before, Plan after) {
        int units = 0;
        double residents = 0;
        for (int u = 0; u < problem.unitCount(); u++) {
            if (before.beatOf(u) != after.beatOf(u)) {
                units++;
                residents += problem.unit(u).residents();
            }
        }
        return new Run(after, units, residents);
    }

    Run middle() {
        return runs.get(runs.size() / 2);
    }

    int mostUnits() {
        return runs.stream().mapToInt(Run::units).max().orElseThrow();
    }

    double mostResidents() {
        return runs.get(runs.size() - 1).residents();
    }

    /** Returns by how many units the seeds differ. */
    int spreadOfUnits() {
        return mostUnits() - runs.stream().mapToInt(Run::units).min().orElseThrow();
    }

    /** Returns by how many residents the seeds differ. */
    double spreadOfResidents() {
        return mostResidents() - runs.get(0).residents();
    }
}
