package org.copse.server.scenario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code scenario} and {@code scenario_layer}. */
@Repository
public class ScenarioRepository {
    private static final String COLUMNS =
            """
            SELECT id, name, settings, created_by, created_at, note, archived FROM scenario WHERE deleted_at IS NULL
            """;

    private final JdbcClient jdbc;

    ScenarioRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a scenario; in a transaction of the caller's. */
    void insert(UUID id, ScenarioChecks.NewScenario scenario, String by) {
        jdbc.sql(
                        """
                        INSERT INTO scenario (id, name, settings, created_by, created_at)
                        VALUES (:id, :name, :settings, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", id)
                .param("name", scenario.name())
                .param("settings", scenario.settings().toJson())
                .param("by", by)
                .update();
        scenario.layers().forEach((role, layer) -> jdbc.sql(
                        "INSERT INTO scenario_layer (scenario, role, layer) VALUES (:scenario, :role, :layer)")
                .param("scenario", id)
                .param("role", role.key())
                .param("layer", layer)
                .update());
    }

    /** Returns whether there is a scenario that was not deleted. */
    public boolean exists(UUID id) {
        return jdbc.sql("SELECT id FROM scenario WHERE deleted_at IS NULL AND id = :id")
                .param("id", id)
                .query((rs, row) -> true)
                .optional()
                .isPresent();
    }

    public Optional<Scenario> find(UUID id) {
        Map<LayerRole, UUID> layers = new EnumMap<>(LayerRole.class);
        jdbc.sql("SELECT role, layer FROM scenario_layer WHERE scenario = :id")
                .param("id", id)
                .query((rs, row) -> layers.put(role(rs), rs.getObject("layer", UUID.class)))
                .list();
        return jdbc.sql(COLUMNS + "AND id = :id")
                .param("id", id)
                .query((rs, row) -> scenario(rs, layers))
                .optional();
    }

    /** Returns the scenarios that are worked on, the latest first. */
    public List<Scenario> list() {
        return list(false);
    }

    /** Returns the scenarios that are worked on, or those that were put aside; the latest first. */
    public List<Scenario> list(boolean archived) {
        Map<UUID, Map<LayerRole, UUID>> layers = new HashMap<>();
        jdbc.sql("SELECT scenario, role, layer FROM scenario_layer")
                .query((rs, row) -> layers.computeIfAbsent(
                                rs.getObject("scenario", UUID.class), id -> new EnumMap<>(LayerRole.class))
                        .put(role(rs), rs.getObject("layer", UUID.class)))
                .list();
        return jdbc.sql(COLUMNS + "AND archived = :archived ORDER BY created_at DESC, id")
                .param("archived", archived)
                .query((rs, row) -> scenario(rs, layers.getOrDefault(rs.getObject("id", UUID.class), Map.of())))
                .list();
    }

    private static LayerRole role(ResultSet rs) throws SQLException {
        return LayerRole.findByKey(rs.getString("role")).orElseThrow();
    }

    private static Scenario scenario(ResultSet rs, Map<LayerRole, UUID> layers) throws SQLException {
        return new Scenario(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                Settings.ofJson(rs.getString("settings")),
                layers,
                rs.getString("created_by"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("note"),
                rs.getBoolean("archived"));
    }
}
