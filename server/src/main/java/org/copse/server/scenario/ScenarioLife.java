package org.copse.server.scenario;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of scenarios: names, notes, copies, put aside, deleted and back; and who did it, the rows of {@code scenario_event}. */
@Repository
public class ScenarioLife {
    private final JdbcClient jdbc;

    ScenarioLife(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody did.
     *
     * @param action created, renamed, noted, archived, unarchived, deleted, restored or copied
     * @param detail the new name or note, or what it was copied from
     */
    public record Event(Instant at, String by, String action, @Nullable String detail) {}

    void update(UUID id, String name, @Nullable String note, boolean archived) {
        jdbc.sql("UPDATE scenario SET name = :name, note = :note, archived = :archived WHERE id = :id")
                .param("name", name)
                .param("note", note, Types.VARCHAR)
                .param("archived", archived)
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("UPDATE scenario SET deleted_at = CURRENT_TIMESTAMP WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Brings a deleted scenario back; false when there is none. */
    boolean restore(UUID id) {
        return jdbc.sql("UPDATE scenario SET deleted_at = NULL WHERE id = :id AND deleted_at IS NOT NULL")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Stores a scenario like another one, under a name of its own; in a transaction of the caller's. */
    public void copy(UUID from, UUID to, String name, String by) {
        jdbc.sql(
                        """
                        INSERT INTO scenario (id, name, settings, note, archived, created_by, created_at)
                        SELECT :to, :name, settings, note, FALSE, :by, CURRENT_TIMESTAMP FROM scenario WHERE id = :from
                        """)
                .param("to", to)
                .param("name", name)
                .param("by", by)
                .param("from", from)
                .update();
        jdbc.sql("INSERT INTO scenario_layer (scenario, role, layer)"
                        + " SELECT :to, role, layer FROM scenario_layer WHERE scenario = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    /** Remembers what somebody did; in the transaction in which it was done. */
    public void remember(UUID scenario, String action, @Nullable String detail, String by) {
        jdbc.sql(
                        """
                        INSERT INTO scenario_event (id, scenario, action, detail, made_by, made_at)
                        VALUES (:id, :scenario, :action, :detail, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", UUID.randomUUID())
                .param("scenario", scenario)
                .param("action", action)
                .param("detail", detail, Types.VARCHAR)
                .param("by", by)
                .update();
    }

    /** Returns what was done to a scenario, its making included, the latest first. */
    public List<Event> list(UUID scenario) {
        return jdbc.sql(
                        """
                        SELECT made_at, made_by, action, detail FROM scenario_event WHERE scenario = :scenario
                        UNION ALL
                        SELECT created_at, created_by, 'created', NULL FROM scenario WHERE id = :scenario
                        UNION ALL
                        SELECT created_at, created_by, 'planned', state FROM planning_job WHERE scenario = :scenario
                        ORDER BY 1 DESC
                        """)
                .param("scenario", scenario)
                .query((rs, row) -> new Event(
                        rs.getObject(1, OffsetDateTime.class).toInstant(),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4)))
                .list();
    }
}
