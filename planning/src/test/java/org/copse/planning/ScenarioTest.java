package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.BeatOption;
import org.copse.planning.plan.BoundaryReason;
import org.copse.planning.plan.Mending;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.UnitMove;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.junit.jupiter.api.Test;

/** Small maps, drawn as text, and what the engine must make of them. */
class ScenarioTest {

    @Test
    void dividesAnOpenFieldIntoNestedSectorsWithinTolerance() {
        TextGrid map = new TextGrid(
                """
                111111111111
                111111111111
                111111111111
                111111111111
                111111111111
                111111111111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(6, 2)).build();

        Alternative best = propose(problem).first();

        assertThat(best.violations()).as(map.draw(best.plan())).isEmpty();
        assertThat(best.plan().sectorCount()).isEqualTo(2);
    }

    @Test
    void plansTwoIslandsApart() {
        TextGrid map = new TextGrid(
                """
                1111~~1111
                1111~~1111
                1111~~1111
                1111~~1111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(4, 2)).build();

        PlanningResult result = propose(problem);

        assertThat(result.first().violations())
                .as(map.draw(result.first().plan()))
                .isEmpty();
        assertThat(result.notes()).singleElement().asString().contains("2 parts");
    }

    @Test
    void crossesARiverOnlyAtItsBridge() {
        TextGrid map = new TextGrid(
                """
                11111111
                11111111
                ~~~~1~~~
                11111111
                11111111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(3, 1)).build();

        Alternative best = propose(problem).first();

        assertThat(best.violations()).as(map.draw(best.plan())).isEmpty();
    }

    @Test
    void namesTheUnitThatAloneExceedsItsBeat() {
        TextGrid map = new TextGrid(
                """
                1111
                1901
                1111
                1111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(4, 1)).build();

        Alternative best = propose(problem).first();

        assertThat(best.violations()).anySatisfy(violation -> {
            assertThat(violation.kind()).isEqualTo(Violation.Kind.BEAT_HOURS);
            assertThat(violation.why()).contains("unit 1/2 alone has 10.0 hours");
        });
        assertThat(best.violations()).noneMatch(violation -> violation.kind() == Violation.Kind.BEAT_IN_PIECES);
    }

    @Test
    void keepsLocksTogetherAndApart() {
        TextGrid map = new TextGrid(
                """
                11111111
                11111111
                11111111
                11111111
                """);
        int corner = map.unit(0, 0);
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(4, 2))
                .locks(Map.of(corner, 3, map.unit(3, 7), 1))
                .together(List.of(new int[] {map.unit(0, 3), map.unit(0, 4)}))
                .apart(List.of(new int[] {corner, map.unit(0, 1)}))
                .build();

        Alternative best = propose(problem).first();

