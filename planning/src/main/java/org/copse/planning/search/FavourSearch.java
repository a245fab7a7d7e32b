package org.copse.planning.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.Moved;
import org.copse.planning.objective.Objective;
import org.copse.planning.objective.Term;
import org.copse.planning.objective.Terms;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;

/**
 * The search for one favour: cycles of annealing on several lanes at a time. The first are short and from fresh starts; as the budget goes
 * on they get longer, and more of them begin at the best plan so far. What a cycle does depends on the seed and its number alone.
 */
final class FavourSearch {

    /** Cycles that run side by side, whatever the number of threads. */
    static final int LANES = 2;

    private static final double HOT = 1;
    /** The hottest start over the usual one. */
    private static final double HOTTEST = 4;

    private static final double WARM = 0.5;
    /** The warmest that a plan is heated to over the least. */
    private static final double WARMEST = 4.5;
    /** Where cooling ends, for fresh starts and for plans that go on, and how many times warmer it may. */
    private static final double COLD = 0.01;

    private static final double COLDER = 0.005;
    private static final double LEAST_COLD = 30;
    /** How much warmer, at most, a plan is heated where cut edges alone count. */
    private static final double WARMER = 0.3;
    /** Cycles in vain after which the exploring lane begins afresh, where cut edges alone count. */
    private static final int PATIENCE = 2;
    /** When a plan is improved: what it costs if all units move, as a share of the plan's score. Moves that gain less are not worth it. */
    static final double STAY = 0.1;

    private static final double GENTLE = 0.15;

    /** Moves that a first plan may take to get into its bounds. */
    private static final long FIRST_MOVES = 20_000;

    private static final long FIRST_MOVES_PER_UNIT = 10;
    private static final long MOST_FIRST_MOVES = 200_000;

    private final Layout layout;
    private final Favour favour;
    private final SoftWeights weights;
    private final Numbering numbering;
    private final Optional<Labels> given;
    private final long seed;
    private final Lane exploring = new Lane();
    private Optional<Candidate> best = Optional.empty();
    private final double stayShare;
    private double price;
    private double stay;

    FavourSearch(Layout layout, Favour favour, Optional<Plan> given, long seed) {
        this(layout, favour, given, seed, STAY);
    }

    /** @param stayShare what it costs if all units of a given plan move, as a share of its score */
    FavourSearch(Layout layout, Favour favour, Optional<Plan> given, long seed, double stayShare) {
        this.stayShare = stayShare;
        this.layout = layout;
        this.weights = layout.problem.softWeights().favouring(favour);
        this.numbering = new Numbering(layout);
        this.given = given.map(plan -> Labels.of(plan, layout.graph))
                .map(labels -> new Labels(new WholeBeats(layout).of(labels.beatOfUnit()), labels.sectorOfBeat()))
                .or(() -> fixedInForce(seed));
        this.favour = favour;
        this.seed = Dice.derive(seed, favour.ordinal());
    }

    /** Beats fixed without a plan to improve are those in force: the areas in force are the plan. */
    private Optional<Labels> fixedInForce(long seed) {
        if (layout.problem.fixedBeats().isEmpty() || !layout.problem.hasInForce()) {
            return Optional.empty();
        }
        return new FixedStart(layout, numbering.beatOfInForce()).find(new Dice(seed));
    }

    /** Returns the best so far. */
    Optional<Candidate> best() {
        return best;
    }

    /** Scores the first start, so that there is a plan at all; the start is made whatever is said about stopping, and no more than that. */
    Candidate first(BooleanSupplier stop) {
        Labels labels = given.orElseGet(() -> fresh(0, new Dice(seed)));
        Candidate start = score(labels);
        stay = stayShare * start.soft();
        price = price(start.soft());
        offer(new Candidate(labels, start.soft(), start.hard(), price));
        if (given.isEmpty() && !best().orElseThrow().feasible()) {
            offer(balanced(labels, stop));
        }
        return best().orElseThrow();
    }

    /** A start out of its bounds in a few thousandths of a second nearer to them, so that the first plan is one that can be used. */
    private Candidate balanced(Labels start, BooleanSupplier stop) {
        long moves = Math.min(MOST_FIRST_MOVES, FIRST_MOVES + FIRST_MOVES_PER_UNIT * layout.graph.units);
        return new Cycle(this, Optional.of(start), 0, schedule(GENTLE, false, 1), new Dice(seed))
                .cool(Pace.moves(moves, stop));
    }

    /** Takes up a candidate when it is better. */
    void offer(Candidate candidate) {
        if (best.isEmpty() || candidate.betterThan(best.get())) {
            best = Optional.of(candidate);
        }
    }

    /** Forgets the best, for others to be offered in its place. */
    void forget() {
        best = Optional.empty();
    }

    /** Takes up what the cycles of a round found, in the order of their lanes. */
    void take(List<Cycle> cycles, List<Candidate> found) {
        if (cycles.get(0).fresh()) {
            exploring.begin(found.get(0));
        } else {
            exploring.goOn(found.get(0));
        }
        found.forEach(this::offer);
    }

