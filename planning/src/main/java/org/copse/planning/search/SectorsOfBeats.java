package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/** Groups beats that are there already into connected sectors of given numbers of officers: bottom-up, on the graph of beats. */
final class SectorsOfBeats {

    private static final int ATTEMPTS = 12;

    private final SearchGraph graph;

    SectorsOfBeats(SearchGraph graph) {
        this.graph = graph;
    }

    /** Returns the sector of each beat of a part, from 0 in the order of the teams; empty when no connected grouping was found. */
    int[] group(int[][] unitsOfBeat, List<Integer> teams, Dice dice) {
        SearchGraph beats = graphOfBeats(unitsOfBeat);
        int[] all = IntStream.range(0, beats.units).toArray();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int[][] sectors = new RecursiveStart(beats, dice.uniform() * Math.PI).sectors(all, teams);
            int[] sectorOfBeat = new int[beats.units];
            boolean exact = true;
            for (int s = 0; s < sectors.length; s++) {
                exact &= sectors[s].length == teams.get(s) && connected(beats, sectors[s]);
                for (int b : sectors[s]) {
                    sectorOfBeat[beats.unit[b]] = s;
                }
            }
            if (exact) {
                return sectorOfBeat;
            }
        }
        return new int[0];
    }

    /** Returns the sector of each beat as above, or where no connected grouping is found one of the asked numbers with sectors in pieces. */
    int[] groupAnyhow(int[][] unitsOfBeat, List<Integer> teams, Dice dice) {
        int[] sectorOfBeat = group(unitsOfBeat, teams, dice);
        if (sectorOfBeat.length > 0) {
            return sectorOfBeat;
        }
        SearchGraph beats = graphOfBeats(unitsOfBeat);
        int[] all = IntStream.range(0, beats.units).toArray();
        int[][] near = new RecursiveStart(beats, 0).sectors(all, teams);
        int[] order = Arrays.stream(near).flatMapToInt(Arrays::stream).toArray();
        sectorOfBeat = new int[order.length];
        int next = 0;
        for (int sector = 0; sector < teams.size(); sector++) {
            for (int officer = 0; officer < teams.get(sector); officer++) {
                sectorOfBeat[beats.unit[order[next++]]] = sector;
            }
        }
        return sectorOfBeat;
    }

    private SearchGraph graphOfBeats(int[][] unitsOfBeat) {
        int[] beatOf = new int[graph.units];
        Arrays.fill(beatOf, -1);
        List<PlanningUnit> centres = new ArrayList<>();
        for (int b = 0; b < unitsOfBeat.length; b++) {
            double x = 0;
            double y = 0;
            for (int u : unitsOfBeat[b]) {
                beatOf[u] = b;
                x += graph.x[u] / unitsOfBeat[b].length;
                y += graph.y[u] / unitsOfBeat[b].length;
            }
            centres.add(new PlanningUnit("beat " + b, 1, 0, x, y, 0, 0));
        }
        UnitGraph.Builder edges = UnitGraph.builder(unitsOfBeat.length);
        for (int u = 0; u < graph.units; u++) {
            for (int slot = graph.first[u]; beatOf[u] >= 0 && slot < graph.first[u + 1]; slot++) {
                int other = beatOf[graph.neighbour[slot]];
                if (other >= 0 && other != beatOf[u] && !edges.has(beatOf[u], other)) {
                    edges.edge(Edge.between(beatOf[u], other));
                }
            }
        }
        return new SearchGraph(PlanningProblem.builder(centres, edges.build()).build(), List.of());
    }

    private static boolean connected(SearchGraph beats, int[] sector) {
        Set<Integer> waiting = new HashSet<>();
        for (int b : sector) {
            waiting.add(b);
        }
        List<Integer> reached = new ArrayList<>(List.of(sector[0]));
        waiting.remove(sector[0]);
        for (int i = 0; i < reached.size(); i++) {
            int b = reached.get(i);
            for (int slot = beats.first[b]; slot < beats.first[b + 1]; slot++) {
                if (waiting.remove(beats.neighbour[slot])) {
                    reached.add(beats.neighbour[slot]);
                }
            }
        }
        return waiting.isEmpty();
    }
}
