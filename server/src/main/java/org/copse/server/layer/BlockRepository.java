package org.copse.server.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.copse.geoimport.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code layer_block}, taken apart again. A part is in memory at a time. */
@Repository
class BlockRepository {
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
    private static final String IN_BOX = " AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)";

    private final JdbcClient jdbc;

    BlockRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many features of the layer lie in the box, counting no further than a block beyond {@code bound}. */
    long countUpTo(UUID layer, @Nullable Envelope box, int bound) {
        if (box == null) {
            return jdbc.sql("SELECT COALESCE(SUM(features), 0) FROM layer_block WHERE layer = :layer")
                    .param("layer", layer)
                    .query(Long.class)
                    .single();
        }
        long count = 0;
        for (int part : parts(layer, box)) {
            for (Geometry points : positions(layer, part, box)) {
                count += inside(points, box);
                if (count > bound) {
                    return count;
                }
            }
        }
        return count;
    }

    private static long inside(Geometry points, Envelope box) {
        if (box.contains(points.getEnvelopeInternal())) {
            return points.getNumGeometries();
        }
        long inside = 0;
        for (int i = 0; i < points.getNumGeometries(); i++) {
            inside += box.contains(points.getGeometryN(i).getCoordinate()) ? 1 : 0;
        }
        return inside;
    }

    /** Hands over the layer's features that lie in the box, or all, in the order of the file. */
    void forEach(UUID layer, @Nullable Envelope box, Consumer<Feature> taker) {
        for (int part : parts(layer, box)) {
            List<Feature> features = new ArrayList<>();
            of("SELECT ST_AsBinary(geom) AS wkb, document", layer, part, box)
                    .query((rs, row) -> add(rs, box, features))
                    .list();
            features.sort(Comparator.comparingLong(Feature::row));
            features.forEach(taker);
        }
    }

    /** Returns the layer's first features, at most {@code most}. */
    List<Feature> sample(UUID layer, int most) {
        List<Feature> features = new ArrayList<>();
        parts(layer, null).stream().limit(1).forEach(part -> of(
                        "SELECT ST_AsBinary(geom) AS wkb, document", layer, part, null)
                .query((rs, row) -> add(rs, null, features))
                .list());
        features.sort(Comparator.comparingLong(Feature::row));
        return features.subList(0, Math.min(most, features.size()));
    }

    private static boolean add(ResultSet rs, @Nullable Envelope box, List<Feature> features) throws SQLException {
        Geometry points = geometry(rs);
        BlockDocument document = BlockDocument.ofJson(rs.getString("document"));
        return document.places()
                .filter(at ->
                        box == null || box.contains(points.getGeometryN(at).getCoordinate()))
                .mapToObj(at -> features.add(document.feature(at, points.getGeometryN(at))))
                .reduce(false, Boolean::logicalOr);
    }

    private List<Integer> parts(UUID layer, @Nullable Envelope box) {
        var statement = jdbc.sql("SELECT DISTINCT part FROM layer_block WHERE layer = :layer"
                        + (box == null ? "" : IN_BOX) + " ORDER BY part")
                .param("layer", layer);
        return FeatureRepository.withBox(statement, box).query(Integer.class).list();
    }

    private List<Geometry> positions(UUID layer, int part, Envelope box) {
        return of("SELECT ST_AsBinary(geom) AS wkb", layer, part, box)
                .query((rs, row) -> geometry(rs))
                .list();
    }

    private JdbcClient.StatementSpec of(String select, UUID layer, int part, @Nullable Envelope box) {
        var statement = jdbc.sql(select + " FROM layer_block WHERE layer = :layer AND part = :part"
                        + (box == null ? "" : IN_BOX))
                .param("layer", layer)
                .param("part", part);
        return FeatureRepository.withBox(statement, box);
    }

    private static Geometry geometry(ResultSet rs) throws SQLException {
        try {
            return new WKBReader(WGS84).read(rs.getBytes("wkb"));
        } catch (ParseException e) {
            throw new IllegalStateException("A stored geometry cannot be read", e);
        }
    }
}
