package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.audit.AuditLog;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.junit.jupiter.api.Test;

/**
 * Two planners at one plan, on two servers that come and go: five hundred rounds of edits, undos and saves at random. What was answered is there for
 * whoever asks next, and what was saved stays.
 */
@OnBothDatabases
class TwoPlannersIT {
    private static final int ROUNDS = 500;

    private final TestDatabase database;
    private final UUID scenario = UUID.randomUUID();
    private final Ground ground = GridTown.ground(7, 4, 11, scenario);
    private final Random random = new Random(7);
    private final RandomEdits edits = new RandomEdits(ground, 7);
    private final Server[] servers = new Server[2];
    private final List<WorkingPlan> saved = new ArrayList<>();

    TwoPlannersIT(TestDatabase database) {
        this.database = database;
    }

    /** A server without its HTTP: it has a memory of its own and nothing in common with another but the database. */
    private final class Server {
        private final WorkingPlans plans;
        private final Drafts drafts;
        private final Saving saving;

        Server() {
            Grounds grounds = new Grounds(id -> ground);
            plans = new WorkingPlans(
                    new RevisionRepository(database.jdbc(), database.dataSource()),
                    grounds,
                    database.transactions(),
                    AuditLog.of(database.dataSource(), Clock.systemUTC()));
            drafts = new Drafts(
                    new DraftRepository(database.jdbc(), database.dataSource()),
                    plans,
                    grounds,
                    database.transactions());
            saving = new Saving(drafts, plans);
        }
    }

    @Test
    void loseNoEdit() {
        begin();
        Map<DraftKey, WorkingPlan> answered = new HashMap<>();
        int[] done = new int[4];
        for (int round = 0; round < ROUNDS; round++) {
            DraftKey key = new DraftKey(scenario, random.nextBoolean() ? "anna" : "ben");
            if (random.nextInt(20) == 0) {
                servers[random.nextInt(2)] = new Server();
            }
            Server server = servers[random.nextInt(2)];
            WorkingPlan before = server.drafts.get(key).plan();
            if (answered.containsKey(key)) {
                assertThat(before).as("round %d", round).isEqualTo(answered.get(key));
            }
            int what = random.nextInt(10);
            if (what < 7) {
                done[0] += edit(server, key) ? 1 : 0;
            } else if (what == 7) {
                done[1] += undo(server, key) ? 1 : 0;
            } else {
                done[save(server, key) ? 2 : 3]++;
            }
            answered.put(key, server.drafts.get(key).plan());
        }
        for (int revision = 1; revision <= saved.size(); revision++) {
            assertThat(new Server().plans.plan(scenario, revision)).isEqualTo(saved.get(revision - 1));
        }
        assertThat(servers[0].plans.list(scenario)).hasSize(saved.size());
        assertThat(done[0]).as("edits").isGreaterThan(ROUNDS / 3);
        assertThat(done[2]).as("saves").isGreaterThan(ROUNDS / 25);
        assertThat(done[3]).as("saves after somebody else's").isGreaterThan(5);
    }

    private void begin() {
        database.jdbc()
                .sql(
                        """
                        INSERT INTO scenario (id, name, settings, created_by, created_at)
                        VALUES (:id, 'Town', '{}', 'anna', CURRENT_TIMESTAMP)
                        """)
                .param("id", scenario)
                .update();
        servers[0] = new Server();
        servers[1] = new Server();
        saved.add(servers[0]
                .plans
                .begin(scenario, GridTown.columns(ground), "anna")
                .plan());
    }

    private boolean edit(Server server, DraftKey key) {
        EditRequest request = edits.next(server.drafts.get(key).plan());
        EditKind kind = EditKind.findByKey(String.valueOf(request.kind())).orElseThrow();
        try {
            Drafts.Changed changed = server.drafts.edit(key, OptionalLong.empty(), at -> kind.make(at, request));
            assertThat(new Server().drafts.get(key).plan())
                    .isEqualTo(changed.after().plan());
            assertThat(changed.after().figures())
                    .isEqualTo(new FigureBook(ground).of(changed.after().plan()));
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.EDIT_REFUSED);
            return false;
        }
    }

    private boolean undo(Server server, DraftKey key) {
        if (server.drafts.get(key).row().edits() == 0) {
            return false;
        }
        WorkingPlan before = server.drafts.get(key).plan();
        server.drafts.undo(key, OptionalLong.empty());
        if (random.nextBoolean()) {
            server.drafts.redo(key, OptionalLong.empty());
            assertThat(server.drafts.get(key).plan()).isEqualTo(before);
        }
        return true;
    }

    /** Saves a draft, over what somebody else saved where that is so; returns whether nobody had. */
    private boolean save(Server server, DraftKey key) {
        DraftSession.State at = server.drafts.get(key);
        if (at.plan().equals(at.base())) {
            return true;
        }
        boolean first = true;
        try {
            server.saving.save(key, at.row().base(), null);
        } catch (ProblemException old) {
            assertThat(old.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
            first = false;
            WorkingPlan theirs = saved.get(saved.size() - 1);
            server.saving.rebase(key, saved.size(), "both");
            WorkingPlan both = server.drafts.get(key).plan();
            for (int unit = 0; unit < ground.size(); unit++) {
                boolean mine = at.plan().beatOf(unit) != at.base().beatOf(unit);
                assertThat(both.beatOf(unit)).isEqualTo(mine ? at.plan().beatOf(unit) : theirs.beatOf(unit));
            }
            if (both.equals(theirs)) {
                return false;
            }
            server.saving.save(key, saved.size(), null);
        }
        saved.add(server.drafts.get(key).plan());
        return first;
    }
}
