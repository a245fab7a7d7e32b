package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.copse.server.OnBothDatabases;
import org.copse.server.TestDatabase;
import org.copse.server.redraw.DraftRepository.DraftKey;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.ProblemException;
import org.copse.server.system.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a change makes of a draft is reckoned before it is written, and again where another server was quicker. */
@OnBothDatabases
class DraftWritingIT {
    private final TestDatabase database;
    private final UUID scenario = UUID.randomUUID();
    private final DraftKey anna = new DraftKey(scenario, "anna");
    private final DraftKey ben = new DraftKey(scenario, "ben");
    private final Ground ground = GridTown.ground(6, 3, 4, scenario);
    private final DraftServer here;
    private final DraftServer there;

    DraftWritingIT(TestDatabase database) {
        this.database = database;
        here = new DraftServer(database, ground);
        there = new DraftServer(database, ground);
    }

    @BeforeEach
    void begin() {
        DraftServer.insertScenario(database, scenario);
        here.plans.begin(scenario, GridTown.columns(ground), "anna");
    }

    private static Step moved(Drawing at, String unit, int beat) {
        return EditKind.MOVE.make(at, RandomEdits.of("{'kind':'move','units':['" + unit + "'],'to':" + beat + "}"));
    }

    @Test
    void theEngineHoldsNoConnectionWhileItReckons() {
        List<Boolean> inTransaction = new ArrayList<>();

        here.drafts.edit(anna, OptionalLong.empty(), at -> {
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            return moved(at, "u0", 3);
        });

        assertThat(inTransaction).containsExactly(false);
    }

    @Test
    void anEditIsReckonedAgainWhereAnotherServerWasQuicker() {
        List<WorkingPlan> seen = new ArrayList<>();

        Drafts.Changed changed = here.drafts.edit(anna, OptionalLong.empty(), at -> {
            seen.add(at.plan());
            if (seen.size() == 1) {
                there.drafts.edit(anna, OptionalLong.empty(), other -> moved(other, "u35", 1));
            }
            return moved(at, "u0", 3);
        });

        assertThat(seen).hasSize(2);
        WorkingPlan plan = changed.after().plan();
        assertThat(plan.beatOf(0)).isEqualTo(plan.findBeat(3).orElseThrow().key());
        assertThat(plan.beatOf(35)).isEqualTo(plan.findBeat(1).orElseThrow().key());
        assertThat(there.drafts.get(anna).plan()).isEqualTo(plan);
        assertThat(here.drafts.get(anna).row().edits()).isEqualTo(2);
    }

    @Test
    void anEditOfAVersionThatAnotherServerChangedMeanwhileIsRefused() {
        long version = here.drafts.get(anna).row().version();

        assertThatThrownBy(() -> here.drafts.edit(anna, OptionalLong.of(version), at -> {
                    there.drafts.edit(anna, OptionalLong.empty(), other -> moved(other, "u35", 1));
                    return moved(at, "u0", 3);
                }))
                .isInstanceOfSatisfying(ProblemException.class, old -> assertThat(old.type())
                        .isEqualTo(ProblemType.PRECONDITION_FAILED));
        assertThat(here.drafts.get(anna).row().edits()).isEqualTo(1);
    }

    @Test
    void aSaveThatSomebodyElseOvertookSaysWhatDiffers() {
        edit(here, anna, "u0", 3);
        edit(there, ben, "u0", 2);
        here.overtakenBy(() -> there.saving.save(ben, 1, null));

        assertThatThrownBy(() -> here.saving.save(anna, 1, null))
                .isInstanceOfSatisfying(ProblemException.class, old -> {
                    assertThat(old.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
                    assertThat(old.toProblemDetail().getProperties())
                            .hasEntrySatisfying("difference", difference -> assertThat(difference)
                                    .isEqualTo(
                                            new Saving.Differences(List.of(new Saving.Difference("u0", 1, 3, 2)), 1)));
                });
        assertThat(here.drafts.get(anna).row().base()).isEqualTo(1);
    }

    @Test
    void aUnitThatBothMovedIsNamedOnceThoughTheMergeIsReckonedAgain() {
        edit(here, anna, "u0", 3);
        edit(there, ben, "u0", 2);
        there.saving.save(ben, 1, null);
        here.overtakenBy(() -> edit(there, anna, "u35", 1));

        assertThat(here.saving.rebase(anna, 2, "both").contested()).containsExactly("u0");
    }

    private static void edit(DraftServer server, DraftKey key, String unit, int beat) {
        server.drafts.edit(key, OptionalLong.empty(), at -> moved(at, unit, beat));
    }
}
