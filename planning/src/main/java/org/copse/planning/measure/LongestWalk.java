package org.copse.planning.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * The longest walk that a beat can ask for: the greatest distance between two of its units, from neighbour to neighbour inside the beat and
 * straight from centre to centre. What is known of the walks from one unit bounds those from every other, so that only few units have to be
 * looked at (Takes, Kosters 2011, doi:10.1145/2063576.2063748). Exact; in a beat that would need more than {@value #MOST_STARTS}
 * of them the longest until then, at most a few per cent short.
 */
final class LongestWalk {

    private static final int MOST_STARTS = 200;

    private final PlanningProblem problem;
    private final int[] beatOfUnit;
    private final double[] metres;
    private final double[] atMost;
    private final double[] atLeast;

    LongestWalk(PlanningProblem problem, int[] beatOfUnit) {
        this.problem = problem;
        this.beatOfUnit = beatOfUnit;
        this.metres = new double[beatOfUnit.length];
        this.atMost = new double[beatOfUnit.length];
        this.atLeast = new double[beatOfUnit.length];
    }

    /** Returns the metres of the longest walk between the units of one beat; 0 for one unit. Units that cannot be reached do not count. */
    double of(int[] units) {
        for (int u : units) {
            atMost[u] = Double.POSITIVE_INFINITY;
            atLeast[u] = 0;
        }
        double longest = 0;
        boolean fromTheEdge = true;
        for (int starts = 0; starts < MOST_STARTS; starts++) {
            int start = fromTheEdge ? highest(units, longest) : lowest(units, longest);
            if (start < 0) {
                break;
            }
            double own = metres[farthest(start, units)];
            longest = Math.max(longest, own);
            for (int u : units) {
                if (metres[u] < Double.POSITIVE_INFINITY) {
                    atMost[u] = Math.min(atMost[u], own + metres[u]);
                    atLeast[u] = Math.max(atLeast[u], Math.max(own - metres[u], metres[u]));
                }
            }
            atMost[start] = own;
            fromTheEdge = !fromTheEdge;
        }
        return longest;
    }

    /** Returns the unit whose walks may be longest, among those that may exceed what is known; -1 for none. */
    private int highest(int[] units, double longest) {
        int found = -1;
        for (int u : units) {
            if (atMost[u] > longest && (found < 0 || atMost[u] > atMost[found])) {
                found = u;
            }
        }
        return found;
    }

    /** Returns the unit in the middle: the one whose walks may all be short, among those that may exceed what is known; -1 for none. */
    private int lowest(int[] units, double longest) {
        int found = -1;
        for (int u : units) {
            if (atMost[u] > longest && (found < 0 || atLeast[u] < atLeast[found])) {
                found = u;
            }
        }
        return found;
    }

    private record Reached(int unit, double metres) {}

    private int farthest(int start, int[] units) {
        UnitGraph graph = problem.graph();
        Arrays.stream(units).forEach(u -> metres[u] = Double.POSITIVE_INFINITY);
        metres[start] = 0;
        int last = start;
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingDouble(Reached::metres));
        queue.add(new Reached(start, 0));
        while (!queue.isEmpty()) {
            Reached next = queue.remove();
            if (next.metres() > metres[next.unit()]) {
                continue;
            }
            last = next.unit();
            for (int i = 0; i < graph.degree(last); i++) {
                int other = graph.neighbour(last, i);
                double there = next.metres() + apart(problem.unit(last), problem.unit(other));
                if (beatOfUnit[other] == beatOfUnit[start] && there < metres[other]) {
                    metres[other] = there;
                    queue.add(new Reached(other, there));
                }
            }
        }
        return last;
    }

    private static double apart(PlanningUnit a, PlanningUnit b) {
        return Math.hypot(a.xMetres() - b.xMetres(), a.yMetres() - b.yMetres());
    }
}
