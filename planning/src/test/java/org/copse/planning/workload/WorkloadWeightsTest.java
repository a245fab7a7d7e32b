package org.copse.planning.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadWeightsTest {

    private static final WorkloadWeights DEFAULTS = WorkloadWeights.defaults();

    @Test
    void defaultsSayThatTheyAreStartingValues() {
        assertThat(DEFAULTS.contact().perResident().minutes()).isEqualTo(0.8);
        assertThat(DEFAULTS.conflict().perIncident().minutes()).isEqualTo(10);
        assertThat(DEFAULTS.places().of("worship").minutes().minutes()).isEqualTo(45);
        assertThat(DEFAULTS.places().of("worship").visitsPerMonth()).isEqualTo(2);
        assertThat(List.of(
                        DEFAULTS.contact().perResident().reason(),
                        DEFAULTS.conflict().perIncident().reason(),
                        DEFAULTS.travel().reason(),
                        DEFAULTS.access().reason(),
                        DEFAULTS.officer().reason()))
                .allMatch(reason -> reason.startsWith("Starting value"));
    }

    @Test
    void mixIsOffUntilAPlannerChooses() {
        assertThat(DEFAULTS.removed()).containsExactly(Criterion.MIX);
    }

    @Test
    void rejectsMinutesThatAreNoNumber() {
        assertThatThrownBy(() -> new Minutes(Double.NaN, "why", "who"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minutes is NaN: it must be a number from 0 to 10000");
        assertThatThrownBy(() -> new Minutes(-1, "why", "who")).hasMessageContaining("minutes is -1.0");
        assertThatThrownBy(() -> new Minutes(10_001, "why", "who")).hasMessageContaining("to 10000");
    }

    @Test
    void rejectsMinutesWithoutReasonOrAuthor() {
        assertThatThrownBy(() -> new Minutes(1, " ", "who")).hasMessageContaining("reason is blank");
        assertThatThrownBy(() -> new Minutes(1, "why", "")).hasMessageContaining("author is blank");
    }

    @Test
    void nobodyCanRaiseTheCapOfTheMix() {
        assertThatThrownBy(() -> new MixWeights(Map.of(), Map.of(), 0.26))
                .hasMessage("capShare is 0.26: it must be a number from 0 to 0.25");
    }

    @Test
    void rejectsRingsThatDoNotGrow() {
        List<SpeedRing> rings = List.of(new SpeedRing(5, 10), new SpeedRing(5, 20));
        assertThatThrownBy(() -> new AccessWeights(20, 0, rings, "why", "who"))
                .hasMessageContaining("rings[1].toKilometres is 5.0");
        assertThatThrownBy(() -> new AccessWeights(20, 0, List.of(), "why", "who"))
                .hasMessageContaining("rings is empty");
    }

    @Test
    void rejectsBlankCategory() {
        Map<String, CategoryRule> rules = Map.of(" ", new CategoryRule(Counted.NONE, "why", "who"));
        assertThatThrownBy(() -> new ConflictWeights(new Minutes(1, "why", "who"), Map.of(), rules))
                .hasMessageContaining("a category of categories is blank");
    }

    @Test
    void withoutACriterionItsTermsAreZeroAndTheOthersStay() {
        MixWeights mix = new MixWeights(Map.of("newcomers", WorkloadWeights.STARTING_GROUP_MINUTES), Map.of(), 0.25);
        var unit = UnitEvidence.of("a", 2000, 3)
                .withIncidents(new IncidentCounts(1, Map.of("noise", new Initiated(9, 0, 0))))
                .withPlaces(Map.of("school", 2))
                .withMix(Map.of("newcomers", 500.0), Map.of())
                .withReach(new Reach.Straight(2500), Reach.unknown());
        WorkloadTable full = Workload.estimate(List.of(unit), DEFAULTS.with(mix));
        for (Criterion removed : Criterion.values()) {
            WorkloadTable less =
                    Workload.estimate(List.of(unit), DEFAULTS.with(mix).without(removed));
            assertThat(full.totalHours(removed)).isPositive();
            assertThat(less.totalHours(removed)).isZero();
            assertThat(less.totalHours()).isLessThan(full.totalHours());
            assertThat(less.notes()).anyMatch(note -> note.words().contains("left out"));
        }
        assertThat(Workload.estimate(List.of(unit), DEFAULTS.with(mix).without(Criterion.PLACES))
                        .hours(0, Term.CONTACT))
                .isEqualTo(full.hours(0, Term.CONTACT));
    }

    @Test
    void sharesOfCriteriaAddUpToOne() {
        var unit = UnitEvidence.of("a", 2000, 3).withPlaces(Map.of("school", 2));
        WorkloadTable table = Workload.estimate(List.of(unit), DEFAULTS);
        double sum = 0;
        for (Criterion criterion : Criterion.values()) {
            sum += table.share(criterion);
        }
        assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void profilesNameTheirSourceAndSetOfficersByResidents() {
        assertThat(NormProfile.of(4000).officersFor(130_677)).isEqualTo(33);
        assertThat(NormProfile.of(4000).source()).contains("not in the guidelines");
        assertThat(NormProfile.of(5_500).source()).isEqualTo("The planner's own");
        assertThat(NormProfile.of(4000).officersFor(10)).isEqualTo(1);
        assertThat(NormProfile.of(1000)
                        .startingWeights()
                        .contact()
                        .perResident()
                        .minutes())
                .isEqualTo(3.2);
        assertThatThrownBy(() -> NormProfile.of(0)).hasMessageContaining("residentsPerOfficer is 0.0");
    }

    @Test
    void evidenceNamesTheUnitThatIsWrong() {
        assertThatThrownBy(() -> UnitEvidence.of("E05000026", -3, 1))
                .hasMessageContaining("residents of unit E05000026 is -3.0");
        assertThatThrownBy(() -> new Initiated(-1, 0, 0)).hasMessageContaining("-1, 0, 0");
    }
}
