package org.copse.planning.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;

/**
 * The longest walk that a beat can ask for: the greatest distance between two of its units, from neighbour to neighbour inside the beat and
 * straight from centre to centre. Exact up to {@value #MOST_STARTS} units in a beat; in larger ones only walks from
 * the outermost units in eight directions and from where those end are looked at, which finds the longest or one that is little shorter.
 */
final class LongestWalk {

    private static final int MOST_STARTS = 200;
    private static final int DIRECTIONS = 8;

    private final PlanningProblem problem;
    private final int[] beatOfUnit;
    private final double[] metres;

    LongestWalk(PlanningProblem problem, int[] beatOfUnit) {
        this.problem = problem;
        this.beatOfUnit = beatOfUnit;
        this.metres = new double[beatOfUnit.length];
    }

    /** Returns the metres of the longest walk between the units of one beat; 0 for one unit. Units that cannot be reached do not count. */
    double of(int[] units) {
        double longest = 0;
        if (units.length <= MOST_STARTS) {
            for (int start : units) {
                longest = Math.max(longest, metres[farthest(start, units)]);
            }
            return longest;
        }
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            int end = farthest(outermost(units, 2 * Math.PI * direction / DIRECTIONS), units);
            longest = Math.max(longest, metres[end]);
            longest = Math.max(longest, metres[farthest(end, units)]);
        }
        return longest;
    }

    private int outermost(int[] units, double angle) {
        int best = units[0];
        double most = Double.NEGATIVE_INFINITY;
        for (int u : units) {
            double out = Math.cos(angle) * problem.unit(u).xMetres()
                    + Math.sin(angle) * problem.unit(u).yMetres();
            if (out > most) {
                most = out;
                best = u;
            }
        }
        return best;
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
