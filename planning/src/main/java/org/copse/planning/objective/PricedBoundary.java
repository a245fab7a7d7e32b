package org.copse.planning.objective;

import java.util.Map;

/** All boundary terms of an objective as one price per edge. */
final class PricedBoundary implements Term {

    private final double[] priceOfSlot;
    private final double uncut;

    PricedBoundary(SearchGraph graph, Map<BoundaryTerm, Double> weights) {
        double[] price = new double[graph.edgeCount()];
        double base = 0;
        for (Map.Entry<BoundaryTerm, Double> entry : weights.entrySet()) {
            base += entry.getValue() * entry.getKey().uncut(graph);
            for (int e = 0; e < price.length; e++) {
                price[e] += entry.getValue() * entry.getKey().price(graph, e);
            }
        }
        this.uncut = base;
        this.priceOfSlot = new double[graph.neighbour.length];
        for (int slot = 0; slot < priceOfSlot.length; slot++) {
            priceOfSlot[slot] = price[graph.edge[slot]];
        }
    }

    @Override
    public double score(Assignment at) {
        double twice = 0;
        for (int u = 0; u < at.graph.units; u++) {
            for (int slot = at.graph.first[u]; slot < at.graph.first[u + 1]; slot++) {
                twice += at.beat[at.graph.neighbour[slot]] != at.beat[u] ? priceOfSlot[slot] : 0;
            }
        }
        return uncut + twice / 2;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int[] beat = at.beat;
        int[] neighbour = at.graph.neighbour;
        int from = beat[unit];
        int end = at.graph.first[unit + 1];
        double change = 0;
        for (int slot = at.graph.first[unit]; slot < end; slot++) {
            int label = beat[neighbour[slot]];
            if (label == from) {
                change += priceOfSlot[slot];
            } else if (label == to) {
                change -= priceOfSlot[slot];
            }
        }
        return change;
    }
}
