package org.copse.planning.constraint;

import java.util.function.IntUnaryOperator;
import org.copse.planning.problem.UnitGraph;

/** Counts the connected pieces of each label on a graph. */
public final class Pieces {

    private Pieces() {}

    /** Returns the number of pieces of each label; 0 for a label that no unit has. */
    public static int[] count(UnitGraph graph, IntUnaryOperator labelOf, int labels) {
        int[] pieces = new int[labels];
        boolean[] seen = new boolean[graph.unitCount()];
        int[] queue = new int[graph.unitCount()];
        for (int start = 0; start < graph.unitCount(); start++) {
            if (seen[start]) {
                continue;
            }
            int label = labelOf.applyAsInt(start);
            pieces[label]++;
            int head = 0;
            int tail = 0;
            queue[tail++] = start;
            seen[start] = true;
            while (head < tail) {
                int unit = queue[head++];
                for (int i = 0; i < graph.degree(unit); i++) {
                    int other = graph.neighbour(unit, i);
                    if (!seen[other] && labelOf.applyAsInt(other) == label) {
                        seen[other] = true;
                        queue[tail++] = other;
                    }
                }
            }
        }
        return pieces;
    }
}
