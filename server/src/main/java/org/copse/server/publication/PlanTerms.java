package org.copse.server.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code plan_term}: when which plan was, is and will be in force. */
@Repository
class PlanTerms {
    private static final String TERMS =
            """
            SELECT t.number, t.kind, t.valid_from, t.valid_to, t.reason, p.id, p.name, p.version,
                   (SELECT count(*) FROM plan_beat WHERE plan = p.id) AS beats,
                   (SELECT count(*) FROM plan_sector WHERE plan = p.id) AS sectors
            FROM plan_term t JOIN plan p ON p.id = t.plan
            """;

    private final JdbcClient jdbc;

    PlanTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the open term and keeps others from deciding on the next until the transaction ends. */
    Optional<PlanTerm> lockLast() {
        jdbc.sql("SELECT number FROM plan_term WHERE is_last FOR UPDATE")
                .query(Integer.class)
                .optional();
        return jdbc.sql(TERMS + "WHERE t.is_last").query(PlanTerms::term).optional();
    }

    /** Returns the term that includes an instant. */
    Optional<PlanTerm> findAt(Instant instant) {
        return jdbc.sql(TERMS + "WHERE t.valid_from <= :at AND (t.valid_to IS NULL OR t.valid_to > :at)")
                .param("at", time(instant))
                .query(PlanTerms::term)
                .optional();
    }

    /** Returns the term that begins after an instant. There is one at most. */
    Optional<PlanTerm> findAhead(Instant instant) {
        return jdbc.sql(TERMS + "WHERE t.is_last AND t.valid_from > :at")
                .param("at", time(instant))
                .query(PlanTerms::term)
                .optional();
    }

    /** Returns all, the latest first. */
    List<PlanTerm> list() {
        return jdbc.sql(TERMS + "ORDER BY t.number DESC").query(PlanTerms::term).list();
    }

    int insert(UUID plan, PlanTerm.Kind kind, Instant from, String reason, String by) {
        int number = jdbc.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM plan_term")
                .query(Integer.class)
                .single();
        jdbc.sql(
                        """
                        INSERT INTO plan_term (number, plan, kind, valid_from, is_last, reason, created_by, created_at)
                        VALUES (:number, :plan, :kind, :from, TRUE, :reason, :by, CURRENT_TIMESTAMP)
                        """)
                .param("number", number)
                .param("plan", plan)
                .param("kind", kind.key())
                .param("from", time(from))
                .param("reason", reason)
                .param("by", by)
                .update();
        return number;
    }

    /** Ends a term at an instant; null opens it again. */
    void end(int number, @Nullable Instant at) {
        jdbc.sql("UPDATE plan_term SET valid_to = :to, is_last = :last WHERE number = :number")
                .param("to", at == null ? null : time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("last", at == null ? Boolean.TRUE : null, Types.BOOLEAN)
                .param("number", number)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static PlanTerm term(ResultSet rs, int row) throws SQLException {
        OffsetDateTime to = rs.getObject("valid_to", OffsetDateTime.class);
        return new PlanTerm(
                rs.getInt("number"),
                new PublishedPlan(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        rs.getInt("version"),
                        rs.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        rs.getInt("beats"),
                        rs.getInt("sectors")),
                PlanTerm.Kind.ofKey(rs.getString("kind")),
                to == null ? null : to.toInstant(),
                rs.getString("reason"));
    }
}
