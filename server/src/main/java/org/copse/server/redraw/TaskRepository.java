package org.copse.server.redraw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code engine_task}. */
@Repository
class TaskRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LISTED = 20;
    private static final String JOB =
            """
            (SELECT j.id FROM planning_job j WHERE j.engine_task = engine_task.id
             ORDER BY j.created_at DESC FETCH FIRST 1 ROWS ONLY) AS job
            """;

    private final JdbcClient jdbc;

    TaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the engine was asked.
     *
     * @param job latest of it
     */
    record Asked(UUID id, TaskRequest request, @Nullable UUID job) {}

    /**
     * What the engine was asked, and how far it is.
     *
     * @param best the best plan so far; null before the first
     * @param answer null until the job is over
     */
    record Task(Asked asked, UUID scenario, WorkingPlan start, @Nullable WorkingPlan best, @Nullable Answer answer) {
        TaskRequest request() {
            return asked.request;
        }
    }

    /** What the engine answered. */
    record Answer(List<Answered> alternatives) {
        Answer {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * One alternative.
     *
     * @param plan as {@link WorkingPlan#toJson} writes it
     * @param checks how many things are wrong with it
     */
    record Answered(String favour, PlanFigures figures, String plan, int checks) {}

    void insert(UUID id, UUID scenario, TaskRequest request, WorkingPlan start, String by) {
        jdbc.sql(
                        """
                        INSERT INTO engine_task (id, scenario, request, start, created_by, created_at)
                        VALUES (:id, :scenario, :request, :start, :by, CURRENT_TIMESTAMP)
                        """)
                .param("id", id)
                .param("scenario", scenario)
                .param("request", request.toJson())
                .param("start", start.toJson())
                .param("by", by)
                .update();
    }

    void storeBest(UUID id, WorkingPlan best) {
        jdbc.sql("UPDATE engine_task SET best = :best WHERE id = :id")
                .param("best", best.toJson())
                .param("id", id)
                .update();
    }

    void storeAnswer(UUID id, Answer answer) {
        jdbc.sql("UPDATE engine_task SET answer = :answer, best = NULL WHERE id = :id")
                .param("answer", JSON.writeValueAsString(answer))
                .param("id", id)
                .update();
    }

    /** Returns the latest job of what was asked. */
    Optional<UUID> findJob(UUID id) {
        return jdbc.sql(
                        "SELECT id FROM planning_job WHERE engine_task = :id ORDER BY created_at DESC FETCH FIRST 1 ROWS ONLY")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<Task> find(UUID id) {
        return jdbc.sql("SELECT id, request, scenario, start, best, answer, " + JOB
                        + " FROM engine_task WHERE id = :id")
                .param("id", id)
                .query((rs, row) -> new Task(
                        asked(rs, row),
                        rs.getObject("scenario", UUID.class),
                        WorkingPlan.ofJson(rs.getString("start")),
                        Optional.ofNullable(rs.getString("best"))
                                .map(WorkingPlan::ofJson)
                                .orElse(null),
                        Optional.ofNullable(rs.getString("answer"))
                                .map(json -> JSON.readValue(json, Answer.class))
                                .orElse(null)))
                .optional();
    }

    private static Asked asked(ResultSet rs, int row) throws SQLException {
        return new Asked(
                rs.getObject("id", UUID.class),
                TaskRequest.ofJson(rs.getString("request")),
                rs.getObject("job", UUID.class));
    }

    /** Deletes what was asked so long ago, with its jobs, unless it is worked on; returns how many. */
    int deleteAskedBefore(Duration age) {
        return jdbc.sql("DELETE FROM engine_task WHERE created_at < CURRENT_TIMESTAMP - INTERVAL '" + age.toDays()
                        + "' DAY AND NOT EXISTS (SELECT 1 FROM planning_job j WHERE j.engine_task = engine_task.id"
                        + " AND j.finished_at IS NULL)")
                .update();
    }

    /** Returns what an account asked of a scenario, the latest first. */
    List<Asked> list(UUID scenario, String by) {
        return jdbc.sql("SELECT id, request, " + JOB + " FROM engine_task WHERE scenario = :scenario"
                        + " AND created_by = :by ORDER BY created_at DESC, id FETCH FIRST :most ROWS ONLY")
                .param("scenario", scenario)
                .param("by", by)
                .param("most", LISTED)
                .query(TaskRepository::asked)
                .list();
    }
}
