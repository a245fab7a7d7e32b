package org.copse.server.layer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code backdrop}. */
@Repository
class BackdropRepository {
    private final JdbcClient jdbc;

    BackdropRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A layer drawn behind the map. */
    record Backdrop(UUID id, String name, BackdropRole role) {}

    void insert(UUID layer, BackdropRole role) {
        jdbc.sql("INSERT INTO backdrop (layer, role) VALUES (:layer, :role)")
                .param("layer", layer)
                .param("role", role.key())
                .update();
    }

    /** Returns the latest version of each, land first, in the order in which they are drawn. */
    List<Backdrop> list() {
        return jdbc
                .sql(
                        """
                        SELECT l.id, l.name, b.role FROM backdrop b JOIN layer l ON l.id = b.layer
                        WHERE l.version = (SELECT MAX(o.version) FROM layer o WHERE o.kind = l.kind AND o.name = l.name)
                        ORDER BY l.name
                        """)
                .query((rs, row) -> new Backdrop(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        BackdropRole.findByKey(rs.getString("role")).orElseThrow()))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Backdrop::role))
                .toList();
    }

    Optional<BackdropRole> findRole(UUID layer) {
        return jdbc.sql("SELECT role FROM backdrop WHERE layer = :layer")
                .param("layer", layer)
                .query(String.class)
                .optional()
                .flatMap(BackdropRole::findByKey);
    }
}
