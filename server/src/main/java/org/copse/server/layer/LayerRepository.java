package org.copse.server.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.geoimport.FieldRoles;
import org.copse.geoimport.LayerKind;
import org.copse.geoimport.Role;
import org.copse.geoimport.clean.TagProposal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code layer}. */
@Repository
class LayerRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<Role, String>> ROLES = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            SELECT id, kind, name, version, features, source, licence, purpose, legal_basis, as_of, metric_crs,
                   west, south, east, north, roles, created_by, created_at
            FROM layer
            """;

    private final JdbcClient jdbc;

    LayerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Begins a layer; {@link #complete} must follow in the same transaction. Until then its name is its id, so that imports of one
     * name do not wait for each other.
     */
    void begin(UUID id, NewLayer made) {
        jdbc.sql(
                        """
                        INSERT INTO layer (id, kind, name, version, features, file_name, source, licence, purpose,
                                           legal_basis, as_of, roles, report, tag_list, created_by, created_at)
                        VALUES (:id, :kind, :name, 1, 0, :fileName, :source, :licence,
                                :purpose, :legalBasis, :asOf, '{}', '{}', :tagList, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", id)
                .param("kind", made.kind().name())
                .param("name", id.toString())
                .param("fileName", made.request().fileName())
                .param("source", made.origin().source(), java.sql.Types.VARCHAR)
                .param("licence", made.origin().licence(), java.sql.Types.VARCHAR)
                .param("purpose", made.origin().purpose(), java.sql.Types.VARCHAR)
                .param("legalBasis", made.origin().legalBasis(), java.sql.Types.VARCHAR)
                .param("asOf", made.origin().asOf(), java.sql.Types.VARCHAR)
                .param("tagList", TagProposal.LIST)
                .param("by", made.by())
                .update();
    }

    /** Says what {@link #begin} could not know yet; gives the next version of its kind and name. */
    void complete(UUID id, String name, int features, Envelope extent, @Nullable String metricCrs, ReportJson report) {
        boolean placed = !extent.isNull();
        jdbc.sql(
                        """
                        UPDATE layer
                        SET name = :name,
                            version = 1 + COALESCE((SELECT MAX(o.version) FROM layer o
                                                    WHERE o.kind = layer.kind AND o.name = :name), 0),
                            features = :features, west = :west, south = :south, east = :east, north = :north,
                            metric_crs = :metricCrs, roles = :roles, report = :report, sha256 = :sha256
                        WHERE id = :id
                        """)
                .param("name", name)
                .param("features", features)
                .param("west", placed ? extent.getMinX() : null, java.sql.Types.DOUBLE)
                .param("south", placed ? extent.getMinY() : null, java.sql.Types.DOUBLE)
                .param("east", placed ? extent.getMaxX() : null, java.sql.Types.DOUBLE)
                .param("north", placed ? extent.getMaxY() : null, java.sql.Types.DOUBLE)
                .param("metricCrs", metricCrs, java.sql.Types.VARCHAR)
                .param("roles", report.roles())
                .param("report", report.document())
                .param("sha256", report.sha256())
                .param("id", id)
                .update();
    }

    Optional<Layer> find(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(LayerRepository::layer)
                .optional();
    }

    Optional<Layer> findLatest(LayerKind kind, String name) {
        return jdbc.sql(COLUMNS + "WHERE kind = :kind AND name = :name ORDER BY version DESC FETCH FIRST 1 ROWS ONLY")
                .param("kind", kind.name())
                .param("name", name)
                .query(LayerRepository::layer)
                .optional();
    }

    List<Layer> list() {
        return jdbc.sql(COLUMNS + "ORDER BY kind, name, version DESC")
                .query(LayerRepository::layer)
                .list();
    }

    Optional<String> findReport(UUID id) {
        return jdbc.sql("SELECT report FROM layer WHERE id = :id")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .optional();
    }

    /** Returns what rests on the layer, the plan in force first. */
    List<LayerUse> listUses(UUID id) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN t.plan IS NULL THEN 'EARLIER_PLAN' ELSE 'PLAN_IN_FORCE' END AS what, p.name AS name,
                               CASE WHEN t.plan IS NULL THEN 1 ELSE 0 END AS rank, p.version AS age
                        FROM plan p LEFT JOIN plan_term t ON t.plan = p.id AND t.is_last
                        WHERE p.units_layer = :id
                           OR p.scenario IN (SELECT s.scenario FROM scenario_layer s WHERE s.layer = :id)
                        UNION ALL
                        SELECT 'SCENARIO' AS what, s.name AS name, 2 AS rank, 0 AS age FROM scenario s
                        WHERE s.id IN (SELECT l.scenario FROM scenario_layer l WHERE l.layer = :id)
                        ORDER BY rank, age DESC, name
                        """)
                .param("id", id)
                .query((rs, row) -> new LayerUse(LayerUse.What.valueOf(rs.getString("what")), rs.getString("name")))
                .list();
    }

    /** Deletes the layer and its features; false when there was none. Fails while something rests on it. */
    boolean delete(UUID id) {
        return jdbc.sql("DELETE FROM layer WHERE id = :id").param("id", id).update() == 1;
    }

    private static Layer layer(ResultSet rs, int row) throws SQLException {
        double west = rs.getDouble("west");
        Envelope extent = rs.wasNull()
                ? new Envelope()
                : new Envelope(west, rs.getDouble("east"), rs.getDouble("south"), rs.getDouble("north"));
        return new Layer(
                rs.getObject("id", UUID.class),
                LayerKind.valueOf(rs.getString("kind")),
                rs.getString("name"),
                rs.getInt("version"),
                rs.getInt("features"),
                new LayerOrigin(
                        rs.getString("source"),
                        rs.getString("licence"),
                        rs.getString("purpose"),
                        rs.getString("legal_basis"),
                        rs.getString("as_of")),
                rs.getString("metric_crs"),
                extent,
                new FieldRoles(JSON.readValue(rs.getString("roles"), ROLES)),
                rs.getString("created_by"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
