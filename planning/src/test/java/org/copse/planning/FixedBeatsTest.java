package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Mending;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation.Kind;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fixed beat neither loses a unit nor receives one, whatever is amiss with the plan around it. */
class FixedBeatsTest {

    private static final TextGrid ROW = new TextGrid("11111");

    @Test
    void aPieceBesideAFixedBeatDoesNotJoinIt() {
        PlanningProblem problem = ROW.problem()
                .staffing(Staffing.sectors(2, 1))
                .fixedBeats(Set.of(0))
                .build();

        Plan improved = improve(problem, Plan.ofBeats(1, 1, 0, 0, 1), 1);

        assertThat(improved.unitsOfBeat(0)).containsExactly(2, 3);
    }

    @Test
    void aFixedBeatInPiecesKeepsThem() {
        PlanningProblem problem = ROW.problem()
                .staffing(Staffing.sectors(2, 1))
                .fixedBeats(Set.of(0))
                .build();

        assertThat(improve(problem, Plan.ofBeats(0, 1, 0, 0, 1), 1).unitsOfBeat(0))
                .containsExactly(0, 2, 3);
    }

    @Test
    void anEmptyBeatIsNotFilledFromAFixedOne() {
        PlanningProblem problem = ROW.problem()
                .staffing(Staffing.sectors(3, 1))
                .fixedBeats(Set.of(0))
                .build();

        Plan improved = improve(problem, Plan.of(new int[] {0, 0, 0, 1, 1}, new int[] {0, 0, 0}), 1);

        assertThat(improved.unitsOfBeat(0)).containsExactly(0, 1, 2);
        assertThat(improved.unitsOfBeat(2)).hasSize(1);
    }

    @Test
    void aSectorWhosePieceIsAFixedBeatIsJoinedFromItsOtherEnd() {
        TextGrid map =
                new TextGrid("""
                1111111111111
                1111111111111
                """);
        PlanningProblem problem = map.problem()
                .staffing(Staffing.sectors(4, 2))
                .tolerance(new Tolerance(3, 3))
                .fixedBeats(Set.of(0))
                .build();
        int[] row = {0, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 1, 1};
        int[] beats = IntStream.range(0, 26).map(u -> row[u % 13]).toArray();

        Mending mending = mend(problem, Plan.of(beats, new int[] {0, 0, 1, 1}));

        assertThat(mending.plan().unitsOfBeat(0)).as(map.draw(mending.plan())).containsExactly(0, 13);
        assertThat(mending.violations()).as(map.draw(mending.plan())).isEmpty();
    }

    @Test
    void aUnitOfNoAreaJoinsTheOpenBeatAndNotTheFixedOneInForce() {
        PlanningProblem problem = ROW.problem()
                .staffing(Staffing.sectors(2, 1))
                .inForce(new int[] {0, 0, -1, -1, 1})
                .fixedBeats(Set.of(0))
                .build();

        assertThat(propose(problem, 1).unitsOfBeat(0)).containsExactly(0, 1);
    }

    @Test
    void fixedBeatsInForceStayWhereNoSectorsOfThemAreInOnePiece() {
        TextGrid star =
                new TextGrid("""
                ~1~
                111
                ~1~
                """);
        PlanningProblem problem = star.problem()
                .staffing(Staffing.sectors(4, 2))
                .inForce(new int[] {1, 2, 0, 3, 0})
                .fixedBeats(Set.of(0))
                .build();

        Plan plan = propose(problem, 1);

        assertThat(plan.unitsOfBeat(0)).containsExactly(2, 4);
        assertThat(HardConstraints.violations(problem, plan))
                .extracting(violation -> violation.kind())
                .contains(Kind.SECTOR_IN_PIECES)
                .doesNotContain(Kind.FIXED_BEAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysAsItIsInAnyPlan(int seed) {
        Random random = new Random(seed);
        int[] drawn = random.ints(36, 0, 6).toArray();
        Set<Integer> fixed = Set.of(random.nextInt(3), 3 + random.nextInt(3));
        PlanningProblem problem = RandomDistrict.of(6, seed)
                .staffing(Staffing.sectors(6, seed % 2 == 0 ? 3 : 2))
                .fixedBeats(fixed)
                .build();
        Plan plan = Plan.of(drawn, new int[] {0, 0, 0, 1, 1, 1});
        int[] inForce = Arrays.stream(drawn)
                .map(beat -> beat == 5 && !fixed.contains(5) ? -1 : beat)
                .toArray();

        for (int beat : fixed) {
            int[] before = plan.unitsOfBeat(beat);
            assertThat(improve(problem, plan, seed).unitsOfBeat(beat)).isEqualTo(before);
            assertThat(mend(problem, plan).plan().unitsOfBeat(beat)).isEqualTo(before);
            assertThat(propose(problem.with().inForce(inForce).build(), seed).unitsOfBeat(beat))
                    .isEqualTo(before);
        }
    }

    /** Mends with no time to try all ways of a few moves, so that pieces and rows of units are joined. */
    private static Mending mend(PlanningProblem problem, Plan plan) {
        CancelSignal atOnce = new CancelSignal();
        atOnce.cancel();
        return new Planner().mend(problem, plan, atOnce);
    }

    private static Plan improve(PlanningProblem problem, Plan plan, long seed) {
        return new Planner()
                .improve(
                        problem,
                        plan,
                        Favour.BALANCED,
                        Budget.iterations(5_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
    }

    private static Plan propose(PlanningProblem problem, long seed) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(5_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
    }
}
