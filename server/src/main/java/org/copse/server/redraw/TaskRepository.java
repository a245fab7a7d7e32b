package org.copse.server.redraw;

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

    private final JdbcClient jdbc;

    TaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the engine was asked.
     *
     * @param job latest of it
     * @param best the best plan so far; null before the first
     * @param answer null until the job is over
     */
    record Task(
            UUID id,
            UUID scenario,
            TaskRequest request,
            WorkingPlan start,
            @Nullable WorkingPlan best,
            @Nullable Answer answer,
            @Nullable UUID job) {}

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

    Optional<Task> find(UUID id) {
        return jdbc.sql(
                        """
                        SELECT id, scenario, request, start, best, answer,
                               (SELECT j.id FROM planning_job j WHERE j.engine_task = engine_task.id
                                ORDER BY j.created_at DESC FETCH FIRST 1 ROWS ONLY) AS job
                        FROM engine_task WHERE id = :id
                        """)
                .param("id", id)
                .query((rs, row) -> new Task(
                        rs.getObject("id", UUID.class),
                        rs.getObject("scenario", UUID.class),
                        TaskRequest.ofJson(rs.getString("request")),
                        WorkingPlan.ofJson(rs.getString("start")),
                        Optional.ofNullable(rs.getString("best"))
                                .map(WorkingPlan::ofJson)
                                .orElse(null),
                        Optional.ofNullable(rs.getString("answer"))
                                .map(json -> JSON.readValue(json, Answer.class))
                                .orElse(null),
                        rs.getObject("job", UUID.class)))
                .optional();
    }

    /** Returns the ids of what was asked of a scenario, the latest first. */
    List<UUID> list(UUID scenario) {
        return jdbc
                .sql("SELECT id FROM engine_task WHERE scenario = :scenario ORDER BY created_at DESC, id")
                .param("scenario", scenario)
                .query(UUID.class)
                .list()
                .stream()
                .limit(LISTED)
                .toList();
    }
}
