package org.copse.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code officer_leave}. */
@Repository
class LeaveRepository {
    private static final String LEAVES = "SELECT id, officer, valid_from, valid_to, substitute FROM officer_leave ";

    private final JdbcClient jdbc;

    LeaveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Leave leave, String by) {
        jdbc.sql(
                        """
                        INSERT INTO officer_leave (id, officer, valid_from, valid_to, substitute, created_by, created_at)
                        VALUES (:id, :officer, :from, :to, :substitute, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", leave.id())
                .param("officer", leave.officer())
                .param("from", leave.days().from())
                .param("to", leave.days().to())
                .param("substitute", leave.substitute(), Types.OTHER)
                .param("by", by)
                .update();
    }

    /** Shortens a leave; one that has not begun by then goes. */
    void end(UUID id, LocalDate on) {
        jdbc.sql("DELETE FROM officer_leave WHERE id = :id AND valid_from >= :on")
                .param("id", id)
                .param("on", on)
                .update();
        jdbc.sql("UPDATE officer_leave SET valid_to = :on WHERE id = :id AND valid_to > :on")
                .param("id", id)
                .param("on", on)
                .update();
    }

    void setSubstitute(UUID id, @Nullable UUID substitute) {
        jdbc.sql("UPDATE officer_leave SET substitute = :substitute WHERE id = :id")
                .param("substitute", substitute, Types.OTHER)
                .param("id", id)
                .update();
    }

    /** Leaves to the team what an officer would have stood in for after a day. */
    void dropSubstitute(UUID officer, LocalDate on) {
        jdbc.sql("UPDATE officer_leave SET substitute = NULL WHERE substitute = :officer AND valid_to > :on")
                .param("officer", officer)
                .param("on", on)
                .update();
    }

    Optional<Leave> find(UUID id) {
        return jdbc.sql(LEAVES + "WHERE id = :id")
                .param("id", id)
                .query(LeaveRepository::leave)
                .optional();
    }

    /** Returns leave that ends after a day, the earliest first. */
    List<Leave> listFrom(LocalDate day) {
        return jdbc.sql(LEAVES + "WHERE valid_to > :day ORDER BY valid_from, id")
                .param("day", day)
                .query(LeaveRepository::leave)
                .list();
    }

    private static Leave leave(ResultSet rs, int row) throws SQLException {
        return new Leave(
                rs.getObject("id", UUID.class),
                rs.getObject("officer", UUID.class),
                new Days(rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)),
                rs.getObject("substitute", UUID.class));
    }
}
