package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.Role;
import org.copse.planning.plan.Plan;
import org.junit.jupiter.api.Test;

class BeatNamesTest {
    private final Town town = Town.of("abcdef").residents("a", 10);

    private District district() {
        return District.assemble(
                UnitMap.of(
                        town.units(FieldRoles.none()
                                .with(Role.ID, "ID")
                                .with(Role.POPULATION, "POP")
                                .with(Role.NEIGHBOURHOOD, "AREA")),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty()),
                DistrictInputs.none());
    }

    private BeatNamesTest area(String units, String name) {
        units.chars().forEach(unit -> town.with(String.valueOf((char) unit), "AREA", name));
        return this;
    }

    @Test
    void aBeatIsCalledAfterTheAreaThatCoversMostOfIt() {
        area("abc", "Harbour").area("def", "Mill");

        assertThat(BeatNames.of(district(), Plan.ofBeats(0, 0, 0, 0, 1, 1))).containsExactly("Harbour", "Mill");
    }

    @Test
    void beatsOfOneAreaAreToldApart() {
        area("abcd", "Harbour").area("e", "Harbour 1").area("f", "Mill");

        assertThat(BeatNames.of(district(), Plan.ofBeats(0, 0, 1, 1, 2, 3)))
                .containsExactly("Harbour 2", "Harbour 3", "Harbour 1", "Mill")
                .doesNotHaveDuplicates();
    }

    @Test
    void aBeatInNoAreaHasItsNumber() {
        area("ab", "Harbour");

        assertThat(BeatNames.of(district(), Plan.ofBeats(0, 0, 1, 1, 1, 1))).containsExactly("Harbour", "2");
        assertThat(BeatNames.of(District.assemble(town.map(), DistrictInputs.none()), Plan.ofBeats(0, 0, 1, 1, 2, 2)))
                .containsExactly("1", "2", "3");
    }
}
