package org.copse.planning.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadTermsTest {

    private static final WorkloadWeights WEIGHTS = WorkloadWeights.defaults();

    @Test
    void contactIsMinutesPerResident() {
        var table = Workload.estimate(List.of(UnitEvidence.of("a", 3000, 1)), WEIGHTS);
        assertThat(table.hours(0, Term.CONTACT)).isEqualTo(40.0); // 3000 × 0.8 / 60
    }

    @Test
    void travelIsTheTourThroughTheVisits() {
        // 3000 × 0.8 / 15 = 160 contacts; 0.7124 × √(2 × 160 × 20) / 4 = 0.7124 × 80 / 4
        var table = Workload.estimate(List.of(UnitEvidence.of("a", 3000, 2)), WEIGHTS);
        assertThat(table.hours(0, Term.TRAVEL)).isCloseTo(14.248, within(1e-9));
    }

    @Test
    void sparseLandCostsMoreThanDenseLand() {
        var table = Workload.estimate(
                List.of(UnitEvidence.of("dense", 3000, 1), UnitEvidence.of("sparse", 3000, 100)), WEIGHTS);
        assertThat(table.hours(1, Term.TRAVEL)).isCloseTo(10 * table.hours(0, Term.TRAVEL), within(1e-9));
    }

    @Test
    void placesAreVisits() {
        var unit = UnitEvidence.of("a", 0, 0).withPlaces(Map.of("worship", 3, "kiosk", 6));
        // 3 × 2 visits × 45 min + 6 × 1 visit × 20 min = 270 + 120 = 390 min
        assertThat(Workload.estimate(List.of(unit), WEIGHTS).hours(0, Term.PLACES))
                .isEqualTo(6.5);
    }

    @Test
    void everyVisitLengthensTheTour() {
        var unit = UnitEvidence.of("a", 0, 2).withPlaces(Map.of("worship", 10));
        // 20 visits: 0.7124 × √(2 × 20 × 20) / 4
        assertThat(Workload.estimate(List.of(unit), WEIGHTS).hours(0, Term.TRAVEL))
                .isCloseTo(0.7124 * Math.sqrt(800) / 4, within(1e-12));
    }

    @Test
    void accessIsTheWayThereAndBackOnEachShift() {
        var unit = UnitEvidence.of("a", 3000, 0).withReach(new Reach.Measured(15), Reach.unknown());
        // 40 h / 140 h = 0.2857 officers × 20 shifts × 2 × 15 min / 60 = 2.857 h
        assertThat(Workload.estimate(List.of(unit), WEIGHTS).hours(0, Term.ACCESS))
                .isCloseTo(40.0 / 140 * 20 * 2 * 15 / 60, within(1e-12));
    }

    @Test
    void theCentreCountsByItsShareOfShifts() {
        var unit = UnitEvidence.of("a", 3000, 0).withReach(new Reach.Measured(15), new Reach.Measured(30));
        // (15 + 0.2 × 30) = 21 minutes one way
        assertThat(Workload.estimate(List.of(unit), WEIGHTS).hours(0, Term.ACCESS))
                .isCloseTo(40.0 / 140 * 20 * 2 * 21 / 60, within(1e-12));
    }

    @Test
    void distanceBecomesMinutesRingByRing() {
        // 3 km at 10 km/h = 18 min, 7 km at 16 km/h = 26.25 min, then 25 km/h for ever: 25 km = 60 min
        AccessWeights access = WEIGHTS.access();
        assertThat(access.minutesFor(3_000)).isCloseTo(18, within(1e-9));
        assertThat(access.minutesFor(10_000)).isCloseTo(44.25, within(1e-9));
        assertThat(access.minutesFor(35_000)).isCloseTo(104.25, within(1e-9));
        assertThat(access.minutesFor(0)).isZero();
    }

    @Test
    void mixAddsMinutesPerMemberAndByRank() {
        MixWeights mix = new MixWeights(
                Map.of("newcomers", minutes(0.2)),
                Map.of(
                        "deprivation",
                        new IndexMinutes(minutes(0.1), false),
                        "income",
                        new IndexMinutes(minutes(0.06), true)),
                0.25);
        List<UnitEvidence> units = List.of(
                UnitEvidence.of("low", 1000, 0)
                        .withMix(Map.of("newcomers", 0.0), Map.of("deprivation", 1.0, "income", 30.0)),
                UnitEvidence.of("mid", 1000, 0)
                        .withMix(Map.of("newcomers", 90.0), Map.of("deprivation", 5.0, "income", 20.0)),
                UnitEvidence.of("high", 1000, 0)
                        .withMix(Map.of("newcomers", 300.0), Map.of("deprivation", 9.0, "income", 10.0)));
        var table = Workload.estimate(units, WEIGHTS.with(mix));
        assertThat(table.hours(0, Term.MIX)).isZero();
        // 90 × 0.2 + 1000 × (0.1 × 0.5 + 0.06 × 0.5) = 18 + 80 = 98 min
        assertThat(table.hours(1, Term.MIX)).isCloseTo(98 / 60.0, within(1e-12));
        // 300 × 0.2 + 1000 × 0.16 = 220 min, over the cap of 0.25 × 1000 × 0.8 = 200 min
        assertThat(table.hours(2, Term.MIX)).isCloseTo(200 / 60.0, within(1e-12));
        assertThat(table.isMixCapped(1)).isFalse();
        assertThat(table.isMixCapped(2)).isTrue();
        assertThat(table.warnings(new int[] {1, 2})).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("mix-capped");
            assertThat(warning.values()).containsEntry("units", 1L).containsEntry("of", 2);
        });
        assertThat(table.notes()).anyMatch(note -> note.words().contains("in 1 of 3 units it is capped at 25 %"));
    }

    @Test
    void unitWithoutAnIndexGetsNoMinutesForItAndIsCounted() {
        MixWeights mix = new MixWeights(Map.of(), Map.of("income", new IndexMinutes(minutes(0.1), true)), 0.25);
        List<UnitEvidence> units = List.of(
                UnitEvidence.of("known", 1000, 0).withMix(Map.of(), Map.of("income", 10.0)),
                UnitEvidence.of("unknown", 1000, 0));
        var table = Workload.estimate(units, WEIGHTS.with(mix));
        assertThat(table.hours(1, Term.MIX)).isZero();
        assertThat(table.notes()).anyMatch(note -> note.words().contains("1 of 2 units have no value of income"));
    }

    @Test
    void loadIsReportedWhateverItIs() {
        var table = Workload.estimate(List.of(UnitEvidence.of("a", 21_000, 0)), WEIGHTS); // 280 h
        assertThat(table.load(1)).isEqualTo(2.0);
        assertThat(table.load(4)).isEqualTo(0.5);
        assertThat(table.officersNeeded()).isEqualTo(2.0);
    }

    @Test
    void tiesShareTheirRank() {
        PercentileRank rank = new PercentileRank(new double[] {1, 5, 5, 9});
        assertThat(rank.of(1)).isZero();
        assertThat(rank.of(5)).isEqualTo(0.5);
        assertThat(rank.of(9)).isEqualTo(1.0);
        assertThat(new PercentileRank(new double[] {7, 7, 7}).of(7)).isEqualTo(0.5);
        assertThat(new PercentileRank(new double[] {7}).of(7)).isEqualTo(0.5);
    }

    private static Minutes minutes(double minutes) {
        return new Minutes(minutes, "for the test", "test");
    }
}
