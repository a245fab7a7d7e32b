package org.copse.planning.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.planning.objective.SearchGraph;

/** Starts from nothing, top-down: each part into sectors by their officers, each sector into beats, every cut connected. */
final class Starts {

    /** With fewer units per beat than this a power diagram leaves cells without units. */
    private static final int FEWEST_UNITS_PER_CELL = 4;

    private final Layout layout;
    private final SearchGraph graph;
    private final Rejoining rejoining;

    Starts(Layout layout) {
        this.layout = layout;
        this.graph = layout.graph;
        this.rejoining = new Rejoining(graph, new Contiguity(graph, layout.links));
    }

    /** Returns a start; even numbers ask for power diagrams, odd ones for recursive bisection. */
    Labels start(int number, Dice dice) {
        boolean inThePlane = number % 2 == 0;
        int[] beatOfUnit = new int[graph.units];
        int[] sectorOfBeat = new int[layout.problem.beatCount()];
        int beat = 0;
        int sector = 0;
        for (Layout.Part part : layout.parts) {
            int[][] sectors = inThePlane ? cells(part.units(), part.teams(), dice) : new int[0][];
            if (sectors.length == 0) {
                sectors = new RecursiveStart(graph, dice.uniform() * Math.PI).sectors(part.units(), part.teams());
            }
            for (int s = 0; s < sectors.length; s++) {
                List<Integer> ones = java.util.Collections.nCopies(part.teams().get(s), 1);
                int[][] beats = inThePlane ? cells(sectors[s], ones, dice) : new int[0][];
                if (beats.length == 0) {
                    beats = new RecursiveStart(graph, dice.uniform() * Math.PI).beats(sectors[s], ones.size());
                }
                for (int[] units : beats) {
                    for (int u : units) {
                        beatOfUnit[u] = beat;
                    }
                    sectorOfBeat[beat++] = sector;
                }
                sector++;
            }
        }
        return new Labels(beatOfUnit, sectorOfBeat);
    }

    /** Returns units by cell, or nothing when power diagrams do not give each cell enough connected units here. */
    private int[][] cells(int[] units, List<Integer> officers, Dice dice) {
        int count = officers.size();
        if (count == 1) {
            return new int[][] {units};
        }
        long distances = 12L * units.length * count;
        if (units.length < FEWEST_UNITS_PER_CELL * count || distances > PowerDiagram.MOST_DISTANCES) {
            return new int[0][];
        }
        double each = graph.hoursOf(units)
                / officers.stream().mapToInt(Integer::intValue).sum();
        double[] target = officers.stream().mapToDouble(n -> n * each).toArray();
        int[] cell = new PowerDiagram(graph, units, target).cells(dice);
        if (!rejoining.rejoin(units, cell, count)) {
            return new int[0][];
        }
        int[][] cells = new int[count][];
        for (int c = 0; c < count; c++) {
            int number = c;
            cells[c] = IntStream.range(0, units.length)
                    .filter(i -> cell[i] == number)
                    .map(i -> units[i])
                    .toArray();
            if (cells[c].length < officers.get(c)) {
                return new int[0][];
            }
        }
        return Arrays.copyOf(cells, count);
    }
}
