package org.copse.server.problemcase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code problem_case}. */
@Repository
class CaseRepository {
    private static final String CASES =
            """
            SELECT id, version, title, beat, language, stage, outcome, closing, scan, place_kind, target_kind, doers, handlers,
                guardians, managers, analysis, review_on, opened_by, opened_at, changed_at
            FROM problem_case
            """;

    private final JdbcClient jdbc;

    CaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns all cases, the last changed first. */
    List<ProblemCase> list() {
        return jdbc.sql(CASES + "ORDER BY changed_at DESC, id")
                .query((rs, row) -> problem(rs))
                .list();
    }

    Optional<ProblemCase> find(UUID id) {
        return jdbc.sql(CASES + "WHERE id = :id")
                .param("id", id)
                .query((rs, row) -> problem(rs))
                .optional();
    }

    /** As {@link #find}, and makes others who change it wait until the transaction ends. */
    Optional<ProblemCase> findForUpdate(UUID id) {
        return jdbc.sql(CASES + "WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((rs, row) -> problem(rs))
                .optional();
    }

    void insert(ProblemCase problem) {
        write(
                problem,
                """
                INSERT INTO problem_case (id, version, title, beat, language, stage, outcome, closing, scan, place_kind, target_kind,
                    doers, handlers, guardians, managers, analysis, review_on, opened_by, opened_at, changed_at, closed_at)
                VALUES (:id, :version, :title, :beat, :language, :stage, :outcome, :closing, :scan, :place, :target,
                    :doers, :handlers, :guardians, :managers, :analysis, :reviewOn, :by, :at, :changed, :closed)
                """);
    }

    void update(ProblemCase problem) {
        write(
                problem,
                """
                UPDATE problem_case SET version = :version, title = :title, beat = :beat, language = :language, stage = :stage,
                    outcome = :outcome, closing = :closing, scan = :scan, place_kind = :place, target_kind = :target, doers = :doers,
                    handlers = :handlers, guardians = :guardians, managers = :managers, analysis = :analysis, review_on = :reviewOn,
                    opened_by = :by, opened_at = :at, changed_at = :changed,
                    closed_at = CASE WHEN stage = :stage THEN closed_at ELSE :closed END
                WHERE id = :id
                """);
    }

    private void write(ProblemCase problem, String sql) {
        Triangle triangle = problem.triangle();
        jdbc.sql(sql)
                .param("id", problem.id())
                .param("version", problem.version())
                .param("title", problem.title())
                .param("beat", problem.beat())
                .param("language", problem.language())
                .param("stage", problem.stage().key())
                .param("outcome", problem.outcome(), Types.VARCHAR)
                .param("closing", problem.closing())
                .param("scan", problem.scan())
                .param("place", triangle.place(), Types.VARCHAR)
                .param("target", triangle.target(), Types.VARCHAR)
                .param("doers", String.join(" ", triangle.doers()))
                .param("handlers", String.join(" ", triangle.handlers()))
                .param("guardians", String.join(" ", triangle.guardians()))
                .param("managers", String.join(" ", triangle.managers()))
                .param("analysis", problem.analysis())
                .param("reviewOn", problem.reviewOn(), Types.DATE)
                .param("by", problem.openedBy())
                .param("at", utc(problem.openedAt()))
                .param("changed", utc(problem.changedAt()))
                .param(
                        "closed",
                        problem.stage() == Stage.CLOSED ? utc(problem.changedAt()) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Deletes those closed before an instant, with all that is theirs. */
    List<UUID> deleteClosedBefore(Instant instant) {
        List<UUID> old = jdbc.sql("SELECT id FROM problem_case WHERE closed_at < :instant")
                .param("instant", utc(instant))
                .query(UUID.class)
                .list();
        old.forEach(id -> jdbc.sql("DELETE FROM problem_case WHERE id = :id")
                .param("id", id)
                .update());
        return old;
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Returns the words of a list that is kept in one column. */
    static List<String> words(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split(" "));
    }

    private static ProblemCase problem(ResultSet rs) throws SQLException {
        return new ProblemCase(
                rs.getObject("id", UUID.class),
                rs.getInt("version"),
                rs.getString("title"),
                rs.getString("beat"),
                rs.getString("language"),
                Stage.findByKey(rs.getString("stage")).orElseThrow(),
                rs.getString("scan"),
                new Triangle(
                        rs.getString("place_kind"),
                        rs.getString("target_kind"),
                        words(rs.getString("doers")),
                        words(rs.getString("handlers")),
                        words(rs.getString("guardians")),
                        words(rs.getString("managers"))),
                rs.getString("analysis"),
                rs.getObject("review_on", LocalDate.class),
                rs.getString("outcome"),
                rs.getString("closing"),
                rs.getString("opened_by"),
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
