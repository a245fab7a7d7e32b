package org.copse.planning.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.copse.planning.CancelSignal;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.Moved;
import org.copse.planning.objective.Objective;
import org.copse.planning.objective.Term;
import org.copse.planning.objective.Terms;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftWeights;

/**
 * Mends a plan. Where a few moves do, all ways are tried ({@link FewestMoves}). Where more are needed, pieces of beats join their neighbours and
 * pieces of sectors are joined by rows of units ({@link SectorBridges}), then annealing looks for the fewest units in another beat that keep all
 * hard constraints. Other soft terms decide between mends of as many moves.
 */
public final class MendSearch {

    private static final int RUNS = 4;
    private static final double TIE_BREAK = 0.01;

    private final Layout layout;
    private final Plan plan;
    private boolean fewest;

    /** Prepares to mend a plan of a problem. */
    public MendSearch(PlanningProblem problem, Plan plan) {
        this.layout = new Layout(problem);
        this.plan = plan;
    }

    /** Returns whether it is certain that no mend has fewer moves than the one that was found. */
    public boolean isFewest() {
        return fewest;
    }

    /** Returns the mended plan, after at most so many evaluated moves; the same for the same seed. */
    public Plan mend(long moves, long seed, CancelSignal cancel) {
        Labels given = Labels.of(plan, layout.graph);
        FewestMoves few = new FewestMoves(layout.problem, plan, found -> score(given, found), cancel);
        Optional<Plan> found = few.find();
        Plan mended = found.orElseGet(() -> anneal(given, moves, seed, cancel));
        fewest = few.needs(movesTo(mended))
                && new Faults(layout.problem, mended).first().isEmpty();
        return mended;
    }

    private int movesTo(Plan mended) {
        int count = 0;
        for (int u = 0; u < plan.unitCount(); u++) {
            count += plan.beatOf(u) == mended.beatOf(u) ? 0 : 1;
        }
        return count;
    }

    private double score(Labels given, Plan found) {
        Labels labels = Labels.of(found, layout.graph);
        HoursBounds bounds = layout.bounds(labels.beatOfUnit(), labels.sectorOfBeat());
        return objective(given, bounds).soft(new Assignment(layout.graph, labels.beatOfUnit(), labels.sectorOfBeat()));
    }

    private Plan anneal(Labels given, long moves, long seed, CancelSignal cancel) {
        Labels whole = new SectorBridges(layout).join(given);
        HoursBounds bounds = layout.bounds(whole.beatOfUnit(), whole.sectorOfBeat());
        Objective objective = objective(given, bounds);
        Assignment at = new Assignment(layout.graph, whole.beatOfUnit(), whole.sectorOfBeat());
        double price = 10.0 * layout.graph.units;
        Candidate best = new Candidate(whole, objective.soft(at), objective.hard(at), price);
        boolean[] fixed = new boolean[at.beats()];
        layout.problem.fixedBeats().forEach(beat -> fixed[beat] = true);
        for (int run = 0; run < RUNS && !(best.feasible() && best.soft() < 1); run++) {
            at.restart(best.labels().beatOfUnit());
            BestPlan kept = new BestPlan(layout.graph.units, price);
            Annealing annealing = new Annealing(
                    at, objective, new Contiguity(layout.graph, layout.links), fixed, kept, new Dice(seed + run));
            annealing.cycle(new Annealing.Schedule(0.5, 0.05, 1), Pace.moves(moves / RUNS, cancel::isCancelled));
            Labels labels = new Labels(at.beat.clone(), whole.sectorOfBeat());
            Candidate found = new Candidate(labels, objective.soft(at), objective.hard(at), price);
            best = found.betterThan(best) ? found : best;
        }
        return best.labels().plan(layout.graph);
    }

    private Objective objective(Labels given, HoursBounds bounds) {
        PlanningProblem problem = layout.problem;
        SoftWeights weights = problem.softWeights().favouring(Favour.BALANCED);
        int[] inForce = new Numbering(layout).beatOfInForce();
        Map<Term, Double> soft = new LinkedHashMap<>();
        soft.put(new Moved(given.beatOfUnit()), 1.0);
        Terms.soft(problem, layout.graph, weights, bounds, inForce)
                .forEach((kind, term) -> soft.put(term, TIE_BREAK * weights.weight(kind)));
        return Objective.of(layout.graph, soft, Terms.hard(problem, layout.graph, bounds));
    }
}
