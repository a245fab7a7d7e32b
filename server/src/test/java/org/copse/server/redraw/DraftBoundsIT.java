package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.DraftRepository.Row;
import org.copse.server.system.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of drafts, and of what the engine was asked from them, is kept. */
@OnBothDatabases
class DraftBoundsIT {
    private static final int MANY = Trimming.KEPT + 499;

    private final TestDatabase database;
    private final UUID scenario = UUID.randomUUID();
    private final DraftKey anna = new DraftKey(scenario, "anna");
    private final Ground ground = GridTown.ground(6, 3, 4, scenario);
    private final DraftServer server;

    DraftBoundsIT(TestDatabase database) {
        this.database = database;
        server = new DraftServer(database, ground);
    }

    @BeforeEach
    void begin() {
        DraftServer.insertScenario(database, scenario);
        server.plans.begin(scenario, GridTown.columns(ground), "anna");
    }

    private Drafts.Changed move(DraftServer at, String unit, int beat) {
        EditRequest move = RandomEdits.of("{'kind':'move','units':['" + unit + "'],'to':" + beat + "}");
        return at.drafts.edit(anna, OptionalLong.empty(), drawing -> EditKind.MOVE.make(drawing, move));
    }

    /** Stores as many edits as are kept before the first is forgotten: the unit goes to and fro, last to beat 2. */
    private void storeMany() {
        WorkingPlan first = move(server, "u0", 2).after().plan();
        WorkingPlan other =
                server.drafts.undo(anna, OptionalLong.empty()).after().plan();
        server.drafts.redo(anna, OptionalLong.empty());
        database.transactions().executeWithoutResult(status -> {
            for (int made = 1; made < MANY; made++) {
                PlanChange change = made % 2 == 0 ? PlanChange.between(other, first) : PlanChange.between(first, other);
                server.repository.append(anna, made, EditName.of("move"), change);
            }
            server.repository.update(anna, new Row(MANY, 1, 1, MANY, 0));
        });
    }

    @Test
    void theEarliestEditsOfALongDraftAreForgottenAndNothingElse() {
        storeMany();

        Drafts.Changed changed = move(server, "u35", 1);

        assertThat(changed.before().row().forgotten()).isZero();
        assertThat(changed.after().row().forgotten()).isEqualTo(500);
        assertThat(rows()).isEqualTo(Trimming.KEPT);
        DraftServer other = new DraftServer(database, ground);
        assertThat(other.drafts.get(anna).plan()).isEqualTo(changed.after().plan());
        assertThat(other.drafts.get(anna).row().edits()).isEqualTo(MANY + 1);
        assertThat(other.drafts.undo(anna, OptionalLong.empty()).after().plan())
                .isEqualTo(changed.before().plan());
        assertThat(server.drafts.redo(anna, OptionalLong.empty()).after().plan())
                .isEqualTo(changed.after().plan());
    }

    @Test
    void whatIsForgottenIsNotTakenBack() {
        storeMany();
        Row row = move(server, "u35", 1).after().row();
        server.repository.update(
                anna, new Row(row.version() + 1, row.start(), row.base(), row.forgotten(), row.forgotten()));

        assertThat(server.drafts.get(anna).undo()).isEmpty();
        assertThatThrownBy(() -> server.drafts.undo(anna, OptionalLong.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no edit to take back");
        server.drafts.forget(anna);
        assertThat(server.drafts.get(anna).plan()).isEqualTo(GridTown.columns(ground));
        assertThat(server.drafts.get(anna).row().forgotten()).isZero();
    }

    @Test
    void draftsThatNobodyTouchedForAYearAreDeleted() {
        move(server, "u0", 2);
        database.jdbc()
                .sql("UPDATE plan_draft SET changed_at = CURRENT_TIMESTAMP - INTERVAL '99' DAY WHERE scenario = :id")
                .param("id", scenario)
                .update();
        assertThat(server.repository.deleteUnchangedFor(ForgottenDrafts.DRAFTS_KEPT))
                .isZero();
        for (int quarter = 0; quarter < 3; quarter++) {
            database.jdbc()
                    .sql("UPDATE plan_draft SET changed_at = changed_at - INTERVAL '99' DAY WHERE scenario = :id")
                    .param("id", scenario)
                    .update();
        }

        assertThat(server.repository.deleteUnchangedFor(ForgottenDrafts.DRAFTS_KEPT))
                .isEqualTo(1);
        assertThat(rows()).isZero();
        assertThat(server.drafts.get(anna).plan()).isEqualTo(GridTown.columns(ground));
    }

    @Test
    void oldAnswersOfTheEngineAreDeletedButNotWhatItWorksOn() {
        TaskRepository tasks = new TaskRepository(database.jdbc());
        TaskRequest request = TaskRequest.ofJson("{}");
        UUID old = UUID.randomUUID();
        UUID running = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        for (UUID task : new UUID[] {old, running, fresh}) {
            tasks.insert(task, scenario, request, GridTown.columns(ground), "anna");
            database.jdbc()
                    .sql(
                            """
                            INSERT INTO planning_job (id, engine_task, state, phase, progress, cancel_requested, created_by, created_at, finished_at)
                            VALUES (:id, :task, :state, 'waiting', 0, FALSE, 'anna', CURRENT_TIMESTAMP,
                                    CASE WHEN :state = 'running' THEN NULL ELSE CURRENT_TIMESTAMP END)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("task", task)
                    .param("state", task.equals(running) ? "running" : "succeeded")
                    .update();
        }
        database.jdbc()
                .sql("UPDATE engine_task SET created_at = CURRENT_TIMESTAMP - INTERVAL '91' DAY WHERE id <> :fresh")
                .param("fresh", fresh)
                .update();

        assertThat(tasks.deleteAskedBefore(ForgottenDrafts.ANSWERS_KEPT)).isEqualTo(1);

        assertThat(tasks.find(old)).isEmpty();
        assertThat(tasks.find(running)).isPresent();
        assertThat(tasks.find(fresh)).isPresent();
    }

    private int rows() {
        return database.jdbc()
                .sql("SELECT count(*) FROM plan_draft_edit WHERE scenario = :scenario")
                .param("scenario", scenario)
                .query(Integer.class)
                .single();
    }
}
