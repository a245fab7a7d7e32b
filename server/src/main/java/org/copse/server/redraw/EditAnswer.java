package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.server.redraw.DraftSession.State;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a draft brought, on the wire: what it changed and nothing else.
 *
 * @param version of the draft now
 * @param units whose beat changed, with its number
 * @param beats that changed in any way
 * @param removedBeats numbers that no beat has any more
 * @param sectors all of them
 * @param pending what differs from the saved plan
 * @param edits how many are made
 * @param left units that were asked for and stayed
 * @param whole whether so much changed that the draft is better read anew
 */
record EditAnswer(
        long version,
        List<UnitView> units,
        List<BeatView> beats,
        List<Integer> removedBeats,
        List<SectorView> sectors,
        PlanFigures.Totals plan,
        LockChanges lockedUnits,
        boolean locked,
        Pending pending,
        @Nullable EditName undo,
        @Nullable EditName redo,
        int edits,
        Drawing.Left left,
        boolean whole) {

    /** A unit and the number of its beat; null for none. */
    record UnitView(String unit, @Nullable Integer beat) {}

    /** A beat with its figures. */
    record BeatView(int number, String name, int colour, int sector, boolean locked, PlanFigures.OfBeat figures) {}

    /** A sector with its figures. */
    record SectorView(int number, String name, boolean locked, PlanFigures.OfSector figures) {}

    /** Units that became locked, and that no longer are. */
    record LockChanges(List<String> on, List<String> off) {}

    /**
     * What differs from the saved plan.
     *
     * @param units whose beat does
     * @param residents of these units
     * @param changed whether anything does
     */
    record Pending(int units, double residents, boolean changed) {
        static Pending of(State at) {
            int units = 0;
            double residents = 0;
            for (int unit = 0; unit < at.plan().unitCount(); unit++) {
                if (at.plan().beatOf(unit) != at.base().beatOf(unit)) {
                    units++;
                    residents += at.ground().problem().unit(unit).residents();
                }
            }
            return new Pending(units, residents, !at.plan().equals(at.base()));
        }
    }

    static EditAnswer of(Drafts.Changed changed) {
        State before = changed.before();
        State after = changed.after();
        Ground ground = after.ground();
        PlanChange change = PlanChange.between(before.plan(), after.plan());
        List<UnitView> units = new ArrayList<>();
        for (int i = 0; i < change.units().length; i++) {
            DrawnBeat beat = after.plan().beats().get(change.to()[i]);
            units.add(new UnitView(ground.unitId(change.units()[i]), beat == null ? null : beat.number()));
        }
        boolean renumbered = change.beats().stream().anyMatch(EditAnswer::isRenumbered)
                || change.sectors().stream()
                        .anyMatch(part -> part.before() != null
                                && part.after() != null
                                && part.before().number() != part.after().number());
        return new EditAnswer(
                after.row().version(),
                units,
                beats(before, after),
                before.plan().beatsByNumber().stream()
                        .map(DrawnBeat::number)
                        .filter(number -> after.plan().findBeat(number).isEmpty())
                        .toList(),
                sectors(after),
                after.figures().plan(),
                locks(after, change, ground),
                after.plan().locked(),
                Pending.of(after),
                after.undo().orElse(null),
                after.redo().orElse(null),
                after.row().edits(),
                changed.left(),
                renumbered || before.row().base() != after.row().base() || units.size() > ground.size() / 4 + 50);
    }

    private static boolean isRenumbered(PlanChange.Part<DrawnBeat> part) {
        DrawnBeat before = part.before();
        DrawnBeat after = part.after();
        return before != null && after != null && before.number() != after.number();
    }

    private static List<BeatView> beats(State before, State after) {
        Map<Integer, BeatView> known = new HashMap<>();
        all(before).forEach(beat -> known.put(beat.number, beat));
        return all(after).stream()
                .filter(beat -> !beat.equals(known.get(beat.number)))
                .toList();
    }

    /** Returns every beat of a draft with its figures, in the order of the numbers. */
    static List<BeatView> all(State at) {
        List<BeatView> views = new ArrayList<>();
        List<DrawnBeat> beats = at.plan().beatsByNumber();
        for (int i = 0; i < beats.size(); i++) {
            DrawnBeat beat = beats.get(i);
            views.add(new BeatView(
                    beat.number(),
                    beat.name(),
                    beat.colour(),
                    Objects.requireNonNull(at.plan().sectors().get(beat.sector()))
                            .number(),
                    beat.locked(),
                    at.figures().beats().get(i)));
        }
        return views;
    }

    private static List<SectorView> sectors(State at) {
        List<SectorView> views = new ArrayList<>();
        List<DrawnSector> sectors = at.plan().sectorsByNumber();
        for (int i = 0; i < sectors.size(); i++) {
            DrawnSector sector = sectors.get(i);
            views.add(new SectorView(
                    sector.number(),
                    sector.name(),
                    sector.locked(),
                    at.figures().sectors().get(i)));
        }
        return views;
    }

    private static LockChanges locks(State after, PlanChange change, Ground ground) {
        List<String> on = new ArrayList<>();
        List<String> off = new ArrayList<>();
        for (int unit : change.lockedUnits()) {
            (after.plan().lockedUnits().get(unit) ? on : off).add(ground.unitId(unit));
        }
        return new LockChanges(on, off);
    }
}
