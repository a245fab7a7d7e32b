package org.copse.planning.objective;

/** A term that is a sum of prices of cut edges. */
public abstract class BoundaryTerm implements Term {

    /** Returns what it costs when the edge's units are in different beats; negative where it costs to have them in one. */
    public abstract double price(SearchGraph graph, int edge);

    /** Returns the term of a plan without any cut edge. */
    public double uncut(SearchGraph graph) {
        return 0;
    }

    @Override
    public double score(Assignment at) {
        double sum = uncut(at.graph);
        for (int e = 0; e < at.graph.edgeCount(); e++) {
            int a = at.graph.place[at.graph.edge(e).a()];
            int b = at.graph.place[at.graph.edge(e).b()];
            if (at.beat[a] != at.beat[b]) {
                sum += price(at.graph, e);
            }
        }
        return sum;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int from = at.beat[unit];
        double change = 0;
        for (int slot = at.graph.first[unit]; slot < at.graph.first[unit + 1]; slot++) {
            int label = at.beat[at.graph.neighbour[slot]];
            if (label == from) {
                change += price(at.graph, at.graph.edge[slot]);
            } else if (label == to) {
                change -= price(at.graph, at.graph.edge[slot]);
            }
        }
        return change;
    }
}
