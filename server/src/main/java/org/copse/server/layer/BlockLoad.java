package org.copse.server.layer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.Feature;
import org.copse.server.database.Dialect;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/**
 * Takes points by the hundred thousand, about a thousand to a row of {@code layer_block}. Of each stretch of the file, neighbours on
 * the ground come into one block, so that a map's view needs few blocks.
 */
final class BlockLoad extends FeatureLoad {
    /** Features of a part: what is held in memory when it is written or read. */
    static final int PART = 1 << 15;

    private static final int BLOCK = 1 << 10;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final PreparedStatement insert;
    private final List<Feature> waiting = new ArrayList<>(PART);
    private final WKBWriter wkb = new WKBWriter();
    private final UUID layer;
    private int part;

    BlockLoad(Connection connection, UUID layer) throws SQLException {
        super(layer);
        this.layer = layer;
        insert = connection.prepareStatement(
                """
                INSERT INTO layer_block (layer, part, number, features, geom, document)
                VALUES (?, ?, ?, ?, ST_GeomFromWKB(?, 4326), %s)
                """
                        .formatted(Dialect.of(connection).json("?")));
    }

    @Override
    void add(UUID layer, int number, Feature feature) throws SQLException {
        if (feature.geometry().isEmpty()) {
            throw new IllegalArgumentException(feature + " has no position, so it cannot be stored in a block");
        }
        waiting.add(feature);
        if (waiting.size() == PART) {
            finish();
        }
    }

    @Override
    void finish() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Placed> placed = new ArrayList<>(waiting.size());
        for (Feature feature : waiting) {
            placed.add(Placed.of(feature));
        }
        placed.sort(Comparator.comparingLong(Placed::along));
        for (int from = 0; from < placed.size(); from += BLOCK) {
            List<Feature> block = placed.subList(from, Math.min(from + BLOCK, placed.size())).stream()
                    .map(Placed::feature)
                    .toList();
            insert.setObject(1, layer);
            insert.setInt(2, part);
            insert.setInt(3, from / BLOCK);
            insert.setInt(4, block.size());
            insert.setBytes(5, wkb.write(points(block)));
            insert.setString(6, BlockDocument.of(block).toJson());
            insert.addBatch();
        }
        insert.executeBatch();
        waiting.clear();
        part++;
    }

    private static Geometry points(List<Feature> block) {
        return GEOMETRIES.createMultiPointFromCoords(
                block.stream().map(f -> f.geometry().getCoordinate()).toArray(Coordinate[]::new));
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }

    /** A feature and its place along a curve that fills the globe: what is near on the curve is near on the ground. */
    private record Placed(Feature feature, long along) {
        private static final double STEPS = 1L << 31;

        static Placed of(Feature feature) {
            Coordinate at = feature.geometry().getCoordinate();
            long east =
                    (long) (STEPS * Math.max(0, Math.min(0.999_999_999, (at.x + 180) / (DateLine.EASTERNMOST + 180))));
            long north = (long) (STEPS * Math.max(0, Math.min(0.999_999_999, (at.y + 90) / 180)));
            return new Placed(feature, spread(east) | spread(north) << 1);
        }

        /** Puts a zero between any two of the lowest 31 bits. */
        private static long spread(long bits) {
            long b = bits;
            b = (b | b << 16) & 0x0000FFFF0000FFFFL;
            b = (b | b << 8) & 0x00FF00FF00FF00FFL;
            b = (b | b << 4) & 0x0F0F0F0F0F0F0F0FL;
            b = (b | b << 2) & 0x3333333333333333L;
            return (b | b << 1) & 0x5555555555555555L;
        }
    }
}
