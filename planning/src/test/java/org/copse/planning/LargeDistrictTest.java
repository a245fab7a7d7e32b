package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.GraphProblem;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for hundreds of units holds for hundreds of thousands, in a heap that a laptop has. */
class LargeDistrictTest {

    @Test
    void plansTwoHundredThousandUnits() {
        PlanningProblem problem = grid(447, 10, Favour.CUT);
        Alternative found = propose(problem, Favour.CUT, 500_000, 2);
        assertThat(HardConstraints.violations(problem, found.plan())).isEmpty();
        // Ten squares of a grid cut about 4.5 sides of it; what a first plan cuts is within a quarter of that.
        assertThat(found.measures().cutEdges()).isLessThan(447 * 6);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "COMPACT"})
    void findsTheSamePlanOnOneThreadAndOnTwoWhateverTheSize(Favour favour) {
        PlanningProblem problem = grid(142, 12, favour);
        Plan one = propose(problem, favour, 300_000, 1).plan();
        assertThat(propose(problem, favour, 300_000, 2).plan()).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"14, 10, CUT", "14, 10, COMPACT", "45, 25, COMPACT"})
    void showsAFirstPlanThatKeepsItsBounds(int side, int beats, Favour favour) {
        PlanningProblem problem = grid(side, beats, favour);
        List<Plan> shown = new ArrayList<>();
        new Planner()
                .propose(
                        problem,
                        Set.of(favour),
                        Budget.iterations(1_000, 1),
                        progress -> progress.best().ifPresent(shown::add),
                        CancelSignal.never());
        assertThat(HardConstraints.violations(problem, shown.get(0))).isEmpty();
    }

    private static Alternative propose(PlanningProblem problem, Favour favour, long moves, int threads) {
        Budget budget = Budget.iterations(moves, 1).withThreads(threads);
        return new Planner()
                .propose(problem, Set.of(favour), budget, PlanningListener.SILENT, CancelSignal.never())
                .first();
    }

    /** Squares of 100 m with uneven hours, planned within 5 %. */
    private static PlanningProblem grid(int side, int beats, Favour favour) {
        Random random = new Random(1);
        List<PlanningUnit> units = new ArrayList<>();
        UnitGraph.Builder graph = UnitGraph.builder(side * side);
        for (int u = 0; u < side * side; u++) {
            int column = u % side;
            int row = u / side;
            double hours = Math.exp(0.8 * random.nextGaussian());
            units.add(new PlanningUnit("u" + u, hours, hours, 100.0 * column, 100.0 * row, 0, 0));
            if (column > 0) {
                graph.edge(Edge.between(u - 1, u));
            }
            if (row > 0) {
                graph.edge(Edge.between(u - side, u));
            }
        }
        return new GraphProblem(units, graph.build(), beats, Optional.empty(), 0.05, favour, Inertia.ABOUT_MEAN)
                .problem();
    }
}
