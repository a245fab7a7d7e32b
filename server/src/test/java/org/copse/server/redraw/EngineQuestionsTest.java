package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.copse.planning.CancelSignal;
import org.copse.planning.problem.Bounds;
import org.copse.server.system.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine is asked from a draft: what is wrong, what mends it, and other plans for some of the land. */
class EngineQuestionsTest {
    private final Ground ground = GridTown.ground(6, 3, 4);
    private final WorkingPlan columns = GridTown.columns(ground);

    @Test
    void namesWhatIsWrongWithItsPlace() {
        WorkingPlan plan = edited(columns, "{'kind':'move','units':['u0'],'to':3}");
        plan = edited(plan, "{'kind':'move','units':['u8'],'to':null}");
        plan = edited(plan, "{'kind':'new-beat'}");

        List<PlanCheck> checks = PlanChecks.of(ground, plan);

        assertThat(check(checks, "unassigned").units()).containsExactly("u8");
        assertThat(check(checks, "beat-in-pieces").beat()).isEqualTo(3);
        assertThat(check(checks, "beat-in-pieces").units()).containsExactly("u0");
        assertThat(check(checks, "beat-in-pieces").value()).isEqualTo(2);
        assertThat(check(checks, "empty-beat").beat()).isEqualTo(4);
        assertThat(check(checks, "beat-hours").bound()).isPositive();
    }

    @Test
    void saysOfASectorInPiecesWhichUnitsLieApart() {
        WorkingPlan plan = edited(columns, "{'kind':'new-sector','beats':[2]}");

        PlanCheck pieces = check(PlanChecks.of(ground, plan), "sector-in-pieces");

        assertThat(pieces.sector()).isEqualTo(1);
        assertThat(pieces.units()).hasSize(12);
    }

    @Test
    void aMendIsShownAndBringsThePlanIntoItsBounds() {
        WorkingPlan balanced = filled(columns);
        WorkingPlan broken = edited(balanced, "{'kind':'move','units':['u0','u35'],'to':2}");
        broken = edited(broken, "{'kind':'move','units':['u14'],'to':null}");
        assertThat(PlanChecks.of(ground, balanced)).isEmpty();
        assertThat(PlanChecks.of(ground, broken)).isNotEmpty();

        Mend.Preview mend = new Mend(new Drawing(ground, broken)).find(7, null);

        assertThat(mend.version()).isEqualTo(7);
        assertThat(mend.left()).isEmpty();
        assertThat(mend.moves()).hasSizeLessThanOrEqualTo(4);
        WorkingPlan mended = moved(broken, mend.moves());
        assertThat(PlanChecks.of(ground, mended)).isEmpty();
        assertThat(new FigureBook(ground).of(mended)).isEqualTo(mend.figures());
    }

