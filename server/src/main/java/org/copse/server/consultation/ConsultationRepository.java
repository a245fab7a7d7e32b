package org.copse.server.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.consultation.Consultation.Answer;
import org.copse.server.consultation.Consultation.Comment;
import org.copse.server.consultation.Consultation.Outreach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code consultation} and of what belongs to it. */
@Repository
class ConsultationRepository {
    private static final String CONSULTATIONS =
            "SELECT plan, intro, closes_on, key_hash, opened_at, closed_at, summary FROM consultation ";
    private static final String COMMENTS =
            "SELECT id, beat_id, other_beat, words, state, answer, created_at, why FROM consultation_comment ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ConsultationRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(UUID plan, LocalDate closesOn, String by) {
        jdbc.sql(
                        """
                        INSERT INTO consultation (plan, intro, closes_on, created_by, created_at)
                        VALUES (:plan, '', :on, :by, CURRENT_TIMESTAMP)
                        """)
                .param("plan", plan)
                .param("on", closesOn)
                .param("by", by)
                .update();
    }

    Optional<Consultation> find(UUID plan) {
        return jdbc.sql(CONSULTATIONS + "WHERE plan = :plan")
                .param("plan", plan)
                .query(ConsultationRepository::consultation)
                .optional();
    }

    /** As {@link #find}, and makes others who change it wait until the transaction ends. */
    Optional<Consultation> findForUpdate(UUID plan) {
        return jdbc.sql(CONSULTATIONS + "WHERE plan = :plan FOR UPDATE")
                .param("plan", plan)
                .query(ConsultationRepository::consultation)
                .optional();
    }

    /** Returns those that everybody may see, open ones first. */
    List<Consultation> listPublic() {
        return jdbc.sql(CONSULTATIONS + "WHERE opened_at IS NOT NULL AND key_hash IS NULL ORDER BY closes_on DESC")
                .query(ConsultationRepository::consultation)
                .list();
    }

    void update(UUID plan, String intro, LocalDate closesOn, @Nullable String keyHash, @Nullable Instant openedAt) {
        jdbc.sql(
                        """
                        UPDATE consultation SET intro = :intro, closes_on = :on, key_hash = :key, opened_at = :opened
                        WHERE plan = :plan
                        """)
                .param("intro", intro)
                .param("on", closesOn)
                .param("key", keyHash, Types.VARCHAR)
                .param("opened", time(openedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("plan", plan)
                .update();
    }

    void close(UUID plan, Instant at, String summary) {
        jdbc.sql("UPDATE consultation SET closed_at = :at, summary = :summary WHERE plan = :plan")
                .param("at", time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("summary", summary)
                .param("plan", plan)
                .update();
    }

    /** Opens a closed one again, or hides one that was opened. What was its summary stays, for the next closing. */
    void reset(UUID plan) {
        jdbc.sql("UPDATE consultation SET opened_at = NULL, closed_at = NULL WHERE plan = :plan")
                .param("plan", plan)
                .update();
    }

    void insertBoundaries(UUID plan, List<BoundaryReason> boundaries) {
        List<Object[]> rows = new ArrayList<>();
        for (BoundaryReason one : boundaries) {
            rows.add(new Object[] {
                plan, rows.size(), one.beat(), one.otherBeat(), one.cause(), one.term(), one.kilometres()
            });
        }
        batches.batchUpdate(
                """
                INSERT INTO consultation_boundary (plan, number, beat_id, other_beat, cause, term, kilometres)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    List<BoundaryReason> listBoundaries(UUID plan) {
        return jdbc.sql(
                        """
                        SELECT beat_id, other_beat, cause, term, kilometres FROM consultation_boundary
                        WHERE plan = :plan ORDER BY number
                        """)
                .param("plan", plan)
                .query((rs, row) -> new BoundaryReason(
                        rs.getString("beat_id"),
                        rs.getString("other_beat"),
                        rs.getString("cause"),
                        rs.getString("term"),
                        rs.getDouble("kilometres")))
                .list();
    }

    void insert(UUID plan, Outreach outreach, String by) {
        jdbc.sql(
                        """
                        INSERT INTO consultation_outreach (id, plan, who, how, reached, note, created_by, created_at)
                        VALUES (:id, :plan, :who, :how, :reached, :note, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", outreach.id())
                .param("plan", plan)
                .param("who", outreach.who())
                .param("how", outreach.how())
                .param("reached", outreach.reached())
                .param("note", outreach.note())
                .param("by", by)
                .update();
    }

    int delete(UUID plan, String kind, UUID id) {
        String table = kind.equals("outreach") ? "consultation_outreach" : "consultation_answer";
        return jdbc.sql("DELETE FROM " + table + " WHERE plan = :plan AND id = :id")
                .param("plan", plan)
                .param("id", id)
                .update();
    }

    List<Outreach> listOutreach(UUID plan) {
        return jdbc.sql(
                        "SELECT id, who, how, reached, note FROM consultation_outreach WHERE plan = :plan ORDER BY created_at, id")
                .param("plan", plan)
                .query((rs, row) -> new Outreach(
                        rs.getObject("id", UUID.class),
                        rs.getString("who"),
                        rs.getString("how"),
                        rs.getString("reached"),
                        rs.getString("note")))
                .list();
    }

    void insert(UUID plan, Answer answer, String by) {
        jdbc.sql(
                        """
                        INSERT INTO consultation_answer (id, plan, said, did, created_by, created_at)
                        VALUES (:id, :plan, :said, :did, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", answer.id())
                .param("plan", plan)
                .param("said", answer.said())
                .param("did", answer.did())
                .param("by", by)
                .update();
    }

    List<Answer> listAnswers(UUID plan) {
        return jdbc.sql("SELECT id, said, did FROM consultation_answer WHERE plan = :plan ORDER BY created_at, id")
                .param("plan", plan)
                .query((rs, row) ->
                        new Answer(rs.getObject("id", UUID.class), rs.getString("said"), rs.getString("did")))
                .list();
    }

    void insert(UUID plan, Comment comment) {
        jdbc.sql(
                        """
                        INSERT INTO consultation_comment (id, plan, beat_id, other_beat, words, state, created_at)
                        VALUES (:id, :plan, :beat, :other, :words, 'waiting', :at)
                        """)
                .param("id", comment.id())
                .param("plan", plan)
                .param("beat", comment.beat(), Types.VARCHAR)
                .param("other", comment.otherBeat(), Types.VARCHAR)
                .param("words", comment.words())
                .param("at", time(comment.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    int countWaiting(UUID plan) {
        return jdbc.sql("SELECT count(*) FROM consultation_comment WHERE plan = :plan AND state = 'waiting'")
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    List<Comment> listComments(UUID plan) {
        return jdbc.sql(COMMENTS + "WHERE plan = :plan ORDER BY created_at, id")
                .param("plan", plan)
                .query(ConsultationRepository::comment)
                .list();
    }

    int moderate(UUID plan, UUID id, String state, @Nullable UUID answer, @Nullable String why, String by) {
        return jdbc.sql(
                        """
                        UPDATE consultation_comment
                        SET state = :state, answer = :answer, why = :why, moderated_by = :by, moderated_at = CURRENT_TIMESTAMP
                        WHERE plan = :plan AND id = :id
                        """)
                .param("state", state)
                .param("answer", answer, Types.OTHER)
                .param("why", why, Types.VARCHAR)
                .param("by", by)
                .param("plan", plan)
                .param("id", id)
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Consultation consultation(ResultSet rs, int row) throws SQLException {
        return new Consultation(
                rs.getObject("plan", UUID.class),
                rs.getString("intro"),
                rs.getObject("closes_on", LocalDate.class),
                rs.getString("key_hash"),
                instant(rs, "opened_at"),
                instant(rs, "closed_at"),
                rs.getString("summary"));
    }

    private static Comment comment(ResultSet rs, int row) throws SQLException {
        return new Comment(
                rs.getObject("id", UUID.class),
                rs.getString("beat_id"),
                rs.getString("other_beat"),
                rs.getString("words"),
                rs.getString("state"),
                rs.getObject("answer", UUID.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("why"));
    }
}
