package org.copse.planning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copse.planning.RandomDistrict;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.SoftTerm;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TermsTest {

    private static final int BEATS = 6;

    private final PlanningProblem problem = RandomDistrict.of(12, 3)
            .staffing(Staffing.sectors(BEATS, 2))
            .residentBounds(new Bounds(1_000, 5_000))
            .locks(Map.of(3, 1, 50, 2))
            .together(List.of(new int[] {7, 8, 20}))
            .apart(List.of(new int[] {9, 90, 130}))
            .build();
    private final SearchGraph graph = new SearchGraph(problem, List.of());
    private final int[] sectorOfBeat = {0, 0, 0, 1, 1, 1};
    private final HoursBounds bounds = bounds();

    @ParameterizedTest
    @EnumSource(SoftTerm.class)
    void scoresAMoveAsTheDifferenceOfTwoPlans(SoftTerm kind) {
        followsRandomMoves(Terms.find(kind, problem, graph, bounds, new int[] {0, 1, 2, 3, 4, 5})
                .orElseThrow());
    }

    @Test
    void scoresAMoveOfHardConstraintsAsTheDifferenceOfTwoPlans() {
        List<Term> hard = Terms.hard(problem, graph, bounds);
        assertThat(hard).hasSize(4);
        hard.forEach(this::followsRandomMoves);
    }

    @Test
    void scoresAWholeObjectiveAsTheSumOfItsTerms() {
        Objective objective =
                Terms.objective(problem, graph, problem.softWeights(), bounds, new int[] {0, 1, 2, 3, 4, 5});
        Assignment at = randomAssignment(new Random(5));
        objective.enter(at);
        double soft = objective.soft(at);
        double hard = objective.hard(at);
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            int unit = random.nextInt(graph.units);
            int from = at.beat[unit];
            int to = (from + 1 + random.nextInt(BEATS - 1)) % BEATS;
            soft += objective.softChange(at, unit, to);
            hard += objective.hardChange(at, unit, to);
            at.move(unit, to);
            objective.moved(at, unit, from);
        }
        assertThat(soft).isCloseTo(objective.soft(at), within(1e-9));
        assertThat(hard).isCloseTo(objective.hard(at), within(1e-9));
    }

    @Test
    void neverScoresAMoveAboutAUnitBetterThanItIs() {
        Term term = new InertiaAboutUnit(graph, Inertia.ABOUT_UNIT, BEATS, 1e6);
        Assignment at = randomAssignment(new Random(1));
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            term.enter(at);
            double before = term.score(at);
            int unit = random.nextInt(graph.units);
            int to = (at.beat[unit] + 1) % BEATS;
            double change = term.change(at, unit, to);
            at.move(unit, to);
            assertThat(term.score(at) - before).isLessThanOrEqualTo(change + 1e-6);
        }
    }

    private void followsRandomMoves(Term term) {
        Assignment at = randomAssignment(new Random(1));
        term.enter(at);
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            double before = term.score(at);
            int unit = random.nextInt(graph.units);
            int from = at.beat[unit];
            int to = (from + 1 + random.nextInt(BEATS - 1)) % BEATS;
            double change = term.change(at, unit, to);
            at.move(unit, to);
            term.moved(at, unit, from);
            assertThat(term.score(at)).isCloseTo(before + change, within(1e-9));
        }
    }

    private Assignment randomAssignment(Random random) {
        int[] labels = new int[graph.units];
        Arrays.setAll(labels, u -> random.nextInt(BEATS));
        return new Assignment(graph, labels, sectorOfBeat);
    }

    private HoursBounds bounds() {
        double target = problem.targetHours();
        return new HoursBounds(
                filled(BEATS, target),
                filled(BEATS, 0.9 * target),
                filled(BEATS, 1.1 * target),
                filled(2, 0.95 * 3 * target),
                filled(2, 1.05 * 3 * target));
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
