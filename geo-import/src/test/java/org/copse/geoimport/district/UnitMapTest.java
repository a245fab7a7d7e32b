package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.Feature;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.junit.jupiter.api.Test;

/** Units, and which of them lie beside each other across which barriers. */
class UnitMapTest {

    @Test
    void refusesTwoUnitsWithOneId() {
        Town town = Town.of("AB").residents("A", 1).residents("B", 1);
        DistrictLayer units = town.units();
        DistrictLayer twice = new DistrictLayer(
                LayerKind.UNITS,
                "units.zip",
                List.of(units.features().get(0), units.features().get(0)),
                units.roles());
        assertThatThrownBy(() -> UnitMap.of(twice, Optional.empty(), Optional.empty(), OptionalDouble.empty()))
                .hasMessageContaining("two units have the id A");
    }

    @Test
    void barrierOnTheLineCutsUnlessItCosts() {
        Town town = Town.of("AB").residents("A", 1).residents("B", 1);
        DistrictLayer river = town.line(LayerKind.BARRIERS, 1, -1, 1, 2);
        UnitMap cut = UnitMap.of(town.units(), Optional.of(river), Optional.empty(), OptionalDouble.empty());
        assertThat(cut.adjacency().components()).isEqualTo(2);
        UnitMap costs = UnitMap.of(town.units(), Optional.of(river), Optional.empty(), OptionalDouble.of(6));
        assertThat(costs.adjacency().graph().edge(0).barrierMinutes()).isEqualTo(6);
        assertThat(costs.cutByKind()).isEmpty();
    }

    @Test
    void cutPairsAreToldByTheCategoryOfTheBarrier() {
        Town town = Town.of("ABC").residents("A", 1).residents("B", 1).residents("C", 1);
        List<Feature> lines = new ArrayList<>();
        for (int x : new int[] {1, 2}) {
            Feature line = town.line(LayerKind.BARRIERS, x, -1, x, 2).features().get(0);
            lines.add(new Feature("l" + x, x, line.geometry(), x == 1 ? Map.of("what", "canal") : Map.of()));
        }
        DistrictLayer told = new DistrictLayer(
                LayerKind.BARRIERS, "lines", lines, FieldRoles.none().with(Role.CATEGORY, "what"));
        UnitMap cut = UnitMap.of(town.units(), Optional.of(told), Optional.empty(), OptionalDouble.empty());
        assertThat(cut.cutByKind()).isEqualTo(Map.of("canal", 1, "", 1));
        DistrictLayer untold = new DistrictLayer(LayerKind.BARRIERS, "lines", lines, FieldRoles.none());
        assertThat(UnitMap.of(town.units(), Optional.of(untold), Optional.empty(), OptionalDouble.empty())
                        .cutByKind())
                .isEmpty();
    }
}
