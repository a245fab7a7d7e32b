package org.copse.planning.search;

import java.util.Arrays;
import java.util.Set;
import org.copse.planning.objective.SearchGraph;

/**
 * Joins the pieces of sectors: the shortest row of units from a sector's smaller piece to another piece of it joins the beat that it starts at, or
 * where that is fixed the one that it ends at. What that tears apart is put together again ({@link WholeBeats}), and so on in turn, a few times;
 * no later row runs through an earlier one.
 */
final class SectorBridges {

    private static final int TURNS = 12;

    private final Layout layout;
    private final SearchGraph graph;
    private final Set<Integer> fixed;
    private final WholeBeats beatsWhole;
    private final boolean[] stays;

    SectorBridges(Layout layout) {
        this.layout = layout;
        this.graph = layout.graph;
        this.stays = new boolean[graph.units];
        this.fixed = layout.problem.fixedBeats();
        this.beatsWhole = new WholeBeats(layout);
        layout.problem.locks().keySet().forEach(unit -> stays[graph.place[unit]] = true);
    }

    /** Returns labels with each beat in one piece, and each sector too unless that was not possible. */
    Labels join(Labels given) {
        Labels labels = whole(given.beatOfUnit(), given.sectorOfBeat());
        for (int turn = 0; turn < TURNS; turn++) {
            int[] beats = labels.beatOfUnit().clone();
            boolean bridged = false;
            int sectors = Arrays.stream(labels.sectorOfBeat()).max().orElse(0) + 1;
            for (int sector = 0; sector < sectors && sectors > 1 && !bridged; sector++) {
                bridged = bridge(beats, labels.sectorOfBeat(), sector);
            }
            if (!bridged) {
                return labels;
            }
            labels = whole(beats, labels.sectorOfBeat());
        }
        return labels;
    }

    private Labels whole(int[] beats, int[] sectorOfBeat) {
        return new Labels(beatsWhole.of(beats), sectorOfBeat);
    }

    private boolean bridge(int[] beats, int[] sectorOfBeat, int sector) {
        int[] piece = pieces(beats, sectorOfBeat, sector);
        int count = Arrays.stream(piece).max().orElse(0);
        if (count < 2) {
            return false;
        }
        int smallest = 1;
        int[] size = new int[count + 1];
        Arrays.stream(piece).forEach(number -> size[number]++);
        for (int number = 2; number <= count; number++) {
            smallest = size[number] < size[smallest] ? number : smallest;
        }
        int[] before = new int[graph.units];
        Arrays.fill(before, -1);
        int end = reach(piece, smallest, beats, before);
        if (end < 0) {
            return false;
        }
        int start = end;
        while (piece[before[start]] != smallest) {
            start = before[start];
        }
        int joins = fixed.contains(beats[before[start]]) ? beats[end] : beats[before[start]];
        if (fixed.contains(joins)) {
            return false;
        }
        for (int u = before[end]; piece[u] != smallest; u = before[u]) {
            beats[u] = joins;
            stays[u] = true;
        }
        return true;
    }

    /** Returns for each unit of the sector the number of its piece, from 1; 0 for all others. */
    private int[] pieces(int[] beats, int[] sectorOfBeat, int sector) {
        int[] piece = new int[graph.units];
        int[] queue = new int[graph.units];
        int count = 0;
        for (int from = 0; from < graph.units; from++) {
            if (piece[from] != 0 || sectorOfBeat[beats[from]] != sector) {
                continue;
            }
            count++;
            int end = 0;
            queue[end++] = from;
            piece[from] = count;
            for (int head = 0; head < end; head++) {
                for (int slot = graph.first[queue[head]]; slot < graph.first[queue[head] + 1]; slot++) {
                    int other = graph.neighbour[slot];
                    if (piece[other] == 0 && sectorOfBeat[beats[other]] == sector) {
                        piece[other] = count;
                        queue[end++] = other;
                    }
                }
            }
        }
        return piece;
    }

    /** Returns the first unit of another piece that a breadth-first search comes to, -1 for none; {@code before} leads back. */
    private int reach(int[] piece, int from, int[] beats, int[] before) {
        int[] left = new int[layout.problem.beatCount()];
        Arrays.stream(beats).forEach(beat -> left[beat]++);
        int[] queue = new int[graph.units];
        int end = 0;
        for (int u = 0; u < graph.units; u++) {
            if (piece[u] == from) {
                before[u] = u;
                queue[end++] = u;
            }
        }
        for (int head = 0; head < end; head++) {
            int u = queue[head];
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                int v = graph.neighbour[slot];
                if (before[v] >= 0) {
                    continue;
                }
                if (piece[v] != 0) {
                    before[v] = u;
                    return v;
                }
                boolean free = !stays[v] && left[beats[v]] > 1 && !fixed.contains(beats[v]);
                if (free) {
                    before[v] = u;
                    queue[end++] = v;
                }
            }
        }
        return -1;
    }
}
