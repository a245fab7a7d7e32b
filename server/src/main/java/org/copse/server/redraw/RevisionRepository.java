package org.copse.server.redraw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.copse.server.database.Dialect;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code working_plan}. */
@Repository
class RevisionRepository {
    private static final String COLUMNS =
            "SELECT revision, saved_by, saved_at, note, units, residents FROM working_plan WHERE scenario = :scenario ";

    private final JdbcClient jdbc;
    private final Dialect dialect;

    RevisionRepository(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.dialect = Dialect.of(source);
    }

    /** Which revision of which scenario's working plan. */
    record RevisionKey(UUID scenario, int revision) {}

    /** Has what was committed survive a kill. */
    void writeToDisk() {
        dialect.writeToDisk(jdbc);
    }

    /** Locks the scenario for the transaction, so that two saves come one after the other; false when there is none. */
    boolean lock(UUID scenario) {
        return jdbc.sql("SELECT id FROM scenario WHERE id = :id AND deleted_at IS NULL FOR UPDATE")
                .param("id", scenario)
                .query((rs, row) -> true)
                .optional()
                .isPresent();
    }

    Optional<Revision> findLatest(UUID scenario) {
        return jdbc.sql(COLUMNS + "AND EXISTS (SELECT 1 FROM scenario s WHERE s.id = working_plan.scenario"
                        + " AND s.deleted_at IS NULL) ORDER BY revision DESC FETCH FIRST 1 ROWS ONLY")
                .param("scenario", scenario)
                .query(RevisionRepository::revision)
                .optional();
    }

    Optional<Revision> find(UUID scenario, int revision) {
        return jdbc.sql(COLUMNS + "AND revision = :revision")
                .param("scenario", scenario)
                .param("revision", revision)
                .query(RevisionRepository::revision)
                .optional();
    }

    List<Revision> list(UUID scenario) {
        return jdbc.sql(COLUMNS + "ORDER BY revision DESC")
                .param("scenario", scenario)
                .query(RevisionRepository::revision)
                .list();
    }

    Optional<WorkingPlan> findPlan(UUID scenario, int revision) {
        return jdbc.sql("SELECT content FROM working_plan WHERE scenario = :scenario AND revision = :revision")
                .param("scenario", scenario)
                .param("revision", revision)
                .query((rs, row) -> WorkingPlan.ofJson(rs.getString(1)))
                .optional();
    }

    /** Stores the next revision; the scenario is locked. */
    void insert(UUID scenario, int revision, WorkingPlan plan, @Nullable String note, Changed changed, String by) {
        jdbc.sql(
                        """
                        INSERT INTO working_plan (scenario, revision, content, note, units, residents, saved_by, saved_at)
                        VALUES (:scenario, :revision, :content, :note, :units, :residents, :by, CURRENT_TIMESTAMP)
                        """)
                .param("scenario", scenario)
                .param("revision", revision)
                .param("content", plan.toJson())
                .param("note", note, Types.VARCHAR)
                .param("units", changed.units())
                .param("residents", changed.residents())
                .param("by", by)
                .update();
    }

    /** How much a revision changed. */
    record Changed(int units, double residents) {}

    private static Revision revision(ResultSet rs, int row) throws SQLException {
        return new Revision(
                rs.getInt("revision"),
                rs.getString("saved_by"),
                rs.getObject("saved_at", OffsetDateTime.class).toInstant(),
                rs.getString("note"),
                rs.getInt("units"),
                rs.getDouble("residents"));
    }
}
