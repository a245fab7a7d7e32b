package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.objective.Assignment;

/** Says of an assignment whether sectors are each in one piece. */
final class WholeSectors {

    private final Assignment at;

    WholeSectors(Assignment at) {
        this.at = at;
    }

    /** Whether the sectors of these beats are each in one piece, which only groups across a boundary of sectors can undo. */
    boolean whole(int[] group) {
        int[] sectors = Arrays.stream(group)
                .map(beat -> at.sectorOfBeat[beat])
                .distinct()
                .toArray();
        return sectors.length == 1 || Arrays.stream(sectors).allMatch(this::sectorWhole);
    }

    private boolean sectorWhole(int sector) {
        int[] queue = new int[at.graph.units];
        boolean[] reached = new boolean[at.graph.units];
        int end = 0;
        int size = 0;
        for (int u = 0; u < at.graph.units; u++) {
            if (at.sector[u] == sector && size++ == 0) {
                reached[u] = true;
                queue[end++] = u;
            }
        }
        for (int head = 0; head < end; head++) {
            for (int slot = at.graph.first[queue[head]]; slot < at.graph.first[queue[head] + 1]; slot++) {
                int v = at.graph.neighbour[slot];
                if (at.sector[v] == sector && !reached[v]) {
                    reached[v] = true;
                    queue[end++] = v;
                }
            }
        }
        return end == size;
    }
}
