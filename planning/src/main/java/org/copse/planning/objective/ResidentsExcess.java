package org.copse.planning.objective;

import java.util.Arrays;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;

/**
 * Residents outside the bounds of beats, in units of the upper bound; 0 when all are kept.
 *
 * <p>Unit: upper bounds of a beat. Range: 0 and more. Source: the planner's bounds.
 */
final class ResidentsExcess implements Term {

    private final Bounds bounds;
    private final double[] residents;
    private final double[] ofBeat;

    ResidentsExcess(PlanningProblem problem, Bounds bounds, SearchGraph graph, int beats) {
        this.bounds = bounds;
        this.residents = new double[graph.units];
        for (int u = 0; u < graph.units; u++) {
            residents[u] = problem.unit(graph.unit[u]).residents();
        }
        this.ofBeat = new double[beats];
    }

    @Override
    public void enter(Assignment at) {
        addUp(at, ofBeat);
    }

    @Override
    public double score(Assignment at) {
        double[] fresh = new double[ofBeat.length];
        addUp(at, fresh);
        double sum = 0;
        for (double people : fresh) {
            sum += excess(people);
        }
        return sum;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        double leaving = ofBeat[at.beat[unit]];
        double entering = ofBeat[to];
        double own = residents[unit];
        return excess(leaving - own) - excess(leaving) + excess(entering + own) - excess(entering);
    }

    @Override
    public void moved(Assignment at, int unit, int from) {
        ofBeat[from] -= residents[unit];
        ofBeat[at.beat[unit]] += residents[unit];
    }

    private double excess(double people) {
        return bounds.excess(people) / Math.max(1, bounds.upper());
    }

    private void addUp(Assignment at, double[] into) {
        Arrays.fill(into, 0);
        for (int u = 0; u < residents.length; u++) {
            into[at.beat[u]] += residents[u];
        }
    }
}
