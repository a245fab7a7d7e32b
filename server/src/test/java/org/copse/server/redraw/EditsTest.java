package org.copse.server.redraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.copse.geoimport.territory.Territories;
import org.copse.planning.Planner;
import org.copse.planning.measure.BeatMeasures;
import org.copse.planning.measure.Shape;
import org.copse.planning.plan.Alternative;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.server.system.ProblemException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What holds after any edits, on generated towns. */
class EditsTest {
    private static final int EDITS = 120;

    @Test
    void theFiguresAreThoseThatTheEngineReportsForTheSameAssignment() {
        for (int seed = 0; seed < 3; seed++) {
            Ground ground = GridTown.ground(8, 5, seed);
            RandomEdits edits = new RandomEdits(ground, seed);
            FigureBook book = new FigureBook(ground);
            WorkingPlan plan = GridTown.columns(ground);
            int whole = 0;
            for (int edit = 0; edit < EDITS; edit++) {
                plan = made(ground, plan, edits.next(plan)).orElse(plan);
                PlanFigures figures = book.of(plan);

                assertThat(figures).isEqualTo(new FigureBook(ground).of(plan));
                NumberedPlan numbered = new NumberedPlan(plan);
                if (numbered.isWhole()) {
                    whole++;
                    requireTheEngines(ground, numbered, figures);
                } else {
                    requireSums(ground, plan, figures);
                }
            }
            assertThat(whole).isGreaterThan(20);
        }
    }

    private static void requireTheEngines(Ground ground, NumberedPlan numbered, PlanFigures figures) {
        PlanningProblem problem = numbered.problem(ground.problem());
        Alternative measured = new Planner().measure(problem, numbered.plan(), Favour.BALANCED);
        List<Geometry> land = Territories.union(
                ground.district().territories(), numbered.plan().beatOfUnit(), numbered.beatCount());
        for (BeatMeasures beat : measured.measures().beats()) {
            PlanFigures.OfBeat own = figures.beats().get(beat.beat());
            Shape shape = Shape.of(land.get(beat.beat()));
            assertThat(own.hours()).isEqualTo(beat.hours());
            assertThat(own.deviation()).isEqualTo(beat.deviation());
            assertThat(own.residents()).isEqualTo(beat.residents());
            assertThat(own.communitiesSplit()).isEqualTo(beat.communitiesSplit());
            assertThat(own.communitiesKept()).isEqualTo(beat.communitiesKept());
            assertThat(own.residentsChanging()).isEqualTo(beat.residentsChanging());
            assertThat(own.longestWalkKilometres()).isEqualTo(beat.longestWalkMetres() / 1000);
            assertThat(own.polsbyPopper()).isCloseTo(shape.polsbyPopper(), within(1e-9));
            assertThat(own.reock()).isCloseTo(shape.reock(), within(1e-9));
        }
        PlanFigures.Totals totals = figures.plan();
        assertThat(totals.maxDeviation()).isEqualTo(measured.measures().maxDeviation());
        assertThat(totals.communitiesSplit()).isEqualTo(measured.measures().communitiesSplit());
        assertThat(totals.residentsChanging()).isEqualTo(measured.measures().residentsChanging());
        assertThat(totals.beatsInPieces()).isEqualTo(count(measured, "BEAT_IN_PIECES"));
        assertThat(totals.beatsOutOfBounds()).isEqualTo(count(measured, "BEAT_HOURS"));
        assertThat(totals.emptyBeats()).isEqualTo(count(measured, "BEAT_EMPTY"));
    }

    private static int count(Alternative measured, String kind) {
        return (int) measured.violations().stream()
                .filter(violation -> violation.kind().name().equals(kind))
                .count();
    }

    private static void requireSums(Ground ground, WorkingPlan plan, PlanFigures figures) {
        for (PlanFigures.OfBeat beat : figures.beats()) {
            double hours = 0;
            int units = 0;
            for (int unit :
                    plan.unitsOf(plan.findBeat(beat.number()).orElseThrow().key())) {
                hours += ground.problem().unit(unit).hours();
                units++;
            }
            assertThat(beat.hours()).isCloseTo(hours, within(1e-9));
            assertThat(beat.units()).isEqualTo(units);
        }
        int assigned =
                figures.beats().stream().mapToInt(PlanFigures.OfBeat::units).sum();
        assertThat(figures.plan().unassignedUnits()).isEqualTo(ground.size() - assigned);
    }

    @Test
    void everyEditIsTakenBackByWhatWasStoredOfIt() {
        Ground ground = GridTown.ground(7, 4, 5);
        RandomEdits edits = new RandomEdits(ground, 5);
        List<WorkingPlan> plans = new ArrayList<>(List.of(GridTown.columns(ground)));
        List<PlanChange> changes = new ArrayList<>();
        for (int edit = 0; edit < EDITS; edit++) {
            WorkingPlan before = plans.get(plans.size() - 1);
            made(ground, before, edits.next(before)).ifPresent(after -> {
                plans.add(after);
                changes.add(PlanChange.ofJson(PlanChange.between(before, after).toJson()));
            });
        }
        assertThat(changes).hasSizeGreaterThan(EDITS / 3);
        WorkingPlan plan = plans.get(0);
        for (int edit = 0; edit < changes.size(); edit++) {
            plan = changes.get(edit).apply(plan);
            assertThat(plan).isEqualTo(plans.get(edit + 1));
            assertThat(WorkingPlan.ofJson(plan.toJson())).isEqualTo(plan);
        }
        for (int edit = changes.size() - 1; edit >= 0; edit--) {
            plan = changes.get(edit).reversed().apply(plan);
            assertThat(plan).isEqualTo(plans.get(edit));
        }
    }

