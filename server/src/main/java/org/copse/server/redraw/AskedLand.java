package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.server.proposal.MapColours;

/**
 * A part of a draft that the engine draws by itself: the units of some beats, to be shared out among as many beats or among more or fewer. Beats keep
 * their numbers where most of their residents stay.
 */
final class AskedLand {
    private final Drawing at;
    private final int[] units;
    private final List<DrawnBeat> beats;
    private final List<Integer> sectors;
    private final int count;
    private final int officers;
    private final PlanningProblem problem;
    private final Plan before;

    /**
     * How many officers there are to be.
     *
     * @param here beats that the land is to have
     * @param all beats of the whole plan, when all that was asked for is done
     */
    record Staffed(int here, int all) {}

    private AskedLand(Drawing at, int[] units, List<DrawnBeat> beats, List<Integer> sectors, Staffed staffed) {
        this.at = at;
        this.units = units;
        this.beats = beats;
        this.sectors = sectors;
        this.count = staffed.here;
        this.officers = staffed.all;
        this.before = before();
        this.problem = build();
    }

    /**
     * Returns the land of some beats.
     *
     * @param staffed how many beats it is to have
     * @param sector the sector of all of them; {@link WorkingPlan#NONE} where they are in several
     * @param some whether the question is about some beats only: units without a beat, and the division into sectors, then stay as they are
     */
    static AskedLand of(Drawing at, Set<Integer> open, Staffed staffed, int sector, boolean some) {
        int count = staffed.here;
        int[] units = Asking.units(at.plan(), open, !some);
        List<DrawnBeat> beats = at.plan().beatsByNumber().stream()
                .filter(beat -> open.contains(beat.key()))
                .sorted(Comparator.comparing((DrawnBeat beat) -> !holds(at.plan(), beat)))
                .toList();
        long holding = beats.stream().filter(beat -> holds(at.plan(), beat)).count();
        if (holding > count) {
            throw Refusal.of(
                    "units-locked",
                    Map.of("beats", holding),
                    holding + " beats have locked units, and " + count + " are to be left. Unlock some first.");
        }
        if (count > units.length) {
            throw Refusal.of(
                    "too-many-beats",
                    Map.of("beats", count, "units", units.length),
                    count + " beats are more than the " + units.length + " units that can be shared out.");
        }
        boolean everySector = !some && open.size() == at.plan().beats().size();
        List<Integer> sectors = everySector
                ? at.plan().sectorsByNumber().stream()
                        .map(DrawnSector::key)
                        .filter(key -> beats.stream().anyMatch(beat -> beat.sector() == key))
                        .toList()
                : sector == WorkingPlan.NONE ? List.of() : List.of(sector);
        return new AskedLand(at, units, beats, sectors, staffed);
    }

    private static boolean holds(WorkingPlan plan, DrawnBeat beat) {
        return Arrays.stream(plan.unitsOf(beat.key())).anyMatch(plan::isHeld);
    }

    /** Returns the land as it is drawn; units without a beat are in the first. */
    private Plan before() {
        Map<Integer, Integer> number = new HashMap<>();
        beats.forEach(beat -> number.put(beat.key(), number.size()));
        int[] sectorOfBeat = beats.stream()
                .mapToInt(beat -> Math.max(0, sectors.indexOf(beat.sector())))
                .toArray();
        return Plan.of(
                Arrays.stream(units)
                        .map(unit -> number.getOrDefault(at.plan().beatOf(unit), 0))
                        .toArray(),
                sectorOfBeat);
    }

    private PlanningProblem build() {
        Map<Integer, Integer> locks = new HashMap<>();
        for (int i = 0; i < units.length; i++) {
            if (at.plan().isHeld(units[i]) && before.beatOf(i) < count) {
                locks.put(i, before.beatOf(i));
            }
        }
        PlanningProblem whole = at.ground().problem();
        double share = whole.tolerance().beat();
        double target = whole.totalHours() / officers;
        return whole.only(units)
                .staffing(staffing())
                .beatHours(new Bounds(target * (1 - share), target * (1 + share)))
                .locks(locks)
                .build();
    }

    private Staffing staffing() {
        if (sectors.size() < 2) {
            return Staffing.sectors(count, 1);
        }
        int[] teams = new int[sectors.size()];
        for (int beat = 0; beat < before.beatCount(); beat++) {
            teams[before.sectorOfBeat(beat)]++;
        }
        return Staffing.perSector(teams);
    }

    PlanningProblem problem() {
        return problem;
    }

    /** Returns whether a search can begin at the plan as it is drawn. */
    boolean canBegin() {
        return count == beats.size()
                && Asking.isFull(before)
                && Arrays.stream(units).noneMatch(unit -> at.plan().beatOf(unit) == WorkingPlan.NONE);
    }

    Plan start() {
        return before;
    }

    /** Returns a plan with this land as the engine has drawn it. */
    WorkingPlan lay(Plan drawn, WorkingPlan into) {
        Plan matched = relabelled(drawn);
        WorkingPlan.Sketch sketch = into.edit();
        List<DrawnBeat> made = new ArrayList<>(beats.subList(0, Math.min(count, beats.size())));
        Map<Integer, DrawnBeat> taken = new HashMap<>(into.beats());
        Set<Integer> numbers = into.beatNumbers();
        for (int beat = beats.size(); beat < count; beat++) {
            int next = DrawnBeat.nextNumber(numbers);
            DrawnBeat more = new DrawnBeat(
                    Drawing.freshKey(taken),
                    next,
                    Integer.toString(next),
                    next % MapColours.COLOURS,
                    sectors.get(0),
                    false);
            numbers.add(next);
            taken.put(more.key(), more);
            made.add(more);
        }
        for (int beat = 0; beat < count; beat++) {
            DrawnBeat one = made.get(beat);
            sketch.put(sectors.size() < 2 ? one : one.withSector(sectors.get(matched.sectorOfBeat(beat))));
        }
        for (int i = 0; i < units.length; i++) {
            boolean held = at.plan().isHeld(units[i]);
            sketch.put(
                    units[i],
                    held
                            ? at.plan().beatOf(units[i])
                            : made.get(matched.beatOf(i)).key());
        }
        beats.stream().skip(count).forEach(beat -> sketch.withoutBeat(beat.key()));
        return sketch.done();
    }

    /** Returns the plan under the numbers that most residents have now; what is locked weighs more than all residents. */
    private Plan relabelled(Plan drawn) {
        double[] weight = Asking.residents(at.ground(), units);
        double all = Arrays.stream(weight).sum() + 1;
        problem.locks().keySet().forEach(unit -> weight[unit] += all);
        return drawn.relabelledLike(before, weight);
    }
}