    /**
     * Returns the cycles of a round, one for each lane: the first lane explores, the second goes on from the best plan so far.
     *
     * @param last whether there is no later round
     */
    List<Cycle> round(int round, int rounds, boolean last) {
        List<Cycle> cycles = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int number = round * LANES + lane;
            Dice dice = new Dice(Dice.derive(seed, 1 + number));
            Optional<Candidate> from = lane == 0 ? explored(round, rounds, last) : improved(round);
            double heat = heat(from.isPresent(), round, number, rounds, dice);
            double cold = rounds > Rounds.MANY ? Math.pow(LEAST_COLD, dice.uniform()) : 1;
            Annealing.Schedule schedule = schedule(heat, from.isEmpty(), cold);
            cycles.add(new Cycle(this, from.map(Candidate::labels), number, schedule, dice));
        }
        return cycles;
    }

    private Optional<Candidate> improved(int round) {
        return given.isPresent() || round > 0 ? best : Optional.empty();
    }

    private Optional<Candidate> explored(int round, int rounds, boolean last) {
        if (given.isPresent() || (round > 0 && (rounds <= Rounds.FEW || last))) {
            return best;
        }
        boolean alwaysAfresh = round < Rounds.SHORT || rounds > Rounds.MANY || !cutOnly();
        return alwaysAfresh ? Optional.empty() : exploring.goesOn(PATIENCE);
    }

    /**
     * Heat 1 forgets where a cycle began, less keeps more of it. Where many rounds fit, how cold they end is drawn too: beats of a dozen units that
     * are all alike find their places when cooling ends early, others when it goes on.
     */
    private Annealing.Schedule schedule(double heat, boolean fresh, double cold) {
        if (cutOnly()) {
            return new Annealing.Schedule(0.7 * heat, 0.1, 0.3);
        }
        double end = (fresh ? COLD : COLDER) * cold;
        return new Annealing.Schedule(heat, Math.min(end, heat / 2), 0.3);
    }

    /** Fresh starts are heated differently, as no one heat finds the best of every district; where few fit in, none is very hot. */
    private double heat(boolean goesOn, int round, int number, int rounds, Dice dice) {
        if (given.isPresent() || (!goesOn && keepsStructure(number))) {
            return GENTLE;
        }
        if (goesOn) {
            return warm(round, rounds, dice);
        }
        int few = cutOnly() ? Rounds.MANY : Rounds.FEW;
        return rounds <= few ? HOT : HOT * Math.pow(HOTTEST, dice.uniform());
    }

    /** Few cut edges are a question of how beats lie to one another, which a warmer plan still changes; where distances count, fresh starts do. */
    private double warm(int round, int rounds, Dice dice) {
        if (!cutOnly()) {
            return rounds > Rounds.MANY ? WARM * Math.pow(WARMEST, dice.uniform()) : WARM;
        }
        return round == Rounds.SHORT ? HOT : WARM + WARMER * dice.uniform();
    }

    Labels fresh(int number, Dice dice) {
        Starts starts = new Starts(layout);
        if (keepsStructure(number)) {
            Optional<Labels> kept = favour == Favour.COMMUNITIES
                    ? Optional.of(starts.betweenCommunities(dice))
                    : starts.fromInForce(dice);
            return numbering.apply(kept.orElseGet(() -> starts.start(number, dice)));
        }
        return numbering.apply(starts.start(number, dice));
    }

    /** Whether the start of this number is made of what the favour wants kept: communities, or beats in force. */
    private boolean keepsStructure(int number) {
        return (favour == Favour.COMMUNITIES && number % 4 > 1) || (favour == Favour.LEAST_CHANGE && number % 4 < 2);
    }

    Objective objective(Labels labels) {
        HoursBounds bounds = layout.bounds(labels.beatOfUnit(), labels.sectorOfBeat());
        Map<Term, Double> soft = new LinkedHashMap<>();
        Terms.soft(layout.problem, layout.graph, weights, bounds, numbering.beatOfInForce())
                .forEach((kind, term) -> soft.put(term, weights.weight(kind)));
        given.filter(start -> layout.problem.fixedBeats().isEmpty())
                .ifPresent(start -> soft.put(new Moved(start.beatOfUnit()), stay / layout.graph.units));
        return Objective.of(layout.graph, soft, Terms.hard(layout.problem, layout.graph, bounds));
    }

    Candidate score(Labels labels) {
        Objective objective = objective(labels);
        Assignment at = new Assignment(layout.graph, labels.beatOfUnit(), labels.sectorOfBeat());
        return new Candidate(labels, objective.soft(at), objective.hard(at), price);
    }

    /** Returns what a hard constraint missed by 1 counts in a search whose first plan has a soft score. */
    static double price(double soft) {
        return 20 * Math.max(1e-9, soft);
    }

    double price() {
        return price;
    }

    Favour favour() {
        return favour;
    }

    Layout layout() {
        return layout;
    }

    boolean givenPlan() {
        return given.isPresent();
    }

    boolean[] fixedBeats() {
        boolean[] fixed = new boolean[layout.problem.beatCount()];
        Set<Integer> beats = layout.problem.fixedBeats();
        for (int beat = 0; beat < fixed.length; beat++) {
            fixed[beat] = given.isPresent() && beats.contains(beat);
        }
        return fixed;
    }

    /** Whether the objective counts cut edges alone, which wants another cooling than sums of distances do. */
    boolean cutOnly() {
        return weights.weight(SoftTerm.COMPACTNESS) == 0;
    }
}
