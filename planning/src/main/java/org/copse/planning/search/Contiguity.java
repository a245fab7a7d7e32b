package org.copse.planning.search;

import org.copse.planning.objective.SearchGraph;

/**
 * Answers whether the units of one label stay connected when one of them leaves. The neighbours alone decide nearly always; else two searches
 * from two sides meet, or one of them ends.
 */
final class Contiguity {

    private final SearchGraph graph;
    private final LocalLinks links;
    private final int[] stamp;
    private final int[] queueA;
    private final int[] queueB;
    private int clock;

    Contiguity(SearchGraph graph, LocalLinks links) {
        this.graph = graph;
        this.links = links;
        this.stamp = new int[graph.units];
        this.queueA = new int[graph.units];
        this.queueB = new int[graph.units];
    }

    /**
     * Returns whether the units with the label of {@code unit} stay connected without it. False when no other unit has the label.
     *
     * @param most how many units may be looked at; when that does not decide, the answer is false
     */
    boolean staysWhole(int[] label, int unit, int most) {
        int first = graph.first[unit];
        int degree = graph.first[unit + 1] - first;
        int own = label[unit];
        if (degree > LocalLinks.MOST_NEIGHBOURS) {
            return searchAll(label, unit, own, most);
        }
        int same = 0;
        for (int i = 0; i < degree; i++) {
            if (label[graph.neighbour[first + i]] == own) {
                same |= 1 << i;
            }
        }
        if ((same & (same - 1)) == 0) {
            return same != 0;
        }
        int reached = spread(first, Integer.lowestOneBit(same), same);
        if (reached == same) {
            return true;
        }
        reached = spreadThrough(label, unit, own, first, reached, same);
        return reached == same || search(label, unit, own, first, reached, same, most);
    }

    private int spread(int first, int from, int same) {
        int reached = from;
        int fresh = from;
        while (fresh != 0) {
            int next = 0;
            for (int rest = fresh; rest != 0; rest &= rest - 1) {
                next |= links.touching[first + Integer.numberOfTrailingZeros(rest)];
            }
            fresh = next & same & ~reached;
            reached |= fresh;
        }
        return reached;
    }

    private int spreadThrough(int[] label, int unit, int own, int first, int from, int same) {
        int reached = from;
        boolean grown = true;
        while (grown && reached != same) {
            grown = false;
            for (int i = links.firstThrough[unit]; i < links.firstThrough[unit + 1]; i++) {
                int bits = links.throughBits[i] & same;
                if ((bits & reached) != 0 && (bits & ~reached) != 0 && label[links.throughUnit[i]] == own) {
                    reached = spread(first, reached | bits, same);
                    grown = true;
                }
            }
        }
        return reached;
    }

    private boolean search(int[] label, int unit, int own, int first, int from, int same, int most) {
        int reached = from;
        while (reached != same) {
            int a = graph.neighbour[first + Integer.numberOfTrailingZeros(reached)];
            int bitB = Integer.lowestOneBit(same & ~reached);
            int b = graph.neighbour[first + Integer.numberOfTrailingZeros(bitB)];
            if (!meet(label, unit, own, a, b, most)) {
                return false;
            }
            reached = spread(first, reached | bitB, same);
        }
        return true;
    }

    private boolean searchAll(int[] label, int unit, int own, int most) {
        int a = -1;
        for (int slot = graph.first[unit]; slot < graph.first[unit + 1]; slot++) {
            int v = graph.neighbour[slot];
            if (label[v] == own) {
                if (a < 0) {
                    a = v;
                } else if (!meet(label, unit, own, a, v, most)) {
                    return false;
                }
            }
        }
        return a >= 0;
    }

    /** Two breadth-first searches, one step each in turn, until they meet or one has seen all that it can. */
    private boolean meet(int[] label, int without, int own, int a, int b, int most) {
        if (clock > Integer.MAX_VALUE - 4) {
            java.util.Arrays.fill(stamp, 0);
            clock = 0;
        }
        clock += 2;
        int markA = clock;
        int markB = clock + 1;
        stamp[a] = markA;
        stamp[b] = markB;
        stamp[without] = clock - 1;
        queueA[0] = a;
        queueB[0] = b;
        int headA = 0;
        int tailA = 1;
        int headB = 0;
        int tailB = 1;
        while (headA < tailA && headB < tailB && headA + headB < most) {
            tailA = step(label, own, queueA, headA++, tailA, markA, markB, without);
            if (tailA < 0) {
                return true;
            }
            tailB = step(label, own, queueB, headB++, tailB, markB, markA, without);
            if (tailB < 0) {
                return true;
            }
        }
        return false;
    }

    private int step(int[] label, int own, int[] queue, int head, int tail, int mark, int other, int without) {
        int end = tail;
        int u = queue[head];
        for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
            int v = graph.neighbour[slot];
            if (label[v] == own && v != without && stamp[v] != mark) {
                if (stamp[v] == other) {
                    return -1;
                }
                stamp[v] = mark;
                queue[end++] = v;
            }
        }
        return end;
    }
}
