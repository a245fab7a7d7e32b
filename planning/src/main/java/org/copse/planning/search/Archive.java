package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.Term;
import org.copse.planning.objective.Terms;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;

/**
 * Plans of which none dominates another: none is at least as good in every soft term, whatever its weight, and better in one. Whichever favour
 * found a plan, every other may take it, and the alternatives that come out of one archive do not dominate each other.
 */
final class Archive {

    /** More plans than this crowd each other: of the two that are nearest to one another the later one goes. */
    private static final int MOST = 40;

    private static final double SAME = 1e-9;

    private final Layout layout;
    private final SoftWeights inUse;
    private final int[] beatOfInForce;
    private final List<Entry> entries = new ArrayList<>();

    /** A plan with what it misses of hard constraints and its soft terms, each without its weight. */
    record Entry(Labels labels, double missed, double[] scores) {}

    /** Looks at every term that has a weight under one of the favours. */
    Archive(Layout layout, Set<Favour> favours) {
        this.layout = layout;
        this.beatOfInForce = new Numbering(layout).beatOfInForce();
        EnumMap<SoftTerm, Double> weights = new EnumMap<>(SoftTerm.class);
        for (Favour favour : favours) {
            layout.problem
                    .softWeights()
                    .favouring(favour)
                    .weights()
                    .forEach((term, weight) -> weights.merge(term, weight, Math::max));
        }
        this.inUse = new SoftWeights(weights);
    }

    /** Takes up a plan unless another is as good in everything; drops those that it dominates. */
    void offer(Labels labels) {
        take(labels);
        if (entries.size() > MOST) {
            entries.remove(mostCrowded());
        }
    }

    private void take(Labels labels) {
        Entry entry = entry(labels);
        if (entries.stream().anyMatch(other -> noWorse(other, entry))) {
            return;
        }
        entries.removeIf(other -> noWorse(entry, other));
        entries.add(entry);
    }

    /** Gives every favour the plan of all that is best by its own weights. */
    void exchange(List<FavourSearch> searches) {
        for (FavourSearch search : searches) {
            take(search.best().orElseThrow().labels());
        }
        for (FavourSearch search : searches) {
            search.forget();
            entries.forEach(entry -> search.offer(search.score(entry.labels())));
        }
    }

    /** Returns the soft terms of a plan, each without its weight. */
    Map<SoftTerm, Double> terms(Labels labels) {
        Map<SoftTerm, Double> scores = new EnumMap<>(SoftTerm.class);
        Assignment at = assignment(labels);
        soft(labels).forEach((kind, term) -> scores.put(kind, term.score(at)));
        return scores;
    }

    private Entry entry(Labels labels) {
        Assignment at = assignment(labels);
        double missed =
                Terms.hard(layout.problem, layout.graph, layout.bounds(labels.beatOfUnit(), labels.sectorOfBeat()))
                        .stream()
                        .mapToDouble(term -> term.score(at))
                        .sum();
        double[] scores = soft(labels).values().stream()
                .mapToDouble(term -> term.score(at))
                .toArray();
        return new Entry(labels, missed <= BestPlan.KEPT ? 0 : missed, scores);
    }

    private Assignment assignment(Labels labels) {
        return new Assignment(layout.graph, labels.beatOfUnit(), labels.sectorOfBeat());
    }

    private Map<SoftTerm, Term> soft(Labels labels) {
        return Terms.soft(
                layout.problem,
                layout.graph,
                inUse,
                layout.bounds(labels.beatOfUnit(), labels.sectorOfBeat()),
                beatOfInForce);
    }

    /** Whether a plan is at least as good as another; one that keeps all hard constraints always is against one that does not. */
    static boolean noWorse(Entry entry, Entry than) {
        if ((entry.missed() == 0) != (than.missed() == 0)) {
            return entry.missed() == 0;
        }
        boolean noWorse = atMost(entry.missed(), than.missed());
        for (int i = 0; i < entry.scores().length; i++) {
            noWorse &= atMost(entry.scores()[i], than.scores()[i]);
        }
        return noWorse;
    }

    private static boolean atMost(double a, double b) {
        return a <= b + SAME * Math.max(1, Math.abs(b));
    }

    private int mostCrowded() {
        double[] widest = new double[entries.get(0).scores().length];
        for (Entry entry : entries) {
            for (int i = 0; i < widest.length; i++) {
                widest[i] = Math.max(
                        widest[i], Math.abs(entry.scores()[i] - entries.get(0).scores()[i]));
            }
        }
        int crowded = entries.size() - 1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < entries.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = apart(entries.get(i).scores(), entries.get(j).scores(), widest);
                if (apart < nearest) {
                    nearest = apart;
                    crowded = i;
                }
            }
        }
        return crowded;
    }

    private static double apart(double[] a, double[] b, double[] widest) {
        double[] shares = new double[a.length];
        Arrays.setAll(shares, i -> widest[i] > 0 ? Math.abs(a[i] - b[i]) / widest[i] : 0);
        return Arrays.stream(shares).sum();
    }
}
