package org.copse.server.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.copse.geoimport.AttributeTag.Measure;
import org.copse.geoimport.AttributeTag.Sensitivity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code layer_tag}, and which list of words each layer was looked at under. */
@Repository
class LayerTagRepository {
    private final JdbcClient jdbc;

    LayerTagRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A tag decided after the import.
     *
     * @param by the account; null where the list of words decided
     */
    record Decided(StatedTag tag, @Nullable String by) {}

    Map<String, Decided> list(UUID layer) {
        Map<String, Decided> tags = new LinkedHashMap<>();
        jdbc.sql("SELECT field, measure, sensitivity, reason, decided_by FROM layer_tag WHERE layer = :layer")
                .param("layer", layer)
                .query(rs -> {
                    StatedTag tag = new StatedTag(
                            Measure.valueOf(rs.getString("measure")),
                            Sensitivity.valueOf(rs.getString("sensitivity")),
                            rs.getString("reason"));
                    tags.put(rs.getString("field"), new Decided(tag, rs.getString("decided_by")));
                });
        return tags;
    }

    void put(UUID layer, String field, StatedTag tag, @Nullable String by) {
        jdbc.sql("DELETE FROM layer_tag WHERE layer = :layer AND field = :field")
                .param("layer", layer)
                .param("field", field)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO layer_tag (layer, field, measure, sensitivity, reason, decided_by, decided_at)
                        VALUES (:layer, :field, :measure, :sensitivity, :reason, :by, CURRENT_TIMESTAMP)
                        """)
                .param("layer", layer)
                .param("field", field)
                .param("measure", tag.measure().name())
                .param("sensitivity", tag.sensitivity().name())
                .param("reason", tag.reason())
                .param("by", by, java.sql.Types.VARCHAR)
                .update();
    }

    /** Returns the layers that were last looked at under an earlier list. */
    List<UUID> listBefore(int list) {
        return jdbc.sql("SELECT id FROM layer WHERE tag_list < :list ORDER BY created_at")
                .param("list", list)
                .query(UUID.class)
                .list();
    }

    /** Notes that a layer is looked at under {@code list}; false where another server does so. */
    boolean claim(UUID layer, int list) {
        return jdbc.sql("UPDATE layer SET tag_list = :list WHERE id = :layer AND tag_list < :list")
                        .param("list", list)
                        .param("layer", layer)
                        .update()
                == 1;
    }

    boolean isBefore(UUID layer, int list) {
        return !jdbc.sql("SELECT id FROM layer WHERE id = :layer AND tag_list < :list")
                .param("layer", layer)
                .param("list", list)
                .query(UUID.class)
                .list()
                .isEmpty();
    }
}
