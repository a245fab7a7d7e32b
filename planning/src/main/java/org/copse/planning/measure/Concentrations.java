package org.copse.planning.measure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.UnitGraph;

/**
 * Where a group lives close together: connected units, two or more, in each of which its share is at least twice that of the district.
 *
 * @param count how many there are
 * @param split those in more than one beat
 */
record Concentrations(int count, int split) {
    private static final double TIMES = 2;

    static Concentrations of(PlanningProblem problem, Plan plan, Group group) {
        double total = problem.units().stream().mapToDouble(u -> u.residents()).sum();
        double share = total > 0 ? Arrays.stream(group.people()).sum() / total : 0;
        boolean[] dense = new boolean[problem.unitCount()];
        for (int unit = 0; unit < dense.length; unit++) {
            dense[unit] = share > 0
                    && group.people()[unit] > 0
                    && group.people()[unit]
                            >= TIMES * share * problem.unit(unit).residents();
        }
        int count = 0;
        int split = 0;
        for (int unit = 0; unit < dense.length; unit++) {
            if (dense[unit]) {
                Set<Integer> beats = new HashSet<>();
                if (spread(problem.graph(), unit, dense, plan, beats) > 1) {
                    count++;
                    split += beats.size() > 1 ? 1 : 0;
                }
            }
        }
        return new Concentrations(count, split);
    }

    /** Takes all dense units that hang together with one, and returns how many they are. */
    private static int spread(UnitGraph graph, int start, boolean[] dense, Plan plan, Set<Integer> beats) {
        Deque<Integer> next = new ArrayDeque<>(Set.of(start));
        dense[start] = false;
        int units = 0;
        while (!next.isEmpty()) {
            int unit = next.remove();
            units++;
            beats.add(plan.beatOf(unit));
            for (int i = 0; i < graph.degree(unit); i++) {
                int other = graph.neighbour(unit, i);
                if (dense[other]) {
                    dense[other] = false;
                    next.add(other);
                }
            }
        }
        return units;
    }
}