    @Test
    void aMendLeavesWhatIsLockedAndWhatWasNotAskedAbout() {
        WorkingPlan whole = filled(columns);
        int corner = number(whole, "u0");
        int opposite = number(whole, "u35");
        int between = 6 - corner - opposite;
        assertThat(List.of(corner, opposite, between)).containsExactlyInAnyOrder(1, 2, 3);
        WorkingPlan broken = edited(whole, "{'kind':'move','units':['u0','u35'],'to':" + between + "}");
        WorkingPlan locked = edited(broken, "{'kind':'lock','units':['u35']}");
        WorkingPlan closed = edited(broken, "{'kind':'lock','beats':[" + opposite + "]}");

        assertThat(moves(locked, null))
                .extracting(Mend.Move::unit)
                .contains("u0")
                .doesNotContain("u35");
        assertThat(moves(closed, null))
                .extracting(Mend.Move::beat)
                .contains(corner)
                .doesNotContain(opposite);
        assertThat(moves(broken, List.of(corner, between)))
                .extracting(Mend.Move::beat)
                .contains(corner)
                .doesNotContain(opposite);
        assertThatThrownBy(() -> moves(whole, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No moves were found");
    }

    private List<Mend.Move> moves(WorkingPlan plan, @Nullable List<Integer> only) {
        return new Mend(new Drawing(ground, plan)).find(1, only).moves();
    }

    private int number(WorkingPlan plan, String unit) {
        return Objects.requireNonNull(
                        plan.beats().get(plan.beatOf(ground.findUnit(unit).orElseThrow())))
                .number();
    }

    @Test
    void howFarASearchIsNeverGoesBack() {
        WorkingPlan two = edited(columns, "{'kind':'new-sector','beats':[3]}");
        for (String request : List.of(
                "{'scope':'all','start':'here','favours':['balanced','compact'],'budgetSeconds':1}",
                "{'scope':'all','start':'afresh','favours':['balanced','compact'],'budgetSeconds':1}",
                "{'officers':{'1':3,'2':2},'budgetSeconds':1}")) {
            List<Double> fractions = new ArrayList<>();
            new Asking(new Drawing(ground, two), TaskRequest.ofJson(request.replace('\'', '"')))
                    .search((fraction, score, best) -> fractions.add(fraction), CancelSignal.never());

            assertThat(fractions).as(request).hasSizeGreaterThan(1).isSorted();
            assertThat(fractions.get(fractions.size() - 1)).isBetween(0.5, 1.0);
        }
    }

    @Test
    void theTargetOfASectorCountsTheOfficersThatAllSectorsAreToHave() {
        WorkingPlan two = edited(columns, "{'kind':'new-sector','beats':[3]}");

        TaskRequest request = TaskRequest.ofJson("{\"officers\":{\"1\":5,\"2\":3}}");
        double target = ground.problem().totalHours() / 8;

        List<AskedLand> parts = new Asking(new Drawing(ground, two), request).parts();

        assertThat(parts).hasSize(2);
        for (AskedLand part : parts) {
            Bounds bounds = part.problem().beatHours();
            assertThat((bounds.lower() + bounds.upper()) / 2).isCloseTo(target, within(1e-9));
        }
    }

    @Test
    void theEngineDrawsTheAskedBeatsAndNoOther() {
        for (String start : List.of("here", "afresh")) {
            WorkingPlan plan =
                    asked("{'scope':'beats','beats':[1,2],'start':'" + start + "','budgetSeconds':1}", columns);

            for (int unit : columns.unitsOf(key(3))) {
                assertThat(plan.beatOf(unit)).isEqualTo(key(3));
            }
            assertThat(plan.beats().keySet()).isEqualTo(columns.beats().keySet());
            assertThat(new FigureBook(ground).of(plan).plan().beatsInPieces()).isZero();
        }
    }

    @Test
    void theEngineHoldsLocksWhereverItBegins() {
        WorkingPlan locked = edited(columns, "{'kind':'lock','units':['u0','u3','u35'],'beats':[2]}");
        for (String start : List.of("here", "afresh")) {
            WorkingPlan plan = asked("{'scope':'all','start':'" + start + "','budgetSeconds':1}", locked);

            for (int unit = 0; unit < ground.size(); unit++) {
                if (locked.isHeld(unit)) {
                    assertThat(plan.beatOf(unit)).isEqualTo(locked.beatOf(unit));
                }
            }
            assertThat(plan.unitsOf(key(2))).isEqualTo(locked.unitsOf(key(2)));
        }
    }

    @Test
    void aSectorGetsMoreOrFewerOfficersWithinItsLand() {
        WorkingPlan two = edited(columns, "{'kind':'new-sector','beats':[3]}");

        WorkingPlan more = asked("{'officers':{'1':4},'budgetSeconds':1}", two);
        WorkingPlan fewer = asked("{'officers':{'1':1},'budgetSeconds':1}", two);

        assertThat(more.beats()).hasSize(5);
        assertThat(fewer.beats()).hasSize(2);
        for (WorkingPlan plan : List.of(more, fewer)) {
            assertThat(plan.unitsOf(key(3))).isEqualTo(two.unitsOf(key(3)));
            PlanFigures figures = new FigureBook(ground).of(plan);
            assertThat(figures.plan().unassignedUnits()).isZero();
            assertThat(figures.plan().emptyBeats()).isZero();
        }
        assertThatThrownBy(() -> asked("{'officers':{'1':30},'budgetSeconds':1}", two))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than the 24 units");
    }

    @Test
    void unitsWithoutABeatGetOneWhenAllIsAsked() {
        WorkingPlan cleared = edited(columns, "{'kind':'clear','beats':[1]}");

        WorkingPlan plan = asked("{'scope':'all','start':'here','budgetSeconds':1}", cleared);

        assertThat(PlanChecks.of(ground, plan)).extracting(PlanCheck::kind).doesNotContain("unassigned", "empty-beat");
    }

    private WorkingPlan asked(String request, WorkingPlan plan) {
        TaskRequest task = TaskRequest.ofJson(request.replace('\'', '"'));
        Drawing drawing = new Drawing(ground, plan);
        task.check(drawing);
        List<WorkingPlan> heard = new ArrayList<>();
        List<Asking.Found> found = new Asking(drawing, task)
                .search((fraction, score, best) -> heard.add(best.get()), CancelSignal.never());
        assertThat(heard).isNotEmpty();
        return found.get(0).plan();
    }

    private int key(int number) {
        return columns.findBeat(number).orElseThrow().key();
    }

    private WorkingPlan filled(WorkingPlan plan) {
        return edited(edited(plan, "{'kind':'clear'}"), "{'kind':'refill'}");
    }

    private WorkingPlan moved(WorkingPlan plan, List<Mend.Move> moves) {
        WorkingPlan.Sketch sketch = plan.edit();
        moves.forEach(move -> sketch.put(
                ground.findUnit(move.unit()).orElseThrow(),
                plan.findBeat(move.beat()).orElseThrow().key()));
        return sketch.done();
    }

    private WorkingPlan edited(WorkingPlan plan, String edit) {
        EditRequest request = RandomEdits.of(edit);
        return EditKind.findByKey(Objects.requireNonNull(request.kind()))
                .orElseThrow()
                .make(new Drawing(ground, plan), request)
                .plan();
    }

    private static PlanCheck check(List<PlanCheck> checks, String kind) {
        return checks.stream()
                .filter(check -> check.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " among " + checks));
    }
}
