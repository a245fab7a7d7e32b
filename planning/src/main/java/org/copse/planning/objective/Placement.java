package org.copse.planning.objective;

import java.util.Arrays;
import java.util.Map;
import org.copse.planning.problem.PlanningProblem;

/**
 * Locked units that are not in the beat they are locked to, counted.
 *
 * <p>Unit: units. Range: 0 to the number of locks. Source: the planner's locks.
 */
final class Placement implements Term {

    private final int[] locked;

    Placement(PlanningProblem problem, SearchGraph graph) {
        this.locked = new int[graph.units];
        Arrays.fill(locked, -1);
        for (Map.Entry<Integer, Integer> lock : problem.locks().entrySet()) {
            locked[graph.place[lock.getKey()]] = lock.getValue();
        }
    }

    @Override
    public double score(Assignment at) {
        double amiss = 0;
        for (int u = 0; u < locked.length; u++) {
            amiss += locked[u] >= 0 && at.beat[u] != locked[u] ? 1 : 0;
        }
        return amiss;
    }

    @Override
    public double change(Assignment at, int unit, int to) {
        int wanted = locked[unit];
        if (wanted < 0) {
            return 0;
        }
        return (to == wanted ? 0 : 1) - (at.beat[unit] == wanted ? 0 : 1);
    }
}
