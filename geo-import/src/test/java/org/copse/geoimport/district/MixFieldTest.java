package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copse.geoimport.district.Town.unit;

import java.util.List;
import java.util.Map;
import org.copse.geoimport.ImportRefused;
import org.copse.planning.workload.Criterion;
import org.copse.planning.workload.IndexMinutes;
import org.copse.planning.workload.WorkloadWeights;
import org.junit.jupiter.api.Test;

/** What a column of the population mix says: shares, counts or indices. */
class MixFieldTest {

    @Test
    void mixColumnsAreSharesCountsOrIndices() {
        Town town = Town.of("AB").residents("A", 1000).residents("B", 500);
        town.with("A", "SHARE", 0.3).with("A", "COUNT", 40L).with("A", "INCOME", 31_000L);
        town.with("B", "SHARE", 0.1).with("B", "COUNT", 90L).with("B", "INCOME", 18_000L);
        DistrictInputs inputs = DistrictInputs.none()
                .withMix(List.of(MixField.parse("SHARE"), MixField.parse("COUNT"), MixField.parse("INCOME:index-low")));
        District district = District.assemble(town.map(), inputs);
        assertThat(unit(district, "A").groups()).isEqualTo(Map.of("SHARE", 300.0, "COUNT", 40.0));
        assertThat(unit(district, "B").indices()).isEqualTo(Map.of("INCOME", 18_000.0));
        assertThat(district.mixShares()[1]).containsExactly(0.1, 0.18);
        WorkloadWeights weights = district.complete(WorkloadWeights.defaults());
        assertThat(weights.mix().groups().keySet()).containsExactly("SHARE", "COUNT");
        assertThat(weights.mix().indices().values())
                .containsExactly(new IndexMinutes(WorkloadWeights.STARTING_INDEX_MINUTES, true));
        assertThat(district.workload(weights).totalHours(Criterion.MIX)).isPositive();
    }

    @Test
    void numbersWithFractionsCountNobody() {
        Town town = Town.of("AB").residents("A", 1000).residents("B", 500);
        town.with("A", "PERCENT", 12.5).with("B", "PERCENT", 40L);
        District district =
                District.assemble(town.map(), DistrictInputs.none().withMix(List.of(MixField.parse("PERCENT"))));
        assertThat(unit(district, "A").indices()).isEqualTo(Map.of("PERCENT", 12.5));
        assertThat(unit(district, "A").groups()).isEmpty();
    }

    @Test
    void refusesAShareOverOne() {
        Town town = Town.of("AB").residents("A", 1000).residents("B", 500);
        town.with("A", "PERCENT", 0.5).with("B", "PERCENT", 40L);
        DistrictInputs inputs = DistrictInputs.none().withMix(List.of(MixField.parse("PERCENT:share")));
        assertThatThrownBy(() -> District.assemble(town.map(), inputs))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("unit B has 40.0, and a share is at most 1");
    }

    @Test
    void refusesAMixColumnThatIsNotThere() {
        Town town = Town.of("AB").residents("A", 1000).residents("B", 500);
        assertThatThrownBy(() ->
                        District.assemble(town.map(), DistrictInputs.none().withMix(List.of(MixField.parse("ORIGIN")))))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("ORIGIN")
                .satisfies(refused ->
                        assertThat(((ImportRefused) refused).whatToDo()).contains("POP"));
    }
}
