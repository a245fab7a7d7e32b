package org.copse.server.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code mail}. */
@Repository
class MailRepository {
    private static final String NEWEST =
            """
            SELECT m.about, m.state, m.addressee, m.tries, m.changed_at, m.due_at, m.failure, m.reply, m.sent_to
            FROM mail m
            WHERE NOT EXISTS (SELECT 1 FROM mail n WHERE n.about = m.about
                AND (n.created_at > m.created_at OR (n.created_at = m.created_at AND n.id > m.id)))
            """;

    private final JdbcClient jdbc;

    MailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail that is to be tried, and how often it was. */
    record Due(OutgoingMail mail, int tries) {}

    /** A mail's standing and the finding that it is about. */
    private record About(UUID finding, MailStanding mail) {}

    void insert(OutgoingMail mail) {
        jdbc.sql(
                        """
                        INSERT INTO mail (id, about, addressee, subject, body, state, tries, due_at, created_at, changed_at)
                        VALUES (:id, :about, :addressee, :subject, :body, 'waiting', 0, :at, :at, :at)
                        """)
                .param("id", mail.id())
                .param("about", mail.about())
                .param("addressee", mail.addressee())
                .param("subject", mail.subject())
                .param("body", mail.body())
                .param("at", time(mail.createdAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    List<UUID> listDue(Instant now, int most) {
        return jdbc.sql(
                        """
                        SELECT id FROM mail WHERE state = 'waiting' AND due_at <= :now ORDER BY due_at, id
                        FETCH FIRST %d ROWS ONLY
                        """
                                .formatted(most))
                .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(UUID.class)
                .list();
    }

    /** Returns a mail that is due and has nobody else try it until the transaction ends; empty when somebody does, or did. */
    Optional<Due> lockDue(UUID id, Instant now) {
        return jdbc.sql(
                        """
                        SELECT id, about, addressee, subject, body, created_at, tries FROM mail
                        WHERE id = :id AND state = 'waiting' AND due_at <= :now FOR UPDATE SKIP LOCKED
                        """)
                .param("id", id)
                .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((rs, row) -> new Due(
                        new OutgoingMail(
                                rs.getObject("id", UUID.class),
                                rs.getObject("about", UUID.class),
                                rs.getString("addressee"),
                                rs.getString("subject"),
                                rs.getString("body"),
                                instant(rs, "created_at")),
                        rs.getInt("tries")))
                .optional();
    }

    /** Stores how a mail stands after a try; {@code next} is when it is tried again, where it is. */
    void tried(UUID id, MailStanding now) {
        Instant next = now.next();
        jdbc.sql(
                        """
                        UPDATE mail SET state = :state, tries = :tries, due_at = COALESCE(:next, due_at), failure = :failure, reply = :reply,
                            sent_to = :to, changed_at = :at
                        WHERE id = :id
                        """)
                .param("id", id)
                .param("state", now.state())
                .param("tries", now.tries())
                .param("next", next == null ? null : time(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failure", now.failure(), Types.VARCHAR)
                .param("reply", now.reply(), Types.INTEGER)
                .param("to", now.sentTo(), Types.VARCHAR)
                .param("at", time(now.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Returns how the newest mail of each finding stands. */
    Map<UUID, MailStanding> newest() {
        return jdbc.sql(NEWEST).query((rs, row) -> about(rs)).list().stream()
                .collect(Collectors.toMap(About::finding, About::mail));
    }

    Optional<MailStanding> findNewest(UUID about) {
        return jdbc.sql(NEWEST + " AND m.about = :about")
                .param("about", about)
                .query((rs, row) -> about(rs).mail())
                .optional();
    }

    private static About about(ResultSet rs) throws SQLException {
        String state = rs.getString("state");
        return new About(
                rs.getObject("about", UUID.class),
                new MailStanding(
                        state,
                        rs.getString("addressee"),
                        rs.getInt("tries"),
                        instant(rs, "changed_at"),
                        MailStanding.WAITING.equals(state) ? instant(rs, "due_at") : null,
                        rs.getString("failure"),
                        (Integer) rs.getObject("reply"),
                        rs.getString("sent_to")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
