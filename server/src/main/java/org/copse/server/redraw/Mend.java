package org.copse.server.redraw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.plan.Mending;
import org.copse.planning.problem.PlanningProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Looks for the fewest moves after which a draft keeps its bounds and is in one piece, and shows them before they are made. */
final class Mend {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Drawing at;

    Mend(Drawing at) {
        this.at = at;
    }

    /**
     * A move of one unit, by the numbers of beats; {@code from} is null for none.
     */
    record Move(String unit, @Nullable Integer from, int beat) {}

    /**
     * What would mend a draft.
     *
     * @param version of the draft that it was found for
     * @param fewest whether it is certain that no mend has fewer moves
     * @param left what would still be wrong
     * @param figures what the draft would be worth
     */
    record Preview(long version, List<Move> moves, boolean fewest, List<PlanCheck> left, PlanFigures figures) {

        /** Returns the preview as an account may see it. */
        Preview shownTo(Authentication account) {
            return new Preview(version, moves, fewest, left, figures.shownTo(account));
        }
    }

    /**
     * Returns a mend.
     *
     * @param only numbers of the beats that may change; null for all that are not locked
     * @throws org.copse.server.system.ProblemException when there is none
     */
    Preview find(long version, @Nullable List<Integer> only) {
        Set<Integer> open = new HashSet<>();
        (only == null || only.isEmpty() ? at.plan().beatsByNumber() : at.beats(only))
                .stream().filter(beat -> !at.plan().isClosed(beat.key())).forEach(beat -> open.add(beat.key()));
        WorkingPlan filled = filled(open);
        NumberedPlan numbered = new NumberedPlan(filled);
        boolean fewest = false;
        WorkingPlan mended = filled;
        if (numbered.isWhole()) {
            Mending mending = mend(numbered, open);
            fewest = mending.fewest() && filled.equals(at.plan());
            mended = numbered.withBeats(mending.plan().beatOfUnit());
        }
        List<Move> moves = moves(mended, open);
        if (moves.isEmpty()) {
            throw Refusal.of(
                    "cannot-mend",
                    Map.of("beats", open.size()),
                    "No moves were found that mend the plan with what is not locked.");
        }
        WorkingPlan after = moved(moves);
        return new Preview(
                version, moves, fewest, PlanChecks.of(at.ground(), after), new FigureBook(at.ground()).of(after));
    }

    /** Units without a beat come first: each goes to a beat that may change. */
    private WorkingPlan filled(Set<Integer> open) {
        WorkingPlan.Sketch sketch = at.plan().edit();
        at.plan().beats().values().stream()
                .filter(beat -> !open.contains(beat.key()))
                .forEach(beat -> sketch.put(beat.withLock(true)));
        WorkingPlan filled = Refill.of(new Drawing(at.ground(), sketch.done()));
        WorkingPlan.Sketch unlocked = at.plan().edit();
        for (int unit = 0; unit < filled.unitCount(); unit++) {
            unlocked.put(unit, filled.beatOf(unit));
        }
        return unlocked.done();
    }

    private Mending mend(NumberedPlan numbered, Set<Integer> open) {
        Map<Integer, Integer> locks = new HashMap<>();
        Set<Integer> fixed = new HashSet<>();
        for (int beat = 0; beat < numbered.beatCount(); beat++) {
            if (!open.contains(numbered.beat(beat).key())) {
                fixed.add(beat);
            }
        }
        for (int unit = 0; unit < numbered.plan().unitCount(); unit++) {
            if (at.plan().isHeld(unit)) {
                locks.put(unit, numbered.plan().beatOf(unit));
            }
        }
        PlanningProblem problem = numbered.problem(at.ground().problem())
                .with()
                .locks(locks)
                .fixedBeats(fixed)
                .build();
        CancelSignal cancel = new CancelSignal();
        CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .execute(cancel::cancel);
        return new Planner().mend(problem, numbered.plan(), cancel);
    }

    private List<Move> moves(WorkingPlan mended, Set<Integer> open) {
        List<Move> moves = new ArrayList<>();
        for (int unit = 0; unit < mended.unitCount(); unit++) {
            int own = at.plan().beatOf(unit);
            DrawnBeat before = at.plan().beats().get(own);
            DrawnBeat after = at.plan().beats().get(mended.beatOf(unit));
            boolean may = !at.plan().isHeld(unit) && (before == null || open.contains(own));
            if (after != null && !after.equals(before) && may && open.contains(after.key())) {
                moves.add(new Move(at.ground().unitId(unit), before == null ? null : before.number(), after.number()));
            }
        }
        return moves;
    }

    private WorkingPlan moved(List<Move> moves) {
        WorkingPlan.Sketch sketch = at.plan().edit();
        for (Move move : moves) {
            sketch.put(at.unit(move.unit), at.beat(move.beat).key());
        }
        return sketch.done();
    }
}
