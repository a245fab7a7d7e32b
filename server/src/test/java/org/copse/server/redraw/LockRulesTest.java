package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.ProblemException;
import org.junit.jupiter.api.Test;

/** A lock stops growth too: what is locked takes nothing in. */
class LockRulesTest {
    private final Ground ground = GridTown.ground(6, 3, 4);
    private final WorkingPlan columns = GridTown.columns(ground);

    @Test
    void aRefillGivesAClosedBeatNothing() {
        WorkingPlan cleared = edited(columns, "{'kind':'clear','beats':[2]}");
        for (String lock : new String[] {"'beats':[1]", "'beats':[3]"}) {
            WorkingPlan locked = edited(cleared, "{'kind':'lock'," + lock + "}");
            int closed = lock.contains("1") ? 1 : 3;

            WorkingPlan filled = edited(locked, "{'kind':'refill'}");

            assertThat(filled.unitsOf(key(closed))).isEqualTo(locked.unitsOf(key(closed)));
            assertThat(PlanChecks.of(ground, filled))
                    .extracting(PlanCheck::kind)
                    .doesNotContain("unassigned");
        }
    }

    @Test
    void aRefillOfAnEmptyPlanLeavesLockedBeatsEmpty() {
        WorkingPlan locked = edited(edited(columns, "{'kind':'clear'}"), "{'kind':'lock','beats':[2]}");

        WorkingPlan filled = edited(locked, "{'kind':'refill'}");

        assertThat(filled.unitsOf(key(2))).isEmpty();
        assertThat(filled.unitsOf(key(1)).length + filled.unitsOf(key(3)).length)
                .isEqualTo(ground.size());
    }

    @Test
    void aRefillEvensTheHoursOfTheOpenBeatsBesideAnEmptyClosedOne() {
        WorkingPlan locked = edited(edited(columns, "{'kind':'clear'}"), "{'kind':'lock','beats':[2]}");

        PlanFigures figures = new FigureBook(ground).of(edited(locked, "{'kind':'refill'}"));

        double west = figures.beats().get(0).hours();
        double east = figures.beats().get(2).hours();
        assertThat(Math.abs(west - east) / (west + east)).isLessThan(0.05);
    }

    @Test
    void noBeatComesIntoALockedSector() {
        WorkingPlan two = edited(columns, "{'kind':'new-sector','beats':[3]}");
        WorkingPlan first = edited(two, "{'kind':'lock','sectors':[1]}");

        assertThatThrownBy(() -> edited(first, "{'kind':'new-beat','sector':1}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Sector 1 is locked");
        assertThat(edited(first, "{'kind':'new-beat'}")
                        .findBeat(4)
                        .orElseThrow()
                        .sector())
                .isEqualTo(first.findSector(2).orElseThrow().key());
        WorkingPlan both = edited(first, "{'kind':'lock','sectors':[2]}");
        assertThatThrownBy(() -> edited(both, "{'kind':'new-beat'}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is locked");
        assertThatThrownBy(() -> edited(first, "{'kind':'move-beats','beats':[3],'sector':1}"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Sector 1 is locked");
    }

    @Test
    void anotherPlanIsTakenWithoutItsBeatsOfALockedSector() {
        WorkingPlan two = edited(columns, "{'kind':'new-sector','beats':[3]}");
        WorkingPlan taken = edited(two, "{'kind':'new-beat','sector':1,'units':['u0','u1']}");
        taken = edited(taken, "{'kind':'move-beats','beats':[3],'sector':1}");
        taken = edited(taken, "{'kind':'new-sector','number':7}");
        WorkingPlan locked = edited(two, "{'kind':'lock','sectors':[1]}");

        Step step = Taking.take(new Drawing(ground, locked), taken, EditName.of("take"));

        assertThat(step.plan().beats()).isEqualTo(locked.beats());
        assertThat(step.plan().beatOfUnit()).isEqualTo(locked.beatOfUnit());
        assertThat(step.left().locked()).isEqualTo(2);
    }

    @Test
    void aLockedSectorWithoutBeatsStaysWhenAnotherPlanIsTaken() {
        WorkingPlan empty = edited(columns, "{'kind':'new-sector','number':9,'name':'Kept'}");
        WorkingPlan locked = edited(empty, "{'kind':'lock','sectors':[9]}");

        assertThat(Taking.take(new Drawing(ground, locked), columns, EditName.of("take"))
                        .plan()
                        .findSector(9))
                .isPresent();
        assertThat(Taking.take(new Drawing(ground, empty), columns, EditName.of("take"))
                        .plan()
                        .findSector(9))
                .isEmpty();
    }

    private int key(int number) {
        return columns.findBeat(number).orElseThrow().key();
    }

    private WorkingPlan edited(WorkingPlan plan, String edit) {
        EditRequest request = RandomEdits.of(edit);
        return EditKind.findByKey(Objects.requireNonNull(request.kind()))
                .orElseThrow()
                .make(new Drawing(ground, plan), request)
                .plan();
    }
}
