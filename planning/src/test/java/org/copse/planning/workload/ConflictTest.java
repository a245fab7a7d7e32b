package org.copse.planning.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final WorkloadWeights WEIGHTS = WorkloadWeights.defaults();

    @Test
    void shrinksRatesAsMarshallDoes() {
        // mean = 40/4000 = 0.01; s² = (1000·0² + 1000·0.01² + 2000·0.005²)/4000 = 0.0000375
        // a = 0.0000375 − 0.01/(4000/3) = 0.00003
        double[] expected = Shrinkage.expectedCounts(new double[] {10, 20, 10}, new double[] {1000, 1000, 2000});
        // belief at 1000: 0.00003/(0.00003 + 0.00001) = 0.75; at 2000: 0.00003/0.000035 = 6/7
        assertThat(expected[0]).isCloseTo(10, within(1e-9));
        assertThat(expected[1]).isCloseTo(1000 * (0.01 + 0.75 * 0.01), within(1e-9));
        assertThat(expected[2]).isCloseTo(2000 * (0.01 - 6.0 / 7 * 0.005), within(1e-9));
    }

    @Test
    void ratesThatChanceExplainsBecomeTheMean() {
        double[] expected = Shrinkage.expectedCounts(new double[] {4, 6}, new double[] {1000, 1000});
        assertThat(expected).containsExactly(5, 5);
    }

    @Test
    void noIncidentsNoConflict() {
        assertThat(Shrinkage.expectedCounts(new double[] {0, 0}, new double[] {1000, 10}))
                .containsExactly(0, 0);
        assertThat(Shrinkage.expectedCounts(new double[0], new double[0])).isEmpty();
    }

    @Test
    void stationSquareWithoutResidentsKeepsItsIncidents() {
        var table = Workload.estimate(townWith(0, 300), WEIGHTS);
        assertThat(table.incidentsPerMonth(20) * 12).isBetween(270.0, 330.0);
    }

    @Test
    void stationSquareWithTwelveResidentsKeepsItsIncidentsToo() {
        var table = Workload.estimate(townWith(12, 300), WEIGHTS);
        assertThat(table.incidentsPerMonth(20) * 12).isBetween(270.0, 330.0);
    }

    @Test
    void fortyPeopleAreNoWarZoneAfterTwoCalls() {
        List<UnitEvidence> town = new ArrayList<>();
        townWith(40, 2)
                .forEach(unit -> town.add(unit.withIncidents(
                        incidents(1, "noise", unit.residents() == 40 ? 2 : Math.round(unit.residents() / 100)))));
        var table = Workload.estimate(town, WEIGHTS);
        double ratePerPerson = table.incidentsPerMonth(20) / 40;
        assertThat(ratePerPerson).isLessThan(2 / 40.0 / 2);
        assertThat(table.incidentsPerMonth(20)).isPositive();
    }

    @Test
    void emptyUnitWithoutIncidentsHasNoConflict() {
        assertThat(Workload.estimate(townWith(0, 0), WEIGHTS).hours(20, Term.CONFLICT))
                .isZero();
    }

    @Test
    void countsAreAMonthOfThePeriodGiven() {
        var year = UnitEvidence.of("a", 1000, 0).withIncidents(incidents(12, "noise", 120));
        var month = UnitEvidence.of("a", 1000, 0).withIncidents(incidents(1, "noise", 10));
        // one unit is its own mean: 10 incidents a month × 10 minutes
        assertThat(Workload.estimate(List.of(year), WEIGHTS).hours(0, Term.CONFLICT))
                .isCloseTo(100 / 60.0, within(1e-12));
        assertThat(Workload.estimate(List.of(month), WEIGHTS).hours(0, Term.CONFLICT))
                .isCloseTo(100 / 60.0, within(1e-12));
    }

    @Test
    void policeInitiatedIncidentsDoNotCount() {
        var unit = UnitEvidence.of("a", 1000, 0)
                .withIncidents(new IncidentCounts(1, Map.of("noise", new Initiated(3, 50, 2))));
        var table = Workload.estimate(List.of(unit), WEIGHTS);
        assertThat(table.incidentsPerMonth(0)).isCloseTo(5, within(1e-12));
        assertThat(table.incidents()).isEqualTo(new IncidentTotals(55, 5, 50, 0, 2, 1));
        assertThat(table.incidents().shareLeftOut()).isCloseTo(50 / 55.0, within(1e-12));
    }

    @Test
    void unknownCountsUnlessItsCategoryIsPoliceFound() {
        var unit = UnitEvidence.of("a", 1000, 0)
                .withIncidents(new IncidentCounts(
                        1,
                        Map.of(
                                "Drug offences", new Initiated(1, 0, 40),
                                "noise", new Initiated(0, 0, 7))));
        var table = Workload.estimate(List.of(unit), WEIGHTS);
        assertThat(table.incidentsPerMonth(0)).isCloseTo(8, within(1e-12));
        assertThat(table.incidents()).isEqualTo(new IncidentTotals(48, 8, 0, 40, 7, 1));
    }

    @Test
    void categoriesHaveMinutesOfTheirOwn() {
        ConflictWeights conflict = new ConflictWeights(
                new Minutes(10, "test", "test"), Map.of("Noise", new Minutes(30, "test", "test")), List.of("drug"));
        var weights = new WorkloadWeights(
                "test",
                WEIGHTS.contact(),
                WEIGHTS.mix(),
                conflict,
                WEIGHTS.places(),
                WEIGHTS.travel(),
                WEIGHTS.access(),
                WEIGHTS.officer());
        var unit = UnitEvidence.of("a", 1000, 0)
                .withIncidents(new IncidentCounts(
                        1, Map.of("noise", new Initiated(2, 0, 0), "theft", new Initiated(3, 0, 0))));
        assertThat(Workload.estimate(List.of(unit), weights).hours(0, Term.CONFLICT))
                .isCloseTo((2 * 30 + 3 * 10) / 60.0, within(1e-12));
    }

    @Test
    void whoLivesInAUnitNeverChangesItsConflict() {
        Random random = new Random(7);
        List<UnitEvidence> units = new ArrayList<>();
        List<Map<String, Double>> groups = new ArrayList<>();
        List<Map<String, Double>> indices = new ArrayList<>();
        for (int u = 0; u < 60; u++) {
            double residents = random.nextInt(4000);
            units.add(UnitEvidence.of("u" + u, residents, 1).withIncidents(incidents(12, "noise", random.nextInt(90))));
            groups.add(Map.of("origin", residents * random.nextDouble()));
            indices.add(Map.of("income", random.nextDouble()));
        }
        MixWeights mix = new MixWeights(
                Map.of("origin", WorkloadWeights.STARTING_GROUP_MINUTES),
                Map.of("income", new IndexMinutes(WorkloadWeights.STARTING_INDEX_MINUTES, true)),
                0.25);
        var before = Workload.estimate(mixed(units, groups, indices), WEIGHTS.with(mix));
        Collections.shuffle(groups, random);
        Collections.shuffle(indices, random);
        var after = Workload.estimate(mixed(units, groups, indices), WEIGHTS.with(mix));
        boolean mixMoved = false;
        for (int u = 0; u < units.size(); u++) {
            assertThat(Double.doubleToLongBits(after.hours(u, Term.CONFLICT)))
                    .isEqualTo(Double.doubleToLongBits(before.hours(u, Term.CONFLICT)));
            assertThat(Double.doubleToLongBits(after.reactiveHours(u)))
                    .isEqualTo(Double.doubleToLongBits(before.reactiveHours(u)));
            mixMoved |= after.hours(u, Term.MIX) != before.hours(u, Term.MIX);
        }
        assertThat(mixMoved).isTrue();
    }

    @Test
    void flagsBeatsWhoseAnsweringEatsTheProtectedTime() {
        var calm = UnitEvidence.of("calm", 1000, 0).withIncidents(incidents(1, "noise", 10));
        var busy = UnitEvidence.of("busy", 1000, 0).withIncidents(incidents(1, "noise", 1000));
        var table = Workload.estimate(List.of(calm, busy), WEIGHTS);
        assertThat(table.isProtectedTimeEaten(new int[] {0})).isFalse();
        assertThat(table.isProtectedTimeEaten(new int[] {1})).isTrue();
    }

    @Test
    void reactiveHoursTakeTheirShareOfTheWay() {
        var unit = UnitEvidence.of("a", 1500, 2).withIncidents(incidents(1, "noise", 80));
        var table = Workload.estimate(List.of(unit), WEIGHTS);
        // 1500 × 0.8 / 15 = 80 contacts and 80 incidents: half the way answers incidents
        assertThat(table.reactiveHours(0))
                .isCloseTo(table.hours(0, Term.CONFLICT) + table.hours(0, Term.TRAVEL) / 2, within(1e-9));
    }

    /** Twenty units of 1,000 to 2,900 residents with a call a year per 20 to 58 of them, and one more unit. */
    private static List<UnitEvidence> townWith(double residents, long incidentsInAYear) {
        List<UnitEvidence> units = new ArrayList<>();
        for (int u = 0; u < 20; u++) {
            int people = 1000 + 100 * u;
            units.add(UnitEvidence.of("u" + u, people, 1).withIncidents(incidents(12, "noise", people / (20 + 2 * u))));
        }
        units.add(UnitEvidence.of("square", residents, 0.1).withIncidents(incidents(12, "noise", incidentsInAYear)));
        return units;
    }

    private static List<UnitEvidence> mixed(
            List<UnitEvidence> units, List<Map<String, Double>> groups, List<Map<String, Double>> indices) {
        List<UnitEvidence> mixed = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            mixed.add(units.get(u).withMix(groups.get(u), indices.get(u)));
        }
        return mixed;
    }

    private static IncidentCounts incidents(double months, String category, long byResidents) {
        return new IncidentCounts(months, Map.of(category, new Initiated(byResidents, 0, 0)));
    }
}
