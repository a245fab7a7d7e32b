package org.copse.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code beat_assignment}. */
@Repository
class AssignmentRepository {
    private static final String ASSIGNMENTS =
            "SELECT id, plan, beat_id, officer, rank, valid_from, valid_to, tenure_from FROM beat_assignment ";

    private final JdbcClient jdbc;
    private final DatedRows rows;

    AssignmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new DatedRows(jdbc, "beat_assignment");
    }

    /** Makes all others who change assignments or leave wait until the transaction ends. */
    void lock() {
        jdbc.sql("SELECT id FROM assignment_lock WHERE id = 1 FOR UPDATE")
                .query(Integer.class)
                .single();
    }

    void insert(BeatAssignment assignment, String reason, String by) {
        jdbc.sql(
                        """
                        INSERT INTO beat_assignment (id, plan, beat_id, officer, rank, valid_from, valid_to, tenure_from, reason,
                                                     created_by, created_at)
                        VALUES (:id, :plan, :beat, :officer, :rank, :from, :to, :tenure, :reason, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", assignment.id())
                .param("plan", assignment.plan())
                .param("beat", assignment.beatId())
                .param("officer", assignment.officer())
                .param("rank", assignment.rank().key())
                .param("from", assignment.days().from())
                .param("to", assignment.days().to())
                .param("tenure", assignment.tenureFrom())
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** Ends an assignment; one that has not begun by then never does, and no plan that is called off brings it back. */
    void end(UUID id, LocalDate on, String reason, String by) {
        rows.end(id, on, reason, by);
        jdbc.sql(
                        "UPDATE beat_assignment SET ended_with = NULL, would_end = NULL WHERE id = :id AND ended_with IS NOT NULL")
                .param("id", id)
                .update();
    }

    /** Ends an assignment because another plan's term begins on that day. */
    void endWith(int term, BeatAssignment known, LocalDate on, String reason, String by) {
        rows.end(known.id(), on, reason, by);
        jdbc.sql("UPDATE beat_assignment SET ended_with = :term, would_end = :to WHERE id = :id")
                .param("term", term)
                .param("to", known.days().to())
                .param("id", known.id())
                .update();
    }

    /** Lets go on what a term ended that never began. */
    void reopen(int term) {
        jdbc.sql(
                        """
                        UPDATE beat_assignment
                        SET valid_to = would_end, would_end = NULL, ended_with = NULL, ended_by = NULL, ended_at = NULL, end_reason = NULL
                        WHERE ended_with = :term
                        """)
                .param("term", term)
                .update();
    }

    /** Returns what a term ended, with the days that it would have had. */
    List<BeatAssignment> listEndedWith(int term) {
        return jdbc.sql(
                        """
                        SELECT id, plan, beat_id, officer, rank, valid_from, would_end AS valid_to, tenure_from FROM beat_assignment
                        WHERE ended_with = :term ORDER BY beat_id, valid_from, rank, id
                        """)
                .param("term", term)
                .query(AssignmentRepository::assignment)
                .list();
    }

    Optional<BeatAssignment> find(UUID id) {
        return jdbc.sql(ASSIGNMENTS + "WHERE id = :id")
                .param("id", id)
                .query(AssignmentRepository::assignment)
                .optional();
    }

    /** Returns all of a plan, ended ones too, by beat. */
    List<BeatAssignment> listOfPlan(UUID plan) {
        return jdbc.sql(ASSIGNMENTS + "WHERE plan = :plan ORDER BY beat_id, valid_from, rank, id")
                .param("plan", plan)
                .query(AssignmentRepository::assignment)
                .list();
    }

    /** Returns those of a plan that go on after a day, or begin after it, by beat. */
    List<BeatAssignment> listContinuing(UUID plan, LocalDate day) {
        return jdbc.sql(
                        ASSIGNMENTS
                                + "WHERE plan = :plan AND valid_to > :day AND valid_to > valid_from ORDER BY beat_id, valid_from, rank, id")
                .param("plan", plan)
                .param("day", day)
                .query(AssignmentRepository::assignment)
                .list();
    }

    /** Returns all of an officer, the latest first. */
    List<BeatAssignment> listOfOfficer(UUID officer) {
        return jdbc.sql(ASSIGNMENTS + "WHERE officer = :officer AND valid_to > valid_from ORDER BY valid_from DESC, id")
                .param("officer", officer)
                .query(AssignmentRepository::assignment)
                .list();
    }

    private static BeatAssignment assignment(ResultSet rs, int row) throws SQLException {
        return new BeatAssignment(
                rs.getObject("id", UUID.class),
                rs.getObject("plan", UUID.class),
                rs.getString("beat_id"),
                rs.getObject("officer", UUID.class),
                Rank.findByKey(rs.getString("rank")).orElseThrow(),
                new Days(rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)),
                rs.getObject("tenure_from", LocalDate.class));
    }
}
