package org.copse.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.planning.objective.SearchGraph;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * A coarser district whose units are blocks: the connected pieces of communities that fit into a beat, and single units elsewhere. A start
 * made on blocks splits no community that it need not split.
 */
final class CommunityBlocks {

    private final SearchGraph graph;
    private final int[] blockOf;
    private final List<PlanningUnit> blocks = new ArrayList<>();
    private final SearchGraph coarse;

    CommunityBlocks(Layout layout) {
        this.graph = layout.graph;
        this.blockOf = new int[graph.units];
        Arrays.fill(blockOf, -1);
        int[] queue = new int[graph.units];
        for (int u = 0; u < graph.units; u++) {
            if (blockOf[u] < 0) {
                block(layout.problem, u, queue);
            }
        }
        UnitGraph.Builder edges = UnitGraph.builder(blocks.size());
        for (int u = 0; u < graph.units; u++) {
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                int other = blockOf[graph.neighbour[slot]];
                if (other != blockOf[u] && !edges.has(blockOf[u], other)) {
                    edges.edge(Edge.between(blockOf[u], other));
                }
            }
        }
        this.coarse =
                new SearchGraph(PlanningProblem.builder(blocks, edges.build()).build(), List.of());
    }

    private void block(PlanningProblem problem, int start, int[] queue) {
        int community = problem.communityOf(graph.unit[start]);
        int tail = 1;
        double hours = 0;
        queue[0] = start;
        blockOf[start] = blocks.size();
        for (int head = 0; head < tail; head++) {
            int u = queue[head];
            hours += graph.hours[u];
            for (int slot = graph.first[u]; community >= 0 && slot < graph.first[u + 1]; slot++) {
                int v = graph.neighbour[slot];
                if (blockOf[v] < 0 && problem.communityOf(graph.unit[v]) == community) {
                    blockOf[v] = blocks.size();
                    queue[tail++] = v;
                }
            }
        }
        boolean whole = hours <= problem.beatHours().upper();
        int members = whole ? tail : 1;
        double x = 0;
        double y = 0;
        for (int i = 0; i < tail; i++) {
            if (i < members) {
                x += graph.x[queue[i]] / members;
                y += graph.y[queue[i]] / members;
            } else {
                blockOf[queue[i]] = -1;
            }
        }
        blocks.add(new PlanningUnit("block " + blocks.size(), whole ? hours : graph.hours[start], 0, x, y, 0, 0));
    }

    /** Returns a part's units by beat, cut between blocks; empty when there are fewer blocks than officers. */
    int[][] sectors(int[] units, List<Integer> teams, Dice dice) {
        int[] own = Arrays.stream(units)
                .map(u -> coarse.place[blockOf[u]])
                .distinct()
                .toArray();
        int officers = teams.stream().mapToInt(Integer::intValue).sum();
        if (own.length < officers) {
            return new int[0][];
        }
        int[][] cut = new RecursiveStart(coarse, dice.uniform() * Math.PI).sectors(own, teams);
        int[] sectorOfBlock = new int[blocks.size()];
        for (int s = 0; s < cut.length; s++) {
            for (int block : cut[s]) {
                sectorOfBlock[coarse.unit[block]] = s;
            }
        }
        int[][] sectors = new int[cut.length][];
        for (int s = 0; s < cut.length; s++) {
            int number = s;
            sectors[s] = Arrays.stream(units)
                    .filter(u -> sectorOfBlock[blockOf[u]] == number)
                    .toArray();
        }
        return sectors;
    }
}