    @Test
    void noEditMovesWhatIsLocked() {
        int heldUnits = 0;
        int closedBeats = 0;
        int lockedSectors = 0;
        for (int seed = 0; seed < 6; seed++) {
            Ground ground = GridTown.ground(7, 4, seed);
            RandomEdits edits = new RandomEdits(ground, seed);
            WorkingPlan plan = GridTown.columns(ground);
            for (int edit = 0; edit < EDITS; edit++) {
                WorkingPlan before = plan;
                EditRequest request = edits.next(before);
                Optional<WorkingPlan> made = made(ground, before, request);
                plan = made.orElse(before);
                if (made.isPresent()) {
                    heldUnits += requireHeldUnits(before, plan);
                    closedBeats += requireClosedBeats(before, plan, request);
                    lockedSectors += requireLockedSectors(before, plan);
                }
            }
        }
        assertThat(heldUnits).isGreaterThan(300);
        assertThat(closedBeats).isGreaterThan(60);
        assertThat(lockedSectors).isGreaterThan(20);
    }

    private static int requireHeldUnits(WorkingPlan before, WorkingPlan after) {
        int held = 0;
        for (int unit = 0; unit < before.unitCount(); unit++) {
            if (before.isHeld(unit)) {
                assertThat(after.beatOf(unit)).isEqualTo(before.beatOf(unit));
                held++;
            }
        }
        return held;
    }

    private static int requireClosedBeats(WorkingPlan before, WorkingPlan after, EditRequest request) {
        int closed = 0;
        for (int beat : before.beats().keySet()) {
            if (before.isClosed(beat)) {
                assertThat(after.unitsOf(beat)).as("%s", request).isEqualTo(before.unitsOf(beat));
                closed++;
            }
        }
        return closed;
    }

    private static int requireLockedSectors(WorkingPlan before, WorkingPlan after) {
        int locked = 0;
        for (DrawnSector sector : before.sectors().values()) {
            if (sector.locked()) {
                assertThat(beatsOf(after, sector)).isEqualTo(beatsOf(before, sector));
                locked++;
            }
        }
        return locked;
    }

    private static Set<Integer> beatsOf(WorkingPlan plan, DrawnSector sector) {
        return plan.beats().values().stream()
                .filter(beat -> beat.sector() == sector.key())
                .map(DrawnBeat::key)
                .collect(Collectors.toSet());
    }

    @Test
    void whatTwoPlannersDrewIsAllThereWhenBothAreKept() {
        int mineMoved = 0;
        int contested = 0;
        for (int seed = 0; seed < 20; seed++) {
            Ground ground = GridTown.ground(7, 4, seed);
            WorkingPlan base = GridTown.columns(ground);
            WorkingPlan mine = drawn(ground, base, 2L * seed);
            WorkingPlan theirs = drawn(ground, base, 2L * seed + 1);

            Merging.Both both = Merging.of(base, mine, theirs);

            for (int unit = 0; unit < ground.size(); unit++) {
                boolean moved = mine.beatOf(unit) != base.beatOf(unit);
                boolean alsoTheirs =
                        theirs.beatOf(unit) != base.beatOf(unit) && theirs.beatOf(unit) != mine.beatOf(unit);
                assertThat(both.plan().beatOf(unit)).isEqualTo(moved ? mine.beatOf(unit) : theirs.beatOf(unit));
                assertThat(both.contested().contains(unit)).isEqualTo(moved && alsoTheirs);
                mineMoved += moved ? 1 : 0;
            }
            contested += both.contested().size();
            assertThat(Merging.of(base, base, theirs).plan()).isEqualTo(theirs);
        }
        assertThat(mineMoved).isGreaterThan(100);
        assertThat(contested).isGreaterThan(10);
    }

    private static WorkingPlan drawn(Ground ground, WorkingPlan base, long seed) {
        RandomEdits edits = new RandomEdits(ground, seed);
        WorkingPlan plan = base;
        for (int edit = 0; edit < 20; edit++) {
            plan = made(ground, plan, edits.next(plan)).orElse(plan);
        }
        return plan;
    }

    private static Optional<WorkingPlan> made(Ground ground, WorkingPlan plan, EditRequest edit) {
        try {
            WorkingPlan after = EditKind.findByKey(String.valueOf(edit.kind()))
                    .orElseThrow()
                    .make(new Drawing(ground, plan), edit)
                    .plan();
            return after.equals(plan) ? Optional.empty() : Optional.of(after);
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
