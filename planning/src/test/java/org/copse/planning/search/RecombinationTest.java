package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copse.planning.RandomDistrict;
import org.copse.planning.constraint.HardConstraints;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.Objective;
import org.copse.planning.objective.Terms;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecombinationTest {

    @Test
    void bringsBeatsOfFewUnitsIntoTheirBoundsAndTearsNothing() {
        int before = 0;
        int after = 0;
        for (int seed = 0; seed < 10; seed++) {
            PlanningProblem problem = RandomDistrict.of(12, seed)
                    .staffing(Staffing.sectors(36, 4))
                    .build();
            Layout layout = new Layout(problem);
            Labels start = new Starts(layout).start(seed, new Dice(seed));
            List<Violation> had = violations(layout, start);

            Labels found = recombined(layout, start, new boolean[36]);

            List<Violation> has = violations(layout, found);
            assertThat(countOthers(has)).as("seed " + seed).isLessThanOrEqualTo(countOthers(had));
            assertThat(found.plan(layout.graph))
                    .isEqualTo(recombined(layout, start, new boolean[36]).plan(layout.graph));
            before += had.size();
            after += has.size();
        }
        assertThat(after).isLessThan(before * 2 / 3);
    }

    @Test
    void leavesFixedBeatsAndLockedUnitsWhereTheyAre() {
        PlanningProblem open =
                RandomDistrict.of(12, 3).staffing(Staffing.sectors(36, 4)).build();
        Plan drawn = new Starts(new Layout(open)).start(0, new Dice(3)).plan(new Layout(open).graph);
        PlanningProblem problem = open.with()
                .locks(Map.of(0, drawn.beatOf(0), 77, drawn.beatOf(77)))
                .build();
        Layout layout = new Layout(problem);
        boolean[] fixed = new boolean[36];
        fixed[5] = true;
        fixed[20] = true;

        Plan found = recombined(layout, Labels.of(drawn, layout.graph), fixed).plan(layout.graph);

        assertThat(found).isNotEqualTo(drawn);
        assertThat(found.unitsOfBeat(5)).isEqualTo(drawn.unitsOfBeat(5));
        assertThat(found.unitsOfBeat(20)).isEqualTo(drawn.unitsOfBeat(20));
        assertThat(found.beatOf(0)).isEqualTo(drawn.beatOf(0));
        assertThat(found.beatOf(77)).isEqualTo(drawn.beatOf(77));
    }

    /** What lies between two looks is at most some hundredths of a second's work, and when told to stop it does no more of it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void stopsWithinAStepOfItsWork(int looks) {
        PlanningProblem problem =
                RandomDistrict.of(12, 7).staffing(Staffing.sectors(36, 4)).build();
        Layout layout = new Layout(problem);
        Labels start = new Starts(layout).start(7, new Dice(7));
        Recombination recombination = recombination(layout, start, new boolean[36]);
        List<Double> work = new ArrayList<>();

        recombination.run(() -> {
            work.add(recombination.work());
            return work.size() >= looks;
        });

        assertThat(recombination.work()).isEqualTo(work.get(looks - 1));
        for (int i = 1; i < work.size(); i++) {
            assertThat(work.get(i) - work.get(i - 1)).isLessThan(1e6);
        }
    }

    private static Labels recombined(Layout layout, Labels start, boolean[] fixed) {
        return recombination(layout, start, fixed).run(() -> false);
    }

    private static Recombination recombination(Layout layout, Labels start, boolean[] fixed) {
        PlanningProblem problem = layout.problem;
        HoursBounds bounds = layout.bounds(start.beatOfUnit(), start.sectorOfBeat());
        Objective objective = Terms.objective(
                problem,
                layout.graph,
                problem.softWeights().favouring(Favour.BALANCED),
                bounds,
                new Numbering(layout).beatOfInForce());
        return new Recombination(layout, objective, start, fixed);
    }

    private static List<Violation> violations(Layout layout, Labels labels) {
        return HardConstraints.violations(layout.problem, labels.plan(layout.graph));
    }

    private static long countOthers(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.kind() != Violation.Kind.BEAT_HOURS
                        && violation.kind() != Violation.Kind.SECTOR_HOURS)
                .count();
    }
}
