package org.copse.planning.search;

import java.util.ArrayList;
import java.util.List;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;

/** Links between parts that must be planned as one: each part to the nearest unit of another, smallest part first. */
final class Joins {

    private Joins() {}

    static List<Edge> between(PlanningProblem problem, int[] component) {
        int units = component.length;
        int[] group = component.clone();
        List<Edge> joins = new ArrayList<>();
        while (true) {
            int smallest = smallestGroup(group);
            int from = -1;
            int to = -1;
            double nearest = Double.POSITIVE_INFINITY;
            for (int u = 0; u < units; u++) {
                for (int v = 0; group[u] == smallest && v < units; v++) {
                    double squared = group[v] == smallest ? nearest : squared(problem.unit(u), problem.unit(v));
                    if (squared < nearest) {
                        nearest = squared;
                        from = u;
                        to = v;
                    }
                }
            }
            if (from < 0) {
                return joins;
            }
            joins.add(new Edge(from, to, 0, Math.sqrt(nearest), 0, true));
            int joined = group[to];
            for (int u = 0; u < units; u++) {
                group[u] = group[u] == smallest ? joined : group[u];
            }
        }
    }

    private static int smallestGroup(int[] group) {
        int[] sizes = new int[group.length];
        for (int number : group) {
            sizes[number]++;
        }
        int smallest = group[0];
        for (int number = 0; number < sizes.length; number++) {
            if (sizes[number] > 0 && sizes[number] < sizes[smallest]) {
                smallest = number;
            }
        }
        return smallest;
    }

    private static double squared(PlanningUnit a, PlanningUnit b) {
        double dx = a.xMetres() - b.xMetres();
        double dy = a.yMetres() - b.yMetres();
        return dx * dx + dy * dy;
    }
}
