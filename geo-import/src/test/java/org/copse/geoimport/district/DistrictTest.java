package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.copse.geoimport.district.Town.unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.PlanningListener;
import org.copse.planning.note.Note;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.workload.Reach;
import org.copse.planning.workload.UnitEvidence;
import org.copse.planning.workload.WorkloadTable;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.Test;

class DistrictTest {

    @Test
    void takesResidentsFromTheUnits() {
        District district = assemble(Town.of("AB").residents("A", 1200).residents("B", 800), DistrictInputs.none());
        assertThat(district.evidence()).extracting(UnitEvidence::residents).containsExactly(1200.0, 800.0);
        assertThat(district.evidence()).noneMatch(UnitEvidence::residentsEstimated);
        assertThat(district.crs().code()).isEqualTo("EPSG:3812");
        assertThat(district.evidence().get(0).inhabitedSquareKilometres()).isCloseTo(1, within(1e-3));
        assertThat(district.graph().edgeCount()).isEqualTo(1);
    }

    @Test
    void plansADistrictInWhichAPolygonComesTwice() {
        Town town = Town.of("AB")
                .repeat("B", "C")
                .residents("A", 1200)
                .residents("B", 800)
                .residents("C", 400);
        District district = assemble(town, DistrictInputs.none());
        PlanningProblem problem = district.problem(district.workload(WorkloadWeights.defaults()))
                .staffing(Staffing.sectors(3, 1))
                .build();
        assertThat(problem.unit(2).areaSquareMetres()).isZero();
        Plan plan = new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.iterations(1000, 1),
                        PlanningListener.SILENT,
                        CancelSignal.never())
                .first()
                .plan();
        assertThat(plan.unitCount()).isEqualTo(3);
    }

    @Test
    void joinsATableByKeyAndListsWhatDoesNotMatchOnBothSides() {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("A", 1000L);
        table.put(" b ", 500L);
        table.put("Z9", 77L);
        District district = assemble(Town.of("ABC"), DistrictInputs.none().with(Town.table(table)));
        DistrictReport.Population report = district.report().population();
        assertThat(report.rowsWithoutUnit().first()).containsExactly("Z9");
        assertThat(report.keysMatchedLoosely()).isEqualTo(1);
        assertThat(report.unitsEstimated().count()).isEqualTo(1);
        assertThat(report.unitsEstimated().first().get(0)).startsWith("C: 500, from 1 units in ring 1");
        assertThat(report.counted()).isEqualTo(1500);
        assertThat(report.residentsWithoutUnit()).isEqualTo(77);
        assertThat(district.report().notes())
                .extracting(Note::words)
                .contains(
                        "1 rows with 77 residents found no unit; 500 residents are estimated for 1 units without a figure."
                                + " They may be the same people.");
    }

    @Test
    void beatInSeveralPartsIsOneBeat() {
        Town town = Town.of("ABC").residents("A", 1).residents("B", 1).residents("C", 1);
        DistrictLayer parts = town.boxes(
                LayerKind.AREAS_IN_FORCE, List.of("3100", "3200", "3100"), 0, 0, 1, 1, 1, 0, 2, 1, 2, 0, 3, 1);
        District district = assemble(town, DistrictInputs.none().with(parts));
        assertThat(district.inForceLabels()).containsExactly("3100", "3200");
        assertThat(district.inForce()).containsExactly(0, 1, 0);
    }

    @Test
    void refusesATableWithTwoRowsForOneUnit() {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("A", 1L);
        table.put("a", 2L);
        Town town = Town.of("AB");
        assertThatThrownBy(() -> assemble(town, DistrictInputs.none().with(Town.table(table))))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("two rows for the unit a")
                .hasMessageContaining("rows 1 and 2");
    }

    @Test
    void refusesUnitsWithoutAnyResidents() {
        assertThatThrownBy(() -> assemble(Town.of("AB"), DistrictInputs.none()))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("none of the 2 units has a number of residents");
    }

    @Test
    void estimatesAWholeBoroughFromTheNearestRingThatHasFigures() {
        // the borough b..i lacks figures; e in its middle finds none among its neighbours and looks farther
        Town town = Town.of(
                "JJJJJ", //
                "KbcdL", "KfegL", "KhmiL", "MMMMM");
        town.residents("J", 5000).residents("K", 3000).residents("L", 3000).residents("M", 10000);
        District district = assemble(town, DistrictInputs.none());
        UnitEvidence corner = unit(district, "b");
        assertThat(corner.residentsEstimated()).isTrue();
        assertThat(corner.residents()).isCloseTo(1000, within(2.0)); // (5000 + 3000) over 5 + 3 km²
        UnitEvidence middle = unit(district, "e");
        // ring 2 meets all four: (5000 + 3000 + 3000 + 10000) over 16 km²
        assertThat(middle.residents()).isCloseTo(21_000 / 16.0, within(2.0));
        assertThat(district.report().population().unitsEstimated().first())
                .anyMatch(line -> line.startsWith("e: ") && line.contains("4 units in ring 2"));
        assertThat(district.workload(WorkloadWeights.defaults()).notes())
                .anyMatch(note -> note.words().contains("The residents of 9 of 13 units are estimated"));
    }

    @Test
    void negativeResidentsAreACodeForNotKnown() {
        District district = assemble(Town.of("AB").residents("A", 700).residents("B", -99), DistrictInputs.none());
        assertThat(unit(district, "B").residents()).isCloseTo(700, within(1.0));
        assertThat(unit(district, "B").residentsEstimated()).isTrue();
    }

    @Test
    void countsPlacesByTypeAndListsThoseOutside() {
        Town town = Town.of("AB").residents("A", 1).residents("B", 1);
        DistrictInputs inputs = DistrictInputs.none()
                .with(town.points(LayerKind.WORSHIP, FieldRoles.none(), List.of(), 0.5, 0.5, 0.6, 0.6, 1.5, 0.5))
                .with(town.points(
                        LayerKind.PLACES,
                        FieldRoles.none().with(Role.CATEGORY, "type"),
                        List.of(Map.of("type", "Community Centre"), Map.of("type", "school")),
                        1.2,
                        0.2,
                        9.0,
                        0.5));
        District district = assemble(town, inputs);
        assertThat(unit(district, "A").places()).isEqualTo(Map.of("worship", 2));
        assertThat(unit(district, "B").places()).isEqualTo(Map.of("worship", 1, "community_centre", 1));
        assertThat(district.report().places().get(1).outside().first().get(0)).startsWith("row 2 at 4.");
    }

    @Test
    void neighbourhoodIsTheOneThatCoversMostOfAUnit() {
        Town town = Town.of("ABC").residents("A", 1).residents("B", 1).residents("C", 1);
        DistrictInputs inputs = DistrictInputs.none()
                .with(town.boxes(LayerKind.NEIGHBOURHOODS, List.of("West", "East"), 0, 0, 1.4, 1, 1.4, 0, 2.2, 1))
                .with(town.boxes(LayerKind.AREAS_IN_FORCE, List.of("7"), 0, 0, 1.1, 1));
        District district = assemble(town, inputs);
        WorkloadTable hours = district.workload(WorkloadWeights.defaults());
        PlanningProblem problem = district.problem(hours).build();
        assertThat(List.of(problem.communityOf(0), problem.communityOf(1), problem.communityOf(2)))
                .containsExactly(0, 1, 1);
        assertThat(district.inForce()).containsExactly(0, 0, -1);
        assertThat(district.inForceLabels()).containsExactly("7");
        assertThat(district.report().inForce()).isEqualTo(new DistrictReport.Areas("AREAS_IN_FORCE.geojson", 1, 1));
    }

    @Test
    void partsOfOneNeighbourhoodAddUp() {
        Town town = Town.of("A").residents("A", 1);
        DistrictInputs inputs = DistrictInputs.none()
                .with(town.boxes(
                        LayerKind.NEIGHBOURHOODS,
                        List.of("East", "West", "West"),
                        0.6,
                        0,
                        1,
                        1,
                        0,
                        0,
                        0.3,
                        1,
                        0.3,
                        0,
                        0.6,
                        1));
        assertThat(AreaOfUnit.find(town.map(), inputs, LayerKind.NEIGHBOURHOODS, Role.NEIGHBOURHOOD)
                        .orElseThrow()
                        .labels())
                .containsExactly("West");
    }

    @Test
    void areasThatCoverNoUnitCountAsNotGiven() {
        Town town = Town.of("A").residents("A", 1);
        District district = assemble(
                town,
                DistrictInputs.none()
                        .with(town.boxes(LayerKind.NEIGHBOURHOODS, List.of("Far"), 50, 0, 51, 1))
                        .with(town.boxes(LayerKind.AREAS_IN_FORCE, List.of("7"), 50, 0, 51, 1)));
        assertThat(district.hasCommunities()).isFalse();
        assertThat(district.hasInForce()).isFalse();
        assertThat(district.report().inForce()).isEqualTo(new DistrictReport.Areas("AREAS_IN_FORCE.geojson", 0, 1));
    }

    @Test
    void wayIsFromTheNearestBaseAndTheCentre() {
        Town town = Town.of("ABCD");
        List.of("A", "B", "C", "D").forEach(id -> town.residents(id, 1000));
        DistrictInputs inputs = DistrictInputs.none()
                .with(town.points(LayerKind.BASES, FieldRoles.none(), List.of(), 0.5, 0.5, 3.5, 0.5))
                .withCentre(town.at(1.5, 0.5));
        District district = assemble(town, inputs);
        assertThat(metres(unit(district, "A").toBase())).isCloseTo(0, within(0.5));
        assertThat(metres(unit(district, "B").toBase())).isCloseTo(1000, within(0.5));
        assertThat(metres(unit(district, "D").toCentre())).isCloseTo(2000, within(0.5));
        PlanningProblem problem =
                district.problem(district.workload(WorkloadWeights.defaults())).build();
        assertThat(problem.baseCount()).isEqualTo(2);
        assertThat(problem.minutesFromBase(1, 0)).isCloseTo(18, within(0.1)); // 3 km at 10 km/h
    }

    @Test
    void minutesThatTheUnitsBringComeBeforeADistance() {
        Town town = Town.of("AB").residents("A", 1).residents("B", 1).with("A", "MIN", 17L);
        DistrictLayer units = town.units(town.units().roles().with(Role.MINUTES_TO_CENTRE, "MIN"));
        UnitMap map = UnitMap.of(units, Optional.empty(), Optional.empty(), OptionalDouble.empty());
        District district = District.assemble(map, DistrictInputs.none().withCentre(town.at(0.5, 0.5)));
        assertThat(unit(district, "A").toCentre()).isEqualTo(new Reach.Measured(17));
        assertThat(metres(unit(district, "B").toCentre())).isCloseTo(1000, within(0.5));
    }

    @Test
    void minutesOfMoreThanADayAreACodeForNotKnown() {
        Town town = Town.of("AB").residents("A", 1).residents("B", 1);
        town.with("A", "MIN", 9999L).with("B", "MIN", 1440L);
        DistrictLayer units = town.units(town.units().roles().with(Role.MINUTES_TO_CENTRE, "MIN"));
        UnitMap map = UnitMap.of(units, Optional.empty(), Optional.empty(), OptionalDouble.empty());
        District district = District.assemble(map, DistrictInputs.none());
        assertThat(unit(district, "A").toCentre().isKnown()).isFalse();
        assertThat(unit(district, "B").toCentre()).isEqualTo(new Reach.Measured(1440));
    }

    private static double metres(Reach reach) {
        return ((Reach.Straight) reach).metres();
    }

    private static District assemble(Town town, DistrictInputs inputs) {
        return District.assemble(town.map(), inputs);
    }
}
