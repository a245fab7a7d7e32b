package org.copse.planning.objective;

import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;

/**
 * Neighbouring units of one community in different beats, as a share of all neighbouring units of one community; 0..1.
 *
 * <p>Unit: share of pairs of neighbours. Range: 0..1. Source: the planner's neighbourhoods; a pair counts once, however long its
 * boundary.
 */
final class Communities extends BoundaryTerm {

    private final PlanningProblem problem;
    private final double pairs;

    Communities(PlanningProblem problem, SearchGraph graph) {
        this.problem = problem;
        int count = 0;
        for (int e = 0; e < graph.edgeCount(); e++) {
            count += sameCommunity(graph.edge(e)) ? 1 : 0;
        }
        this.pairs = Math.max(1, count);
    }

    @Override
    public double price(SearchGraph graph, int edge) {
        return sameCommunity(graph.edge(edge)) ? 1 / pairs : 0;
    }

    private boolean sameCommunity(Edge edge) {
        int community = problem.communityOf(edge.a());
        return community >= 0 && community == problem.communityOf(edge.b());
    }
}
