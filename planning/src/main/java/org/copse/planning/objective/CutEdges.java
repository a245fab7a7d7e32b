package org.copse.planning.objective;

/** Number of neighbouring pairs in different beats, over a scale; range 0 to edges/scale. The usual measure on abstract graphs. */
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
