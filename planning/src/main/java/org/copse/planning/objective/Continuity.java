package org.copse.planning.objective;

import org.copse.planning.problem.PlanningProblem;

/**
 * Residents whose officer changes against the areas in force, as a share of all residents; 0..1. A beat carries on one beat in force: which
 * one is fixed when the search begins, so that a move costs no more than a look.
 *
 * <p>Unit: share of residents. Range: 0..1. Source: the areas in force; who carries on whom is an assignment (Kuhn 1955,
 * doi:10.1002/nav.3800020109).
 */
final class Continuity implements Term {

    private final int[] keptBeat;
    private final double[] share;

    /** The plan's beat that carries on each beat in force; -1 for none. */
    Continuity(PlanningProblem problem, SearchGraph graph, int[] beatOfInForce) {
        this.keptBeat = new int[graph.units];
        this.share = new double[graph.units];
        double total = 0;
        for (int u = 0; u < graph.units; u++) {
            total += problem.unit(graph.unit[u]).residents() + 1e-3;
        }
        for (int u = 0; u < graph.units; u++) {
            int inForce = problem.inForceBeatOf(graph.unit[u]);
            keptBeat[u] = inForce < 0 ? -1 : beatOfInForce[inForce];
            share[u] = inForce < 0 ? 0 : (problem.unit(graph.unit[u]).residents() + 1e-3) / total;
        }
    }

    @Override
    public double score(Assignment at) {
        double sum = 0;
        for (int u = 0; u < keptBeat.length; u++) {
            sum += at.beat[u] == keptBeat[u] ? 0 : share[u];
        }
        return sum;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int kept = keptBeat[unit];
        return (at.beat[unit] == kept ? share[unit] : 0) - (to == kept ? share[unit] : 0);
    }
}
