package org.copse.planning.objective;

/**
 * Length of boundary between beats as a share of all boundary between units; 0..1. Where no edge has a length, as on abstract graphs,
 * every edge counts 1.
 *
 * <p>Unit: share of metres. Range: 0..1. Source: the perimeter part of compactness, as in Polsby, Popper 1991; each metre of boundary
 * counts once.
 */
final class CutLength extends BoundaryTerm {

    private final double total;
    private final boolean measured;

    CutLength(SearchGraph graph) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            sum += graph.edge(e).sharedMetres();
        }
        this.measured = sum > 0;
        this.total = measured ? sum : Math.max(1, graph.edgeCount());
    }

    @Override
    public double price(SearchGraph graph, int edge) {
        return (measured ? graph.edge(edge).sharedMetres() : 1) / total;
    }
}
