package org.copse.server.officer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code officer} and {@code beat_officer}. */
@Repository
class OfficerRepository {
    private final JdbcClient jdbc;

    OfficerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Officer officer, String by) {
        jdbc.sql(
                        """
                        INSERT INTO officer (id, number, duty_name, languages, phone, email, hours, created_by, created_at)
                        VALUES (:id, :number, :dutyName, :languages, :phone, :email, :hours, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", UUID.randomUUID())
                .param("number", officer.number())
                .param("dutyName", officer.dutyName())
                .param("languages", String.join(",", officer.languages()))
                .param("phone", officer.phone(), Types.VARCHAR)
                .param("email", officer.email(), Types.VARCHAR)
                .param("hours", officer.hours(), Types.VARCHAR)
                .param("by", by)
                .update();
    }

    /** Makes the officer of that number the resident officer of a beat that has none. */
    void assign(UUID plan, String beat, String number, String by) {
        int assigned = jdbc.sql(
                        """
                        INSERT INTO beat_officer (plan, beat_id, officer, created_by, created_at)
                        SELECT :plan, :beat, id, :by, CURRENT_TIMESTAMP FROM officer WHERE number = :number
                        """)
                .param("plan", plan)
                .param("beat", beat)
                .param("number", number)
                .param("by", by)
                .update();
        if (assigned == 0) {
            throw new IllegalArgumentException("there is no officer " + number);
        }
    }

    /** Returns the resident officer of each beat of the plan that has one. */
    Map<String, Officer> mapByBeat(UUID plan) {
        Map<String, Officer> officers = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        SELECT b.beat_id, o.number, o.duty_name, o.languages, o.phone, o.email, o.hours
                        FROM beat_officer b JOIN officer o ON o.id = b.officer
                        WHERE b.plan = :plan ORDER BY b.beat_id
                        """)
                .param("plan", plan)
                .query((rs, row) -> officers.put(rs.getString("beat_id"), officer(rs)))
                .list();
        return officers;
    }

    private static Officer officer(ResultSet rs) throws SQLException {
        String languages = rs.getString("languages");
        return new Officer(
                rs.getString("number"),
                rs.getString("duty_name"),
                languages.isEmpty() ? List.of() : List.of(languages.split(",", -1)),
                rs.getString("phone"),
                rs.getString("email"),
                rs.getString("hours"));
    }
}
