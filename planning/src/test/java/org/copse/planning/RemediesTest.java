package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.PlanningResult;
import org.copse.planning.plan.Remedy;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.junit.jupiter.api.Test;

/** What would help, against every division of small districts. */
class RemediesTest {
    private static final Budget BUDGET = Budget.iterations(20_000, 1).withThreads(1);

    private static PlanningResult best(PlanningProblem problem) {
        return new Planner()
                .propose(problem, Set.of(Favour.BALANCED), BUDGET, PlanningListener.SILENT, new CancelSignal());
    }

    private static PlanningProblem problem(String picture, int beats) {
        return new TextGrid(picture)
                .problem()
                .staffing(Staffing.sectors(beats, 1))
                .build();
    }

    private static Remedy remedy(PlanningProblem problem, PlanningResult result) {
        Map<Favour, Remedy> remedies = Remedies.of(problem, result, BUDGET, new CancelSignal());
        return Optional.ofNullable(remedies.get(Favour.BALANCED)).orElseThrow();
    }

    @Test
    void aPlanThatKeepsEveryBoundNeedsNoHelp() {
        PlanningProblem problem = problem("1111", 2);

        assertThat(Remedies.of(problem, best(problem), BUDGET, new CancelSignal()))
                .isEmpty();
    }

    @Test
    void namesTheUnitsThatNoBeatCanTake() {
        PlanningProblem problem = problem("11911811", 5);

        assertThat(remedy(problem, best(problem)).unitsToDivide()).containsExactly("0/2", "0/5");
    }

    @Test
    void theToleranceIsTheSmallestUnderWhichThePlanKeepsEveryBound() {
        PlanningProblem problem = problem("11911811", 5);
        PlanningResult result = best(problem);
        double tolerance = remedy(problem, result).tolerance().orElseThrow();

        assertThat(isMet(problem, result.first().plan(), tolerance)).isTrue();
        assertThat(isMet(problem, result.first().plan(), tolerance - 0.0011)).isFalse();
    }

    private static boolean isMet(PlanningProblem problem, Plan plan, double tolerance) {
        return HardConstraints.violations(
                        problem.with().tolerance(Tolerance.ofBeats(tolerance)).build(), plan)
                .isEmpty();
    }

    @Test
    void noToleranceHelpsABeatInPieces() {
        PlanningProblem problem = problem("11~11~11", 2);

        assertThat(remedy(problem, best(problem)).tolerance()).isEmpty();
    }

    @Test
    void aNumberOfBeatsIsOneThatEveryDivisionConfirms() {
        Random random = new Random(7);
        int helped = 0;
        int asked = 0;
        for (int round = 0; round < 60; round++) {
            PlanningProblem problem = problem(picture(random), 2 + random.nextInt(4));
            PlanningResult result = best(problem);
            if (result.first().feasible()) {
                continue;
            }
            asked++;
            Set<Integer> possible = numbersThatDo(problem);
            Remedy remedy = remedy(problem, result);
            remedy.beats().ifPresent(beats -> assertThat(possible).contains(beats));
            boolean isExpected = possible.stream().anyMatch(beats -> beats < problem.beatCount());
            if (isExpected) {
                assertThat(remedy.beats()).isPresent();
                helped++;
            }
        }
        assertThat(asked).isGreaterThan(20);
        assertThat(helped).isGreaterThan(10);
    }

    private static String picture(Random random) {
        StringBuilder picture = new StringBuilder();
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 4; column++) {
                picture.append((char) ('1' + random.nextInt(9)));
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    /** Every number of beats for which some division keeps every bound: all divisions are tried. */
    private static Set<Integer> numbersThatDo(PlanningProblem problem) {
        Set<Integer> numbers = new TreeSet<>();
        int units = problem.unitCount();
        for (int beats = 1; beats <= units; beats++) {
            PlanningProblem other =
                    problem.with().staffing(Staffing.sectors(beats, 1)).build();
            if (anyDivision(other, new int[units], 0, 0, beats)) {
                numbers.add(beats);
            }
        }
        return numbers;
    }

    private static boolean anyDivision(PlanningProblem problem, int[] beatOfUnit, int unit, int used, int beats) {
        if (unit == beatOfUnit.length) {
            return used == beats
                    && isWithin(problem, beatOfUnit, beats)
                    && HardConstraints.violations(problem, Plan.of(beatOfUnit, new int[beats]))
                            .isEmpty();
        }
        for (int beat = 0; beat <= Math.min(used, beats - 1); beat++) {
            beatOfUnit[unit] = beat;
            if (anyDivision(problem, beatOfUnit, unit + 1, Math.max(used, beat + 1), beats)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(PlanningProblem problem, int[] beatOfUnit, int beats) {
        double[] hours = new double[beats];
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            hours[beatOfUnit[unit]] += problem.unit(unit).hours();
        }
        return Arrays.stream(hours).allMatch(sum -> problem.beatHours().excess(sum) < 1e-6);
    }

    @Test
    void theNumberAskedForIsSaidWhereItDoes() {
        assertThat(Remedies.beatsThatDo(problem("1111", 2), BUDGET, new CancelSignal()))
                .hasValue(2);
        assertThat(Remedies.beatsThatDo(problem("1111", 3), BUDGET, new CancelSignal()))
                .hasValue(2);
    }

    @Test
    void noSearchIsBegunWhenTheTimeIsOver() {
        assertThat(Remedies.beatsThatDo(problem("1111", 3), Budget.time(Duration.ofNanos(12), 1), new CancelSignal()))
                .isEmpty();
    }

    @Test
    void anIslandWithTooLittleWorkGetsItsBeatAmongMore() {
        PlanningProblem problem = problem("""
                111111~2
                111111~~
                """, 3);

        Remedy remedy = remedy(problem, best(problem));

        assertThat(remedy.beats()).hasValue(7);
        assertThat(List.copyOf(remedy.unitsToDivide())).isEmpty();
    }
}
