package org.copse.server.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code liaison_assignment}. */
@Repository
class LiaisonRepository {
    private static final String LIAISONS =
            "SELECT id, officer, need, topic, valid_from, valid_to FROM liaison_assignment ";

    private final JdbcClient jdbc;
    private final DatedRows rows;

    LiaisonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new DatedRows(jdbc, "liaison_assignment");
    }

    void insert(LiaisonAssignment liaison, String reason, String by) {
        jdbc.sql(
                        """
                        INSERT INTO liaison_assignment (id, officer, need, topic, valid_from, valid_to, reason, created_by, created_at)
                        VALUES (:id, :officer, :need, :topic, :from, :to, :reason, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", liaison.id())
                .param("officer", liaison.officer())
                .param("need", liaison.need().key())
                .param("topic", liaison.topic())
                .param("from", liaison.days().from())
                .param("to", liaison.days().to())
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** Ends an assignment; one that has not begun by then never does. */
    void end(UUID id, LocalDate on, String reason, String by) {
        rows.end(id, on, reason, by);
    }

    Optional<LiaisonAssignment> find(UUID id) {
        return jdbc.sql(LIAISONS + "WHERE id = :id")
                .param("id", id)
                .query(LiaisonRepository::liaison)
                .optional();
    }

    /** Returns all, ended ones too, by need. */
    List<LiaisonAssignment> list() {
        return jdbc.sql(LIAISONS + "WHERE valid_to > valid_from ORDER BY need, topic, valid_from, id")
                .query(LiaisonRepository::liaison)
                .list();
    }

    private static LiaisonAssignment liaison(ResultSet rs, int row) throws SQLException {
        return new LiaisonAssignment(
                rs.getObject("id", UUID.class),
                rs.getObject("officer", UUID.class),
                Need.findByKey(rs.getString("need")).orElseThrow(),
                rs.getString("topic"),
                new Days(rs.getObject("valid_from", LocalDate.class), rs.getObject("valid_to", LocalDate.class)));
    }
}
