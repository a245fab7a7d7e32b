package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.district.CriterionEffect.Outcome;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.plan.Alternative;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.Tolerance;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A town of eight by six units, a kilometre each, in six beats. */
class CriteriaQuestionsTest {

    private static final int COLUMNS = 8;
    private static final int ROWS = 6;

    /** The same place of worship in each of units that are all alike: hours are as even without as with them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCriterionThatChangesNothingHasNoEffectBeyondChance(long seed) {
        Asked asked = asked(district(new int[COLUMNS * ROWS], 1), seed, Favour.BALANCED);

        CriterionEffect places = asked.effect(Criterion.PLACES);

        assertThat(places.hours()).isPositive();
        assertThat(places.outcome()).isEqualTo(Outcome.WITHIN_CHANCE);
    }

    /** Ten places of worship in each unit of the two western columns, which make more hours there than all residents. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCriterionThatMovesABoundaryIsSeen(long seed) {
        Asked asked = asked(district(new int[COLUMNS * ROWS], 10, 10), seed, Favour.BALANCED);

        CriterionEffect places = asked.effect(Criterion.PLACES);

        assertThat(places.outcome()).isEqualTo(Outcome.SEEN);
        assertThat(places.unitsChanging()).isBetween(2, COLUMNS * ROWS / 2);
        assertThat(places.residentsChanging()).isGreaterThan(places.residentsByChance());
    }

    @ParameterizedTest
    @EnumSource(
            value = Favour.class,
            names = {"BALANCED", "COMPACT"})
    void figuresOfTwoSeedsAgreeWithinChance(Favour favour) {
        Random random = new Random(5);
        int[] more = random.ints(COLUMNS * ROWS, 0, 900).toArray();
        Asked one = asked(district(more, 4, 0, 2), 1, favour);
        for (long seed = 11; seed < 40; seed += 10) {
            Asked other = new Asked(one.alternative(), one.questions(seed), one.district());
            for (Criterion criterion : List.of(Criterion.DENSITY, Criterion.PLACES)) {
                CriterionEffect a = one.effect(criterion);
                CriterionEffect b = other.effect(criterion);
                assertThat(a.outcome()).as("%s with seed %d", criterion, seed).isEqualTo(b.outcome());
                assertThat(Math.abs(a.residentsChanging() - b.residentsChanging()))
                        .as("%s with seed %d", criterion, seed)
                        .isLessThanOrEqualTo(Math.max(a.residentsByChance(), b.residentsByChance()));
            }
        }
    }

    /** The same plan is asked twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 7})
    void theSameSeedGivesTheSameFigures(long seed) {
        Asked asked = asked(district(new int[COLUMNS * ROWS], 4, 0, 2), seed, Favour.BALANCED);

        assertThat(asked.questions(seed).effects(asked.alternative()))
                .isEqualTo(asked.questions(seed).effects(asked.alternative()));
    }

    private record Asked(Alternative alternative, CriteriaQuestions questions, District district) {

        CriterionEffect effect(Criterion criterion) {
            return questions.effect(criterion, alternative);
        }

        CriteriaQuestions questions(long seed) {
            return questionsOf(district, seed);
        }
    }

    private static Asked asked(District district, long seed, Favour favour) {
        Alternative alternative = new Planner()
                .propose(
                        problem(district, WorkloadWeights.defaults()),
                        Set.of(favour),
                        Budget.iterations(600_000, seed),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first();
        return new Asked(alternative, questionsOf(district, seed), district);
    }

    private static CriteriaQuestions questionsOf(District district, long seed) {
        WorkloadTable hours = district.workload(district.complete(WorkloadWeights.defaults()));
        PlanningProblem problem = problem(district, hours.weights());
        return new CriteriaQuestions(hours, problem, weights -> problem(district, weights), seed, () -> false);
    }

    private static PlanningProblem problem(District district, WorkloadWeights weights) {
        return district.problem(district.workload(district.complete(weights)))
                .staffing(Staffing.sectors(6, 1))
                .tolerance(Tolerance.ofBeats(0.15))
                .build();
    }

    /** A thousand residents in each unit and some more, and so many places of worship in each unit of the columns from the west. */
    private static District district(int[] more, int... worshipOfColumn) {
        String[] rows = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                line.append((char) ('A' + row * COLUMNS + column));
            }
            rows[row] = line.toString();
        }
        Town town = Town.of(rows);
        for (int u = 0; u < COLUMNS * ROWS; u++) {
            town.residents(String.valueOf((char) ('A' + u)), 1000 + more[u]);
        }
        List<Double> places = new java.util.ArrayList<>();
        for (int u = 0; u < COLUMNS * ROWS; u++) {
            int column = u % COLUMNS;
            int here = worshipOfColumn.length == 1
                    ? worshipOfColumn[0]
                    : column < worshipOfColumn.length ? worshipOfColumn[column] : 0;
            for (int i = 0; i < here; i++) {
                places.add(column + (i + 1.0) / (here + 1));
                int rowOfUnit = u / COLUMNS;
                places.add(rowOfUnit + 0.5);
            }
        }
        DistrictLayer worship = town.points(
                LayerKind.WORSHIP,
                FieldRoles.none(),
                List.of(),
                places.stream().mapToDouble(at -> at).toArray());
        return District.assemble(
                UnitMap.of(town.units(), Optional.empty(), Optional.empty(), java.util.OptionalDouble.empty()),
                DistrictInputs.none().with(worship));
    }
}
