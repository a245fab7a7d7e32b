package org.copse.planning.search;

import java.util.Optional;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.Objective;

/** One cycle of annealing, from a fresh start or from a plan. Belongs to one thread while it runs. */
final class Cycle {

    private final FavourSearch search;
    private final Optional<Labels> from;
    private final int number;
    private final Annealing.Schedule schedule;
    private final Dice dice;
    private volatile long moves;
    private volatile Optional<Candidate> soFar = Optional.empty();

    Cycle(FavourSearch search, Optional<Labels> from, int number, Annealing.Schedule schedule, Dice dice) {
        this.search = search;
        this.from = from;
        this.number = number;
        this.schedule = schedule;
        this.dice = dice;
    }

    /** Whether the cycle begins at a start made from nothing. */
    boolean fresh() {
        return from.isEmpty();
    }

    Candidate run(Pace pace) {
        Candidate cooled = cool(pace);
        if (cooled.feasible() || pace.stopped()) {
            return cooled;
        }
        Objective objective = search.objective(cooled.labels());
        Labels found =
                new Recombination(search.layout(), objective, cooled.labels(), search.fixedBeats()).run(pace::stopped);
        return search.score(found);
    }

    /** Anneals and does no more: beats out of their bounds are not divided anew. */
    Candidate cool(Pace pace) {
        Labels labels = from.orElseGet(() -> search.fresh(number, dice));
        Layout layout = search.layout();
        Assignment at = new Assignment(layout.graph, labels.beatOfUnit(), labels.sectorOfBeat());
        Objective objective = search.objective(labels);
        BestPlan best = new BestPlan(layout.graph.units, search.price());
        Annealing annealing = new Annealing(
                at, objective, new Contiguity(layout.graph, layout.links), search.fixedBeats(), best, dice);
        annealing.showBest(found -> show(found, at));
        annealing.cycle(schedule, pace);
        moves = annealing.moves();
        Labels found = new Labels(at.beat.clone(), labels.sectorOfBeat());
        return new Candidate(found, objective.soft(at), objective.hard(at), search.price());
    }

    private void show(BestPlan found, Assignment at) {
        boolean shown = soFar.filter(last -> last.soft() == found.soft() && last.hard() == found.hard())
                .isPresent();
        if (!shown) {
            Labels labels = new Labels(found.take(at), at.sectorOfBeat.clone());
            soFar = Optional.of(new Candidate(labels, found.soft(), found.hard(), search.price()));
        }
    }

    /** Returns the best that the cycle has found until now; empty at its beginning. From any thread. */
    Optional<Candidate> soFar() {
        return soFar;
    }

    long moves() {
        return moves;
    }
}
