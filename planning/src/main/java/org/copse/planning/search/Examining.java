package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.objective.Term;
import org.copse.planning.objective.Terms;
import org.copse.planning.plan.BeatOption;
import org.copse.planning.plan.BoundaryReason;
import org.copse.planning.plan.BoundaryStretch;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;

/** Questions about single moves of a finished plan: what each would cost, term by term, and what therefore holds a boundary. */
public final class Examining {

    private final Plan plan;
    private final SearchGraph graph;
    private final Assignment at;
    private final Contiguity contiguity;
    private final Map<SoftTerm, Term> soft;
    private final SoftWeights weights;
    private final Map<BoundaryReason.Cause, List<Term>> hard;

    /** Takes up a plan. One thread at a time. */
    public Examining(PlanningProblem problem, Plan plan, Favour favour) {
        this.plan = plan;
        Layout layout = new Layout(problem);
        this.graph = layout.graph;
        this.contiguity = new Contiguity(graph, layout.links);
        Labels labels = Labels.of(plan, graph);
        this.at = new Assignment(graph, labels.beatOfUnit(), labels.sectorOfBeat());
        this.weights = problem.softWeights().favouring(favour);
        HoursBounds bounds = layout.bounds(labels.beatOfUnit(), labels.sectorOfBeat());
        this.soft = Terms.soft(problem, graph, weights, bounds, new Numbering(layout).beatOfInForce());
        this.hard = Map.of(
                BoundaryReason.Cause.BOUNDS, Terms.hardBounds(problem, graph, bounds),
                BoundaryReason.Cause.LOCK, Terms.hardPlaces(problem, graph));
        soft.values().forEach(term -> term.enter(at));
        hard.values().forEach(terms -> terms.forEach(term -> term.enter(at)));
    }

    /** Returns the plan's soft terms, each without its weight. */
    public Map<SoftTerm, Double> terms() {
        Map<SoftTerm, Double> scores = new EnumMap<>(SoftTerm.class);
        soft.forEach((kind, term) -> scores.put(kind, term.score(at)));
        return scores;
    }

    /** Returns the plan's score as a search gives it that found it first: what it misses of hard constraints has its price. */
    public double score() {
        double sum = 0;
        for (Map.Entry<SoftTerm, Term> entry : soft.entrySet()) {
            sum += weights.weight(entry.getKey()) * entry.getValue().score(at);
        }
        double missed = hard.values().stream()
                .flatMap(List::stream)
                .mapToDouble(term -> term.score(at))
                .sum();
        return new Candidate(Labels.of(plan, graph), sum, missed, FavourSearch.price(sum)).score();
    }

    /** Returns the beats that a unit could be in, its own included, the best first: whole, then kept constraints, then score. */
    public List<BeatOption> optionsFor(int problemUnit) {
        int unit = graph.place[problemUnit];
        List<BeatOption> options = new ArrayList<>();
        options.add(new BeatOption(at.beat[unit], true, 0, 0, Map.of()));
        IntStream.range(graph.first[unit], graph.first[unit + 1])
                .map(slot -> at.beat[graph.neighbour[slot]])
                .filter(beat -> beat != at.beat[unit])
                .distinct()
                .forEach(beat -> options.add(option(unit, beat)));
        options.sort(Comparator.comparing((BeatOption option) -> !option.keepsWhole())
                .thenComparing(BeatOption::missedChange)
                .thenComparing(BeatOption::scoreChange));
        return options;
    }

    /** Returns why each boundary is where it is, one reason for each cut edge of the problem, by edge. */
    public List<BoundaryReason> boundaryReasons() {
        List<BoundaryReason> reasons = new ArrayList<>();
        for (int e = 0; e < graph.edgeCount(); e++) {
            int a = graph.place[graph.edge(e).a()];
            int b = graph.place[graph.edge(e).b()];
            if (at.beat[a] != at.beat[b]) {
                reasons.add(reason(e, a, b));
            }
        }
        return reasons;
    }

