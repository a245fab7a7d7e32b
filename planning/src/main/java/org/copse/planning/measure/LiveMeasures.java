package org.copse.planning.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures a plan that is being edited, again and again: what takes long of a beat is kept for as long as the beat has the same units, so that
 * after an edit only the beats that it changed are looked at. The figures are those of {@link PlanMeasures#of}. One thread at a time.
 */
public final class LiveMeasures {

    private @Nullable List<PlanningUnit> units;
    private @Nullable Inertia inertia;
    private Map<Units, Measuring.OfBeat> known = Map.of();

    /** The units of a beat, in order, as a key. */
    private record Units(int[] numbers) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Units other && Arrays.equals(numbers, other.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /**
     * Returns the measures of a plan, those of its first beats alone: units in a beat after them have no beat. They count to no community, and their
     * residents change officer.
     *
     * @param problem the units and their graph are those of the calls before, or everything is measured anew
     * @param staffed how many of the plan's beats are beats
     * @throws IllegalArgumentException when the plan has another number of units than the problem, or fewer beats
     */
    public PlanMeasures of(PlanningProblem problem, Plan plan, int staffed) {
        if (staffed < 0 || staffed > plan.beatCount()) {
            throw new IllegalArgumentException(staffed + " beats of a plan that has " + plan.beatCount());
        }
        if (!problem.units().equals(units) || problem.inertia() != inertia) {
            units = problem.units();
            inertia = problem.inertia();
            known = Map.of();
        }
        Map<Units, Measuring.OfBeat> before = known;
        Map<Units, Measuring.OfBeat> now = new HashMap<>();
        LongestWalk walk = new LongestWalk(problem, plan.beatOfUnit());
        PlanMeasures measures = new Measuring(problem, plan, staffed, numbers -> {
                    Units key = new Units(numbers);
                    Measuring.OfBeat own = before.containsKey(key)
                            ? Objects.requireNonNull(before.get(key))
                            : Measuring.ofBeat(problem, numbers, walk);
                    now.put(key, own);
                    return own;
                })
                .measure();
        known = now;
        return measures;
    }
}
