package org.copse.planning.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes some units out of a problem, to be planned by themselves. */
final class PartOfProblem {

    private PartOfProblem() {}

    static PlanningProblemBuilder of(PlanningProblem whole, int[] some) {
        int[] number = new int[whole.unitCount()];
        Arrays.fill(number, -1);
        List<PlanningUnit> units = new ArrayList<>();
        for (int unit : some) {
            if (number[unit] >= 0) {
                throw new IllegalArgumentException("unit " + whole.unit(unit).id() + " is named twice");
            }
            number[unit] = units.size();
            units.add(whole.unit(unit));
        }
        PlanningProblemBuilder part = PlanningProblem.builder(units, graph(whole.graph(), number, some.length))
                .tolerance(whole.tolerance())
                .softWeights(whole.softWeights())
                .inertia(whole.inertia());
        whole.explicitBeatHours().ifPresent(part::beatHours);
        whole.beatResidents().ifPresent(part::residentBounds);
        if (whole.hasCommunities()) {
            part.communities(Arrays.stream(some).map(whole::communityOf).toArray());
        }
        if (whole.hasInForce()) {
            part.inForce(Arrays.stream(some).map(whole::inForceBeatOf).toArray());
        }
        part.baseMinutes(minutes(whole, some));
        if (whole.mixCount() > 0) {
            double[][] shares = whole.mixShares();
            part.mixShares(Arrays.stream(some).mapToObj(unit -> shares[unit]).toArray(double[][]::new));
        }
        return part;
    }

    private static UnitGraph graph(UnitGraph whole, int[] number, int units) {
        UnitGraph.Builder graph = UnitGraph.builder(units);
        for (int e = 0; e < whole.edgeCount(); e++) {
            Edge edge = whole.edge(e);
            if (number[edge.a()] >= 0 && number[edge.b()] >= 0) {
                graph.edge(new Edge(
                        number[edge.a()],
                        number[edge.b()],
                        edge.sharedMetres(),
                        edge.gapMetres(),
                        edge.barrierMinutes(),
                        edge.weak()));
            }
        }
        return graph.build();
    }

    private static double[][] minutes(PlanningProblem whole, int[] some) {
        double[][] minutes = new double[whole.baseCount()][];
        for (int base = 0; base < minutes.length; base++) {
            double[] all = whole.baseMinutes()[base];
            minutes[base] = Arrays.stream(some).mapToDouble(unit -> all[unit]).toArray();
        }
        return minutes;
    }
}
