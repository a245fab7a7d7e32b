package org.copse.planning.search;

import java.util.Arrays;
import org.copse.planning.objective.SearchGraph;

/**
 * Cuts a connected set of units into two connected parts with given shares of the hours: one part grows from one end of the set towards the
 * other, and what it leaves cut off joins it. Several directions are tried; the straightest cut that meets the shares wins.
 */
final class Bisection {

    private static final int DIRECTIONS = 4;
    /** A larger set is tried in half as many: the seconds matter more, and annealing moves every boundary anyway. */
    private static final int LARGE = 20_000;

    private final SearchGraph graph;
    private final int[] side;
    private final double[] key;
    private final int[] heap;
    private int heapSize;
    private final int[] queue;

    Bisection(SearchGraph graph) {
        this.graph = graph;
        this.side = new int[graph.units];
        this.key = new double[graph.units];
        this.heap = new int[graph.units + 1];
        this.queue = new int[graph.units];
        Arrays.fill(side, OUTSIDE);
    }

    private static final int OUTSIDE = -1;
    private static final int REST = 0;
    private static final int WAITING = 1;
    private static final int GROWN = 2;

    /**
     * Returns the part of {@code units} that takes {@code share} of the hours, or an empty array when no direction leaves both parts
     * connected with at least {@code leastGrown} and {@code leastRest} units.
     */
    int[] cut(int[] units, double share, int leastGrown, int leastRest, double turn) {
        double total = 0;
        for (int u : units) {
            total += graph.hours[u];
        }
        int[] best = {};
        double bestCost = Double.POSITIVE_INFINITY;
        int directions = units.length > LARGE ? DIRECTIONS / 2 : DIRECTIONS;
        for (int d = 0; d < 2 * directions; d++) {
            double angle = turn + Math.PI * d / directions;
            grow(units, share * total, leastGrown, leastRest, angle);
            int grown = joinCutOff(units);
            if (grown >= leastGrown && units.length - grown >= leastRest) {
                double cost = cost(units, share, total);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = Arrays.stream(units).filter(u -> side[u] == GROWN).toArray();
                }
            }
        }
        for (int u : units) {
            side[u] = OUTSIDE;
        }
        return best;
    }

    private void grow(int[] units, double wanted, int leastGrown, int leastRest, double angle) {
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        int start = units[0];
        for (int u : units) {
            side[u] = REST;
            key[u] = dx * graph.x[u] + dy * graph.y[u];
            if (key[u] < key[start]) {
                start = u;
            }
        }
        heapSize = 0;
        push(start);
        double grownHours = 0;
        int grown = 0;
        while (heapSize > 0 && grown < units.length - leastRest) {
            int u = pop();
            if (grown >= leastGrown && grownHours + graph.hours[u] / 2 > wanted) {
                break;
            }
            side[u] = GROWN;
            grown++;
            grownHours += graph.hours[u];
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                if (side[graph.neighbour[slot]] == REST) {
                    push(graph.neighbour[slot]);
                }
            }
        }
        for (int u : units) {
            if (side[u] == WAITING) {
                side[u] = REST;
            }
        }
    }

    /** Leaves one connected piece as the rest, the one with most hours; returns how many units the grown part has then. */
    private int joinCutOff(int[] units) {
        double most = -1;
        int[] kept = {};
        for (int u : units) {
            if (side[u] == REST) {
                int size = flood(u);
                double hours = 0;
                for (int i = 0; i < size; i++) {
                    hours += graph.hours[queue[i]];
                }
                if (hours > most) {
                    most = hours;
                    kept = Arrays.copyOf(queue, size);
                }
            }
        }
        int grown = 0;
        for (int u : units) {
            if (side[u] == WAITING) {
                side[u] = GROWN;
            }
        }
        for (int u : kept) {
            side[u] = REST;
        }
        for (int u : units) {
            grown += side[u] == GROWN ? 1 : 0;
        }
        return grown;
    }

    private int flood(int start) {
        int head = 0;
        int tail = 0;
        queue[tail++] = start;
        side[start] = WAITING;
        while (head < tail) {
            int u = queue[head++];
            for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                int v = graph.neighbour[slot];
                if (side[v] == REST) {
                    side[v] = WAITING;
                    queue[tail++] = v;
                }
            }
        }
        return tail;
    }

    /** Cut edges, and a price for hours that miss the share: a tenth of the set amiss costs as much as all of a square's diagonal. */
    private double cost(int[] units, double share, double total) {
        int cut = 0;
        double grownHours = 0;
        for (int u : units) {
            if (side[u] == GROWN) {
                grownHours += graph.hours[u];
                for (int slot = graph.first[u]; slot < graph.first[u + 1]; slot++) {
                    cut += side[graph.neighbour[slot]] == REST ? 1 : 0;
                }
            }
        }
        double missed = total > 0 ? Math.abs(grownHours / total - share) : 0;
        return cut + 40 * missed * Math.sqrt(units.length);
    }

    private void push(int u) {
        side[u] = WAITING;
        int i = heapSize++;
        while (i > 0 && key[heap[(i - 1) / 2]] > key[u]) {
            heap[i] = heap[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        heap[i] = u;
    }

    private int pop() {
        int top = heap[0];
        int last = heap[--heapSize];
        int i = 0;
        while (2 * i + 1 < heapSize) {
            int child = 2 * i + 1;
            if (child + 1 < heapSize && key[heap[child + 1]] < key[heap[child]]) {
                child++;
            }
            if (key[heap[child]] >= key[last]) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return top;
    }
}
