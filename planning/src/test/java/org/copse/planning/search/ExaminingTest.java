package org.copse.planning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.copse.planning.RandomDistrict;
import org.copse.planning.measure.PlanMeasures;
import org.copse.planning.objective.Assignment;
import org.copse.planning.objective.HoursBounds;
import org.copse.planning.objective.Objective;
import org.copse.planning.objective.Terms;
import org.copse.planning.plan.BeatOption;
import org.copse.planning.plan.BoundaryReason;
import org.copse.planning.plan.BoundaryStretch;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.junit.jupiter.api.Test;

class ExaminingTest {

    private final PlanningProblem problem =
            RandomDistrict.of(9, 5).staffing(Staffing.sectors(6, 2)).build();
    private final Layout layout = new Layout(problem);
    private final Plan plan = new Starts(layout).start(0, new Dice(5)).plan(layout.graph);
    private final Examining examining = new Examining(problem, plan, Favour.BALANCED);

    @Test
    void saysOfEachBeatWhatItWouldReallyCostAndTheBestFirst() {
        int asked = 0;
        for (int unit = 0; unit < problem.unitCount(); unit++) {
            List<BeatOption> options = examining.optionsFor(unit);
            assertThat(options).anyMatch(option -> option.scoreChange() == 0);
            for (BeatOption option : options) {
                Plan moved = plan.withUnit(unit, option.beat());
                assertThat(option.scoreChange()).isCloseTo(soft(moved) - soft(plan), within(1e-9));
                asked += option.beat() == plan.beatOf(unit) ? 0 : 1;
            }
            for (int i = 1; i < options.size(); i++) {
                if (options.get(i - 1).keepsWhole() == options.get(i).keepsWhole()) {
                    assertThat(options.get(i - 1).missedChange())
                            .isLessThanOrEqualTo(options.get(i).missedChange());
                }
            }
        }
        assertThat(asked).isGreaterThan(40);
    }

    @Test
    void stretchesAddUpToTheWholeBoundary() {
        List<BoundaryStretch> stretches = examining.boundaryStretches(1_000);
        PlanMeasures measures = PlanMeasures.of(problem, plan);
        assertThat(stretches.stream().mapToInt(BoundaryStretch::edges).sum()).isEqualTo(measures.cutEdges());
        assertThat(stretches.stream().mapToDouble(BoundaryStretch::metres).sum())
                .isCloseTo(measures.cutMetres(), within(1e-6));
        assertThat(stretches).allSatisfy(stretch -> {
            assertThat(stretch.beat()).isLessThan(stretch.otherBeat());
            assertThat(stretch.term().isPresent()).isEqualTo(stretch.cause() == BoundaryReason.Cause.TERM);
            assertThat(stretch.by()).isNotNegative();
        });
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).metres())
                    .isLessThanOrEqualTo(stretches.get(i - 1).metres());
        }
        assertThat(examining.boundaryStretches(3)).isEqualTo(stretches.subList(0, 3));
    }

    private double soft(Plan of) {
        Labels labels = Labels.of(of, layout.graph);
        // Bounds are those of the plan that is asked about, as everywhere in one search.
        Labels asked = Labels.of(plan, layout.graph);
        HoursBounds bounds = layout.bounds(asked.beatOfUnit(), asked.sectorOfBeat());
        Objective objective = Terms.objective(
                problem,
                layout.graph,
                problem.softWeights().favouring(Favour.BALANCED),
                bounds,
                new Numbering(layout).beatOfInForce());
        return objective.soft(new Assignment(layout.graph, labels.beatOfUnit(), labels.sectorOfBeat()));
    }
}
