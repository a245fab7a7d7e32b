package org.copse.server.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code meeting} and {@code agreed_priority}. */
@Repository
class EventRepository {
    private static final String MEETINGS =
            "SELECT id, beat, kind, title, place, description, language, starts_at, ends_at, cancelled FROM meeting ";
    private static final String PRIORITIES =
            "SELECT id, beat, issue, agreed_on, done, done_on, language FROM agreed_priority ";

    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the meetings that end after an instant, the next first. */
    List<Meeting> listMeetings(Instant after) {
        return jdbc.sql(MEETINGS + "WHERE ends_at > :after ORDER BY starts_at, id")
                .param("after", utc(after))
                .query(EventRepository::meeting)
                .list();
    }

    /** Returns the meetings of a beat and of the whole district that end after an instant, the next first. */
    List<Meeting> listMeetings(Instant after, String beat) {
        return jdbc.sql(MEETINGS + "WHERE ends_at > :after AND (beat IS NULL OR beat = :beat) ORDER BY starts_at, id")
                .param("after", utc(after))
                .param("beat", beat)
                .query(EventRepository::meeting)
                .list();
    }

    Optional<Meeting> findMeeting(UUID id) {
        return jdbc.sql(MEETINGS + "WHERE id = :id")
                .param("id", id)
                .query(EventRepository::meeting)
                .optional();
    }

    void insert(Meeting meeting, String by) {
        write(
                """
                INSERT INTO meeting (id, beat, kind, title, place, description, language, starts_at, ends_at, cancelled, changed_by, changed_at)
                VALUES (:id, :beat, :kind, :title, :place, :description, :language, :starts, :ends, :cancelled, :by, CURRENT_TIMESTAMP)
                """,
                meeting,
                by);
    }

    void update(Meeting meeting, String by) {
        write(
                """
                UPDATE meeting SET beat = :beat, kind = :kind, title = :title, place = :place, description = :description,
                    language = :language, starts_at = :starts, ends_at = :ends, cancelled = :cancelled, changed_by = :by,
                    changed_at = CURRENT_TIMESTAMP
                WHERE id = :id
                """,
                meeting,
                by);
    }

    private void write(String sql, Meeting meeting, String by) {
        jdbc.sql(sql)
                .param("id", meeting.id())
                .param("beat", meeting.beat())
                .param("kind", meeting.kind().key())
                .param("title", meeting.title())
                .param("place", meeting.place())
                .param("description", meeting.description())
                .param("language", meeting.language())
                .param("starts", utc(meeting.startsAt()))
                .param("ends", utc(meeting.endsAt()))
                .param("cancelled", meeting.cancelled())
                .param("by", by)
                .update();
    }

    void deleteMeeting(UUID id) {
        jdbc.sql("DELETE FROM meeting WHERE id = :id").param("id", id).update();
    }

    /** Returns all priorities, the latest agreed first. */
    List<Priority> listPriorities() {
        return jdbc.sql(PRIORITIES + "ORDER BY agreed_on DESC, id")
                .query(EventRepository::priority)
                .list();
    }

    /** Returns the priorities of a beat that are open or were done on a day or after it, the latest agreed first. */
    List<Priority> listPriorities(String beat, LocalDate earliest) {
        return jdbc.sql(
                        PRIORITIES
                                + "WHERE beat = :beat AND (done_on IS NULL OR done_on >= :earliest) ORDER BY agreed_on DESC, id")
                .param("beat", beat)
                .param("earliest", earliest)
                .query(EventRepository::priority)
                .list();
    }

    Optional<Priority> findPriority(UUID id) {
        return jdbc.sql(PRIORITIES + "WHERE id = :id")
                .param("id", id)
                .query(EventRepository::priority)
                .optional();
    }

    void insert(Priority priority, String by) {
        write(
                """
                INSERT INTO agreed_priority (id, beat, issue, agreed_on, done, done_on, language, changed_by, changed_at)
                VALUES (:id, :beat, :issue, :agreed, :done, :doneOn, :language, :by, CURRENT_TIMESTAMP)
                """,
                priority,
                by);
    }

    void update(Priority priority, String by) {
        write(
                """
                UPDATE agreed_priority SET beat = :beat, issue = :issue, agreed_on = :agreed, done = :done, done_on = :doneOn,
                    language = :language, changed_by = :by, changed_at = CURRENT_TIMESTAMP
                WHERE id = :id
                """,
                priority,
                by);
    }

    private void write(String sql, Priority priority, String by) {
        jdbc.sql(sql)
                .param("id", priority.id())
                .param("beat", priority.beat())
                .param("issue", priority.issue())
                .param("agreed", priority.agreedOn())
                .param("done", priority.done())
                .param("doneOn", priority.doneOn())
                .param("language", priority.language())
                .param("by", by)
                .update();
    }

    void deletePriority(UUID id) {
        jdbc.sql("DELETE FROM agreed_priority WHERE id = :id").param("id", id).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Meeting meeting(ResultSet rs, int row) throws SQLException {
        return new Meeting(
                rs.getObject("id", UUID.class),
                rs.getString("beat"),
                Meeting.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("title"),
                rs.getString("place"),
                rs.getString("description"),
                rs.getString("language"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                rs.getBoolean("cancelled"));
    }

    private static Priority priority(ResultSet rs, int row) throws SQLException {
        return new Priority(
                rs.getObject("id", UUID.class),
                rs.getString("beat"),
                rs.getString("issue"),
                rs.getObject("agreed_on", LocalDate.class),
                rs.getString("done"),
                rs.getObject("done_on", LocalDate.class),
                rs.getString("language"));
    }
}
