package org.copse.samplemaps.land;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/**
 * Grows contiguous groups of about equal weight on a graph of cells: blocks into units, units into beats.
 *
 * <p>Lloyd's method with growth instead of nearest seeds: the lightest group takes the nearest free neighbour, seeds move
 * to the middle of their groups, and at the end ragged edges are straightened.
 */
public final class Growth {

    /** What is grouped: a place and how much it weighs. */
    public record Cell(Coordinate place, double weight) {}

    private static final int ROUNDS = 14;
    private static final double LIGHTEST = 0.45;
    private static final double HEAVIEST = 1.7;

    private final List<Cell> cells;
    private final List<Map<Integer, Double>> neighbours;
    private final Random random;
    private final int[] group;
    private double[] weight = new double[0];

    private Growth(List<Cell> cells, List<Map<Integer, Double>> neighbours, Random random) {
        this.cells = cells;
        this.neighbours = neighbours;
        this.random = random;
        this.group = new int[cells.size()];
    }

    /**
     * Returns the group, 0 to {@code count} - 1, of each cell.
     *
     * @param neighbours by cell, the cells that it may be grouped with and the metres shared; must be connected
     */
    public static int[] groups(List<Cell> cells, List<Map<Integer, Double>> neighbours, int count, Random random) {
        Growth growth = new Growth(cells, neighbours, random);
        growth.run(count);
        return growth.group.clone();
    }

    private void run(int count) {
        int[] seeds = scatter(count);
        for (int round = 0; round < ROUNDS; round++) {
            growFrom(seeds);
            seeds = middles(count);
        }
        growFrom(seeds);
        for (int pass = 0; pass < 12 && straighten(); pass++) {
            weight = weights(count);
        }
    }

    /** Picks seeds far from each other, heavier cells first (k-means++). */
    private int[] scatter(int count) {
        int[] seeds = new int[count];
        double[] nearest = new double[cells.size()];
        Arrays.fill(nearest, 1);
        for (int s = 0; s < count; s++) {
            double sum = 0;
            for (int c = 0; c < nearest.length; c++) {
                sum += nearest[c] * cells.get(c).weight();
            }
            double pick = random.nextDouble() * sum;
            int chosen = 0;
            while (chosen < nearest.length - 1
                    && (pick -= nearest[chosen] * cells.get(chosen).weight()) > 0) {
                chosen++;
            }
            seeds[s] = chosen;
            for (int c = 0; c < nearest.length; c++) {
                double away = cells.get(c).place().distance(cells.get(chosen).place());
                nearest[c] = s == 0 ? away * away : Math.min(nearest[c], away * away);
            }
        }
        return seeds;
    }

    private void growFrom(int[] seeds) {
        Arrays.fill(group, -1);
        weight = new double[seeds.length];
        List<List<Integer>> frontiers = new ArrayList<>();
        for (int g = 0; g < seeds.length; g++) {
            frontiers.add(new ArrayList<>());
        }
        int free = cells.size();
        for (int g = 0; g < seeds.length; g++) {
            if (group[seeds[g]] < 0) {
                take(seeds[g], g, frontiers.get(g));
                free--;
            }
        }
        while (free > 0) {
            int g = lightestWithFrontier(frontiers);
            int cell = nearest(frontiers.get(g), cells.get(seeds[g]).place(), g);
            take(cell, g, frontiers.get(g));
            free--;
        }
    }

    private void take(int cell, int g, List<Integer> frontier) {
        group[cell] = g;
        weight[g] += cells.get(cell).weight();
        frontier.addAll(neighbours.get(cell).keySet());
    }

    private int lightestWithFrontier(List<List<Integer>> frontiers) {
        int lightest = -1;
        for (int g = 0; g < frontiers.size(); g++) {
            frontiers.get(g).removeIf(cell -> group[cell] >= 0);
            if (!frontiers.get(g).isEmpty() && (lightest < 0 || weight[g] < weight[lightest])) {
                lightest = g;
            }
        }
        if (lightest < 0) {
            throw new IllegalStateException("cells are not connected: some cannot be reached from any seed");
        }
        return lightest;
    }

    private int nearest(List<Integer> frontier, Coordinate seed, int g) {
        int best = frontier.get(0);
        double least = Double.MAX_VALUE;
        for (int cell : frontier) {
            double shared = 0;
            for (Map.Entry<Integer, Double> border : neighbours.get(cell).entrySet()) {
                shared += group[border.getKey()] == g ? border.getValue() : 0;
            }
            double cost = cells.get(cell).place().distance(seed) - 0.6 * shared;
            if (cost < least) {
                least = cost;
                best = cell;
            }
        }
        return best;
    }

    private int[] middles(int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        double[] sum = new double[count];
        for (int c = 0; c < group.length; c++) {
            double w = cells.get(c).weight() + 1e-9;
            x[group[c]] += w * cells.get(c).place().x;
            y[group[c]] += w * cells.get(c).place().y;
            sum[group[c]] += w;
        }
        int[] middles = new int[count];
        double[] least = new double[count];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int c = 0; c < group.length; c++) {
            int g = group[c];
            double away = cells.get(c).place().distance(new Coordinate(x[g] / sum[g], y[g] / sum[g]));
            if (away < least[g]) {
                least[g] = away;
                middles[g] = c;
            }
        }
        return middles;
    }

    private double[] weights(int count) {
        double[] sums = new double[count];
        for (int c = 0; c < group.length; c++) {
            sums[group[c]] += cells.get(c).weight();
        }
        return sums;
    }

    /** Hands cells to the group that they share more boundary with, when both groups bear it; tells whether any moved. */
    private boolean straighten() {
        double mean = Arrays.stream(weight).average().orElse(0);
        boolean moved = false;
        for (int c = 0; c < group.length; c++) {
            int from = group[c];
            int to = longestShared(c);
            double w = cells.get(c).weight();
            if (to != from
                    && weight[from] - w > LIGHTEST * mean
                    && weight[to] + w < HEAVIEST * mean
                    && staysWhole(from, c)) {
                group[c] = to;
                weight[from] -= w;
                weight[to] += w;
                moved = true;
            }
        }
        return moved;
    }

    private int longestShared(int cell) {
        Map<Integer, Double> byGroup = new java.util.TreeMap<>();
        neighbours.get(cell).forEach((other, metres) -> byGroup.merge(group[other], metres, Double::sum));
        int best = group[cell];
        double most = byGroup.getOrDefault(best, 0.0);
        for (Map.Entry<Integer, Double> entry : byGroup.entrySet()) {
            if (entry.getValue() > most + 1) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    private boolean staysWhole(int g, int without) {
        int start = -1;
        int members = 0;
        for (int c = 0; c < group.length; c++) {
            if (group[c] == g && c != without) {
                members++;
                start = c;
            }
        }
        if (members == 0) {
            return false;
        }
        boolean[] seen = new boolean[group.length];
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        int reached = 0;
        while (!open.isEmpty()) {
            reached++;
            for (int next : neighbours.get(open.remove()).keySet()) {
                if (!seen[next] && next != without && group[next] == g) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return reached == members;
    }
}
