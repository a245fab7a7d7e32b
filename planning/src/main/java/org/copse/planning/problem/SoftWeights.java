package org.copse.planning.problem;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each soft term counts against the others. A term without a weight has weight 0, which removes it.
 *
 * @param weights weight by term, each 0 or more
 */
public record SoftWeights(Map<SoftTerm, Double> weights) {

    /** Checks and copies the weights. */
    public SoftWeights {
        for (Map.Entry<SoftTerm, Double> entry : weights.entrySet()) {
            double weight = entry.getValue();
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "the weight of " + entry.getKey() + " is " + weight + ", not 0 or more");
            }
        }
        // In the order of the terms: a sum in another order is another number in its last bits, and another plan.
        EnumMap<SoftTerm, Double> ordered = new EnumMap<>(SoftTerm.class);
        ordered.putAll(weights);
        weights = Collections.unmodifiableMap(ordered);
    }

    /** Returns weights that count one term and nothing else. */
    public static SoftWeights only(SoftTerm term) {
        return new SoftWeights(Map.of(term, 1.0));
    }

    /** Returns the weights that an alternative of this kind starts from. */
    public static SoftWeights of(Favour favour) {
        EnumMap<SoftTerm, Double> weights = new EnumMap<>(SoftTerm.class);
        for (SoftTerm term : SoftTerm.values()) {
            weights.put(term, term.usualWeight());
        }
        switch (favour) {
            case BALANCED -> weights.put(SoftTerm.BALANCE, 1.5);
            case COMPACT -> {
                weights.put(SoftTerm.BALANCE, 0.2);
                weights.put(SoftTerm.COMPACTNESS, 4.0);
                weights.put(SoftTerm.CUT_LENGTH, 8.0);
            }
            case COMMUNITIES -> weights.put(SoftTerm.COMMUNITIES, 12.0);
            case LEAST_CHANGE -> weights.put(SoftTerm.CONTINUITY, 16.0);
            case CUT -> {
                return only(SoftTerm.CUT_EDGES);
            }
        }
        return new SoftWeights(weights);
    }

    /**
     * Returns these weights bent towards a favour: each weight times what the favour gives the term over what {@link Favour#BALANCED}
     * gives it. {@link Favour#CUT} looks at nothing but cut edges.
     */
    public SoftWeights favouring(Favour favour) {
        if (favour == Favour.CUT) {
            return of(Favour.CUT);
        }
        SoftWeights usual = of(Favour.BALANCED);
        SoftWeights wanted = of(favour);
        EnumMap<SoftTerm, Double> bent = new EnumMap<>(SoftTerm.class);
        weights.forEach((term, weight) ->
                bent.put(term, usual.weight(term) > 0 ? weight * wanted.weight(term) / usual.weight(term) : weight));
        return new SoftWeights(bent);
    }

    /** Returns the weight of a term, 0 or more. */
    public double weight(SoftTerm term) {
        return weights.getOrDefault(term, 0.0);
    }

    /** Returns these weights with one of them changed. */
    public SoftWeights with(SoftTerm term, double weight) {
        EnumMap<SoftTerm, Double> changed = new EnumMap<>(SoftTerm.class);
        changed.putAll(weights);
        changed.put(term, weight);
        return new SoftWeights(changed);
    }
}
