package org.copse.server.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who the resident officer of a beat is, in the words that the public may read. */
@Repository
class BeatOfficers {
    private static final String FIND =
            """
            SELECT o.duty_name, o.languages, o.phone, o.email, o.hours
            FROM beat_officer b JOIN officer o ON o.id = b.officer
            WHERE b.plan = :plan AND b.beat_id = :beat""";

    private final JdbcClient jdbc;

    BeatOfficers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LookupAnswer.Officer> find(UUID plan, String beat) {
        return jdbc.sql(FIND)
                .param("plan", plan)
                .param("beat", beat)
                .query((row, number) -> officer(row))
                .optional();
    }

    private static LookupAnswer.Officer officer(ResultSet row) throws SQLException {
        List<String> languages = Arrays.stream(row.getString("languages").split(","))
                .map(String::trim)
                .filter(code -> !code.isEmpty())
                .toList();
        return new LookupAnswer.Officer(
                row.getString("duty_name"),
                languages,
                row.getString("phone"),
                row.getString("email"),
                row.getString("hours"));
    }
}
