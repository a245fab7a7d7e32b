package org.copse.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

@OnBothDatabases
class MigrationIT {
    private final TestDatabase database;

    MigrationIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void bringsSpatialFunctionsAndColumnsThatKeepPositionsAndAttributes() throws ParseException {
        UUID layer = UUID.randomUUID();
        database.jdbc()
                .sql(
                        """
                INSERT INTO layer (id, kind, name, version, features, file_name, roles, report, created_by, created_at)
                VALUES (:id, 'UNITS', 'Blocks', 1, 1, 'blocks.zip', '{}', '{}', 'test', CURRENT_TIMESTAMP)
                """)
                .param("id", layer)
                .update();
        byte[] wkb = new WKBWriter().write(new GeometryFactory().createPoint(new Coordinate(2.72, 51.42)));
        Dialect dialect = Dialect.of(database.dataSource());
        database.jdbc()
                .sql(
                        """
                INSERT INTO layer_feature (layer, number, feature_id, source_row, geom, attributes)
                VALUES (:layer, 0, 'a', 1, ST_GeomFromWKB(:wkb, 4326), %s)
                """
                                .formatted(dialect.json(":attributes")))
                .param("layer", layer)
                .param("wkb", wkb)
                .param("attributes", "{\"name\":\"Où\"}")
                .update();

        var row = database.jdbc()
                .sql(
                        """
                SELECT ST_AsBinary(geom) AS wkb, attributes FROM layer_feature
                WHERE layer = :layer AND geom && ST_MakeEnvelope(2, 51, 3, 52, 4326)
                """)
                .param("layer", layer)
                .query((rs, i) -> new Object[] {rs.getBytes("wkb"), rs.getString("attributes")})
                .single();

        Geometry back = new WKBReader().read((byte[]) row[0]);
        assertThat(back.getCoordinate()).isEqualTo(new Coordinate(2.72, 51.42));
        assertThat(row[1]).isEqualTo("{\"name\":\"Où\"}");
        assertThat(dialect.name()).isEqualTo(database.product().name());
    }
}