        assertThat(best.violations()).as(map.draw(best.plan())).isEmpty();
        assertThat(best.plan().beatOf(corner)).isEqualTo(3);
        assertThat(best.plan().beatOf(map.unit(3, 7))).isEqualTo(1);
    }

    @Test
    void keepsARingShapedCommunityWholeWhenCommunitiesAreFavoured() {
        TextGrid map = new TextGrid(
                """
                111111111
                1rrrrrrr1
                1r11111r1
                1r11111r1
                1rrrrrrr1
                111111111
                """);
        int[] communities = map.communities('r');
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(2, 1))
                .tolerance(new Tolerance(0.4, 0.4))
                .communities(communities)
                .softWeights(new SoftWeights(
                        Map.of(SoftTerm.COMMUNITIES, 1.0, SoftTerm.CUT_LENGTH, 0.1, SoftTerm.BALANCE, 0.01)))
                .build();

        Alternative best = propose(problem, Favour.COMMUNITIES);

        assertThat(best.measures().communitiesSplit()).as(map.draw(best.plan())).isZero();
        assertThat(best.violations()).as(map.draw(best.plan())).isEmpty();
    }

    @Test
    void leavesTheAreasInForceAloneWhenTheyAreGoodAndChangeIsToBeLeast() {
        TextGrid map = new TextGrid(
                """
                11111111
                11111111
                11111111
                11111111
                """);
        int[] inForce = new int[32];
        for (int u = 0; u < 32; u++) {
            inForce[u] = u % 8 / 2;
        }
        PlanningProblem problem =
                map.problem().staffing(Staffing.sectors(4, 2)).inForce(inForce).build();

        Alternative best = propose(problem, Favour.LEAST_CHANGE);

        assertThat(best.plan().beatOfUnit()).as(map.draw(best.plan())).isEqualTo(inForce);
        assertThat(best.measures().residentsChanging()).isZero();
    }

    @Test
    void mendsASplitBeatWithOneMove() {
        TextGrid map = new TextGrid("""
                111111
                111111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(2, 1)).build();
        Plan split = Plan.ofBeats(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0);

        Mending mending = new Planner().mend(problem, split, CancelSignal.never());

        assertThat(mending.violations()).as(map.draw(mending.plan())).isEmpty();
        assertThat(mending.moves()).containsExactly(new UnitMove(11, 0, 1));
    }

    @Test
    void saysWhereAUnitWouldCostLeastAndWhatHoldsABoundary() {
        TextGrid map = new TextGrid("""
                111111
                111111
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(2, 1)).build();
        Plan uneven = Plan.ofBeats(0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1);

        List<BeatOption> options = new Planner().bestBeatFor(problem, uneven, Favour.BALANCED, 3);
        assertThat(options.get(0).beat()).isEqualTo(1);
        assertThat(options.get(0).missedChange()).isNegative();

        Plan even = Plan.ofBeats(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1);
        List<BoundaryReason> reasons = new Planner().boundaryReasons(problem, even, Favour.BALANCED);
        assertThat(reasons).hasSize(2).allMatch(reason -> reason.cause() == BoundaryReason.Cause.BOUNDS);
    }

    @Test
    void saysSoWhenThereAreMorePartsThanSectors() {
        TextGrid map = new TextGrid(
                """
                11~11
                11~11
                ~~~~~
                11~11
                11~11
                """);
        PlanningProblem problem = map.problem().staffing(Staffing.sectors(2, 2)).build();

        PlanningResult result = propose(problem);

        assertThat(result.notes()).singleElement().asString().contains("4 parts");
        assertThat(result.first().violations())
                .extracting(Violation::kind)
                .containsOnly(Violation.Kind.BEAT_IN_PIECES, Violation.Kind.SECTOR_IN_PIECES);
    }

    @Test
    void keepsFixedBeatsWhenItImprovesAPlan() {
        TextGrid map = new TextGrid("""
                111111
                111111
                """);
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(3, 1))
                .fixedBeats(Set.of(0))
                .build();
        Plan start = Plan.ofBeats(0, 1, 1, 1, 2, 2, 0, 1, 1, 1, 2, 2);

        Plan improved = new Planner()
                .improve(
                        problem,
                        start,
                        Favour.BALANCED,
                        Budget.iterations(100_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();

        assertThat(improved.unitsOfBeat(0)).containsExactly(0, 6);
        assertThat(improved.unitsOfBeat(1)).hasSize(5);
    }

    @Test
    void keepsFixedBeatsOfTheAreasInForce() {
        TextGrid map = new TextGrid("""
                111111
                111111
                """);
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(3, 1))
                .inForce(new int[] {0, 1, 1, 1, 2, 2, 0, 1, 1, 1, 2, 2})
                .fixedBeats(Set.of(0))
                .build();

        Plan plan = propose(problem, Favour.BALANCED).plan();

        assertThat(plan.unitsOfBeat(0)).as(map.draw(plan)).containsExactly(0, 6);
        assertThat(plan.unitsOfBeat(1)).hasSize(5);
    }

    static Alternative propose(PlanningProblem problem, Favour favour) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(favour),
                        Budget.iterations(3_000_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first();
    }

    static PlanningResult propose(PlanningProblem problem) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(200_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never());
    }
}
