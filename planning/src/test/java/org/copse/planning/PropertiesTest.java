package org.copse.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.plan.Alternative;
import org.copse.planning.plan.Mending;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.ScorePoint;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every district, on random ones. */
class PropertiesTest {

    private static final Set<Violation.Kind> PIECES =
            EnumSet.of(Violation.Kind.BEAT_IN_PIECES, Violation.Kind.SECTOR_IN_PIECES, Violation.Kind.BEAT_EMPTY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsEveryPlanOnTheWayConnectedAndNested(long seed) {
        Random random = new Random(seed);
        int side = 8 + random.nextInt(6);
        int officers = 4 + random.nextInt(side * side / 4);
        int sectors = 1 + random.nextInt(Math.min(5, officers / 2));
        PlanningProblem problem = RandomDistrict.of(side, seed)
                .staffing(Staffing.sectors(officers, sectors))
                .build();
        List<Plan> seen = new ArrayList<>();

        new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED, Favour.COMMUNITIES, Favour.LEAST_CHANGE),
                        Budget.iterations(900_000, seed),
                        progress -> progress.best().ifPresent(seen::add),
                        CancelSignal.never());

        assertThat(seen).hasSizeGreaterThan(5);
        for (Plan plan : seen) {
            assertThat(plan.beatCount()).isEqualTo(officers);
            assertThat(plan.sectorCount()).isEqualTo(sectors);
            assertThat(HardConstraints.violations(problem, plan))
                    .noneMatch(violation -> PIECES.contains(violation.kind()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsAlternativesThatDoNotDominateEachOther(long seed) {
        PlanningProblem problem = RandomDistrict.of(8 + (int) seed, seed)
                .staffing(Staffing.sectors(9, 3))
                .build();
        List<Alternative> alternatives = new Planner()
                .propose(
                        problem,
                        EnumSet.of(Favour.BALANCED, Favour.COMPACT, Favour.COMMUNITIES, Favour.LEAST_CHANGE),
                        Budget.iterations(seed < 4 ? 4_000_000 : 60_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .alternatives();

        for (Alternative one : alternatives) {
            assertThat(one.terms().keySet()).contains(SoftTerm.BALANCE, SoftTerm.COMPACTNESS, SoftTerm.CUT_LENGTH);
            for (Alternative other : alternatives) {
                assertThat(dominates(one, other))
                        .as(one.favour() + " over " + other.favour())
                        .isFalse();
            }
            List<ScorePoint> overTime = one.scoreOverTime();
            assertThat(overTime.get(overTime.size() - 1).score()).isEqualTo(one.score());
        }
        if (alternatives.stream().allMatch(Alternative::feasible)) {
            Alternative leastChange = alternatives.get(Favour.LEAST_CHANGE.ordinal());
            for (Alternative other : alternatives) {
                assertThat(leastChange.term(SoftTerm.CONTINUITY))
                        .isLessThanOrEqualTo(other.term(SoftTerm.CONTINUITY) + 0.01);
            }
        }
    }

    /** At least as good in every term and in keeping bounds, and better in one. */
    private static boolean dominates(Alternative one, Alternative other) {
        if (one.feasible() != other.feasible() || !one.feasible()) {
            return one.feasible() && !other.feasible();
        }
        boolean better = false;
        for (SoftTerm term : one.terms().keySet()) {
            double difference = one.term(term) - other.term(term);
            if (difference > 1e-9) {
                return false;
            }
            better |= difference < -1e-6;
        }
        return better;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void mendsAPlanThatIsAFewMovesFromFeasible(long seed) {
        PlanningProblem problem = RandomDistrict.of(12, seed)
                .staffing(Staffing.sectors(6, 2))
                .tolerance(new Tolerance(0.2, 0.15))
                .build();
        Plan plan = new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(1_000_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
        Plan broken = plan;
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            broken = broken.withUnit(random.nextInt(plan.unitCount()), random.nextInt(6));
        }

        Mending mending = new Planner().mend(problem, broken, CancelSignal.never());

        assertThat(mending.violations()).isEmpty();
        assertThat(mending.moves()).hasSizeLessThanOrEqualTo(6);
    }
}
