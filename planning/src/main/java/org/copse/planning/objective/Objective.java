package org.copse.planning.objective;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighted sum of soft terms, and beside it the sum of hard ones. The search keeps the two apart: a plan that keeps all hard constraints is
 * better than one that does not, whatever its soft score.
 */
public final class Objective {

    private final Term[] soft;
    private final double[] weight;
    private final Term[] hard;

    private Objective(Term[] soft, double[] weight, Term[] hard) {
        this.soft = soft;
        this.weight = weight;
        this.hard = hard;
    }

    /** Returns an objective; boundary terms are added up to one price per edge, and terms of weight 0 are left out. */
    public static Objective of(SearchGraph graph, Map<Term, Double> weights, List<Term> hard) {
        Map<BoundaryTerm, Double> boundary = new LinkedHashMap<>();
        List<Term> terms = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        weights.forEach((term, factor) -> {
            if (factor > 0 && term instanceof BoundaryTerm priced) {
                boundary.put(priced, factor);
            } else if (factor > 0) {
                terms.add(term);
                factors.add(factor);
            }
        });
        if (!boundary.isEmpty()) {
            terms.add(new PricedBoundary(graph, boundary));
            factors.add(1.0);
        }
        double[] weight = factors.stream().mapToDouble(Double::doubleValue).toArray();
        return new Objective(terms.toArray(new Term[0]), weight, hard.toArray(new Term[0]));
    }

    /** Adds up the books of all terms. */
    public void enter(Assignment at) {
        for (Term term : soft) {
            term.enter(at);
        }
        for (Term term : hard) {
            term.enter(at);
        }
    }

    /** Returns the soft score, from scratch. */
    public double soft(Assignment at) {
        double sum = 0;
        for (int i = 0; i < soft.length; i++) {
            sum += weight[i] * soft[i].score(at);
        }
        return sum;
    }

    /** Returns by how much hard constraints are missed, from scratch; 0 when all are kept. */
    public double hard(Assignment at) {
        double sum = 0;
        for (Term term : hard) {
            sum += term.score(at);
        }
        return sum;
    }

    /** Returns by how much the soft score grows when a unit moves. */
    public double softChange(Assignment at, int unit, int to) {
        double change = 0;
        for (int i = 0; i < soft.length; i++) {
            change += weight[i] * soft[i].change(at, unit, to);
        }
        return change;
    }

    /** Returns by how much more hard constraints are missed when a unit moves. */
    public double hardChange(Assignment at, int unit, int to) {
        double change = 0;
        for (Term term : hard) {
            change += term.change(at, unit, to);
        }
        return change;
    }

    /** Books a move that the assignment has made. */
    public void moved(Assignment at, int unit, int from) {
        for (Term term : soft) {
            term.moved(at, unit, from);
        }
        for (Term term : hard) {
            term.moved(at, unit, from);
        }
    }
}
