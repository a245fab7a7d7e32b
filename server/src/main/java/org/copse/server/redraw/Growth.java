package org.copse.server.redraw;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntPredicate;
import org.copse.planning.problem.UnitGraph;

/** The units around a growing beat, in the order in which it came to them. */
final class Growth {
    private final Deque<Integer> front = new ArrayDeque<>();

    /** Adds the neighbours of a unit that the beat now has. */
    void reach(UnitGraph graph, int unit) {
        for (int i = 0; i < graph.degree(unit); i++) {
            front.add(graph.neighbour(unit, i));
        }
    }

    /** Returns whether there is a unit that is free, and forgets those before it that no longer are. */
    boolean peek(IntPredicate free) {
        while (!front.isEmpty() && !free.test(front.peek())) {
            front.remove();
        }
        return !front.isEmpty();
    }

    /** Returns the unit that {@link #peek} found. */
    int take() {
        return front.remove();
    }
}
