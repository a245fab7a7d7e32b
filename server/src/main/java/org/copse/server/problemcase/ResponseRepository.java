package org.copse.server.problemcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code problem_response}. */
@Repository
class ResponseRepository {
    private static final String ROWS =
            """
            SELECT id, number, what, who, with_whom, place, from_day, due_on, how, wanted, state FROM problem_response
            """;

    private final JdbcClient jdbc;

    ResponseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Response> list(UUID problem) {
        return jdbc.sql(ROWS + "WHERE case_id = :problem ORDER BY number")
                .param("problem", problem)
                .query((rs, row) -> response(rs))
                .list();
    }

    Optional<Response> find(UUID problem, UUID id) {
        return jdbc.sql(ROWS + "WHERE case_id = :problem AND id = :id")
                .param("problem", problem)
                .param("id", id)
                .query((rs, row) -> response(rs))
                .optional();
    }

    int nextNumber(UUID problem) {
        return jdbc.sql("SELECT COALESCE(max(number), 0) + 1 FROM problem_response WHERE case_id = :problem")
                .param("problem", problem)
                .query(Integer.class)
                .single();
    }

    void insert(UUID problem, Response row) {
        write(
                problem,
                row,
                """
                INSERT INTO problem_response (id, case_id, number, what, who, with_whom, place, from_day, due_on, how, wanted, state)
                VALUES (:id, :problem, :number, :what, :who, :with, :place, :from, :due, :how, :wanted, :state)
                """);
    }

    void update(UUID problem, Response row) {
        write(
                problem,
                row,
                """
                UPDATE problem_response SET number = :number, what = :what, who = :who, with_whom = :with, place = :place,
                    from_day = :from, due_on = :due, how = :how, wanted = :wanted, state = :state
                WHERE id = :id AND case_id = :problem
                """);
    }

    private void write(UUID problem, Response row, String sql) {
        jdbc.sql(sql)
                .param("id", row.id())
                .param("problem", problem)
                .param("number", row.number())
                .param("what", row.what())
                .param("who", row.who())
                .param("with", String.join(" ", row.with()))
                .param("place", row.place())
                .param("from", row.from())
                .param("due", row.due())
                .param("how", row.how())
                .param("wanted", row.wanted())
                .param("state", row.state())
                .update();
    }

    private static Response response(ResultSet rs) throws SQLException {
        return new Response(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                rs.getString("what"),
                rs.getString("who"),
                CaseRepository.words(rs.getString("with_whom")),
                rs.getString("place"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("how"),
                rs.getString("wanted"),
                rs.getString("state"));
    }
}
