package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.objective.SearchGraph;

/**
 * Which neighbours of a unit hang together without it: directly, or through one unit that both touch. Found once; then whether a beat stays
 * whole without the unit is mostly answered by a look at its neighbours (the idea of the geo-graph: King, Jacobson, Sewell, Cho 2012,
 * doi:10.1287/opre.1120.1083, without the need for a planar drawing).
 */
final class LocalLinks {

    /** Neighbours are bits of an int; a unit with more of them is always searched. */
    static final int MOST_NEIGHBOURS = 31;

    /** For each slot of a unit the neighbours (bits) that this neighbour touches. */
    final int[] touching;
    /** Links through a third unit of unit {@code u} are entries {@code firstThrough[u]} to {@code firstThrough[u + 1] - 1}. */
    final int[] firstThrough;
    /** The third unit. */
    final int[] throughUnit;
    /** The two neighbours (bits) that it joins. */
    final int[] throughBits;

    LocalLinks(SearchGraph graph) {
        this.touching = new int[graph.neighbour.length];
        this.firstThrough = new int[graph.units + 1];
        int[] units = new int[Math.max(16, graph.neighbour.length)];
        int[] bits = new int[units.length];
        int[] bitOf = new int[graph.units];
        int[] seenBits = new int[graph.units];
        int[] seen = new int[graph.units];
        int count = 0;
        for (int u = 0; u < graph.units; u++) {
            firstThrough[u] = count;
            int degree = graph.first[u + 1] - graph.first[u];
            if (degree > MOST_NEIGHBOURS) {
                continue;
            }
            for (int i = 0; i < degree; i++) {
                bitOf[graph.neighbour[graph.first[u] + i]] = 1 << i;
            }
            int found = linkDirectly(graph, u, degree, bitOf, seenBits, seen);
            for (int i = 0; i < found; i++) {
                int w = seen[i];
                if (Integer.bitCount(seenBits[w]) > 1 && !joinedAlready(graph, u, seenBits[w])) {
                    if (count == units.length) {
                        units = Arrays.copyOf(units, 2 * count);
                        bits = Arrays.copyOf(bits, 2 * count);
                    }
                    units[count] = w;
                    bits[count++] = seenBits[w];
                }
                seenBits[w] = 0;
            }
            for (int i = 0; i < degree; i++) {
                bitOf[graph.neighbour[graph.first[u] + i]] = 0;
            }
        }
        firstThrough[graph.units] = count;
        this.throughUnit = Arrays.copyOf(units, count);
        this.throughBits = Arrays.copyOf(bits, count);
    }

    /** Fills direct links of a unit and collects the units two steps away with the neighbours that lead to them. */
    private int linkDirectly(SearchGraph graph, int u, int degree, int[] bitOf, int[] seenBits, int[] seen) {
        int found = 0;
        for (int i = 0; i < degree; i++) {
            int v = graph.neighbour[graph.first[u] + i];
            int direct = 0;
            for (int slot = graph.first[v]; slot < graph.first[v + 1]; slot++) {
                int w = graph.neighbour[slot];
                if (bitOf[w] != 0) {
                    direct |= bitOf[w];
                } else if (w != u) {
                    if (seenBits[w] == 0) {
                        seen[found++] = w;
                    }
                    seenBits[w] |= 1 << i;
                }
            }
            touching[graph.first[u] + i] = direct;
        }
        return found;
    }

    /** Whether the neighbours that a third unit joins all touch one another in a row already. */
    private boolean joinedAlready(SearchGraph graph, int u, int bits) {
        int reached = Integer.lowestOneBit(bits);
        int before = 0;
        while (reached != before) {
            before = reached;
            for (int rest = reached; rest != 0; rest &= rest - 1) {
                reached |= touching[graph.first[u] + Integer.numberOfTrailingZeros(rest)] & bits;
            }
        }
        return reached == bits;
    }
}
