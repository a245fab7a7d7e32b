package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

@OnBothDatabases
class LayerRepositoryIT {
    private static final String EAST = "POLYGON ((2.8 51.4, 2.9 51.4, 2.9 51.5, 2.8 51.5, 2.8 51.4))";

    private final TestDatabase database;
    private final LayerRepository layers;
    private final FeatureRepository features;

    LayerRepositoryIT(TestDatabase database) {
        this.database = database;
        this.layers = new LayerRepository(database.jdbc());
        this.features = new FeatureRepository(database.dataSource(), database.jdbc());
    }

    @Test
    void keepsEveryFeatureWithItsPlaceAndAttributesInOrder() throws Exception {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("zone", "tab\there, back\\slash,\nline");
        attributes.put("POP", 1234L);
        attributes.put("share", 0.25);
        attributes.put("open", true);
        UUID layer = store(
                "order",
                List.of(
                        new Feature("b\t1", 1, wkt("POINT (2.72 51.42)"), attributes),
                        new Feature("a", 3, wkt(EAST), Map.of()),
                        new Feature("row", 4, wkt("POINT EMPTY"), Map.of("n", 1L))));

        List<Feature> back = read(layer, null);

        assertThat(back).extracting(Feature::id).containsExactly("b\t1", "a", "row");
        assertThat(back).extracting(Feature::row).containsExactly(1L, 3L, 4L);
        assertThat(back.get(0).attributes()).isEqualTo(attributes);
        assertThat(back.get(0).attributes().keySet()).containsExactly("zone", "POP", "share", "open");
        assertThat(back.get(1).geometry().equalsExact(wkt(EAST))).isTrue();
        assertThat(back.get(2).geometry().isEmpty()).isTrue();
    }

    @Test
    void findsFeaturesInABox() throws Exception {
        UUID layer = store(
                "box",
                List.of(
                        new Feature("west", 1, wkt("POINT (2.72 51.42)"), Map.of()),
                        new Feature("east", 2, wkt(EAST), Map.of())));
        Envelope box = new Envelope(2.85, 2.86, 51.45, 51.46);

        assertThat(read(layer, box)).extracting(Feature::id).containsExactly("east");
        assertThat(features.countUpTo(layer, box, 10)).isEqualTo(1);
        assertThat(features.countUpTo(layer, null, 1)).isEqualTo(2);
    }

    @Test
    void countsVersionsOfOneKindAndName() throws Exception {
        UUID first = store("Blocks", List.of(new Feature("a", 1, wkt(EAST), Map.of())));
        UUID second = store("Blocks", List.of(new Feature("a", 1, wkt(EAST), Map.of())));

        assertThat(layers.find(first).orElseThrow().version()).isEqualTo(1);
        assertThat(layers.find(second).orElseThrow().version()).isEqualTo(2);
        assertThat(layers.findLatest(LayerKind.UNITS, "Blocks").orElseThrow().id())
                .isEqualTo(second);
    }

    @Test
    void remembersOriginExtentAndRoles() throws Exception {
        UUID id = store("origin", List.of(new Feature("a", 1, wkt(EAST), Map.of())));

        Layer layer = layers.find(id).orElseThrow();

        assertThat(layer.origin().source()).isEqualTo("Statistics office");
        assertThat(layer.origin().licence()).isNull();
        assertThat(layer.extent()).isEqualTo(new Envelope(2.8, 2.9, 51.4, 51.5));
        assertThat(layer.metricCrs()).isEqualTo("EPSG:3812");
        assertThat(layer.roles().find(Role.POPULATION)).contains("POP");
        assertThat(layer.features()).isEqualTo(1);
        assertThat(layer.importedBy()).isEqualTo("planner");
    }

    @Test
    void deletesALayerWithItsFeatures() throws Exception {
        UUID id = store("gone", List.of(new Feature("a", 1, wkt(EAST), Map.of())));

        assertThat(layers.delete(id)).isTrue();
        assertThat(layers.find(id)).isEmpty();
        assertThat(features.countUpTo(id, null, 10)).isZero();
        assertThat(layers.delete(id)).isFalse();
    }

    private UUID store(String name, List<Feature> rows) throws SQLException {
        UUID id = UUID.randomUUID();
        Envelope extent = new Envelope();
        rows.forEach(row -> extent.expandToInclude(row.geometry().getEnvelopeInternal()));
        layers.begin(
                id,
                LayerKind.UNITS,
                name,
                name + ".zip",
                new LayerOrigin("Statistics office", " ", null, null, "2025"),
                "planner");
        try (Connection connection = database.dataSource().getConnection();
                FeatureLoad load = FeatureLoad.into(connection, id)) {
            for (Feature row : rows) {
                load.add(row);
            }
            load.finish();
        }
        layers.complete(id, rows.size(), extent, "EPSG:3812", new ReportJson("{}", "{\"POPULATION\":\"POP\"}", "00ff"));
        return id;
    }

    private List<Feature> read(UUID layer, @org.jspecify.annotations.Nullable Envelope box) {
        List<Feature> read = new ArrayList<>();
        features.forEach(layer, box, read::add);
        return read;
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
