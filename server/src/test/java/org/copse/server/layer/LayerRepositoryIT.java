package org.copse.server.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportRequest;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
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
        this.features =
                new FeatureRepository(database.dataSource(), database.jdbc(), new BlockRepository(database.jdbc()));
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

    @Test
    void keepsPointsInBlocksInTheOrderOfTheFile() throws Exception {
        List<Feature> points = manyPoints(3 * BlockLoad.PART / 2);

        UUID layer = storeInBlocks(points);

        List<Feature> back = read(layer, null);
        assertThat(back)
                .extracting(Feature::row)
                .isEqualTo(points.stream().map(Feature::row).toList());
        assertThat(back)
                .extracting(Feature::id)
                .isEqualTo(points.stream().map(Feature::id).toList());
        assertThat(back)
                .extracting(Feature::attributes)
                .isEqualTo(points.stream().map(Feature::attributes).toList());
        for (int i = 0; i < points.size(); i++) {
            assertThat(back.get(i).geometry().equalsExact(points.get(i).geometry()))
                    .isTrue();
        }
        assertThat(features.countUpTo(layer, null, 100_000)).isEqualTo(points.size());
    }

    @Test
    void findsPointsInABoxAmongBlocks() throws Exception {
        List<Feature> points = manyPoints(5_000);
        UUID layer = storeInBlocks(points);
        Envelope box = new Envelope(2.72, 2.75, 51.41, 51.43);
        List<Long> wanted = points.stream()
                .filter(p -> box.contains(p.geometry().getCoordinate()))
                .map(Feature::row)
                .toList();

        assertThat(wanted).hasSizeBetween(100, 4_900);
        assertThat(read(layer, box)).extracting(Feature::row).isEqualTo(wanted);
        assertThat(features.countUpTo(layer, box, 10_000)).isEqualTo(wanted.size());
        assertThat(features.countUpTo(layer, box, 50)).isEqualTo(51);
    }

    @Test
    void keepsTheOrderOfColumnsThatSomeRowsLack() throws Exception {
        Map<String, Object> some = new LinkedHashMap<>();
        some.put("a", "x");
        some.put("c", 1.0);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("a", "x");
        all.put("b", 7L);
        all.put("c", true);
        UUID layer = storeInBlocks(List.of(
                new Feature("1", 1, wkt("POINT (2 51)"), some), new Feature("two", 2, wkt("POINT (2 51)"), all)));

        List<Feature> back = read(layer, null);

        assertThat(back).extracting(Feature::id).containsExactly("1", "two");
        assertThat(back.get(0).attributes()).isEqualTo(some);
        assertThat(back.get(1).attributes()).isEqualTo(all);
        assertThat(back.get(1).attributes().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void showsPointsInBlocksOneByOneToWhoeverReadsPostgis() throws Exception {
        if (database.product() == TestDatabase.Product.H2GIS) {
            return; // The view is PostGIS's alone.
        }
        UUID layer = storeInBlocks(List.of(
                new Feature("1", 1, wkt("POINT (2.5 51.5)"), Map.of("type", "noise")),
                new Feature("two", 2, wkt("POINT (2 51)"), Map.of())));

        List<String> rows = database.jdbc()
                .sql("SELECT concat_ws(' ', source_row, feature_id, ST_AsText(geom), attributes ->> 'type') FROM"
                        + " layer_position WHERE layer = :layer ORDER BY source_row")
                .param("layer", layer)
                .query(String.class)
                .list();

        assertThat(rows).containsExactly("1 1 POINT(2.5 51.5) noise", "2 two POINT(2 51)");
    }

    private static List<Feature> manyPoints(int count) {
        Random random = new Random(7);
        List<Feature> points = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("type", "type " + random.nextInt(12));
            if (random.nextInt(3) > 0) {
                attributes.put("number", (long) i);
            }
            attributes.put("share", random.nextInt(40) / 8.0);
            double lon = 2.7 + 0.06 * random.nextDouble();
            double lat = 51.4 + 0.04 * random.nextDouble();
            points.add(new Feature(
                    i % 5 == 0 ? "odd " + i : Integer.toString(i),
                    i,
                    new GeometryFactory().createPoint(new Coordinate(lon, lat)),
                    attributes));
        }
        return points;
    }

    private UUID storeInBlocks(List<Feature> rows) throws SQLException {
        UUID id = UUID.randomUUID();
        layers.begin(id, made(LayerKind.INCIDENTS, id.toString(), LayerOrigin.UNKNOWN));
        try (Connection connection = database.dataSource().getConnection();
                FeatureLoad load = new BlockLoad(connection, id)) {
            for (Feature row : rows) {
                load.add(row);
            }
            load.finish();
        }
        return id;
    }

    private static NewLayer made(LayerKind kind, String name, LayerOrigin origin) {
        return new NewLayer(ImportRequest.of(Path.of("file"), kind), name, origin, null, "planner");
    }

    private UUID store(String name, List<Feature> rows) throws SQLException {
        UUID id = UUID.randomUUID();
        Envelope extent = new Envelope();
        rows.forEach(row -> extent.expandToInclude(row.geometry().getEnvelopeInternal()));
        layers.begin(id, made(LayerKind.UNITS, name, new LayerOrigin("Statistics office", " ", null, null, "2025")));
        try (Connection connection = database.dataSource().getConnection();
                FeatureLoad load = FeatureLoad.into(connection, id)) {
            for (Feature row : rows) {
                load.add(row);
            }
            load.finish();
        }
        layers.complete(
                id,
                name,
                rows.size(),
                extent,
                "EPSG:3812",
                new ReportJson("{}", "{\"POPULATION\":\"POP\"}", "00ff", Map.of()));
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
