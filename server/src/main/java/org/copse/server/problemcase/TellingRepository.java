package org.copse.server.problemcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code problem_telling}. */
@Repository
class TellingRepository {
    private static final String COLUMNS =
            "t.case_id, t.language, t.number, t.title, t.problem, t.doing, t.result, t.written_by, t.written_at, t.published_at";
    private static final String PUBLIC =
            """
            FROM problem_telling t JOIN problem_case c ON c.id = t.case_id
            WHERE t.published_at IS NOT NULL AND t.withdrawn_at IS NULL AND (c.closed_at IS NULL OR c.closed_at > :closed)
                AND t.number = (SELECT max(n.number) FROM problem_telling n
                    WHERE n.case_id = t.case_id AND n.language = t.language AND n.published_at IS NOT NULL)
            """;

    private final JdbcClient jdbc;

    TellingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A public version with its case's beat and stage. */
    record Told(UUID problem, String beat, Stage stage, Telling telling) {}

    void insert(UUID problem, Telling telling) {
        jdbc.sql(
                        """
                        INSERT INTO problem_telling (case_id, language, number, title, problem, doing, result, written_by, written_at)
                        VALUES (:problem, :language, :number, :title, :what, :doing, :result, :by, :at)
                        """)
                .param("problem", problem)
                .param("language", telling.language())
                .param("number", telling.number())
                .param("title", telling.title())
                .param("what", telling.problem())
                .param("doing", telling.doing())
                .param("result", telling.result())
                .param("by", telling.by())
                .param("at", CaseRepository.utc(telling.at()))
                .update();
    }

    int nextNumber(UUID problem, String language) {
        return jdbc.sql(
                        "SELECT COALESCE(max(number), 0) + 1 FROM problem_telling WHERE case_id = :problem AND language = :language")
                .param("problem", problem)
                .param("language", language)
                .query(Integer.class)
                .single();
    }

    /** Returns how many rows were published. */
    int publish(UUID problem, String language, int number, String by, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE problem_telling SET published_by = :by, published_at = :at
                        WHERE case_id = :problem AND language = :language AND number = :number AND published_at IS NULL
                        """)
                .param("problem", problem)
                .param("language", language)
                .param("number", number)
                .param("by", by)
                .param("at", CaseRepository.utc(at))
                .update();
    }

    /** Returns how many rows were taken away. */
    int withdraw(UUID problem, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE problem_telling SET withdrawn_at = :at
                        WHERE case_id = :problem AND published_at IS NOT NULL AND withdrawn_at IS NULL
                        """)
                .param("problem", problem)
                .param("at", CaseRepository.utc(at))
                .update();
    }

    /** Returns of each language the version that is public and the last one that was written, which may be the same. */
    List<Telling> list(UUID problem) {
        Map<String, Telling> shown = new LinkedHashMap<>();
        Map<String, Telling> last = new LinkedHashMap<>();
        jdbc.sql("SELECT " + COLUMNS + " FROM problem_telling t WHERE t.case_id = :problem AND t.withdrawn_at IS NULL"
                        + " ORDER BY t.language, t.number")
                .param("problem", problem)
                .query((rs, row) -> telling(rs))
                .list()
                .forEach(one -> {
                    last.put(one.language(), one);
                    if (one.publishedAt() != null) {
                        shown.put(one.language(), one);
                    }
                });
        return last.values().stream()
                .flatMap(newest -> Stream.of(shown.get(newest.language()), newest))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns what is public, the latest published first. @param closedAfter cases closed before it are no longer shown */
    List<Told> listPublic(Instant closedAfter) {
        return jdbc.sql("SELECT " + COLUMNS + ", c.beat, c.stage " + PUBLIC
                        + " ORDER BY t.published_at DESC, t.case_id, t.language")
                .param("closed", CaseRepository.utc(closedAfter))
                .query((rs, row) -> told(rs))
                .list();
    }

    private static Told told(ResultSet rs) throws SQLException {
        return new Told(
                rs.getObject("case_id", UUID.class),
                rs.getString("beat"),
                Stage.findByKey(rs.getString("stage")).orElseThrow(),
                telling(rs));
    }

    private static Telling telling(ResultSet rs) throws SQLException {
        return new Telling(
                rs.getString("language"),
                rs.getInt("number"),
                rs.getString("title"),
                rs.getString("problem"),
                rs.getString("doing"),
                rs.getString("result"),
                rs.getString("written_by"),
                rs.getObject("written_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rs.getObject("published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
