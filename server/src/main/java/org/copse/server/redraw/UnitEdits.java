package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.copse.server.redraw.Drawing.Left;
import org.copse.server.redraw.Drawing.Step;
import org.copse.server.system.FieldErrors;

/** Edits that put units into other beats, as far as no lock holds them. */
final class UnitEdits {
    private final Drawing at;
    private final EditRequest request;
    private final WorkingPlan.Sketch sketch;
    private final TreeSet<Integer> from = new TreeSet<>();
    private final TreeSet<Integer> to = new TreeSet<>();
    private int moved;
    private int locked;
    private int filtered;

    private UnitEdits(Drawing at, EditRequest request) {
        this.at = at;
        this.request = request;
        this.sketch = at.plan().edit();
    }

    static Step move(Drawing at, EditRequest request) {
        int target = request.to() == null
                ? WorkingPlan.NONE
                : at.openBeat(request.to()).key();
        UnitEdits edits = new UnitEdits(at, request);
        for (int unit : at.units(request.units())) {
            edits.put(unit, target);
        }
        return edits.step("move");
    }

    static Step best(Drawing at, EditRequest request) {
        UnitEdits edits = new UnitEdits(at, request);
        int[] units = at.units(request.units());
        Map<Integer, Integer> best = new BestNeighbours(at).of(units);
        for (int unit : units) {
            edits.put(unit, best.getOrDefault(unit, at.plan().beatOf(unit)));
        }
        if (units.length == 1 && !best.containsKey(units[0])) {
            String id = at.ground().unitId(units[0]);
            throw Refusal.of(
                    "no-neighbour", Map.of("unit", id), "Unit " + id + " touches no other beat that could take it.");
        }
        return edits.step("best");
    }

    static Step moves(Drawing at, EditRequest request) {
        List<EditRequest.Move> moves = request.moves();
        if (moves == null || moves.isEmpty()) {
            throw FieldErrors.of("moves", "is missing: name at least one move");
        }
        String as = request.as();
        if (as != null && !as.equals("mend")) {
            throw FieldErrors.of("as", "must be mend or nothing, not " + as);
        }
        UnitEdits edits = new UnitEdits(at, request);
        BitSet seen = new BitSet();
        for (EditRequest.Move move : moves) {
            int unit = at.unit(move == null ? null : move.unit());
            if (seen.get(unit)) {
                throw FieldErrors.of("moves", "names unit " + move.unit() + " twice");
            }
            seen.set(unit);
            edits.put(
                    unit,
                    move.beat() == null
                            ? WorkingPlan.NONE
                            : at.beat(move.beat()).key());
        }
        return edits.step(as == null ? "moves" : as);
    }

    static Step clear(Drawing at, EditRequest request) {
        UnitEdits edits = new UnitEdits(at, request);
        if (request.beats() == null) {
            for (int unit = 0; unit < at.plan().unitCount(); unit++) {
                edits.put(unit, WorkingPlan.NONE);
            }
        } else {
            for (DrawnBeat beat : at.beats(request.beats())) {
                for (int unit : at.plan().unitsOf(beat.key())) {
                    edits.put(unit, WorkingPlan.NONE);
                }
            }
        }
        return edits.step("clear");
    }

    private void put(int unit, int target) {
        int own = at.plan().beatOf(unit);
        if (own == target) {
            return;
        }
        if (isFiltered(own)) {
            filtered++;
        } else if (at.plan().isHeld(unit) || at.plan().isClosed(target)) {
            locked++;
        } else {
            sketch.put(unit, target);
            moved++;
            number(own, from);
            number(target, to);
        }
    }

    private boolean isFiltered(int own) {
        boolean otherBeat = request.onlyFrom() != null
                && (own == WorkingPlan.NONE || at.beat(request.onlyFrom()).key() != own);
        return otherBeat || (Boolean.TRUE.equals(request.onlyUnassigned()) && own != WorkingPlan.NONE);
    }

    private void number(int key, TreeSet<Integer> numbers) {
        DrawnBeat beat = at.plan().beats().get(key);
        if (beat != null) {
            numbers.add(beat.number());
        }
    }

    private Step step(String code) {
        if (moved == 0) {
            throw locked > 0 ? Refusal.allLocked(locked) : Refusal.nothingToDo();
        }
        return new Step(
                sketch.done(),
                new EditName(code, Map.of("units", moved, "from", new ArrayList<>(from), "to", new ArrayList<>(to))),
                new Left(locked, filtered));
    }
}
