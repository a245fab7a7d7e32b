package org.copse.planning.objective;

import java.util.Arrays;

/**
 * The plan that a search is at: each unit's beat and sector, the sums that many terms need, and the set of units at a boundary. One move
 * costs as much as the unit has neighbours.
 */
public final class Assignment {

    /** The units and their neighbours. */
    public final SearchGraph graph;
    /** Beat of each unit. */
    public final int[] beat;
    /** Sector of each unit. */
    public final int[] sector;
    /** Sector of each beat. */
    public final int[] sectorOfBeat;
    /** Hours of each beat. */
    public final double[] beatHours;
    /** Hours of each sector. */
    public final double[] sectorHours;
    /** Number of units of each beat. */
    public final int[] beatUnits;
    /** Units that have a neighbour in another beat: the first {@link #boundaryCount}. */
    public final int[] boundary;

    private int boundaryCount;
    private final int[] positionInBoundary;
    private final int[] foreignNeighbours;

    /** Starts at the given labels, which are copied. */
    public Assignment(SearchGraph graph, int[] beatOfUnit, int[] sectorOfBeat) {
        this.graph = graph;
        this.beat = new int[graph.units];
        this.sector = new int[graph.units];
        this.sectorOfBeat = sectorOfBeat.clone();
        int beats = sectorOfBeat.length;
        this.beatHours = new double[beats];
        this.beatUnits = new int[beats];
        this.sectorHours = new double[Arrays.stream(sectorOfBeat).max().orElse(0) + 1];
        this.boundary = new int[graph.units];
        this.positionInBoundary = new int[graph.units];
        this.foreignNeighbours = new int[graph.units];
        restart(beatOfUnit);
    }

    /** Goes to other labels and adds all sums up anew. */
    public void restart(int[] beatOfUnit) {
        System.arraycopy(beatOfUnit, 0, beat, 0, beat.length);
        Arrays.fill(beatHours, 0);
        Arrays.fill(sectorHours, 0);
        Arrays.fill(beatUnits, 0);
        boundaryCount = 0;
        for (int u = 0; u < graph.units; u++) {
            sector[u] = sectorOfBeat[beat[u]];
            beatHours[beat[u]] += graph.hours[u];
            sectorHours[sector[u]] += graph.hours[u];
            beatUnits[beat[u]]++;
            positionInBoundary[u] = -1;
        }
        for (int u = 0; u < graph.units; u++) {
            int foreign = 0;
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                foreign += beat[graph.neighbour[slot]] != beat[u] ? 1 : 0;
            }
            foreignNeighbours[u] = foreign;
            if (foreign > 0) {
                enterBoundary(u);
            }
        }
    }

    /** Returns the number of beats. */
    public int beats() {
        return beatUnits.length;
    }

    /** Returns the number of sectors. */
    public int sectors() {
        return sectorHours.length;
    }

    /** Returns how many units are at a boundary. */
    public int boundaryCount() {
        return boundaryCount;
    }

    /** Moves a unit to a beat. */
    public void move(int u, int to) {
        int from = beat[u];
        double hours = graph.hours[u];
        beatHours[from] -= hours;
        beatHours[to] += hours;
        beatUnits[from]--;
        beatUnits[to]++;
        int newSector = sectorOfBeat[to];
        if (newSector != sector[u]) {
            sectorHours[sector[u]] -= hours;
            sectorHours[newSector] += hours;
            sector[u] = newSector;
        }
        beat[u] = to;
        int foreign = 0;
        for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
            int v = graph.neighbour[slot];
            int label = beat[v];
            if (label == to) {
                if (--foreignNeighbours[v] == 0) {
                    leaveBoundary(v);
                }
            } else {
                foreign++;
                if (label == from && foreignNeighbours[v]++ == 0) {
                    enterBoundary(v);
                }
            }
        }
        foreignNeighbours[u] = foreign;
        if (foreign == 0) {
            leaveBoundary(u);
        } else if (positionInBoundary[u] < 0) {
            enterBoundary(u);
        }
    }

    private void enterBoundary(int u) {
        positionInBoundary[u] = boundaryCount;
        boundary[boundaryCount++] = u;
    }

    private void leaveBoundary(int u) {
        int position = positionInBoundary[u];
        if (position >= 0) {
            int last = boundary[--boundaryCount];
            boundary[position] = last;
            positionInBoundary[last] = position;
            positionInBoundary[u] = -1;
        }
    }
}