    private BoundaryReason reason(int edge, int a, int b) {
        BeatOption first = option(a, at.beat[b]);
        BeatOption second = option(b, at.beat[a]);
        boolean firstIsCheaper = Comparator.comparing((BeatOption option) -> !option.keepsWhole())
                        .thenComparing(BeatOption::missedChange)
                        .thenComparing(BeatOption::scoreChange)
                        .compare(first, second)
                <= 0;
        int unit = firstIsCheaper ? a : b;
        BeatOption cheaper = firstIsCheaper ? first : second;
        Optional<SoftTerm> worst = cheaper.byTerm().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
        BoundaryReason.Cause cause = cause(cheaper, unit, worst.isPresent());
        Optional<SoftTerm> named = cause == BoundaryReason.Cause.TERM ? worst : Optional.empty();
        return new BoundaryReason(edge, graph.unit[unit], cause, named, by(cause, named, cheaper, unit));
    }

    private double by(BoundaryReason.Cause cause, Optional<SoftTerm> term, BeatOption option, int unit) {
        return switch (cause) {
            case TERM ->
                term.map(kind -> option.byTerm().getOrDefault(kind, 0.0)).orElse(0.0);
            case BOUNDS, LOCK -> change(hard.getOrDefault(cause, List.of()), unit, option.beat());
            case CONNECTION, NOTHING -> 0;
        };
    }

    /** Returns the boundary by pairs of beats and what holds it, the longest first, then that of most edges; at most so many stretches. */
    public List<BoundaryStretch> boundaryStretches(int most) {
        Map<List<Object>, BoundaryStretch> stretches = new LinkedHashMap<>();
        for (BoundaryReason reason : boundaryReasons()) {
            Edge edge = graph.edge(reason.edge());
            int a = at.beat[graph.place[edge.a()]];
            int b = at.beat[graph.place[edge.b()]];
            BoundaryStretch one = new BoundaryStretch(
                    Math.min(a, b), Math.max(a, b), reason.cause(), reason.term(), 1, edge.sharedMetres(), reason.by());
            stretches.merge(
                    List.of(one.beat(), one.otherBeat(), one.cause(), one.term()),
                    one,
                    (sum, next) -> new BoundaryStretch(
                            sum.beat(),
                            sum.otherBeat(),
                            sum.cause(),
                            sum.term(),
                            sum.edges() + 1,
                            sum.metres() + next.metres(),
                            Math.min(sum.by(), next.by())));
        }
        return stretches.values().stream()
                .sorted(Comparator.comparingDouble(BoundaryStretch::metres)
                        .thenComparingInt(BoundaryStretch::edges)
                        .reversed()
                        .thenComparingInt(BoundaryStretch::beat)
                        .thenComparingInt(BoundaryStretch::otherBeat))
                .limit(most)
                .toList();
    }

    private BoundaryReason.Cause cause(BeatOption option, int unit, boolean termWorsens) {
        if (!option.keepsWhole()) {
            return BoundaryReason.Cause.CONNECTION;
        }
        if (change(hard.getOrDefault(BoundaryReason.Cause.LOCK, List.of()), unit, option.beat()) > 0) {
            return BoundaryReason.Cause.LOCK;
        }
        if (option.missedChange() > BestPlan.KEPT) {
            return BoundaryReason.Cause.BOUNDS;
        }
        return termWorsens ? BoundaryReason.Cause.TERM : BoundaryReason.Cause.NOTHING;
    }

    private BeatOption option(int unit, int beat) {
        EnumMap<SoftTerm, Double> byTerm = new EnumMap<>(SoftTerm.class);
        double score = 0;
        for (Map.Entry<SoftTerm, Term> entry : soft.entrySet()) {
            double change = weights.weight(entry.getKey()) * entry.getValue().change(at, unit, beat);
            byTerm.put(entry.getKey(), change);
            score += change;
        }
        double missed = 0;
        for (List<Term> terms : hard.values()) {
            missed += change(terms, unit, beat);
        }
        boolean whole = at.beatUnits[at.beat[unit]] > 1
                && contiguity.staysWhole(at.beat, unit, Integer.MAX_VALUE)
                && (at.sector[unit] == at.sectorOfBeat[beat]
                        || contiguity.staysWhole(at.sector, unit, Integer.MAX_VALUE));
        return new BeatOption(beat, whole, score, missed, byTerm);
    }

    private double change(List<Term> terms, int unit, int beat) {
        double change = 0;
        for (Term term : terms) {
            change += term.change(at, unit, beat);
        }
        return change;
    }
}
