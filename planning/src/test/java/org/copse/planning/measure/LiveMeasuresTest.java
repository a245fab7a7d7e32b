package org.copse.planning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.copse.planning.RandomDistrict;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

class LiveMeasuresTest {
    private static final int BEATS = 7;

    @Test
    void measuresEveryEditedPlanAsAWholePlanIsMeasured() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            PlanningProblem problem = problem(seed);
            LiveMeasures live = new LiveMeasures();
            int[] beats = new int[problem.unitCount()];
            Arrays.setAll(beats, unit -> random.nextInt(BEATS));
            for (int edit = 0; edit < 200; edit++) {
                beats[random.nextInt(beats.length)] = random.nextInt(BEATS);
                Plan plan = plan(beats);

                assertThat(live.of(problem, plan, BEATS)).isEqualTo(PlanMeasures.of(problem, plan));
            }
        }
    }

    @Test
    void forgetsABeatWhoseUnitsHaveOtherHours() {
        PlanningProblem problem = problem(1);
        PlanningProblem doubled = problem.with()
                .units(problem.units().stream()
                        .map(unit -> unit.withHours(2 * unit.hours()))
                        .toList())
                .build();
        int[] beats = new int[problem.unitCount()];
        Arrays.setAll(beats, unit -> unit % BEATS);
        LiveMeasures live = new LiveMeasures();
        live.of(problem, plan(beats), BEATS);

        assertThat(live.of(doubled, plan(beats), BEATS)).isEqualTo(PlanMeasures.of(doubled, plan(beats)));
    }

    @Test
    void aUnitWithoutABeatCountsToNone() {
        PlanningProblem problem = problem(2);
        int[] beats = new int[problem.unitCount()];
        Arrays.setAll(beats, unit -> unit % BEATS);
        beats[3] = BEATS;
        beats[9] = BEATS;
        int[] sectors = new int[BEATS + 1];
        sectors[BEATS] = 1;

        PlanMeasures measures = new LiveMeasures().of(problem, Plan.of(beats, sectors), BEATS);

        assertThat(measures.beats()).hasSize(BEATS);
        assertThat(measures.sectors()).hasSize(1);
        double left = problem.unit(3).hours() + problem.unit(9).hours();
        assertThat(measures.beats().stream().mapToDouble(BeatMeasures::hours).sum())
                .isCloseTo(problem.totalHours() - left, within(1e-9));
        assertThat(measures.residentsChanging())
                .isGreaterThanOrEqualTo(
                        problem.unit(3).residents() + problem.unit(9).residents());
        assertThatThrownBy(() -> new LiveMeasures().of(problem, Plan.of(beats, sectors), BEATS + 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 beats of a plan that has 8");
    }

    private static PlanningProblem problem(int seed) {
        return RandomDistrict.of(9, seed).staffing(Staffing.sectors(BEATS, 1)).build();
    }

    private static Plan plan(int[] beats) {
        return Plan.of(beats, new int[BEATS]);
    }
}
