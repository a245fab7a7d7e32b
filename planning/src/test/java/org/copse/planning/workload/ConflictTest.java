package org.copse.planning.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.copse.planning.note.Note;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final WorkloadWeights WEIGHTS = WorkloadWeights.defaults();

    @Test
    void shrinksRatesAsMarshallDoes() {
        // mean = 40/4000 = 0.01; s² = (1000·0² + 1000·0.01² + 2000·0.005²)/4000 = 0.0000375
        // a = 0.0000375 − 0.01/(4000/3) = 0.00003
        double[] expected = Shrinkage.expectedCounts(new double[] {10, 20, 10}, new double[] {1000, 1000, 2000});
        // belief at 1000: 0.00003/(0.00003 + 0.00001) = 0.75; at 2000: 0.00003/0.000035 = 6/7
        // 10 + 17.5 + 11 3/7 are 38 13/14, and there were 40
        double factor = 40 / (38 + 13.0 / 14);
        assertThat(expected[0]).isCloseTo(factor * 10, within(1e-9));
        assertThat(expected[1]).isCloseTo(factor * 1000 * (0.01 + 0.75 * 0.01), within(1e-9));
        assertThat(expected[2]).isCloseTo(factor * 2000 * (0.01 - 6.0 / 7 * 0.005), within(1e-9));
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
        assertThat(table.smoothedIncidentsPerMonth(20) * 12).isBetween(270.0, 330.0);
    }

    @Test
    void stationSquareWithTwelveResidentsKeepsItsIncidentsToo() {
        var table = Workload.estimate(townWith(12, 300), WEIGHTS);
        assertThat(table.smoothedIncidentsPerMonth(20) * 12).isBetween(270.0, 330.0);
    }

    @Test
    void fortyPeopleAreNoWarZoneAfterTwoCalls() {
        List<UnitEvidence> town = new ArrayList<>();
        townWith(40, 2)
                .forEach(unit -> town.add(unit.withIncidents(
                        incidents(1, "noise", unit.residents() == 40 ? 2 : Math.round(unit.residents() / 100)))));
        var table = Workload.estimate(town, WEIGHTS);
        double ratePerPerson = table.smoothedIncidentsPerMonth(20) / 40;
        assertThat(ratePerPerson).isLessThan(2 / 40.0 / 2);
        assertThat(table.smoothedIncidentsPerMonth(20)).isPositive();
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
        assertThat(table.incidents())
                .isEqualTo(new IncidentTotals(
                        55,
                        5,
                        50,
                        0,
                        0,
                        2,
                        1,
                        List.of(new CategoryTotals("noise", 3, 50, 2, 5, CategoryRule.UNDECIDED))));
        assertThat(table.incidents().shareLeftOut()).isCloseTo(50 / 55.0, within(1e-12));
    }

    @Test
    void unknownCountsUnlessItsCategoryIsOneThatPoliceFind() {
        var unit = UnitEvidence.of("a", 1000, 0)
                .withIncidents(new IncidentCounts(
                        1,
                        Map.of(
                                "Drug offences", new Initiated(1, 0, 40),
                                "noise", new Initiated(0, 0, 7))));
        CategoryRule found = new CategoryRule(Counted.REPORTED, "police find these", "test");
        var table = Workload.estimate(List.of(unit), ruled(Map.of(" DRUG offences", found)));
        assertThat(table.incidentsPerMonth(0)).isCloseTo(8, within(1e-12));
        assertThat(table.incidentsCounted(0)).isEqualTo(8);
        assertThat(table.incidents())
                .isEqualTo(new IncidentTotals(
                        48,
                        8,
                        0,
                        40,
                        0,
                        7,
                        1,
                        List.of(
                                new CategoryTotals("Drug offences", 1, 0, 40, 1, found),
                                new CategoryTotals("noise", 0, 0, 7, 7, CategoryRule.UNDECIDED))));
        assertThat(table.notes())
                .extracting(Note::words)
                .contains("40 of 48 incidents are left out of conflict: 40 of Drug offences (police find these).");
    }

    @Test
    void plannerLeavesCategoryOutWhoeverReportedIt() {
        var unit = UnitEvidence.of("a", 1000, 0)
                .withIncidents(new IncidentCounts(1, Map.of("parking", new Initiated(5, 2, 3))));
        CategoryRule none = new CategoryRule(Counted.NONE, "wardens do this", "a planner");
        var table = Workload.estimate(List.of(unit), ruled(Map.of("parking", none)));
        assertThat(table.hours(0, Term.CONFLICT)).isZero();
        assertThat(table.incidents().leftOut()).isEqualTo(8);
        assertThat(table.incidents().policeInitiated()).isEqualTo(2);
        assertThat(table.notes())
                .extracting(Note::words)
                .contains("10 of 10 incidents are left out of conflict: 2 that police started;"
                        + " 8 of parking (wardens do this).");
    }

    @Test
    void proposedRulesNeverOverrideThePlanners() {
        CategoryRule planned = new CategoryRule(Counted.ALL, "ours are calls", "a planner");
        ConflictWeights weights = ruled(Map.of("Drugs ", planned)).conflict();
        CategoryRule proposed = CategoryRule.proposed(Counted.REPORTED, "drugs");
        ConflictWeights completed = weights.proposing(Map.of("DRUGS", proposed, "Weapons", proposed));
        assertThat(completed.ruleOf("drugs")).isEqualTo(planned);
        assertThat(completed.ruleOf("weapons")).isEqualTo(proposed);
        assertThat(completed.proposing(Map.of("DRUGS", proposed, "Weapons", proposed)))
                .isEqualTo(completed);
    }

    @Test
    void smoothingKeepsTheDistrictsTotal() {
        Random random = new Random(11);
        List<UnitEvidence> units = new ArrayList<>();
        for (int u = 0; u < 80; u++) {
            units.add(UnitEvidence.of("u" + u, u % 9 == 0 ? 0 : random.nextInt(5000), 1)
                    .withIncidents(new IncidentCounts(
                            2.5,
                            Map.of(
                                    "noise", new Initiated(random.nextInt(300), 0, 0),
                                    "theft", new Initiated(0, 0, random.nextInt(9))))));
        }
        var table = Workload.estimate(units, WEIGHTS);
        double raw = 0;
        double smoothed = 0;
        long counted = 0;
        for (int u = 0; u < 80; u++) {
            counted += table.incidentsCounted(u);
            raw += table.incidentsPerMonth(u);
            smoothed += table.smoothedIncidentsPerMonth(u);
        }
        assertThat(counted).isEqualTo(table.incidents().counted());
        assertThat(raw).isCloseTo(counted / 2.5, within(1e-6));
        assertThat(smoothed).isCloseTo(raw, within(1e-6));
    }

    private static WorkloadWeights ruled(Map<String, CategoryRule> rules) {
        return WEIGHTS.with(new ConflictWeights(WEIGHTS.conflict().perIncident(), Map.of(), rules));
    }

    @Test
    void categoriesHaveMinutesOfTheirOwn() {
        ConflictWeights conflict = new ConflictWeights(
                new Minutes(10, "test", "test"), Map.of("Noise", new Minutes(30, "test", "test")), Map.of());
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
        assertThat(table.warnings(new int[] {0})).isEmpty();
        assertThat(table.warnings(new int[] {1})).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("protected-time-eaten");
            assertThat(warning.values())
                    .containsEntry("share", table.reactiveShare(new int[] {1}))
                    .containsEntry("protectedShare", WEIGHTS.officer().protectedShare());
            assertThat(warning.words()).startsWith("Answering incidents takes ").endsWith(" %.");
        });
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
