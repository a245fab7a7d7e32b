package org.copse.planning.objective;

/**
 * Minutes of detour across costly barriers between neighbours of one beat, as a share of all such minutes; 0..1.
 *
 * <p>Unit: share of minutes. Range: 0..1. Source: the minutes of the planner's barrier layer.
 */
final class Barriers extends BoundaryTerm {

    private final double total;

    Barriers(SearchGraph graph) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            sum += graph.edge(e).barrierMinutes();
        }
        this.total = Math.max(sum, Double.MIN_NORMAL);
    }

    @Override
    public double price(SearchGraph graph, int edge) {
        return -graph.edge(edge).barrierMinutes() / total;
    }

    @Override
    public double uncut(SearchGraph graph) {
        double sum = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            sum += graph.edge(e).barrierMinutes();
        }
        return sum / total;
    }
}
