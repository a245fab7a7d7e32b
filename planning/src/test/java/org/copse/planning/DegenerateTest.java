package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.junit.jupiter.api.Test;

/** Districts at the edge of making sense: a plan comes out, and says what it cannot keep. */
class DegenerateTest {

    private static final Set<Violation.Kind> PIECES =
            EnumSet.of(Violation.Kind.BEAT_IN_PIECES, Violation.Kind.SECTOR_IN_PIECES, Violation.Kind.BEAT_EMPTY);

    @Test
    void plansOneUnitForOneOfficer() {
        Alternative plan = propose(row(1, 5, 100), 1, 1);
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void plansAsManyBeatsAsUnits() {
        Alternative plan = propose(row(7, 5, 100), 7, 2);
        assertThat(plan.violations()).noneMatch(violation -> PIECES.contains(violation.kind()));
    }

    @Test
    void plansADistrictWithoutAnyWork() {
        Alternative plan = propose(row(9, 0, 100), 3, 1);
        assertThat(plan.score()).isFinite();
        assertThat(plan.violations()).isEmpty();
    }

    @Test
    void plansUnitsThatAllLieOnOneSpot() {
        Alternative plan = propose(row(12, 2, 0), 4, 2);
        assertThat(plan.violations()).noneMatch(violation -> PIECES.contains(violation.kind()));
        assertThat(plan.score()).isFinite();
    }

    @Test
    void plansAStarWhoseCentreEveryoneNeeds() {
        List<PlanningUnit> units = units(6, 1, 100);
        UnitGraph.Builder star = UnitGraph.builder(6);
        for (int leaf = 1; leaf < 6; leaf++) {
            star.edge(Edge.between(0, leaf));
        }
        Alternative plan = propose(PlanningProblem.builder(units, star.build())
                .staffing(Staffing.sectors(3, 1))
                .build());
        assertThat(plan.violations()).noneMatch(violation -> PIECES.contains(violation.kind()));
        assertThat(plan.violations()).anyMatch(violation -> violation.kind() == Violation.Kind.BEAT_HOURS);
    }

    @Test
    void plansUnitsWithoutAnyNeighbour() {
        UnitGraph alone = UnitGraph.builder(5).build();
        Alternative plan = propose(PlanningProblem.builder(units(5, 1, 100), alone)
                .staffing(Staffing.sectors(2, 1))
                .build());
        assertThat(plan.violations()).anyMatch(violation -> violation.kind() == Violation.Kind.BEAT_IN_PIECES);
    }

    private static PlanningProblem row(int count, double hours, double metresApart) {
        UnitGraph.Builder graph = UnitGraph.builder(count);
        for (int u = 1; u < count; u++) {
            graph.edge(Edge.touching(u - 1, u, 100));
        }
        return PlanningProblem.builder(units(count, hours, metresApart), graph.build())
                .build();
    }

    private static List<PlanningUnit> units(int count, double hours, double metresApart) {
        List<PlanningUnit> units = new ArrayList<>();
        for (int u = 0; u < count; u++) {
            units.add(new PlanningUnit("u" + u, hours, 10, u * metresApart, 0, 10_000, 400));
        }
        return units;
    }

    private static Alternative propose(PlanningProblem problem, int officers, int sectors) {
        return propose(
                problem.with().staffing(Staffing.sectors(officers, sectors)).build());
    }

    private static Alternative propose(PlanningProblem problem) {
        PlanningResult result = new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(50_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never());
        return result.first();
    }
}
