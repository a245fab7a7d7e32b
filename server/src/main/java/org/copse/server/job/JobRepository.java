package org.copse.server.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.copse.server.database.Dialect;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code planning_job}. Times are the database's, so that servers with different clocks agree. */
@Repository
class JobRepository {
    private static final String COLUMNS =
            """
            SELECT id, scenario, upload, engine_task, state, phase, progress, done_count, best_score, message, problem, created_by,
                   started_at, finished_at, CURRENT_TIMESTAMP AS present
            FROM planning_job
            """;

    private final JdbcClient jdbc;
    private final Dialect dialect;

    @Autowired
    JobRepository(JdbcClient jdbc, DataSource source) {
        this(jdbc, Dialect.of(source));
    }

    JobRepository(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    /** Has what was committed survive a kill. */
    void writeToDisk() {
        dialect.writeToDisk(jdbc);
    }

    /** Locks the subject for the transaction, so that two starts come one after the other; false when there is none, or it was deleted. */
    boolean lock(JobKind kind, UUID subject) {
        String there = kind == JobKind.PLANNING ? " AND deleted_at IS NULL" : "";
        return jdbc.sql("SELECT id FROM " + kind.column() + " WHERE id = :id" + there + " FOR UPDATE")
                .param("id", subject)
                .query((rs, row) -> true)
                .optional()
                .isPresent();
    }

    boolean existsUnfinished(JobKind kind, UUID subject) {
        return jdbc.sql("SELECT count(*) FROM planning_job WHERE " + kind.column()
                                + " = :subject AND state IN ('queued', 'running')")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void queue(UUID id, JobKind kind, UUID subject, String by) {
        jdbc.sql(
                        """
                        INSERT INTO planning_job (id, %s, state, phase, progress, cancel_requested, created_by, created_at)
                        VALUES (:id, :subject, 'queued', 'waiting', 0, FALSE, :by, CURRENT_TIMESTAMP)
                        """
                                .formatted(kind.column()))
                .param("id", id)
                .param("subject", subject)
                .param("by", by)
                .update();
    }

    /** Takes a queued job for this server and returns what it is about; empty when somebody else did, or it is over. */
    Optional<Claimed> claim(UUID id, String server) {
        int claimed = jdbc.sql(
                        """
                        UPDATE planning_job
                        SET state = 'running', phase = 'starting', server = :server,
                            started_at = CURRENT_TIMESTAMP, heartbeat_at = CURRENT_TIMESTAMP
                        WHERE id = :id AND state = 'queued'
                        """)
                .param("id", id)
                .param("server", server)
                .update();
        return claimed == 0
                ? Optional.empty()
                : Optional.of(jdbc.sql("SELECT scenario, upload, engine_task FROM planning_job WHERE id = :id")
                        .param("id", id)
                        .query((rs, row) -> claimed(rs))
                        .single());
    }

    private static Claimed claimed(ResultSet rs) throws SQLException {
        JobKind kind = kind(rs);
        return new Claimed(kind, Objects.requireNonNull(rs.getObject(kind.column(), UUID.class)));
    }

    private static JobKind kind(ResultSet rs) throws SQLException {
        for (JobKind kind : JobKind.values()) {
            if (rs.getObject(kind.column()) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("A job about nothing was stored");
    }

    /** What a job is about. */
    record Claimed(JobKind kind, UUID subject) {}

    /** Writes progress and heartbeat of a job that this server runs. */
    Standing beat(UUID id, String server, JobControl.Progress progress) {
        int written = jdbc.sql(
                        """
                        UPDATE planning_job
                        SET phase = :phase, progress = :progress, done_count = :count, best_score = :best,
                            heartbeat_at = CURRENT_TIMESTAMP
                        WHERE id = :id AND state = 'running' AND server = :server
                        """)
                .param("phase", progress.phase())
                .param("progress", progress.fraction())
                .param("count", count(progress), Types.BIGINT)
                .param("best", best(progress), Types.DOUBLE)
                .param("id", id)
                .param("server", server)
                .update();
        if (written == 0) {
            return Standing.LOST;
        }
        boolean cancel = jdbc.sql("SELECT cancel_requested FROM planning_job WHERE id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
        return cancel ? Standing.CANCEL_REQUESTED : Standing.OURS;
    }

    private static @Nullable Double best(JobControl.Progress progress) {
        return progress.bestScore().isPresent() ? progress.bestScore().getAsDouble() : null;
    }

    private static @Nullable Long count(JobControl.Progress progress) {
        return progress.count().isPresent() ? progress.count().getAsLong() : null;
    }

    /** Whether the job that a server works on is still its own. */
    enum Standing {
        OURS,
        CANCEL_REQUESTED,
        /** Another server took this one for dead and ended the job. */
        LOST
    }

    /** Ends a job that this server runs; false when it is no longer this server's. */
    boolean end(UUID id, String server, JobState state, JobControl.Progress last, Ending ending) {
        return jdbc.sql(
                                """
                                UPDATE planning_job
                                SET state = :state, phase = :phase, progress = :progress, done_count = :count,
                                    best_score = :best,
                                    message = :message, problem = :problem,
                                    heartbeat_at = CURRENT_TIMESTAMP, finished_at = CURRENT_TIMESTAMP
                                WHERE id = :id AND state = 'running' AND server = :server
                                """)
                        .param("state", state.key())
                        .param("phase", last.phase())
                        .param("progress", last.fraction())
                        .param("count", count(last), Types.BIGINT)
                        .param("best", best(last), Types.DOUBLE)
                        .param("message", ending.message(), Types.VARCHAR)
                        .param("problem", ending.problem(), Types.VARCHAR)
                        .param("id", id)
                        .param("server", server)
                        .update()
                == 1;
    }

    /** Why a job ended: a message and, when it failed, a problem in JSON. */
    record Ending(@Nullable String message, @Nullable String problem) {}

    /** Asks a job to end: a queued one is cancelled at once, a running one when its server looks. */
    void requestCancel(UUID id) {
        jdbc.sql(
                        """
                        UPDATE planning_job
                        SET state = 'cancelled', cancel_requested = TRUE, phase = 'cancelled',
                            finished_at = CURRENT_TIMESTAMP
                        WHERE id = :id AND state = 'queued'
                        """)
                .param("id", id)
                .update();
        jdbc.sql("UPDATE planning_job SET cancel_requested = TRUE WHERE id = :id AND state = 'running'")
                .param("id", id)
                .update();
    }

    /** Fails the running jobs whose server has been silent for longer than that, and returns which. */
    List<UUID> failSilent(Duration silence, Ending ending) {
        String silent = "state = 'running' AND heartbeat_at < CURRENT_TIMESTAMP - INTERVAL '" + silence.toSeconds()
                + "' SECOND";
        List<UUID> found = jdbc.sql("SELECT id FROM planning_job WHERE " + silent)
                .query((rs, row) -> rs.getObject(1, UUID.class))
                .list();
        return found.stream()
                .filter(id -> jdbc.sql(
                                        """
                                UPDATE planning_job
                                SET state = 'failed', message = :message, problem = :problem,
                                    finished_at = CURRENT_TIMESTAMP
                                WHERE id = :id AND %s
                                """
                                                .formatted(silent))
                                .param("message", ending.message(), Types.VARCHAR)
                                .param("problem", ending.problem(), Types.VARCHAR)
                                .param("id", id)
                                .update()
                        == 1)
                .toList();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(JobRepository::job)
                .optional();
    }

    Optional<Job> findLatest(UUID scenario) {
        return jdbc.sql(COLUMNS + "WHERE scenario = :scenario ORDER BY created_at DESC FETCH FIRST 1 ROWS ONLY")
                .param("scenario", scenario)
                .query(JobRepository::job)
                .optional();
    }

    private static Job job(ResultSet rs, int row) throws SQLException {
        OffsetDateTime started = rs.getObject("started_at", OffsetDateTime.class);
        OffsetDateTime finished = rs.getObject("finished_at", OffsetDateTime.class);
        OffsetDateTime present = rs.getObject("present", OffsetDateTime.class);
        double score = rs.getDouble("best_score");
        Double best = rs.wasNull() ? null : score;
        UUID scenario = rs.getObject("scenario", UUID.class);
        return new Job(
                rs.getObject("id", UUID.class),
                kind(rs),
                scenario,
                rs.getObject("upload", UUID.class),
                JobState.ofKey(rs.getString("state")),
                rs.getString("phase"),
                rs.getDouble("progress"),
                rs.getObject("done_count", Long.class),
                best,
                started == null ? 0 : seconds(Duration.between(started, finished == null ? present : finished)),
                rs.getString("message"),
                rs.getString("problem"),
                rs.getString("created_by"));
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis() / 1000.0);
    }
}
