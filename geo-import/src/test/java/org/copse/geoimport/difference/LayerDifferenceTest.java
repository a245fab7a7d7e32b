package org.copse.geoimport.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.Feature;
import org.copse.geoimport.difference.LayerDifference.AttributeChange;
import org.copse.geoimport.difference.LayerDifference.Changed;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class LayerDifferenceTest {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static Feature feature(String id, double lon, Map<String, Object> attributes) {
        return new Feature(id, 1, GEOMETRIES.createPoint(new Coordinate(lon, 51)), attributes);
    }

    @Test
    void tellsAddedRemovedAndChangedById() {
        List<Feature> before = List.of(
                feature("a", 1, Map.of("POP", 10L)), feature("b", 2, Map.of("POP", 20L)), feature("c", 3, Map.of()));
        List<Feature> after = List.of(
                feature("b", 2, Map.of("POP", 21L, "NAME", "Beek")),
                feature("c", 3.5, Map.of()),
                feature("d", 4, Map.of()),
                feature("a", 1, Map.of("POP", 10L)));
        LayerDifference difference = LayerDifference.between(before, after, true);
        assertThat(difference.added()).containsExactly("d");
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.unchanged()).isEqualTo(1);
        assertThat(difference.changed()).extracting(Changed::id).containsExactly("b", "c");
        assertThat(difference.changed().get(0).geometry()).isFalse();
        assertThat(difference.changed().get(0).attributes())
                .containsExactlyInAnyOrder(
                        new AttributeChange("POP", 20L, 21L), new AttributeChange("NAME", null, "Beek"));
        assertThat(difference.changed().get(1)).isEqualTo(new Changed("c", null, true, List.of()));
    }

    @Test
    void knowsARenamedFeatureByItsGeometry() {
        LayerDifference difference = LayerDifference.between(
                List.of(feature("old", 1, Map.of("id", "old"))), List.of(feature("new", 1, Map.of("id", "new"))), true);
        assertThat(difference.changed())
                .containsExactly(new Changed("new", "old", false, List.of(new AttributeChange("id", "old", "new"))));
    }

    @Test
    void followsGeometryWhereRowsWereOnlyNumbered() {
        LayerDifference difference = LayerDifference.between(
                List.of(feature("1", 1, Map.of()), feature("2", 2, Map.of())),
                List.of(feature("1", 2, Map.of()), feature("2", 1, Map.of()), feature("3", 3, Map.of())),
                false);
        assertThat(difference.changed()).isEmpty();
        assertThat(difference.unchanged()).isEqualTo(2);
        assertThat(difference.added()).containsExactly("3");
    }

    @Test
    void isEmptyForTheSameFeaturesWhateverTheirOrderAndNumberType() {
        assertThat(LayerDifference.between(
                                List.of(feature("a", 1, Map.of("n", 3L)), feature("b", 2, Map.of())),
                                List.of(feature("b", 2, Map.of()), feature("a", 1, Map.of("n", 3.0))),
                                true)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void everyFeatureIsToldOnce() {
        List<Feature> before = new ArrayList<>();
        List<Feature> after = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            // Many features on few spots, as in open data that snaps positions.
            before.add(feature("a" + i, i % 3, Map.of("n", (long) i)));
            after.add(feature((i % 2 == 0 ? "a" : "b") + i, i % 3, Map.of("n", (long) i % 7)));
        }
        LayerDifference difference = LayerDifference.between(before, after, true);
        long told = difference.added().size() + difference.changed().size() + difference.unchanged();
        assertThat(told).isEqualTo(after.size());
        assertThat(difference.removed().size() + difference.changed().size() + difference.unchanged())
                .isEqualTo(before.size());
    }
}
