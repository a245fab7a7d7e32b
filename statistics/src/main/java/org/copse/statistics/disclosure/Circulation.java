package org.copse.statistics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A table with its totals as a circulation: from the grand total through each column's total to the entry, from there through the row's total
 * back. What goes into a node comes out of it, which is all that totals say. A withheld number is an arc whose flow is not known; how far it may
 * differ is how much can be sent round through arcs that are withheld too (Cox 1995, doi:10.1080/01621459.1995.10476532).
 */
final class Circulation {
    private static final int NONE = -1;

    private final int rows;
    private final int columns;
    private final int[] flow;
    private final boolean[] withheld;
    /** By how much each arc's flow is changed in the search that is going on. */
    private final int[] changed;

    private final List<Integer> touched = new ArrayList<>();

    private final int[] seen;
    private final int[] tried;
    private final int[] way;
    private int search;

    /** @param counts by row and column, at least 0 */
    Circulation(int[][] counts, int columns) {
        this.rows = counts.length;
        this.columns = columns;
        this.flow = new int[rows * columns + rows + columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int count = counts[row][column];
                flow[entry(row, column)] = count;
                flow[rowTotal(row)] = Math.addExact(flow[rowTotal(row)], count);
                flow[columnTotal(column)] = Math.addExact(flow[columnTotal(column)], count);
                flow[total()] = Math.addExact(flow[total()], count);
            }
        }
        this.withheld = new boolean[flow.length];
        this.changed = new int[flow.length];
        this.seen = new int[rows + columns + 2];
        this.tried = new int[seen.length];
        this.way = new int[seen.length];
    }

    int entry(int row, int column) {
        return row * columns + column;
    }

    int rowTotal(int row) {
        return rows * columns + row;
    }

    int columnTotal(int column) {
        return rows * columns + rows + column;
    }

    int total() {
        return flow.length - 1;
    }

    int size() {
        return flow.length;
    }

    int flow(int arc) {
        return flow[arc];
    }

    boolean isWithheld(int arc) {
        return withheld[arc];
    }

    void withhold(int arc) {
        withheld[arc] = true;
    }

    /** Withholds as little more as lets an arc's flow be {@code less} smaller, and {@code more} larger. */
    void loosen(int arc, int less, int more) {
        send(arc, head(arc), tail(arc), more);
        send(arc, tail(arc), head(arc), less);
    }

    /** Finds ways from a node to another for that much, over withheld arcs where it can, and withholds the arcs of its ways. */
    private void send(int around, int from, int to, int amount) {
        int left = amount;
        while (left > 0) {
            int[] way = freeWay(around, from, to);
            if (way.length == 0) {
                way = way(around, from, to);
            }
            int least = left;
            for (int step : way) {
                least = isForward(step) ? least : Math.min(least, remaining(arc(step)));
            }
            for (int step : way) {
                int arc = arc(step);
                withheld[arc] = true;
                changed[arc] += isForward(step) ? least : -least;
                touched.add(arc);
            }
            left -= least;
        }
        touched.forEach(arc -> changed[arc] = 0);
        touched.clear();
    }

    private int remaining(int arc) {
        return flow[arc] + changed[arc];
    }

    /** A way over withheld arcs alone, the first that is found by going on as far as one can; empty where there is none. */
    private int[] freeWay(int around, int from, int to) {
        search++;
        int length = 0;
        int node = from;
        seen[node] = search;
        tried[node] = 0;
        while (true) {
            int step = tried[node] < degree(node) ? step(node, tried[node]++) : NONE;
            if (step == NONE) {
                if (length == 0) {
                    return new int[0];
                }
                node = start(way[--length]);
            } else if (withheld[arc(step)] && seen[end(step)] != search && isOpen(step, around)) {
                way[length++] = step;
                node = end(step);
                if (node == to) {
                    return Arrays.copyOf(way, length);
                }
                seen[node] = search;
                tried[node] = 0;
            }
        }
    }

    private boolean isOpen(int step, int around) {
        return arc(step) != around && (isForward(step) || remaining(arc(step)) > 0);
    }

    /** The way on which least is withheld anew: by counts, then by arcs. Steps are arcs, with the direction in the lowest bit. */
    private int[] way(int around, int from, int to) {
        long[] cost = new long[rows + columns + 2];
        int[] came = new int[cost.length];
        Arrays.fill(cost, Long.MAX_VALUE);
        Arrays.fill(came, NONE);
        PriorityQueue<long[]> open = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        cost[from] = 0;
        open.add(new long[] {0, from});
        while (!open.isEmpty()) {
            long[] next = open.remove();
            int node = (int) next[1];
            if (node == to) {
                return stepsTo(to, from, came);
            }
            if (next[0] == cost[node]) {
                for (int i = 0; i < degree(node); i++) {
                    int step = step(node, i);
                    int there = end(step);
                    int arc = arc(step);
                    long sum = next[0] + (withheld[arc] ? 0 : 1_000L * flow[arc] * worth(arc)) + 1;
                    if (sum < cost[there] && isOpen(step, around)) {
                        cost[there] = sum;
                        came[there] = step;
                        open.add(new long[] {sum, there});
                    }
                }
            }
        }
        throw new IllegalStateException("a circulation that can go no other way");
    }

    /** What a number is worth to its readers for each that it counts: a total more than an entry, that of a column or of all most. */
    private int worth(int arc) {
        return arc < rowTotal(0) ? 1 : arc < columnTotal(0) ? 3 : 10;
    }

    private int[] stepsTo(int to, int from, int[] came) {
        List<Integer> steps = new ArrayList<>();
        for (int node = to; node != from; ) {
            int step = came[node];
            steps.add(step);
            node = start(step);
        }
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Nodes: the grand total's start, the columns, the rows, the grand total's end. */
    private int degree(int node) {
        boolean toColumns = node == 0 || (node > columns && node <= columns + rows);
        return (toColumns ? columns : rows) + 1;
    }

    private int step(int node, int index) {
        if (node == 0) {
            return index < columns ? forward(columnTotal(index)) : backward(total());
        }
        if (node <= columns) {
            return index < rows ? forward(entry(index, node - 1)) : backward(columnTotal(node - 1));
        }
        if (node <= columns + rows) {
            int row = node - columns - 1;
            return index == 0 ? forward(rowTotal(row)) : backward(entry(row, index - 1));
        }
        return index == 0 ? forward(total()) : backward(rowTotal(index - 1));
    }

    private int start(int step) {
        return isForward(step) ? tail(arc(step)) : head(arc(step));
    }

    private int end(int step) {
        return isForward(step) ? head(arc(step)) : tail(arc(step));
    }

    private int tail(int arc) {
        if (arc == total()) {
            return rows + columns + 1;
        }
        if (arc >= columnTotal(0)) {
            return 0;
        }
        return arc >= rowTotal(0) ? 1 + columns + arc - rowTotal(0) : 1 + arc % columns;
    }

    private int head(int arc) {
        if (arc == total()) {
            return 0;
        }
        if (arc >= columnTotal(0)) {
            return 1 + arc - columnTotal(0);
        }
        return arc >= rowTotal(0) ? rows + columns + 1 : 1 + columns + arc / columns;
    }

    private static int forward(int arc) {
        return 2 * arc;
    }

    private static int backward(int arc) {
        return 2 * arc + 1;
    }

    private static int arc(int step) {
        return step / 2;
    }

    private static boolean isForward(int step) {
        return step % 2 == 0;
    }
}
