package org.copse.planning.objective;

import java.util.Arrays;
import org.copse.planning.problem.PlanningProblem;

/**
 * Minutes to the base that a beat reports to, weighted by hours, over the minutes that they would be if each unit had the farthest base; 0..1.
 * A beat reports to the base with the fewest such minutes for all of it. With one base nothing can be chosen and the term is constant.
 *
 * <p>Unit: share of hours times minutes. Range: 0..1. Source: the planner's minutes from each base to each unit.
 */
final class Access implements Term {

    private final double[][] weighted;
    private final double[][] minutes;

    Access(PlanningProblem problem, SearchGraph graph, int beats) {
        int bases = problem.baseCount();
        double worst = Double.MIN_NORMAL;
        this.weighted = new double[graph.units][bases];
        for (int u = 0; u < graph.units; u++) {
            double farthest = 0;
            for (int base = 0; base < bases; base++) {
                weighted[u][base] = graph.hours[u] * problem.minutesFromBase(base, graph.unit[u]);
                farthest = Math.max(farthest, weighted[u][base]);
            }
            worst += farthest;
        }
        for (double[] row : weighted) {
            for (int base = 0; base < bases; base++) {
                row[base] /= worst;
            }
        }
        this.minutes = new double[beats][bases];
    }

    @Override
    public void enter(Assignment at) {
        addUp(at, minutes);
    }

    @Override
    public double score(Assignment at) {
        double[][] sums = new double[minutes.length][weighted[0].length];
        addUp(at, sums);
        double score = 0;
        for (double[] beat : sums) {
            score += Arrays.stream(beat).min().orElse(0);
        }
        return score;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        double[] own = weighted[unit];
        double[] leaving = minutes[at.beat[unit]];
        double[] entering = minutes[to];
        double leavingBefore = Double.POSITIVE_INFINITY;
        double leavingAfter = Double.POSITIVE_INFINITY;
        double enteringBefore = Double.POSITIVE_INFINITY;
        double enteringAfter = Double.POSITIVE_INFINITY;
        for (int base = 0; base < own.length; base++) {
            leavingBefore = Math.min(leavingBefore, leaving[base]);
            leavingAfter = Math.min(leavingAfter, leaving[base] - own[base]);
            enteringBefore = Math.min(enteringBefore, entering[base]);
            enteringAfter = Math.min(enteringAfter, entering[base] + own[base]);
        }
        return leavingAfter - leavingBefore + enteringAfter - enteringBefore;
    }

    @Override
    public void moved(Assignment at, int unit, int from) {
        double[] own = weighted[unit];
        for (int base = 0; base < own.length; base++) {
            minutes[from][base] -= own[base];
            minutes[at.beat[unit]][base] += own[base];
        }
    }

    private void addUp(Assignment at, double[][] sums) {
        for (double[] beat : sums) {
            Arrays.fill(beat, 0);
        }
        for (int u = 0; u < weighted.length; u++) {
            for (int base = 0; base < weighted[u].length; base++) {
                sums[at.beat[u]][base] += weighted[u][base];
            }
        }
    }
}
