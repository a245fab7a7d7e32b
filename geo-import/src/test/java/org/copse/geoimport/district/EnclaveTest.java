package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LayerKind;
import org.junit.jupiter.api.Test;

/** Land of others in the middle of a district. */
class EnclaveTest {
    private final Town town = Town.of("AAB", "C.B", "CDD")
            .residents("A", 1)
            .residents("B", 1)
            .residents("C", 1)
            .residents("D", 1);

    @Test
    void whatHappensThereIsOutsideAndNobodysBeat() {
        IncidentCounter counter = town.map().countIncidents();
        town.points(LayerKind.INCIDENTS, FieldRoles.none(), List.of(Map.of(), Map.of()), 1.5, 1.5, 0.5, 0.5)
                .features()
                .forEach(counter::accept);
        IncidentTally tally = counter.tally();
        assertThat(tally.inside()).isEqualTo(1);
        assertThat(tally.outside()).isEqualTo(1);
        District district = District.assemble(town.map(), DistrictInputs.none().with(tally));
        assertThat(district.unitAt(town.at(1.5, 1.5))).isEqualTo(-1);
        assertThat(district.unitAt(town.at(0.5, 0.5))).isNotNegative();
        assertThat(district.report().enclosed()).hasSize(1);
        assertThat(district.report().notes())
                .anyMatch(note -> note.words().startsWith("The units enclose 1.00 km² at ")
                        && note.words().endsWith("m wide: it stays outside the district."));
    }

    @Test
    void plannerTakesItInByAPositionInIt() {
        UnitMap map = map(new EnclosedChoice(false, List.of(town.at(1.5, 1.5))));
        District district = District.assemble(map, DistrictInputs.none());
        assertThat(district.unitAt(town.at(1.5, 1.5))).isNotNegative();
        assertThat(district.report().enclosed().get(0).included()).isTrue();
        assertThat(map(EnclosedChoice.parse(List.of("ALL"))).enclosed().get(0).included())
                .isTrue();
    }

    @Test
    void refusesAPositionWhereNothingIsEnclosed() {
        assertThatThrownBy(() -> map(new EnclosedChoice(false, List.of(town.at(0.5, 0.5)))))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("no land that units enclose");
    }

    private UnitMap map(EnclosedChoice choice) {
        return UnitMap.of(town.map().layer(), Optional.empty(), Optional.empty(), OptionalDouble.empty(), choice);
    }
}
