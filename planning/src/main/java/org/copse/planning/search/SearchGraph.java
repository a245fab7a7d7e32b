package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.UnitGraph;

/** Units and neighbours in primitive arrays, in the order in which the search touches them. */
final class SearchGraph {

    final int units;
    final int[] first;
    final int[] neighbour;
    final int[] edge;
    final double[] hours;
    final double[] x;
    final double[] y;

    SearchGraph(PlanningProblem problem) {
        UnitGraph graph = problem.graph();
        this.units = graph.unitCount();
        this.first = new int[units + 1];
        for (int u = 0; u < units; u++) {
            first[u + 1] = first[u] + graph.degree(u);
        }
        this.neighbour = new int[first[units]];
        this.edge = new int[first[units]];
        int[] next = Arrays.copyOf(first, units);
        for (int e = 0; e < graph.edgeCount(); e++) {
            Edge pair = graph.edge(e);
            put(next, pair.a(), pair.b(), e);
            put(next, pair.b(), pair.a(), e);
        }
        this.hours = new double[units];
        this.x = new double[units];
        this.y = new double[units];
        for (int u = 0; u < units; u++) {
            hours[u] = problem.unit(u).hours();
            x[u] = problem.unit(u).xMetres();
            y[u] = problem.unit(u).yMetres();
        }
    }

    private void put(int[] next, int from, int to, int e) {
        int slot = next[from]++;
        neighbour[slot] = to;
        edge[slot] = e;
    }
}
