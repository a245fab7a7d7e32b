package org.copse.planning.objective;

/**
 * Number of neighbouring pairs in different beats, over a scale; range 0 to edges/scale. The usual measure on abstract graphs.
 *
 * <p>Unit: pairs. Range: 0 to the number of edges. Source: the cut of graph partitioning; DeFord, Duchin, Solomon 2021,
 * doi:10.1162/99608f92.eb30390f.
 */
final class CutEdges extends BoundaryTerm {

    private final double scale;

    CutEdges(double scale) {
        this.scale = scale;
    }

    @Override
    public double price(SearchGraph graph, int edge) {
        return 1 / scale;
    }
}
