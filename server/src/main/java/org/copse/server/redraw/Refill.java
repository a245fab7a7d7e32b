package org.copse.server.redraw;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;
import org.copse.server.redraw.Drawing.Left;
import org.copse.server.redraw.Drawing.Step;

/**
 * Gives every unit without a beat one, and moves no other. Open beats grow over the land that is free, the one with the least hours first; then the
 * engine moves what was free for as long as that pays. A beat without a unit begins where it is farthest from all others.
 */
final class Refill {
    /** Looks at a move, for each unit that is free. */
    private static final long MOVES_OF_UNIT = 500;

    private static final long SEED = 1;

    private final Drawing at;
    private final NumberedPlan numbered;
    private final UnitGraph graph;
    private final boolean[] open;
    private final int[] beatOfUnit;

    private Refill(Drawing at) {
        this.at = at;
        this.numbered = new NumberedPlan(at.plan());
        this.graph = at.ground().problem().graph();
        this.open = new boolean[numbered.beatCount() + 1];
        for (int beat = 0; beat < numbered.beatCount(); beat++) {
            open[beat] = !at.plan().isClosed(numbered.beat(beat).key());
        }
        this.beatOfUnit = numbered.plan().beatOfUnit();
    }

    static Step refill(Drawing at, EditRequest request) {
        int[] free = free(at);
        if (free.length == 0) {
            throw Refusal.nothingToDo();
        }
        if (at.plan().locked()) {
            throw Refusal.allLocked(free.length);
        }
        WorkingPlan filled = new Refill(at).fill(free);
        int given = 0;
        for (int unit : free) {
            given += filled.beatOf(unit) == WorkingPlan.NONE ? 0 : 1;
        }
        if (given == 0) {
            throw Refusal.nothingToDo();
        }
        return new Step(filled, new EditName("refill", Map.of("units", given)), new Left(free.length - given, 0));
    }

    /** Returns the plan with a beat for every unit that some open beat can reach. */
    static WorkingPlan of(Drawing at) {
        int[] free = free(at);
        return free.length == 0 || at.plan().locked() ? at.plan() : new Refill(at).fill(free);
    }

    private static int[] free(Drawing at) {
        return IntStream.range(0, at.plan().unitCount())
                .filter(unit ->
                        at.plan().beatOf(unit) == WorkingPlan.NONE && !at.plan().isHeld(unit))
                .toArray();
    }

    private WorkingPlan fill(int[] free) {
        if (free.length == beatOfUnit.length
                && numbered.beatCount() <= free.length
                && !numbered.beats().isEmpty()
                && IntStream.range(0, numbered.beatCount()).allMatch(beat -> open[beat])) {
            // Nothing is drawn yet: the engine begins anew, and says which beats are a team.
            Plan proposed = Division.propose(numbered.problem(at.ground().problem()));
            WorkingPlan.Sketch sketch =
                    numbered.withBeats(proposed.beatOfUnit()).edit();
            for (int beat = 0; beat < numbered.beatCount(); beat++) {
                DrawnSector team = numbered.sectors().get(proposed.sectorOfBeat(beat));
                sketch.put(numbered.beat(beat).withSector(team.key()));
            }
            return sketch.done();
        }
        int none = numbered.beatCount();
        sow(none);
        grow(none);
        return numbered.withBeats(improved(free));
    }

    /** Gives each open beat without a unit its first: the free one that is most steps away from all beats. */
    private void sow(int none) {
        int[] units = new int[none + 1];
        Arrays.stream(beatOfUnit).forEach(beat -> units[beat]++);
        for (int beat = 0; beat < none; beat++) {
            if (open[beat] && units[beat] == 0) {
                int first = farthest(none);
                if (first < 0) {
                    return;
                }
                beatOfUnit[first] = beat;
            }
        }
    }

