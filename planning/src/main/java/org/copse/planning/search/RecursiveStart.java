package org.copse.planning.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copse.planning.objective.SearchGraph;

/**
 * A start by recursive bisection: a connected set of units into sectors by their officers, a sector into beats. Connected wherever the graph
 * allows it; balanced as far as single cuts can see.
 */
final class RecursiveStart {

    private final SearchGraph graph;
    private final Bisection bisection;
    private double turn;

    /** The first cut is tried at this angle, in radians; later ones are turned further. */
    RecursiveStart(SearchGraph graph, double turn) {
        this.graph = graph;
        this.bisection = new Bisection(graph);
        this.turn = turn;
    }

    /** Returns units by sector, in the order of the teams. */
    int[][] sectors(int[] units, List<Integer> teams) {
        List<int[]> found = new ArrayList<>();
        divide(units, teams, found);
        return found.toArray(new int[0][]);
    }

    /** Returns units by beat; each beat has at least one. */
    int[][] beats(int[] units, int officers) {
        List<int[]> found = new ArrayList<>();
        divide(units, officers, found);
        return found.toArray(new int[0][]);
    }

    private void divide(int[] units, List<Integer> teams, List<int[]> found) {
        if (teams.size() == 1) {
            found.add(units);
            return;
        }
        int half = teams.size() / 2;
        int left = officers(teams.subList(0, half));
        int right = officers(teams.subList(half, teams.size()));
        int[] grown = bisection.cut(units, (double) left / (left + right), left, right, nextTurn());
        if (grown.length == 0) {
            grown = anyCut(units, left, right);
        }
        divide(grown, teams.subList(0, half), found);
        divide(rest(units, grown), teams.subList(half, teams.size()), found);
    }

    private void divide(int[] units, int officers, List<int[]> found) {
        if (officers == 1) {
            found.add(units);
            return;
        }
        for (int left = officers / 2; left >= 1; left--) {
            int[] grown = bisection.cut(units, (double) left / officers, left, officers - left, nextTurn());
            if (grown.length > 0) {
                divide(grown, left, found);
                divide(rest(units, grown), officers - left, found);
                return;
            }
        }
        int[] last = {lastReached(units)};
        found.add(last);
        divide(rest(units, last), officers - 1, found);
    }

    /** Returns the unit that a breadth-first search reaches last: all others stay connected without it. */
    private int lastReached(int[] units) {
        int[] order = reachedFirst(units, units.length);
        return order[order.length - 1];
    }

    private static int officers(List<Integer> teams) {
        return teams.stream().mapToInt(Integer::intValue).sum();
    }

    private double nextTurn() {
        turn += 0.7;
        return turn;
    }

    /** Where no cut leaves both parts connected: the first units in breadth-first order, enough of them for their officers. */
    private int[] anyCut(int[] units, int left, int right) {
        int wanted = units.length * left / (left + right);
        return reachedFirst(units, Math.max(left, Math.min(units.length - right, wanted)));
    }

    private int[] reachedFirst(int[] units, int wanted) {
        Set<Integer> inside = new HashSet<>();
        for (int u : units) {
            inside.add(u);
        }
        int[] taken = new int[wanted];
        int count = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int start : units) {
            if (inside.remove(start)) {
                queue.add(start);
            }
            while (!queue.isEmpty() && count < wanted) {
                int u = queue.remove();
                taken[count++] = u;
                for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                    if (inside.remove(graph.neighbour[slot])) {
                        queue.add(graph.neighbour[slot]);
                    }
                }
            }
        }
        return taken;
    }

    private static int[] rest(int[] units, int[] taken) {
        BitSet gone = new BitSet();
        for (int u : taken) {
            gone.set(u);
        }
        return Arrays.stream(units).filter(u -> !gone.get(u)).toArray();
    }
}
