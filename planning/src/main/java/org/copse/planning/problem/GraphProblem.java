package org.copse.planning.problem;

import java.util.List;
import java.util.Optional;

/**
 * A planning problem on an abstract graph, for benchmarks and research: one sector, and one thing to keep small.
 *
 * @param units units; their hours are whatever weight is to be balanced
 * @param graph who is whose neighbour
 * @param beats number of beats, 1 to the number of units
 * @param bounds weight that each beat must keep to; empty for the tolerance
 * @param tolerance share by which a beat's weight may differ from the mean, where there are no bounds
 * @param favour {@link Favour#COMPACT} for the moment of inertia alone, {@link Favour#CUT} for the number of cut edges alone, each edge
 *     counting 1 whatever its shared length
 * @param inertia how the moment of inertia is taken
 */
public record GraphProblem(
        List<PlanningUnit> units,
        UnitGraph graph,
        int beats,
        Optional<Bounds> bounds,
        double tolerance,
        Favour favour,
        Inertia inertia) {

    /** Copies the units and refuses favours that an abstract graph has no data for. */
    public GraphProblem {
        units = List.copyOf(units);
        if (favour != Favour.COMPACT && favour != Favour.CUT) {
            throw new IllegalArgumentException(
                    "a graph is planned compact or with the fewest cut edges, not " + favour);
        }
    }

    /** Returns the problem in full. */
    public PlanningProblem problem() {
        SoftTerm term = favour == Favour.CUT ? SoftTerm.CUT_EDGES : SoftTerm.COMPACTNESS;
        PlanningProblemBuilder builder = PlanningProblem.builder(units, graph)
                .staffing(Staffing.sectors(beats, 1))
                .tolerance(Tolerance.ofBeats(tolerance))
                .inertia(inertia)
                .softWeights(SoftWeights.only(term));
        bounds.ifPresent(builder::beatHours);
        return builder.build();
    }
}