    private int farthest(int none) {
        int[] steps = new int[beatOfUnit.length];
        Arrays.fill(steps, Integer.MAX_VALUE);
        Deque<Integer> queue = new ArrayDeque<>();
        for (int unit = 0; unit < steps.length; unit++) {
            if (beatOfUnit[unit] < none) {
                steps[unit] = 0;
                queue.add(unit);
            }
        }
        while (!queue.isEmpty()) {
            int unit = queue.remove();
            for (int i = 0; i < graph.degree(unit); i++) {
                int next = graph.neighbour(unit, i);
                if (steps[next] == Integer.MAX_VALUE) {
                    steps[next] = steps[unit] + 1;
                    queue.add(next);
                }
            }
        }
        int farthest = -1;
        for (int unit = 0; unit < steps.length; unit++) {
            if (isFree(unit, none) && (farthest < 0 || steps[unit] > steps[farthest])) {
                farthest = unit;
            }
        }
        return farthest;
    }

    private boolean isFree(int unit, int none) {
        return beatOfUnit[unit] == none && !at.plan().isHeld(unit);
    }

    private void grow(int none) {
        PlanningProblem problem = at.ground().problem();
        double[] hours = new double[none];
        Growth[] fronts = new Growth[none];
        for (int beat = 0; beat < none; beat++) {
            fronts[beat] = new Growth();
        }
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            int beat = beatOfUnit[unit];
            if (beat < none) {
                hours[beat] += problem.unit(unit).hours();
                fronts[beat].reach(graph, unit);
            }
        }
        while (true) {
            int least = -1;
            for (int beat = 0; beat < none; beat++) {
                if (open[beat]
                        && fronts[beat].peek(unit -> isFree(unit, none))
                        && (least < 0 || hours[beat] < hours[least])) {
                    least = beat;
                }
            }
            if (least < 0) {
                return;
            }
            int unit = fronts[least].take();
            beatOfUnit[unit] = least;
            hours[least] += problem.unit(unit).hours();
            fronts[least].reach(graph, unit);
        }
    }

    /** Lets the engine move what was free among the open beats: of their other units it knows that they stay, and of closed beats it knows nothing. */
    private int[] improved(int[] free) {
        int[] some = IntStream.range(0, beatOfUnit.length)
                .filter(unit -> beatOfUnit[unit] < numbered.beatCount() && open[beatOfUnit[unit]])
                .toArray();
        // A beat without a unit is no beat to the engine: those that have one are numbered anew.
        int[] present = Arrays.stream(some)
                .map(unit -> beatOfUnit[unit])
                .distinct()
                .sorted()
                .toArray();
        Map<Integer, Integer> locks = new HashMap<>();
        int[] start = new int[some.length];
        for (int i = 0; i < some.length; i++) {
            start[i] = Arrays.binarySearch(present, beatOfUnit[some[i]]);
            if (Arrays.binarySearch(free, some[i]) < 0) {
                locks.put(i, start[i]);
            }
        }
        if (present.length < 2 || locks.size() == some.length) {
            return beatOfUnit;
        }
        Plan better = better(some, present, start, locks);
        int[] improved = beatOfUnit.clone();
        for (int i = 0; i < some.length; i++) {
            if (!locks.containsKey(i)) {
                improved[some[i]] = present[better.beatOf(i)];
            }
        }
        return improved;
    }

    private Plan better(int[] some, int[] present, int[] start, Map<Integer, Integer> locks) {
        int[] sectors = Arrays.stream(present)
                .map(beat -> numbered.plan().sectorOfBeat(beat))
                .distinct()
                .sorted()
                .toArray();
        int[] sectorOfBeat = Arrays.stream(present)
                .map(beat -> Arrays.binarySearch(sectors, numbered.plan().sectorOfBeat(beat)))
                .toArray();
        int[] teams = new int[sectors.length];
        Arrays.stream(sectorOfBeat).forEach(sector -> teams[sector]++);
        PlanningProblem whole = numbered.problem(at.ground().problem());
        PlanningProblem problem = whole.only(some)
                .staffing(Staffing.perSector(teams))
                .beatHours(whole.beatHours())
                .locks(locks)
                .build();
        return new Planner()
                .improve(
                        problem,
                        Plan.of(start, sectorOfBeat),
                        Favour.BALANCED,
                        Budget.iterations(MOVES_OF_UNIT * (some.length - locks.size()), SEED)
                                .withThreads(1),
                        progress -> {},
                        new CancelSignal())
                .first()
                .plan();
    }
}
