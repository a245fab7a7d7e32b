package org.copse.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.server.publication.BeatTerritory;
import org.copse.server.publication.NewPlan;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Units lie in a row, one degree each; letters name the beat of each unit before and now, digits its hundreds of residents. */
class CarryOverTest {

    @Test
    void keepsAnOfficerWhereMostResidentsStay() {
        assertThat(match("AAABBB", "xxxxyy", "111111", "AB")).isEqualTo(Map.of("x", "A", "y", "B"));
    }

    @Test
    void countsResidentsNotUnits() {
        assertThat(match("AAB", "xyy", "911", "AB")).isEqualTo(Map.of("x", "A", "y", "B"));
        assertThat(match("AAB", "xyy", "119", "AB")).isEqualTo(Map.of("x", "A", "y", "B"));
        assertThat(match("AAAB", "yxxx", "3111", "A")).isEqualTo(Map.of("y", "A"));
    }

    @Test
    void leavesABeatWithoutOfficerWhenThereAreMoreBeatsThanBefore() {
        assertThat(match("AAABB", "xxyzz", "11111", "AB")).isEqualTo(Map.of("x", "A", "z", "B"));
    }

    @Test
    void passesNobodyOnFromABeatWithoutOfficer() {
        assertThat(match("AAABBB", "xxxyyy", "111111", "B")).isEqualTo(Map.of("y", "B"));
    }

    @Test
    void ignoresUnitsWithoutResidents() {
        assertThat(match("AAB", "xyy", "001", "AB")).isEqualTo(Map.of("y", "B"));
    }

    private static Map<String, String> match(String before, String now, String residents, String withOfficer) {
        List<BeatTerritory> beats = new ArrayList<>();
        before.chars().distinct().forEach(letter -> {
            String id = Character.toString(letter);
            Envelope land = new Envelope(before.indexOf(id), before.lastIndexOf(id) + 1, 0, 1);
            beats.add(new BeatTerritory(id, id, "1", "1", 0, 0, new GeometryFactory().toGeometry(land)));
        });
        List<NewPlan.Unit> units = new ArrayList<>();
        for (int i = 0; i < now.length(); i++) {
            units.add(new NewPlan.Unit(
                    "u" + i,
                    now.substring(i, i + 1),
                    100 * (residents.charAt(i) - '0'),
                    new NewPlan.Position(i + 0.5, 0.5)));
        }
        return CarryOver.of(beats, units).match(Set.of(withOfficer.split("")));
    }
}
