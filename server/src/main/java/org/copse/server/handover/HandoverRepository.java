package org.copse.server.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code handover} and of what belongs to it. */
@Repository
class HandoverRepository {
    private static final String HANDOVERS =
            """
            SELECT id, plan, beat_id, from_officer, to_officer, due_on, given_by, given_at, given_why, taken_by, taken_at, taken_why,
                   cancelled_at, notice_from
            FROM handover
            """;

    private final JdbcClient jdbc;

    HandoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Handover handover, String by) {
        jdbc.sql(
                        """
                        INSERT INTO handover (id, plan, beat_id, from_officer, to_officer, due_on, created_by, created_at)
                        VALUES (:id, :plan, :beat, :from, :to, :due, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", handover.id())
                .param("plan", handover.plan())
                .param("beat", handover.beatId())
                .param("from", handover.from(), Types.OTHER)
                .param("to", handover.to())
                .param("due", handover.dueOn())
                .param("by", by)
                .update();
    }

    Optional<Handover> find(UUID id) {
        return jdbc.sql(HANDOVERS + "WHERE id = :id")
                .param("id", id)
                .query(HandoverRepository::handover)
                .optional();
    }

    /** As {@link #find}, and makes others who change it wait until the transaction ends. */
    Optional<Handover> findForUpdate(UUID id) {
        return jdbc.sql(HANDOVERS + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(HandoverRepository::handover)
                .optional();
    }

    /** Returns all, those due first first. */
    List<Handover> list() {
        return jdbc.sql(HANDOVERS + "ORDER BY due_on, beat_id, id")
                .query(HandoverRepository::handover)
                .list();
    }

    void give(UUID id, String by, @Nullable String why) {
        sign(
                "UPDATE handover SET given_by = :by, given_at = CURRENT_TIMESTAMP, given_why = :why WHERE id = :id",
                id,
                by,
                why);
    }

    void take(UUID id, String by, @Nullable String why) {
        sign(
                "UPDATE handover SET taken_by = :by, taken_at = CURRENT_TIMESTAMP, taken_why = :why WHERE id = :id",
                id,
                by,
                why);
    }

    private void sign(String update, UUID id, String by, @Nullable String why) {
        jdbc.sql(update)
                .param("by", by)
                .param("why", why, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void cancel(UUID id, String why) {
        jdbc.sql("UPDATE handover SET cancelled_at = CURRENT_TIMESTAMP, cancelled_why = :why WHERE id = :id")
                .param("why", why)
                .param("id", id)
                .update();
    }

    void insertTask(UUID handover, int number, Task task) {
        jdbc.sql(
                        """
                        INSERT INTO handover_task (id, handover, number, kind, title, owner, due_on)
                        VALUES (:id, :handover, :number, :kind, :title, :owner, :due)
                        """)
                .param("id", task.id())
                .param("handover", handover)
                .param("number", number)
                .param("kind", task.kind().key())
                .param("title", task.title())
                .param("owner", task.owner().key())
                .param("due", task.dueOn())
                .update();
    }

    void updateTask(UUID handover, UUID task, Side owner, LocalDate dueOn) {
        jdbc.sql("UPDATE handover_task SET owner = :owner, due_on = :due WHERE handover = :handover AND id = :id")
                .param("owner", owner.key())
                .param("due", dueOn)
                .param("handover", handover)
                .param("id", task)
                .update();
    }

    /** Notes that a task is done, or, with null, that it is not. */
    void setDone(UUID handover, UUID task, @Nullable String by) {
        jdbc.sql(
                        """
                        UPDATE handover_task
                        SET done_by = :by, done_at = CASE WHEN CAST(:by AS varchar) IS NULL THEN NULL ELSE CURRENT_TIMESTAMP END
                        WHERE handover = :handover AND id = :id
                        """)
                .param("by", by, Types.VARCHAR)
                .param("handover", handover)
                .param("id", task)
                .update();
    }

    void deleteTask(UUID handover, UUID task) {
        jdbc.sql("DELETE FROM handover_task WHERE handover = :handover AND id = :id")
                .param("handover", handover)
                .param("id", task)
                .update();
    }

    List<Task> listTasks(UUID handover) {
        return jdbc.sql(
                        """
                        SELECT id, kind, title, owner, due_on, done_by, done_at FROM handover_task
                        WHERE handover = :handover ORDER BY number
                        """)
                .param("handover", handover)
                .query((rs, row) -> new Task(
                        rs.getObject("id", UUID.class),
                        Task.Kind.valueOf(rs.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                        rs.getString("title"),
                        Side.findByKey(rs.getString("owner")).orElseThrow(),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getString("done_by"),
                        instant(rs, "done_at")))
                .list();
    }

    /** Returns how many tasks each handover has left, where any. */
    Map<UUID, Integer> countOpenTasks() {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT handover, count(*) AS n FROM handover_task WHERE done_at IS NULL GROUP BY handover")
                .query((rs, row) -> counts.put(rs.getObject("handover", UUID.class), rs.getInt("n")))
                .list();
        return counts;
    }

    void insertEntry(UUID handover, Entry entry, String by) {
        jdbc.sql(
                        """
                        INSERT INTO handover_entry (id, handover, kind, name, detail, on_day, created_by, created_at)
                        VALUES (:id, :handover, :kind, :name, :detail, :day, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", entry.id())
                .param("handover", handover)
                .param("kind", entry.kind().key())
                .param("name", entry.name())
                .param("detail", entry.detail(), Types.VARCHAR)
                .param("day", entry.day(), Types.DATE)
                .param("by", by)
                .update();
    }

    int deleteEntry(UUID handover, UUID entry) {
        return jdbc.sql("DELETE FROM handover_entry WHERE handover = :handover AND id = :id")
                .param("handover", handover)
                .param("id", entry)
                .update();
    }

    List<Entry> listEntries(UUID handover) {
        return jdbc.sql(
                        """
                        SELECT id, kind, name, detail, on_day FROM handover_entry
                        WHERE handover = :handover ORDER BY kind, on_day, name, id
                        """)
                .param("handover", handover)
                .query((rs, row) -> new Entry(
                        rs.getObject("id", UUID.class),
                        Entry.Kind.findByKey(rs.getString("kind")).orElseThrow(),
                        rs.getString("name"),
                        rs.getString("detail"),
                        rs.getObject("on_day", LocalDate.class)))
                .list();
    }

    void setNotice(UUID handover, @Nullable LocalDate from, Map<String, String> words) {
        jdbc.sql("UPDATE handover SET notice_from = :from WHERE id = :id")
                .param("from", from, Types.DATE)
                .param("id", handover)
                .update();
        jdbc.sql("DELETE FROM handover_notice WHERE handover = :id")
                .param("id", handover)
                .update();
        words.forEach((language, text) -> jdbc.sql(
                        "INSERT INTO handover_notice (handover, language, words) VALUES (:id, :language, :words)")
                .param("id", handover)
                .param("language", language)
                .param("words", text)
                .update());
    }

    Map<String, String> mapNotice(UUID handover) {
        Map<String, String> words = new TreeMap<>();
        jdbc.sql("SELECT language, words FROM handover_notice WHERE handover = :id")
                .param("id", handover)
                .query((rs, row) -> words.put(rs.getString("language"), rs.getString("words")))
                .list();
        return words;
    }

    /** Returns what residents of a plan's beats are told on a day, by beat and language. */
    Map<String, Map<String, String>> mapNotices(UUID plan, LocalDate day, LocalDate notBefore) {
        Map<String, Map<String, String>> notices = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT h.beat_id, n.language, n.words FROM handover h JOIN handover_notice n ON n.handover = h.id
                        WHERE h.plan = :plan AND h.cancelled_at IS NULL AND h.notice_from <= :day AND h.notice_from > :notBefore
                        ORDER BY h.notice_from, h.id
                        """)
                .param("plan", plan)
                .param("day", day)
                .param("notBefore", notBefore)
                .query((rs, row) -> notices.computeIfAbsent(rs.getString("beat_id"), beat -> new TreeMap<>())
                        .put(rs.getString("language"), rs.getString("words")))
                .list();
        return notices;
    }

    private static Handover handover(ResultSet rs, int row) throws SQLException {
        return new Handover(
                rs.getObject("id", UUID.class),
                rs.getObject("plan", UUID.class),
                rs.getString("beat_id"),
                rs.getObject("from_officer", UUID.class),
                rs.getObject("to_officer", UUID.class),
                rs.getObject("due_on", LocalDate.class),
                signature(rs, "given"),
                signature(rs, "taken"),
                instant(rs, "cancelled_at"),
                rs.getObject("notice_from", LocalDate.class));
    }

    private static Handover.@Nullable Signature signature(ResultSet rs, String side) throws SQLException {
        Instant at = instant(rs, side + "_at");
        return at == null ? null : new Handover.Signature(rs.getString(side + "_by"), at, rs.getString(side + "_why"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
