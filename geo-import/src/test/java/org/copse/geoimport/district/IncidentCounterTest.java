package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.incident.IncidentPeriod;
import org.copse.planning.workload.CategoryRule;
import org.copse.planning.workload.ConflictWeights;
import org.copse.planning.workload.Counted;
import org.copse.planning.workload.IncidentTotals;
import org.copse.planning.workload.Initiated;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class IncidentCounterTest {

    private static final FieldRoles ROLES = FieldRoles.none()
            .with(Role.CATEGORY, "type")
            .with(Role.INITIATOR, "by")
            .with(Role.DATE, "date");

    @Test
    void countsByUnitCategoryAndWhoStartedIt() {
        Town town = Town.of("AB").residents("A", 1).residents("B", 1);
        IncidentTally tally = count(
                town,
                List.of(
                        Map.of("type", "noise", "by", "resident", "date", "2025-01-03"),
                        Map.of("type", "noise", "by", "Police patrol", "date", "2025-02-03"),
                        Map.of("type", "noise", "date", "2025-12-31T23:10:00"),
                        Map.of("by", "citizen call", "date", "2025-12")),
                0.5,
                0.5,
                0.2,
                0.7,
                0.9,
                0.1,
                1.5,
                0.5);
        assertThat(tally.byUnit().get(0)).isEqualTo(Map.of("noise", new Initiated(1, 1, 1)));
        assertThat(tally.byUnit().get(1)).isEqualTo(Map.of("not stated", new Initiated(1, 0, 0)));
        assertThat(tally.months()).isCloseTo(363 / 30.4375, within(1e-12));
        assertThat(tally.monthsHow()).isEqualTo("from 2025-01-03 to 2025-12-31, 363 days");
        assertThat(tally.inside()).isEqualTo(4);
    }

    @Test
    void listsIncidentsOutsideEveryUnit() {
        IncidentTally tally = count(Town.of("A").residents("A", 1), List.of(Map.of(), Map.of()), 0.5, 0.5, 4.0, 0.5);
        assertThat(tally.outside()).isEqualTo(1);
        assertThat(tally.outsideExamples().get(0).row()).isEqualTo(2);
        assertThat(tally.monthsHow()).isEqualTo("no incident has a date, taken to be a year");
        assertThat(tally.undated()).isEqualTo(1);
    }

    @Test
    void incidentOnTheStreetBetweenTwoUnitsCountsForTheNearerOne() {
        // a street of 40 m between two blocks: the incident lies 10 m from the western one
        Town town = Town.of("A").residents("A", 1);
        DistrictLayer blocks = town.boxes(LayerKind.UNITS, List.of("west", "east"), 0, 0, 1, 1, 1.04, 0, 2, 1);
        List<Feature> features = blocks.features().stream()
                .map(block -> new Feature(
                        block.text("NAME").orElseThrow(), block.row(), block.geometry(), Map.of("POP", 10L)))
                .toList();
        UnitMap map = UnitMap.of(
                new DistrictLayer(
                        LayerKind.UNITS,
                        "blocks.geojson",
                        features,
                        FieldRoles.none().with(Role.POPULATION, "POP")),
                Optional.empty(),
                Optional.empty(),
                java.util.OptionalDouble.empty());
        IncidentCounter counter = map.countIncidents();
        town.points(LayerKind.INCIDENTS, ROLES, List.of(), 1.01, 0.5).features().forEach(counter::accept);
        IncidentTally tally = counter.tally();
        assertThat(tally.byUnit().get(0)).hasSize(1);
        assertThat(tally.byUnit().get(1)).isEmpty();
        assertThat(map.adjacency().toleranceMetres()).isPositive();
    }

    @Test
    void datesOutsideTheDistrictDoNotStretchThePeriod() {
        Town town = Town.of("A").residents("A", 1);
        IncidentTally tally =
                count(town, List.of(Map.of("date", "2025-03-01"), Map.of("date", "2019-01-01")), 0.5, 0.5, 4.0, 0.5);
        assertThat(tally.months()).isCloseTo(1 / 30.4375, within(1e-12));
    }

    @Test
    void leavesOutAndCountsWhatLiesOutsideTheStatedPeriod() {
        Town town = Town.of("A").residents("A", 1);
        IncidentCounter counter = town.map().countIncidents(Optional.of(IncidentPeriod.parse("2025-01..2025-02")));
        counter.begin(ROLES);
        town.points(
                        LayerKind.INCIDENTS,
                        ROLES,
                        List.of(
                                Map.of("date", "2024-12-31"),
                                Map.of("date", "2025-01-01"),
                                Map.of("date", "2025-02-28T23:59"),
                                Map.of("date", "2025-03-01"),
                                Map.of()),
                        0.5,
                        0.5,
                        0.5,
                        0.5,
                        0.5,
                        0.5,
                        0.5,
                        0.5,
                        0.5,
                        0.5)
                .features()
                .forEach(counter::accept);
        IncidentTally tally = counter.tally();
        assertThat(tally.inside()).isEqualTo(3);
        assertThat(tally.outsidePeriod()).isEqualTo(2);
        assertThat(tally.undated()).isEqualTo(1);
        assertThat(tally.months()).isCloseTo(59 / 30.4375, within(1e-12));
        assertThat(tally.monthsHow()).isEqualTo("stated: from 2025-01-01 to 2025-02-28, 59 days");
        District district = District.assemble(town.map(), DistrictInputs.none().with(tally));
        assertThat(Objects.requireNonNull(district.report().incidents()).outsidePeriod())
                .isEqualTo(2);
    }

    @Test
    void categoriesThatPoliceFindCountOnlyWhereResidentsReportedThem() {
        Town town = Town.of("A").residents("A", 1);
        IncidentTally tally = count(
                town,
                List.of(
                        Map.of("type", "ASSAULT W/DANGEROUS WEAPON"),
                        Map.of("type", "WEAPONS"),
                        Map.of("type", "WEAPONS", "by", "citizen"),
                        Map.of("type", "ASSAULT W/DANGEROUS WEAPON", "by", "police")),
                0.5,
                0.5,
                0.5,
                0.5,
                0.5,
                0.5,
                0.5,
                0.5);
        District district = District.assemble(town.map(), DistrictInputs.none().with(tally));
        IncidentTotals totals = district.workload(WorkloadWeights.defaults()).incidents();
        assertThat(totals.counted()).isEqualTo(2);
        assertThat(totals.policeFound()).isEqualTo(1);
        assertThat(totals.policeInitiated()).isEqualTo(1);
        WorkloadWeights completed = district.complete(WorkloadWeights.defaults());
        assertThat(completed.conflict().ruleOf("weapons").counted()).isEqualTo(Counted.REPORTED);
        assertThat(district.complete(completed)).isEqualTo(completed);
        WorkloadWeights chosen = completed.with(new ConflictWeights(
                completed.conflict().perIncident(),
                Map.of(),
                Map.of("weapons", new CategoryRule(Counted.ALL, "residents call about them here", "a planner"))));
        assertThat(district.workload(chosen).incidents().counted()).isEqualTo(3);
    }

    @Test
    void refusesDatesOverMoreThanACentury() {
        Town town = Town.of("A").residents("A", 1);
        IncidentTally tally =
                count(town, List.of(Map.of("date", "2025-03-01"), Map.of("date", "1901-01-01")), 0.5, 0.5, 0.6, 0.5);
        UnitMap map = town.map();
        assertThatThrownBy(() -> District.assemble(map, DistrictInputs.none().with(tally)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("they span 1490 months, from 1901-01-01 to 2025-03-01, 45351 days");
        District stated = District.assemble(map, DistrictInputs.none().with(tally.overMonths(3)));
        assertThat(stated.evidence().get(0).incidents().months()).isEqualTo(3);
    }

    @Test
    void residentsWhoCallThePoliceStartedIt() {
        Town town = Town.of("A").residents("A", 1);
        IncidentTally tally = count(
                town,
                List.of(
                        Map.of("by", "citizen call to police"),
                        Map.of("by", "officer-initiated call"),
                        Map.of("by", "proactive police work in public"),
                        Map.of("by", "initiated by a resident")),
                0.5,
                0.5,
                0.5,
                0.5,
                0.5,
                0.5,
                0.5,
                0.5);
        assertThat(tally.byUnit().get(0)).isEqualTo(Map.of("not stated", new Initiated(2, 2, 0)));
    }

    @Test
    void countsAMillionPointsInSeconds() {
        Town town = Town.of("ABCDEFGH", "IJKLMNOP", "QRSTUVWX");
        "ABCDEFGHIJKLMNOPQRSTUVWX".chars().forEach(c -> town.residents(String.valueOf((char) c), 1));
        IncidentCounter counter = town.map().countIncidents();
        LonLat west = town.at(0, 3);
        LonLat east = town.at(8, 0);
        Random random = new Random(5);
        GeometryFactory geometry = new GeometryFactory();
        long began = System.nanoTime();
        for (int i = 0; i < 1_000_000; i++) {
            Coordinate at = new Coordinate(
                    west.lon() + random.nextDouble() * (east.lon() - west.lon()),
                    west.lat() + random.nextDouble() * (east.lat() - west.lat()));
            counter.accept(new Feature("i", i + 1L, geometry.createPoint(at), Map.of()));
        }
        IncidentTally tally = counter.tally();
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(20);
        assertThat(tally.inside() + tally.outside()).isEqualTo(1_000_000);
        assertThat(tally.inside()).isGreaterThan(950_000);
    }

    private static IncidentTally count(Town town, List<Map<String, Object>> attributes, double... columnRow) {
        IncidentCounter counter = town.map().countIncidents();
        counter.begin(ROLES);
        town.points(LayerKind.INCIDENTS, ROLES, attributes, columnRow)
                .features()
                .forEach(counter::accept);
        return counter.tally();
    }
}
