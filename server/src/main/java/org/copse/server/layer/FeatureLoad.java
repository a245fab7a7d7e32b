package org.copse.server.layer;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.server.database.Dialect;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Takes the features of one layer into the database in bulk, within the connection's transaction. */
abstract sealed class FeatureLoad implements AutoCloseable permits BlockLoad, FeatureLoad.Batch, FeatureLoad.Copy {
    private static final int WGS84 = 4326;

    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);
    private final UUID layer;
    private int count;

    FeatureLoad(UUID layer) {
        this.layer = layer;
    }

    /** Returns the load of a layer's features row by row. */
    static FeatureLoad into(Connection connection, UUID layer) throws SQLException {
        return Dialect.of(connection) == Dialect.POSTGIS ? new Copy(connection, layer) : new Batch(connection, layer);
    }

    /** Adds one feature after those before it. */
    final void add(Feature feature) throws SQLException {
        add(layer, count, feature);
        count++;
    }

    /** Returns how many were added. */
    final int count() {
        return count;
    }

    abstract void add(UUID layer, int number, Feature feature) throws SQLException;

    /** Sends what is left. Features are not in the database before this. */
    abstract void finish() throws SQLException;

    @Override
    public abstract void close() throws SQLException;

    private byte[] ewkb(Geometry lonLat) {
        if (lonLat.getSRID() == WGS84) {
            return wkb.write(lonLat);
        }
        Geometry copy = lonLat.copy();
        copy.setSRID(WGS84);
        return wkb.write(copy);
    }

    /** H2: batches of inserts. */
    static final class Batch extends FeatureLoad {
        private static final int ROWS = 500;

        private final PreparedStatement insert;
        private int pending;

        Batch(Connection connection, UUID layer) throws SQLException {
            super(layer);
            insert = connection.prepareStatement(
                    """
                    INSERT INTO layer_feature (layer, number, feature_id, source_row, geom, attributes)
                    VALUES (?, ?, ?, ?, ?, %s)
                    """
                            .formatted(Dialect.H2GIS.json("?")));
        }

        @Override
        void add(UUID layer, int number, Feature feature) throws SQLException {
            insert.setObject(1, layer);
            insert.setInt(2, number);
            insert.setString(3, feature.id());
            insert.setLong(4, feature.row());
            if (feature.geometry().isEmpty()) {
                insert.setNull(5, Types.OTHER);
            } else {
                insert.setBytes(5, super.ewkb(feature.geometry()));
            }
            insert.setString(6, Attributes.toJson(feature.attributes()));
            insert.addBatch();
            pending++;
            if (pending == ROWS) {
                finish();
            }
        }

        @Override
        void finish() throws SQLException {
            if (pending > 0) {
                insert.executeBatch();
                pending = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }

    /** PostgreSQL: COPY in its text format. */
    static final class Copy extends FeatureLoad {
        private static final int BUFFER_CHARACTERS = 1 << 16;

        private final CopyIn copy;
        private final StringBuilder rows = new StringBuilder(2 * BUFFER_CHARACTERS);

        Copy(Connection connection, UUID layer) throws SQLException {
            super(layer);
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            """
                    COPY layer_feature (layer, number, feature_id, source_row, geom, attributes) FROM STDIN
                    """);
        }

        @Override
        void add(UUID layer, int number, Feature feature) throws SQLException {
            rows.append(layer).append('\t').append(number).append('\t');
            appendEscaped(feature.id());
            rows.append('\t').append(feature.row()).append('\t');
            if (feature.geometry().isEmpty()) {
                rows.append("\\N");
            } else {
                rows.append(WKBWriter.toHex(super.ewkb(feature.geometry())));
            }
            rows.append('\t');
            appendEscaped(Attributes.toJson(feature.attributes()));
            rows.append('\n');
            if (rows.length() >= BUFFER_CHARACTERS) {
                send();
            }
        }

        private void appendEscaped(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> rows.append("\\\\");
                    case '\t' -> rows.append("\\t");
                    case '\n' -> rows.append("\\n");
                    case '\r' -> rows.append("\\r");
                    default -> rows.append(c);
                }
            }
        }

        private void send() throws SQLException {
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            rows.setLength(0);
        }

        @Override
        void finish() throws SQLException {
            send();
            copy.endCopy();
        }

        @Override
        public void close() throws SQLException {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
