package org.copse.planning.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * A start by recursive bisection: the district into sectors by their officers, each sector into beats. Connected wherever the graph allows
 * it; balanced as far as single cuts can see.
 */
final class RecursiveStart {

    private final SearchGraph graph;
    private final Bisection bisection;
    private final int[] beatOf;
    private final int[] sectorOf;
    private int beats;
    private double turn;

    RecursiveStart(SearchGraph graph, int officers, double turn) {
        this.graph = graph;
        this.bisection = new Bisection(graph);
        this.beatOf = new int[graph.units];
        this.sectorOf = new int[officers];
        this.turn = turn;
    }

    /** Plans one connected part: {@code teams[i]} officers in sector {@code firstSector + i}. */
    void plan(int[] units, List<Integer> teams, int firstSector) {
        int officers = teams.stream().mapToInt(Integer::intValue).sum();
        if (teams.size() == 1) {
            Arrays.fill(sectorOf, beats, beats + officers, firstSector);
            beats(units, officers);
            return;
        }
        int half = teams.size() / 2;
        List<Integer> left = teams.subList(0, half);
        int leftOfficers = left.stream().mapToInt(Integer::intValue).sum();
        int[] grown = cut(units, leftOfficers, officers);
        plan(grown, left, firstSector);
        plan(rest(units, grown), teams.subList(half, teams.size()), firstSector + half);
    }

    int[] beatOf() {
        return beatOf;
    }

    int[] sectorOf() {
        return sectorOf;
    }

    private void beats(int[] units, int officers) {
        if (officers == 1) {
            for (int u : units) {
                beatOf[u] = beats;
            }
            beats++;
            return;
        }
        for (int left = officers / 2; left >= 1; left--) {
            int[] grown = bisection.cut(units, (double) left / officers, left, officers - left, nextTurn());
            if (grown.length > 0) {
                beats(grown, left);
                beats(rest(units, grown), officers - left);
                return;
            }
        }
        int[] grown = anyCut(units, 1, officers - 1);
        beats(grown, 1);
        beats(rest(units, grown), officers - 1);
    }

    private int[] cut(int[] units, int left, int officers) {
        int[] grown = bisection.cut(units, (double) left / officers, left, officers - left, nextTurn());
        return grown.length > 0 ? grown : anyCut(units, left, officers - left);
    }

    private double nextTurn() {
        turn += 0.7;
        return turn;
    }

    /** Where no cut leaves both parts connected: the first units in breadth-first order, enough of them for their officers. */
    private int[] anyCut(int[] units, int left, int right) {
        boolean[] inside = new boolean[graph.units];
        for (int u : units) {
            inside[u] = true;
        }
        int wanted = Math.max(left, Math.min(units.length - right, units.length * left / (left + right)));
        int[] taken = new int[wanted];
        int count = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int start : units) {
            if (inside[start]) {
                queue.add(start);
                inside[start] = false;
            }
            while (!queue.isEmpty() && count < wanted) {
                int u = queue.remove();
                taken[count++] = u;
                for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                    int v = graph.neighbour[slot];
                    if (inside[v]) {
                        inside[v] = false;
                        queue.add(v);
                    }
                }
            }
            if (count == wanted) {
                break;
            }
        }
        return taken;
    }

    private static int[] rest(int[] units, int[] taken) {
        java.util.Set<Integer> gone = new java.util.HashSet<>(2 * taken.length);
        for (int u : taken) {
            gone.add(u);
        }
        return Arrays.stream(units).filter(u -> !gone.contains(u)).toArray();
    }
}
