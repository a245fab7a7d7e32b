package org.copse.server.layer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.copse.geoimport.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Features read one after the other: rows of {@code layer_feature}, or what {@code layer_block} holds. A layer is in one of them. */
@Repository
class FeatureRepository {
    private static final int ROWS_AT_A_TIME = 1000;
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
    private static final String IN_BOX = " AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)";

    private final DataSource source;
    private final JdbcClient jdbc;
    private final BlockRepository blocks;

    FeatureRepository(DataSource source, JdbcClient jdbc, BlockRepository blocks) {
        this.source = source;
        this.jdbc = jdbc;
        this.blocks = blocks;
    }

    /** Returns how many features of the layer touch the box; when they are more than {@code bound}, only that they are. */
    int countUpTo(UUID layer, @Nullable Envelope box, int bound) {
        int rows = countRowsUpTo(layer, box, bound);
        return rows > 0 ? rows : (int) Math.min(bound + 1L, blocks.countUpTo(layer, box, bound));
    }

    private int countRowsUpTo(UUID layer, @Nullable Envelope box, int bound) {
        var statement = jdbc.sql("SELECT count(*) FROM (SELECT number FROM layer_feature WHERE layer = :layer"
                        + (box == null ? "" : IN_BOX) + " FETCH FIRST " + (bound + 1) + " ROWS ONLY) counted")
                .param("layer", layer);
        return withBox(statement, box).query(Integer.class).single();
    }

    static JdbcClient.StatementSpec withBox(JdbcClient.StatementSpec statement, @Nullable Envelope box) {
        return box == null
                ? statement
                : statement
                        .param("west", box.getMinX())
                        .param("south", box.getMinY())
                        .param("east", box.getMaxX())
                        .param("north", box.getMaxY());
    }

    /**
     * Hands over the layer's features that touch the box, or all, in the order of the file; memory stays bounded. Within a
     * transaction it sees what that has stored.
     */
    void forEach(UUID layer, @Nullable Envelope box, Consumer<Feature> taker) {
        forEachRow(layer, box, taker);
        blocks.forEach(layer, box, taker);
    }

    /** Returns the layer's first features, at most {@code most}. */
    List<Feature> sample(UUID layer, int most) {
        List<Feature> rows = jdbc.sql(
                        "SELECT feature_id, source_row, attributes FROM layer_feature WHERE layer = :layer AND number < :most"
                                + " ORDER BY number")
                .param("layer", layer)
                .param("most", most)
                .query((rs, row) -> new Feature(
                        rs.getString("feature_id"),
                        rs.getLong("source_row"),
                        WGS84.createPoint(),
                        Attributes.fromJson(rs.getString("attributes"))))
                .list();
        return rows.isEmpty() ? blocks.sample(layer, most) : rows;
    }

    private void forEachRow(UUID layer, @Nullable Envelope box, Consumer<Feature> taker) {
        String sql = "SELECT feature_id, source_row, ST_AsBinary(geom) AS wkb, attributes FROM layer_feature"
                + " WHERE layer = ?" + (box == null ? "" : " AND geom && ST_MakeEnvelope(?, ?, ?, ?, 4326)")
                + " ORDER BY number";
        Connection connection = DataSourceUtils.getConnection(source);
        boolean joined = DataSourceUtils.isConnectionTransactional(connection, source);
        try {
            // PostgreSQL hands out rows through a cursor only within a transaction.
            if (!joined) {
                connection.setAutoCommit(false);
            }
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(ROWS_AT_A_TIME);
                select.setObject(1, layer);
                if (box != null) {
                    select.setDouble(2, box.getMinX());
                    select.setDouble(3, box.getMinY());
                    select.setDouble(4, box.getMaxX());
                    select.setDouble(5, box.getMaxY());
                }
                read(select, taker);
            } finally {
                if (!joined) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The features of layer " + layer + " cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void read(PreparedStatement select, Consumer<Feature> taker) throws SQLException {
        WKBReader wkb = new WKBReader(WGS84);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byte[] bytes = rows.getBytes("wkb");
                Geometry geometry = bytes == null ? WGS84.createPoint() : wkb.read(bytes);
                taker.accept(new Feature(
                        rows.getString("feature_id"),
                        rows.getLong("source_row"),
                        geometry,
                        Attributes.fromJson(rows.getString("attributes"))));
            }
        } catch (ParseException e) {
            throw new IllegalStateException("A stored geometry cannot be read", e);
        }
    }
}
