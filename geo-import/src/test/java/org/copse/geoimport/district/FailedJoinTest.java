package org.copse.geoimport.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailedJoinTest {
    @Test
    void namesThreeKeysOfEitherSide() {
        assertThat(FailedJoin.explain(List.of("a1", "b2", "c3", "d4"), List.of("north", "south", "east", "west")))
                .isEqualTo(
                        "The units have ids such as \"a1\", \"b2\", \"c3\", the table has keys such as \"north\", \"south\", \"east\"."
                                + " Nothing tried makes them meet: probably one of the two is another column.");
    }

    @Test
    void findsThePrefixThatKeepsThemApart() {
        assertThat(FailedJoin.explain(
                        List.of("BE21004A", "BE21004B", "BE21015A"), List.of("21004A", "21004B", "21015A")))
                .contains("3 of 3 keys would meet without the \"BE\" before the units' ids");
        assertThat(FailedJoin.explain(List.of("0101", "0102", "0201"), List.of("W-101", "W-102", "W-201")))
                .contains("3 of 3 keys would meet without the \"W-\" before the table's keys");
        assertThat(FailedJoin.explain(List.of("DE-11-01", "DE-11-02"), List.of("Bez1101", "Bez1102")))
                .contains("2 of 2 keys would meet");
    }

    @Test
    void namesThePairsThatWouldMeetOfSomeThatDoNot() {
        assertThat(FailedJoin.find(List.of("E05000231", "E05000232", "E09000001"), List.of("231", "232", "x")))
                .isEmpty();
        assertThat(FailedJoin.find(List.of("W-21004A", "W-21004B"), List.of("21004A", "21004B", "total")))
                .get()
                .satisfies(remedy -> {
                    assertThat(remedy.pairs()).hasSize(2);
                    assertThat(remedy.keys()).isEqualTo("\"21004A\", \"21004B\"");
                    assertThat(remedy.ids()).isEqualTo("\"W-21004A\", \"W-21004B\"");
                });
        assertThat(FailedJoin.find(List.of(), List.of("a"))).isEmpty();
    }

    @Test
    void findsMarksAndEndings() {
        assertThat(FailedJoin.explain(List.of("12.04", "12.05", "13.01"), List.of("12-04", "12-05", "13-01")))
                .contains("without the marks");
        assertThat(FailedJoin.explain(List.of("101", "102", "203"), List.of("101_2", "102_2", "203_2")))
                .contains("3 of 3 keys would meet without the last 2 characters of the table's keys");
    }

    @Test
    void aDistrictNamesRowsThatWouldMeetUnitsWithoutAFigure() {
        Map<String, Object> table = Map.of("A", 1000L, "K-B", 500L, "K-C", 400L);
        Town town = Town.of("ABC");
        District district = District.assemble(town.map(), DistrictInputs.none().with(Town.table(table)));
        assertThat(district.report().notes())
                .filteredOn(note -> note.code().equals("rows-might-meet"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.values()).containsEntry("met", 2);
                    assertThat(note.words()).contains("would meet without the \"K-\" before the table's keys");
                });
    }
}
