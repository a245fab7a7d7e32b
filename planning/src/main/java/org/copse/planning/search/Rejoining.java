package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.objective.SearchGraph;

/**
 * Makes labels on a connected set of units connected: of each label the heaviest piece stays, all other units join a neighbour's label, and a
 * label that has no unit is given one that its beat can spare.
 */
final class Rejoining {

    /** The label of a unit that is to join a neighbour's. */
    static final int NONE = -2;

    private final SearchGraph graph;
    private final Contiguity contiguity;
    private final int[] label;
    private final int[] queue;
    private final int[] pieceOf;

    Rejoining(SearchGraph graph, Contiguity contiguity) {
        this.graph = graph;
        this.contiguity = contiguity;
        this.label = new int[graph.units];
        this.queue = new int[graph.units];
        this.pieceOf = new int[graph.units];
        Arrays.fill(label, -1);
    }

    /**
     * Changes {@code cells}, the labels of {@code units} in their order or {@link #NONE}; returns whether every label has a connected, non-empty
     * set. A unit that no label reaches through {@code units} stays without one.
     */
    boolean rejoin(int[] units, int[] cells, int labels) {
        for (int i = 0; i < units.length; i++) {
            label[units[i]] = cells[i];
            pieceOf[units[i]] = -1;
        }
        keepHeaviest(units, labels);
        joinNeighbours(units);
        boolean whole = fillEmpty(units, labels);
        for (int i = 0; i < units.length; i++) {
            whole &= label[units[i]] >= 0;
            cells[i] = label[units[i]];
            label[units[i]] = -1;
        }
        return whole;
    }

    private void keepHeaviest(int[] units, int labels) {
        double[] most = new double[labels];
        int[] kept = new int[labels];
        Arrays.fill(most, -1);
        int pieces = 0;
        for (int start : units) {
            if (label[start] >= 0 && pieceOf[start] < 0) {
                double hours = flood(start, pieces);
                if (hours > most[label[start]]) {
                    most[label[start]] = hours;
                    kept[label[start]] = pieces;
                }
                pieces++;
            }
        }
        for (int u : units) {
            if (label[u] >= 0 && pieceOf[u] != kept[label[u]]) {
                label[u] = NONE;
            }
        }
    }

    private double flood(int start, int piece) {
        int head = 0;
        int tail = 0;
        double hours = 1e-9;
        queue[tail++] = start;
        pieceOf[start] = piece;
        while (head < tail) {
            int u = queue[head++];
            hours += graph.hours[u];
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                int v = graph.neighbour[slot];
                if (label[v] == label[start] && pieceOf[v] < 0) {
                    pieceOf[v] = piece;
                    queue[tail++] = v;
                }
            }
        }
        return hours;
    }

    private void joinNeighbours(int[] units) {
        int head = 0;
        int tail = 0;
        for (int u : units) {
            if (label[u] >= 0) {
                queue[tail++] = u;
            }
        }
        while (head < tail) {
            int u = queue[head++];
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                int v = graph.neighbour[slot];
                if (label[v] == NONE) {
                    label[v] = label[u];
                    queue[tail++] = v;
                }
            }
        }
    }

    private boolean fillEmpty(int[] units, int labels) {
        double[] hours = new double[labels];
        int[] count = new int[labels];
        for (int u : units) {
            if (label[u] >= 0) {
                hours[label[u]] += graph.hours[u];
                count[label[u]]++;
            }
        }
        for (int empty = 0; empty < labels; empty++) {
            if (count[empty] == 0 && !giveOne(units, empty, hours, count)) {
                return false;
            }
        }
        return true;
    }

    private boolean giveOne(int[] units, int empty, double[] hours, int[] count) {
        int given = -1;
        for (int u : units) {
            int owner = label[u];
            boolean better = owner >= 0 && (given < 0 || hours[owner] > hours[label[given]]);
            if (better && count[owner] > 1 && contiguity.staysWhole(label, u, Integer.MAX_VALUE)) {
                given = u;
            }
        }
        if (given < 0) {
            return false;
        }
        hours[label[given]] -= graph.hours[given];
        count[label[given]]--;
        label[given] = empty;
        hours[empty] = graph.hours[given];
        count[empty] = 1;
        return true;
    }
}
