package org.copse.planning.objective;

import java.util.ArrayList;
import java.util.List;
import org.copse.planning.problem.PlanningProblem;

/**
 * Pairs of units that must share a beat and do not, and pairs that must not and do, counted.
 *
 * <p>Unit: pairs. Range: 0 and more. Source: the planner's groups.
 */
final class Company implements Term {

    private static final int[] NOBODY = {};

    private final int[][] wanted;
    private final int[][] unwanted;

    Company(PlanningProblem problem, SearchGraph graph) {
        List<List<Integer>> with = lists(graph.units);
        List<List<Integer>> without = lists(graph.units);
        for (int[] group : problem.together()) {
            for (int i = 1; i < group.length; i++) {
                pair(with, graph.place[group[i - 1]], graph.place[group[i]]);
            }
        }
        for (int[] group : problem.apart()) {
            for (int i = 0; i < group.length; i++) {
                for (int j = 0; j < i; j++) {
                    pair(without, graph.place[group[i]], graph.place[group[j]]);
                }
            }
        }
        this.wanted = arrays(with);
        this.unwanted = arrays(without);
    }

    @Override
    public double score(Assignment at) {
        double twice = 0;
        for (int u = 0; u < wanted.length; u++) {
            for (int v : wanted[u]) {
                twice += at.beat[u] != at.beat[v] ? 1 : 0;
            }
            for (int v : unwanted[u]) {
                twice += at.beat[u] == at.beat[v] ? 1 : 0;
            }
        }
        return twice / 2;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int from = at.beat[unit];
        double change = 0;
        for (int v : wanted[unit]) {
            change += (at.beat[v] == from ? 1 : 0) - (at.beat[v] == to ? 1 : 0);
        }
        for (int v : unwanted[unit]) {
            change += (at.beat[v] == to ? 1 : 0) - (at.beat[v] == from ? 1 : 0);
        }
        return change;
    }

    private static void pair(List<List<Integer>> lists, int a, int b) {
        lists.get(a).add(b);
        lists.get(b).add(a);
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>(0));
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        int[][] arrays = new int[lists.size()][];
        for (int i = 0; i < arrays.length; i++) {
            List<Integer> list = lists.get(i);
            arrays[i] = list.isEmpty()
                    ? NOBODY
                    : list.stream().mapToInt(Integer::intValue).toArray();
        }
        return arrays;
    }
}
