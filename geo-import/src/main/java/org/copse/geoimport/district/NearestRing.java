package org.copse.geoimport.district;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.copse.planning.problem.UnitGraph;

/**
 * Finds the units at the smallest number of steps from a unit at which any answers to a condition.
 *
 * <p>Looks at a bounded number of units around each, so that a layer of which most has no figure takes time in
 * proportion to its units, not to their square. For one thread.
 */
final class NearestRing {
    private static final int MOST_LOOKED_AT = 2_000;

    private final UnitGraph graph;
    private final int[] seenAt;
    private final int[] queue;
    private int search;
    private int distance;

    NearestRing(UnitGraph graph) {
        this.graph = graph;
        this.seenAt = new int[graph.unitCount()];
        this.queue = new int[graph.unitCount()];
    }

    /** Returns those units of the nearest ring that are wanted; none when no such unit is near. */
    int[] around(int centre, IntPredicate wanted) {
        search++;
        seenAt[centre] = search;
        queue[0] = centre;
        int from = 0;
        int to = 1;
        for (distance = 1; from < to && to < MOST_LOOKED_AT; distance++) {
            int end = next(from, to);
            int[] found = Arrays.stream(queue, to, end).filter(wanted).toArray();
            if (found.length > 0) {
                return found;
            }
            from = to;
            to = end;
        }
        return new int[0];
    }

    /** Returns the number of steps to the ring found last, 1 for neighbours. */
    int distance() {
        return distance;
    }

    private int next(int from, int to) {
        int end = to;
        for (int i = from; i < to; i++) {
            int unit = queue[i];
            for (int n = 0; n < graph.degree(unit); n++) {
                int neighbour = graph.neighbour(unit, n);
                if (seenAt[neighbour] != search) {
                    seenAt[neighbour] = search;
                    queue[end++] = neighbour;
                }
            }
        }
        return end;
    }
}
