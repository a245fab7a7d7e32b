package org.copse.server.redraw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;

/**
 * A working plan as the engine numbers it: beats and sectors from 0, in the order of the numbers that people see, sectors without a beat left out.
 * Units without a beat are in one beat more, in a sector of its own.
 */
final class NumberedPlan {
    private final WorkingPlan source;
    private final List<DrawnBeat> beats;
    private final List<DrawnSector> sectors;
    private final Plan plan;
    private final boolean whole;

    NumberedPlan(WorkingPlan source) {
        this.source = source;
        this.beats = source.beatsByNumber();
        this.sectors = source.sectorsByNumber().stream()
                .filter(sector -> beats.stream().anyMatch(beat -> beat.sector() == sector.key()))
                .toList();
        Map<Integer, Integer> sectorNumber = new HashMap<>();
        sectors.forEach(sector -> sectorNumber.put(sector.key(), sectorNumber.size()));
        Map<Integer, Integer> beatNumber = new HashMap<>();
        beats.forEach(beat -> beatNumber.put(beat.key(), beatNumber.size()));
        int[] beatOfUnit = new int[source.unitCount()];
        boolean all = true;
        for (int unit = 0; unit < beatOfUnit.length; unit++) {
            Integer beat = beatNumber.get(source.beatOf(unit));
            beatOfUnit[unit] = beat == null ? beats.size() : beat;
            all &= beat != null;
        }
        int[] sectorOfBeat = new int[beats.size() + (all ? 0 : 1)];
        for (int beat = 0; beat < beats.size(); beat++) {
            sectorOfBeat[beat] = sectorNumber.getOrDefault(beats.get(beat).sector(), 0);
        }
        if (!all) {
            sectorOfBeat[beats.size()] = sectors.size();
        }
        this.whole = all;
        this.plan = Plan.of(beatOfUnit, sectorOfBeat);
    }

    WorkingPlan source() {
        return source;
    }

    /** Returns the plan; its last beat is none at all unless the plan {@link #isWhole}. */
    Plan plan() {
        return plan;
    }

    /** Returns whether every unit has a beat. */
    boolean isWhole() {
        return whole;
    }

    /** Returns whether every unit has a beat and every beat a unit, so that the engine can say why boundaries run where they do. */
    boolean isComplete() {
        return whole && Asking.isFull(plan);
    }

    /** Returns how many beats there are. */
    int beatCount() {
        return beats.size();
    }

    DrawnBeat beat(int number) {
        return beats.get(number);
    }

    List<DrawnBeat> beats() {
        return beats;
    }

    /** Returns the sectors that have a beat. */
    List<DrawnSector> sectors() {
        return sectors;
    }

    /** Returns the problem that this plan answers: an officer for each beat, in teams as they are. */
    PlanningProblem problem(PlanningProblem ground) {
        if (beats.isEmpty()) {
            return ground;
        }
        int[] teams = new int[sectors.size()];
        for (int beat = 0; beat < beats.size(); beat++) {
            teams[plan.sectorOfBeat(beat)]++;
        }
        return ground.with().staffing(Staffing.perSector(teams)).build();
    }

    /** Returns the working plan with the beats that the engine gives each unit; -1 for none. */
    WorkingPlan withBeats(int[] numberOfUnit) {
        WorkingPlan.Sketch sketch = source.edit();
        for (int unit = 0; unit < numberOfUnit.length; unit++) {
            sketch.put(
                    unit,
                    numberOfUnit[unit] < 0 || numberOfUnit[unit] >= beats.size()
                            ? WorkingPlan.NONE
                            : beats.get(numberOfUnit[unit]).key());
        }
        return sketch.done();
    }

    @Override
    public String toString() {
        return "NumberedPlan" + Arrays.toString(plan.beatOfUnit());
    }
}
