package org.copse.server.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.geoimport.Feature;
import org.copse.geoimport.ImportedLayer;
import org.copse.geoimport.difference.LayerDifference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What each version of a layer changes against the one before it: {@code layer_difference}. Streamed layers are not compared. */
@Repository
class LayerDifferences {
    private static final String IDS_ASSIGNED = "ids-assigned";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final FeatureRepository features;

    LayerDifferences(JdbcClient jdbc, FeatureRepository features) {
        this.jdbc = jdbc;
        this.features = features;
    }

    /** The ids of what differs, as they are stored and sent. */
    record Document(List<String> added, List<String> removed, List<Changed> changed) {
        static Document of(LayerDifference difference) {
            return new Document(
                    difference.added(),
                    difference.removed(),
                    difference.changed().stream().map(Changed::of).toList());
        }
    }

    /**
     * A feature that differs.
     *
     * @param formerId in the version before, where it was another one
     * @param geometry whether its geometry differs
     * @param columns whose values differ
     */
    record Changed(String id, @Nullable String formerId, boolean geometry, List<String> columns) {
        static Changed of(LayerDifference.Changed changed) {
            return new Changed(
                    changed.id(),
                    changed.formerId(),
                    changed.geometry(),
                    changed.attributes().stream()
                            .map(LayerDifference.AttributeChange::column)
                            .toList());
        }
    }

    /** Compares a version that was just stored with the one before it, if there is one. */
    void store(UUID layer, ImportedLayer imported) {
        Optional<UUID> former = findFormer(layer);
        if (former.isEmpty()) {
            return;
        }
        List<Feature> before = new ArrayList<>();
        features.forEach(former.get(), null, before::add);
        boolean idsFromFile = imported.report().warnings().stream()
                .noneMatch(warning -> warning.code().equals(IDS_ASSIGNED));
        LayerDifference difference = LayerDifference.between(before, imported.features(), idsFromFile);
        jdbc.sql(
                        """
                        INSERT INTO layer_difference (layer, former, added, removed, changed, unchanged, document)
                        VALUES (:layer, :former, :added, :removed, :changed, :unchanged, :document)
                        """)
                .param("layer", layer)
                .param("former", former.get())
                .param("added", difference.added().size())
                .param("removed", difference.removed().size())
                .param("changed", difference.changed().size())
                .param("unchanged", difference.unchanged())
                .param("document", JSON.writeValueAsString(Document.of(difference)), Types.VARCHAR)
                .update();
    }

    private Optional<UUID> findFormer(UUID layer) {
        return jdbc.sql(
                        """
                        SELECT f.id FROM layer l JOIN layer f ON f.kind = l.kind AND f.name = l.name AND f.version < l.version
                        WHERE l.id = :layer ORDER BY f.version DESC FETCH FIRST 1 ROWS ONLY
                        """)
                .param("layer", layer)
                .query((rs, row) -> rs.getObject(1, UUID.class))
                .optional();
    }

    /** Returns the difference of a version against the one before it, in JSON; empty where they were not compared. */
    Optional<String> findDocument(UUID layer) {
        return jdbc.sql("SELECT document FROM layer_difference WHERE layer = :layer")
                .param("layer", layer)
                .query((rs, row) -> rs.getString(1))
                .optional();
    }

    List<NewerVersion> listNewer(Layer layer) {
        return jdbc.sql(
                        """
                        SELECT n.id, n.version, d.added, d.removed, d.changed, d.unchanged
                        FROM layer n LEFT JOIN layer_difference d ON d.layer = n.id
                        WHERE n.kind = :kind AND n.name = :name AND n.version > :version ORDER BY n.version
                        """)
                .param("kind", layer.kind().name())
                .param("name", layer.name())
                .param("version", layer.version())
                .query(LayerDifferences::newer)
                .list();
    }

    private static NewerVersion newer(ResultSet rs, int row) throws SQLException {
        int added = rs.getInt("added");
        NewerVersion.@Nullable Change change = rs.wasNull()
                ? null
                : new NewerVersion.Change(added, rs.getInt("removed"), rs.getInt("changed"), rs.getLong("unchanged"));
        return new NewerVersion(rs.getObject("id", UUID.class), rs.getInt("version"), change);
    }
}
