package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Place;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation;
import org.copse.planning.plan.Violation.Cause;
import org.copse.planning.plan.Violation.Kind;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningProblemBuilder;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.SoftWeights;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

/** Problems that no plan solves: the best plan comes back, and says which bound, where, by how much and why. */
class InfeasibleTest {

    private static final TextGrid FIELD = new TextGrid("""
            1111
            1111
            """);

    @Test
    void aUnitAloneExceedsItsBeat() {
        TextGrid map = new TextGrid(
                """
                1111
                1901
                1111
                1111
                """);

        Violation violation = only(map.problem().staffing(Staffing.sectors(4, 1)), Kind.BEAT_HOURS, Cause.UNIT_ALONE);

        assertThat(violation.value()).isGreaterThanOrEqualTo(10);
        assertThat(violation.bound()).isCloseTo(1.15 * 33 / 4, within(1e-9));
        assertThat(violation.by()).isCloseTo(violation.value() - violation.bound(), within(1e-9));
        assertThat(violation.why()).contains("unit 1/2 alone has 10.0 hours");
    }

    @Test
    void anIslandIsTooSmallForABeat() {
        TextGrid map = new TextGrid("""
                111~1
                111~~
                """);

        Violation violation =
                only(map.problem().staffing(Staffing.sectors(2, 2)), Kind.BEAT_HOURS, Cause.PART_TOO_SMALL);

        assertThat(violation.value()).isEqualTo(1);
        assertThat(violation.bound()).isCloseTo(0.85 * 3.5, within(1e-9));
        assertThat(violation.why()).contains("1 units with work for 0.3 officers");
    }

    @Test
    void noWholeNumberOfBeatsSharesOutAnIsland() {
        TextGrid map =
                new TextGrid("""
                1~11
                1~11
                1~1~
                """);

        Violation violation =
                only(map.problem().staffing(Staffing.sectors(4, 2)), Kind.BEAT_HOURS, Cause.PART_FITS_NO_NUMBER);

        assertThat(violation.why()).contains("too much for");
    }

    @Test
    void boundsDoNotFitTheDistrict() {
        Violation violation = only(
                FIELD.problem().staffing(Staffing.sectors(2, 1)).beatHours(new Bounds(1, 3)),
                Kind.BEAT_HOURS,
                Cause.DISTRICT_AND_BOUNDS);

        assertThat(violation.why()).isEqualTo("the district has 8.0 hours, and 2 beats may have 2.0 to 6.0");
    }

    @Test
    void aLockBlocksTheWay() {
        TextGrid map = new TextGrid("11111");
        PlanningProblemBuilder problem = map.problem()
                .staffing(Staffing.sectors(2, 1))
                .locks(Map.of(map.unit(0, 0), 0, map.unit(0, 2), 1, map.unit(0, 4), 0));

        Violation violation = only(problem, Kind.LOCK, Cause.OUT_OF_REACH);

        assertThat(violation.why()).contains("cannot be reached", "past units locked to others");
    }

    @Test
    void locksAndUnitsApartContradictEachOther() {
        PlanningProblemBuilder problem = FIELD.problem()
                .staffing(Staffing.sectors(2, 1))
                .locks(Map.of(0, 1, 1, 1))
                .apart(List.of(new int[] {0, 1}));

        List<Violation> violations = propose(problem.build());

        assertThat(violations).isNotEmpty().allSatisfy(violation -> assertThat(violation.cause())
                .isEqualTo(Cause.CONTRADICTION));
    }

    @Test
    void unitsTogetherLieOnTwoIslands() {
        TextGrid map = new TextGrid("11~11");

        Violation violation = only(
                map.problem().staffing(Staffing.sectors(2, 2)).together(List.of(new int[] {0, 3})),
                Kind.TOGETHER,
                Cause.OUT_OF_REACH);

        assertThat(violation.where()).isEqualTo(Place.unit("0/4"));
    }

    @Test
    void unitsTogetherHaveTooMuchForOneBeat() {
        Violation violation = only(
                FIELD.problem()
                        .staffing(Staffing.sectors(4, 1))
                        .softWeights(
                                SoftWeights.only(SoftTerm.BALANCE)) // even hours first: the group is what gives way
                        .together(List.of(new int[] {0, 1, 2})),
                Kind.TOGETHER,
                Cause.LOCKED_TOO_MUCH);

        assertThat(violation.why()).isEqualTo("it and those that must be in one beat with it have 3.0 hours");
    }

    @Test
    void moreUnitsMustBeApartThanThereAreBeats() {
        Violation violation = only(
                FIELD.problem().staffing(Staffing.sectors(2, 1)).apart(List.of(new int[] {0, 3, 5})),
                Kind.APART,
                Cause.TOO_MANY_APART);

        assertThat(violation.why()).isEqualTo("3 units must be apart, but there are 2 beats");
    }

    @Test
    void aFixedBeatIsOutOfItsBounds() {
        PlanningProblem problem = FIELD.problem()
                .staffing(Staffing.sectors(2, 1))
                .fixedBeats(Set.of(0))
                .build();
        List<Violation> violations = new Planner()
                .improve(
                        problem,
                        Plan.ofBeats(0, 0, 1, 1, 1, 1, 1, 1),
                        Favour.BALANCED,
                        Budget.iterations(20_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .violations();

        assertThat(violations)
                .anySatisfy(violation -> {
                    assertThat(violation.where()).hasToString("beat 1");
                    assertThat(violation.kind()).isEqualTo(Kind.BEAT_HOURS);
                    assertThat(violation.cause()).isEqualTo(Cause.FIXED);
                    assertThat(violation.by()).isCloseTo(3.4 - 2, within(1e-9));
                })
                .noneMatch(violation -> violation.kind() == Kind.FIXED_BEAT);
    }

    @Test
    void aFixedBeatHasChanged() {
        PlanningProblem problem = FIELD.problem()
                .staffing(Staffing.sectors(2, 1))
                .inForce(new int[] {0, 0, 1, 1, 0, 0, 1, 1})
                .fixedBeats(Set.of(0))
                .build();

        assertThat(HardConstraints.violations(problem, Plan.ofBeats(0, 0, 0, 1, 0, 1, 1, 1)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.kind()).isEqualTo(Kind.FIXED_BEAT);
                    assertThat(violation.value()).isEqualTo(2);
                });
        assertThat(HardConstraints.violations(problem, Plan.ofBeats(0, 0, 1, 1, 0, 0, 1, 1)))
                .isEmpty();
    }

    private static Violation only(PlanningProblemBuilder problem, Kind kind, Cause cause) {
        List<Violation> violations = propose(problem.build());
        assertThat(violations).anyMatch(violation -> violation.kind() == kind && violation.cause() == cause);
        return violations.stream()
                .filter(violation -> violation.kind() == kind && violation.cause() == cause)
                .findFirst()
                .orElseThrow();
    }

    private static List<Violation> propose(PlanningProblem problem) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(100_000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .violations();
    }
}
