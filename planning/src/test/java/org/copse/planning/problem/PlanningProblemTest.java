package org.copse.planning.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanningProblemTest {

    private final UnitGraph pair = UnitGraph.builder(2).edge(Edge.between(0, 1)).build();

    @Test
    void rejectsHoursThatAreNoNumberAndNamesTheUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unit("11-A", Double.NaN))
                .withMessageContaining("11-A");
        assertThatIllegalArgumentException().isThrownBy(() -> unit("11-A", -2)).withMessageContaining("-2");
    }

    @Test
    void rejectsTheSameIdTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanningProblem.builder(List.of(unit("a", 1), unit("a", 1)), pair))
                .withMessageContaining("same id: a");
    }

    @Test
    void rejectsMoreOfficersThanUnits() {
        PlanningProblemBuilder builder = PlanningProblem.builder(List.of(unit("a", 1), unit("b", 1)), pair)
                .staffing(Staffing.sectors(3, 1));
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("3 officers");
    }

    @Test
    void rejectsALockOnABeatThatDoesNotExist() {
        PlanningProblemBuilder builder = PlanningProblem.builder(List.of(unit("a", 1), unit("b", 1)), pair)
                .staffing(Staffing.sectors(2, 1))
                .locks(Map.of(1, 2));
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("beat 3");
    }

    @Test
    void rejectsEdgesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edge.between(4, 4))
                .withMessageContaining("unit 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitGraph.builder(2).edge(Edge.between(0, 2)))
                .withMessageContaining("unit 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitGraph.builder(2).edge(Edge.between(0, 1)).edge(Edge.between(1, 0)))
                .withMessageContaining("0 and 1");
    }

    @Test
    void dividesOfficersIntoTeamsWithinTheirRange() {
        assertThat(Staffing.teamSize(40, 5, 9).teams()).containsExactly(7, 7, 7, 7, 6, 6);
        assertThat(Staffing.sectors(10, 4).teams()).containsExactly(3, 3, 2, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> Staffing.teamSize(7, 4, 5));
    }

    @Test
    void bendsWeightsTowardsAFavourAndKeepsWhatIsOff() {
        SoftWeights weights = SoftWeights.of(Favour.BALANCED).with(SoftTerm.BARRIERS, 0);
        SoftWeights bent = weights.favouring(Favour.LEAST_CHANGE);
        assertThat(bent.weight(SoftTerm.CONTINUITY)).isEqualTo(16);
        assertThat(bent.weight(SoftTerm.BARRIERS)).isZero();
    }

    private static PlanningUnit unit(String id, double hours) {
        return new PlanningUnit(id, hours, 0, 0, 0, 0, 0);
    }
}
