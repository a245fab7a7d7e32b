package org.copse.geoimport.adjacency;

import java.util.Arrays;

/**
 * Which boundary pieces two units have in common to the last bit, and which units have a vertex in common. In a clean coverage that is the whole
 * of adjacency, at the price of one hash table.
 */
final class MatchedBoundary {

    private final BoundarySegments segments;
    private final int[] partner;
    private final int[] vertexHead;
    private final int[] vertexNext;
    private final int mask;

    MatchedBoundary(BoundarySegments segments) {
        this.segments = segments;
        int capacity = Integer.highestOneBit(Math.max(16, segments.count())) << 2;
        this.mask = capacity - 1;
        this.partner = new int[segments.count()];
        this.vertexHead = new int[capacity];
        this.vertexNext = new int[segments.count()];
        matchPieces(new int[capacity]);
        chainVertices();
    }

    private void matchPieces(int[] table) {
        Arrays.fill(partner, -1);
        Arrays.fill(table, -1);
        for (int s = 0; s < segments.count(); s++) {
            // A piece and its reverse must land on the same slot, so the two ends' hashes are added.
            int slot = spread(hash(segments.ax(s), segments.ay(s)) + hash(segments.bx(s), segments.by(s)));
            while (table[slot] >= 0 && !isCounterpart(table[slot], s)) {
                slot = (slot + 1) & mask;
            }
            if (table[slot] < 0) {
                table[slot] = s;
            } else {
                partner[s] = table[slot];
                partner[table[slot]] = s;
            }
        }
    }

    private boolean isCounterpart(int earlier, int s) {
        return partner[earlier] < 0
                && segments.owner(earlier) != segments.owner(s)
                && (isSame(earlier, s) || isReverse(earlier, s));
    }

    private boolean isSame(int p, int q) {
        return segments.ax(p) == segments.ax(q)
                && segments.ay(p) == segments.ay(q)
                && segments.bx(p) == segments.bx(q)
                && segments.by(p) == segments.by(q);
    }

    private boolean isReverse(int p, int q) {
        return segments.ax(p) == segments.bx(q)
                && segments.ay(p) == segments.by(q)
                && segments.bx(p) == segments.ax(q)
                && segments.by(p) == segments.ay(q);
    }

    private void chainVertices() {
        Arrays.fill(vertexHead, -1);
        Arrays.fill(vertexNext, -1);
        for (int s = 0; s < segments.count(); s++) {
            int slot = slotOfStart(s);
            vertexNext[s] = vertexHead[slot];
            vertexHead[slot] = s;
        }
    }

    private int slotOfStart(int segment) {
        int slot = spread(hash(segments.ax(segment), segments.ay(segment)));
        while (vertexHead[slot] >= 0 && !startsAlike(vertexHead[slot], segment)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean startsAlike(int p, int q) {
        return segments.ax(p) == segments.ax(q) && segments.ay(p) == segments.ay(q);
    }

    private static long hash(double x, double y) {
        long bits = Double.doubleToLongBits(x + 0.0) * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(y + 0.0);
        bits *= 0xBF58476D1CE4E5B9L;
        return bits ^ (bits >>> 31);
    }

    private int spread(long hash) {
        long mixed = hash * 0x94D049BB133111EBL;
        return (int) (mixed >>> 33) & mask;
    }

    /** Returns the other unit's piece that coincides with this one, or -1. */
    int partner(int segment) {
        return partner[segment];
    }

    /** Returns the first of the pieces that start where this one starts; go on with {@link #nextAtVertex}. */
    int firstAtVertex(int segment) {
        return vertexHead[slotOfStart(segment)];
    }

    /** Returns the next piece that starts at the same vertex, or -1. */
    int nextAtVertex(int segment) {
        return vertexNext[segment];
    }
}
