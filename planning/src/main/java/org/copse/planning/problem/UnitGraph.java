package org.copse.planning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The undirected graph of units that are neighbours. Immutable; compressed rows hold each unit's neighbours and edges.
 */
public final class UnitGraph {

    private final int unitCount;
    private final Edge[] edges;
    private final int[] firstSlot;
    private final int[] neighbours;
    private final int[] edgeOfSlot;

    private UnitGraph(int unitCount, Edge[] edges) {
        this.unitCount = unitCount;
        this.edges = edges;
        this.firstSlot = new int[unitCount + 1];
        for (Edge edge : edges) {
            firstSlot[edge.a() + 1]++;
            firstSlot[edge.b() + 1]++;
        }
        for (int unit = 0; unit < unitCount; unit++) {
            firstSlot[unit + 1] += firstSlot[unit];
        }
        this.neighbours = new int[2 * edges.length];
        this.edgeOfSlot = new int[2 * edges.length];
        int[] next = Arrays.copyOf(firstSlot, unitCount);
        for (int e = 0; e < edges.length; e++) {
            fill(next, edges[e].a(), edges[e].b(), e);
            fill(next, edges[e].b(), edges[e].a(), e);
        }
    }

    private void fill(int[] next, int unit, int neighbour, int edge) {
        int slot = next[unit]++;
        neighbours[slot] = neighbour;
        edgeOfSlot[slot] = edge;
    }

    /** Returns a builder of a graph over units 0 to {@code unitCount - 1}. */
    public static Builder builder(int unitCount) {
        return new Builder(unitCount);
    }

    /** Returns the number of units. */
    public int unitCount() {
        return unitCount;
    }

    /** Returns the number of edges. */
    public int edgeCount() {
        return edges.length;
    }

    /** Returns an edge by its number, 0 to {@code edgeCount() - 1}, in the order in which edges were added. */
    public Edge edge(int edge) {
        return edges[edge];
    }

    /** Returns how many neighbours a unit has. */
    public int degree(int unit) {
        return firstSlot[unit + 1] - firstSlot[unit];
    }

    /** Returns the {@code i}-th neighbour of a unit, 0 to {@code degree(unit) - 1}. */
    public int neighbour(int unit, int i) {
        return neighbours[firstSlot[unit] + i];
    }

    /** Returns the number of the edge to the {@code i}-th neighbour of a unit. */
    public int edgeTo(int unit, int i) {
        return edgeOfSlot[firstSlot[unit] + i];
    }

    /** Returns for each unit the number of its connected component; components are numbered from 0 by their first unit. */
    public int[] components() {
        int[] component = new int[unitCount];
        Arrays.fill(component, -1);
        int[] queue = new int[unitCount];
        int count = 0;
        for (int start = 0; start < unitCount; start++) {
            if (component[start] < 0) {
                flood(start, count++, component, queue);
            }
        }
        return component;
    }

    private void flood(int start, int number, int[] component, int[] queue) {
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        component[start] = number;
        while (head < tail) {
            int unit = queue[head++];
            for (int slot = firstSlot[unit]; slot < firstSlot[unit + 1]; slot++) {
                int other = neighbours[slot];
                if (component[other] < 0) {
                    component[other] = number;
                    queue[tail++] = other;
                }
            }
        }
    }

    /** Collects edges and refuses those that cannot be: unknown units, and the same pair twice. */
    public static final class Builder {

        private final int unitCount;
        private final List<Edge> edges = new ArrayList<>();
        private final Map<Long, Edge> byPair = new HashMap<>();

        private Builder(int unitCount) {
            if (unitCount < 1) {
                throw new IllegalArgumentException("a graph needs at least 1 unit, not " + unitCount);
            }
            this.unitCount = unitCount;
        }

        /** Adds an edge. Throws {@link IllegalArgumentException} when a unit is out of range or the pair has an edge already. */
        public Builder edge(Edge edge) {
            int low = Math.min(edge.a(), edge.b());
            int high = Math.max(edge.a(), edge.b());
            if (high >= unitCount) {
                throw new IllegalArgumentException("edge " + edge.a() + "-" + edge.b() + " names unit " + high
                        + ", but units are 0 to " + (unitCount - 1));
            }
            if (byPair.putIfAbsent((long) low * unitCount + high, edge) != null) {
                throw new IllegalArgumentException("units " + low + " and " + high + " have two edges");
            }
            edges.add(edge);
            return this;
        }

        /** Returns whether the two units have an edge already. */
        public boolean has(int a, int b) {
            return byPair.containsKey((long) Math.min(a, b) * unitCount + Math.max(a, b));
        }

        /** Returns the graph. */
        public UnitGraph build() {
            return new UnitGraph(unitCount, edges.toArray(new Edge[0]));
        }
    }
}
