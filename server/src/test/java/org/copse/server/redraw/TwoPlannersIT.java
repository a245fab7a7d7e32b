package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
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
    private final DraftServer[] servers = new DraftServer[2];
    private final List<WorkingPlan> saved = new ArrayList<>();

    TwoPlannersIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void loseNoEdit() {
        begin();
        Map<DraftKey, WorkingPlan> answered = new HashMap<>();
        int made = 0;
        int takenBack = 0;
        Map<Saved, Integer> saves = new EnumMap<>(Saved.class);
        for (int round = 0; round < ROUNDS; round++) {
            DraftKey key = new DraftKey(scenario, random.nextBoolean() ? "anna" : "ben");
            if (random.nextInt(20) == 0) {
                servers[random.nextInt(2)] = server();
            }
            DraftServer server = servers[random.nextInt(2)];
            WorkingPlan before = server.drafts.get(key).plan();
            if (answered.containsKey(key)) {
                assertThat(before).as("round %d", round).isEqualTo(answered.get(key));
            }
            int what = random.nextInt(10);
            if (what < 7) {
                made += edit(server, key) ? 1 : 0;
            } else if (what == 7) {
                takenBack += undo(server, key) ? 1 : 0;
            } else {
                saves.merge(save(server, key), 1, Integer::sum);
            }
            answered.put(key, server.drafts.get(key).plan());
        }
        for (int revision = 1; revision <= saved.size(); revision++) {
            assertThat(server().plans.plan(scenario, revision)).isEqualTo(saved.get(revision - 1));
        }
        assertThat(servers[0].plans.list(scenario)).hasSize(saved.size());
        assertThat(saved).hasSizeGreaterThan(1 + saves.getOrDefault(Saved.FIRST, 0));
        assertThat(made).as("edits").isGreaterThan(ROUNDS / 3);
        assertThat(takenBack).as("undone").isGreaterThan(ROUNDS / 20);
        assertThat(saves.getOrDefault(Saved.FIRST, 0)).as("saves").isGreaterThan(ROUNDS / 25);
        assertThat(saves.getOrDefault(Saved.OVER_SOMEBODY_ELSES, 0))
                .as("saves after somebody else's")
                .isGreaterThan(5);
    }

    private DraftServer server() {
        return new DraftServer(database, ground);
    }

    private void begin() {
        DraftServer.insertScenario(database, scenario);
        servers[0] = server();
        servers[1] = server();
        saved.add(servers[0]
                .plans
                .begin(scenario, GridTown.columns(ground), "anna")
                .plan());
    }

    private boolean edit(DraftServer server, DraftKey key) {
        EditRequest request = edits.next(server.drafts.get(key).plan());
        EditKind kind = EditKind.findByKey(String.valueOf(request.kind())).orElseThrow();
        try {
            Drafts.Changed changed = server.drafts.edit(key, OptionalLong.empty(), at -> kind.make(at, request));
            assertThat(server().drafts.get(key).plan())
                    .isEqualTo(changed.after().plan());
            assertThat(changed.after().figures())
                    .isEqualTo(new FigureBook(ground).of(changed.after().plan()));
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.type()).isEqualTo(ProblemType.EDIT_REFUSED);
            return false;
        }
    }

    private boolean undo(DraftServer server, DraftKey key) {
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

    /** What became of a save. */
    private enum Saved {
        NOTHING_PENDING,
        FIRST,
        OVER_SOMEBODY_ELSES
    }

    /** Saves a draft, over what somebody else saved where that is so. */
    private Saved save(DraftServer server, DraftKey key) {
        DraftSession.State at = server.drafts.get(key);
        if (at.plan().equals(at.base())) {
            return Saved.NOTHING_PENDING;
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
                return Saved.NOTHING_PENDING;
            }
            server.saving.save(key, saved.size(), null);
        }
        saved.add(server.drafts.get(key).plan());
        return first ? Saved.FIRST : Saved.OVER_SOMEBODY_ELSES;
    }
}
