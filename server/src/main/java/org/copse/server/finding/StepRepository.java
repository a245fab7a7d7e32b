package org.copse.server.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code finding_step}. */
@Repository
class StepRepository {
    private static final String NEWEST =
            """
            SELECT f.id, f.walk, w.title, f.version, f.seen_at, f.category, f.is_asset, f.severity, ST_X(f.geom) AS lon, ST_Y(f.geom) AS lat,
                   f.accuracy_metres, f.placed, f.words, f.rating, f.photos, f.again, f.gone,
                   s.number, s.state, s.agency, s.due_on, s.is_public, s.told, s.language, s.note, s.checked_on, s.taken_by, s.taken_at
            FROM finding f
            JOIN walk w ON w.id = f.walk
            LEFT JOIN finding_step s ON s.finding = f.id
                 AND s.number = (SELECT max(n.number) FROM finding_step n WHERE n.finding = f.id)
            WHERE NOT f.removed AND NOT f.is_asset AND f.again IS NULL
            """;

    private static final String LATEST_FIRST = " ORDER BY f.seen_at DESC, f.id";

    private final JdbcClient jdbc;

    StepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding with its walk and how it stands. */
    record Standing(UUID id, FollowedFinding.FoundOn walk, Finding finding, Step step) {}

    /** Returns all problems that nobody took back, the latest first. */
    List<Standing> list() {
        return jdbc.sql(NEWEST + LATEST_FIRST).query((rs, row) -> standing(rs)).list();
    }

    /** Returns those of a walk. */
    List<Standing> list(UUID walk) {
        return jdbc.sql(NEWEST + " AND f.walk = :walk" + LATEST_FIRST)
                .param("walk", walk)
                .query((rs, row) -> standing(rs))
                .list();
    }

    /** Returns the problems that residents read of, the latest first. */
    List<Standing> listPublic() {
        return jdbc.sql(NEWEST + " AND s.is_public" + LATEST_FIRST)
                .query((rs, row) -> standing(rs))
                .list();
    }

    Optional<Standing> find(UUID id) {
        return jdbc.sql(NEWEST + " AND f.id = :id")
                .param("id", id)
                .query((rs, row) -> standing(rs))
                .optional();
    }

    /** Has others who decide on the finding wait until the transaction ends. */
    void lock(UUID id) {
        jdbc.sql("SELECT id FROM finding WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Returns all steps of a finding, the first first. */
    List<Step> listSteps(UUID finding) {
        return jdbc.sql(
                        """
                        SELECT number, state, agency, due_on, is_public, told, language, note, checked_on, taken_by, taken_at
                        FROM finding_step WHERE finding = :finding ORDER BY number
                        """)
                .param("finding", finding)
                .query((rs, row) -> step(rs))
                .list();
    }

    void insert(UUID finding, Step step) {
        jdbc.sql(
                        """
                        INSERT INTO finding_step (finding, number, state, agency, due_on, is_public, told, language, note, checked_on,
                            taken_by, taken_at)
                        VALUES (:finding, :number, :state, :agency, :due, :public, :told, :language, :note, :checked, :by, CURRENT_TIMESTAMP)
                        """)
                .param("finding", finding)
                .param("number", step.number())
                .param("state", step.state().key())
                .param("agency", step.agency(), Types.VARCHAR)
                .param("due", step.dueOn(), Types.DATE)
                .param("public", step.isPublic())
                .param("told", step.told())
                .param("language", step.language())
                .param("note", step.note())
                .param("checked", step.checkedOn(), Types.OTHER)
                .param("by", step.by())
                .update();
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        return new Standing(
                rs.getObject("id", UUID.class),
                new FollowedFinding.FoundOn(rs.getObject("walk", UUID.class), rs.getString("title")),
                FindingRepository.finding(rs),
                rs.getString("state") == null ? Step.NONE : step(rs));
    }

    private static Step step(ResultSet rs) throws SQLException {
        return new Step(
                rs.getInt("number"),
                State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                rs.getString("agency"),
                rs.getObject("due_on", LocalDate.class),
                rs.getBoolean("is_public"),
                rs.getString("told"),
                rs.getString("language"),
                rs.getString("note"),
                rs.getObject("checked_on", UUID.class),
                rs.getString("taken_by"),
                rs.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
