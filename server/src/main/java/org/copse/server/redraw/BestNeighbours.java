package org.copse.server.redraw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.planning.Planner;
import org.copse.planning.plan.BeatOption;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;
import org.copse.planning.problem.UnitGraph;

/**
 * Asks the engine which beat next to a unit would take it at the least cost. Units without a beat are left out of the question, but for those that
 * are asked about: each of them is taken for a unit of a beat that it touches.
 */
final class BestNeighbours {
    private final Drawing at;
    private final NumberedPlan numbered;

    BestNeighbours(Drawing at) {
        this.at = at;
        this.numbered = new NumberedPlan(at.plan());
    }

    /**
     * What can become of a unit.
     *
     * @param beat key of the beat
     */
    record Option(int beat, BeatOption option) {}

    /** Returns for each of the units the key of another beat that would take it best; units that touch none are left out. */
    Map<Integer, Integer> of(int[] units) {
        Map<Integer, Integer> best = new HashMap<>();
        options(units).forEach((unit, options) -> options.stream()
                .filter(option ->
                        option.beat != at.plan().beatOf(unit) && !at.plan().isClosed(option.beat))
                .findFirst()
                .ifPresent(option -> best.put(unit, option.beat)));
        return best;
    }

    /** Returns for each of the units the beats that it could be in, the best first; units that touch no beat are left out. */
    Map<Integer, List<Option>> options(int[] units) {
        int[] beatOfUnit = numbered.plan().beatOfUnit();
        for (int unit : units) {
            if (at.plan().beatOf(unit) == WorkingPlan.NONE) {
                touched(unit).ifPresent(beat -> beatOfUnit[unit] = beat);
            }
        }
        int[] some = IntStream.range(0, beatOfUnit.length)
                .filter(unit -> beatOfUnit[unit] < numbered.beatCount())
                .toArray();
        int[] position = new int[beatOfUnit.length];
        Arrays.fill(position, -1);
        for (int i = 0; i < some.length; i++) {
            position[some[i]] = i;
        }
        int[] asked = Arrays.stream(units)
                .map(unit -> position[unit])
                .filter(unit -> unit >= 0)
                .toArray();
        Map<Integer, List<Option>> options = new HashMap<>();
        if (asked.length > 0) {
            ask(some, beatOfUnit, asked).forEach((unit, found) -> options.put(some[unit], found));
        }
        return options;
    }

    private Map<Integer, List<Option>> ask(int[] some, int[] beatOfUnit, int[] asked) {
        // A beat without a unit is no beat to the engine: those that have one are numbered anew.
        int[] present = Arrays.stream(some)
                .map(unit -> beatOfUnit[unit])
                .distinct()
                .sorted()
                .toArray();
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
        Plan plan = Plan.of(
                Arrays.stream(some)
                        .map(unit -> Arrays.binarySearch(present, beatOfUnit[unit]))
                        .toArray(),
                sectorOfBeat);
        PlanningProblem whole = numbered.problem(at.ground().problem());
        PlanningProblem problem = some.length == whole.unitCount() && present.length == numbered.beatCount()
                ? whole
                : whole.only(some)
                        .staffing(Staffing.perSector(teams))
                        .beatHours(whole.beatHours())
                        .build();
        Map<Integer, List<Option>> options = new HashMap<>();
        new Planner()
                .bestBeatsFor(problem, plan, Favour.BALANCED, asked)
                .forEach((unit, found) -> options.put(
                        unit,
                        found.stream()
                                .map(option -> new Option(
                                        numbered.beat(present[option.beat()]).key(), option))
                                .toList()));
        return options;
    }

    /** Returns the engine's number of an open beat that a unit touches. */
    private Optional<Integer> touched(int unit) {
        UnitGraph graph = at.ground().problem().graph();
        List<Integer> beats = new ArrayList<>();
        for (int i = 0; i < graph.degree(unit); i++) {
            int beat = numbered.plan().beatOf(graph.neighbour(unit, i));
            if (beat < numbered.beatCount()
                    && !at.plan().isClosed(numbered.beat(beat).key())) {
                beats.add(beat);
            }
        }
        return beats.stream().min(Integer::compare);
    }
}
