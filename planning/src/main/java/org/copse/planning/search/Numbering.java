package org.copse.planning.search;

import java.util.Arrays;
import java.util.Map;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/**
 * Gives the beats of a start the numbers that locks and areas in force ask for: a beat that carries on the third beat in force is the third
 * beat, so that continuity and locks are questions of one unit.
 */
final class Numbering {

    private static final double LOCKED = 1e9;

    private final Layout layout;
    private final boolean wanted;
    private final int[] beatOfInForce;

    Numbering(Layout layout) {
        this.layout = layout;
        PlanningProblem problem = layout.problem;
        this.wanted = !problem.locks().isEmpty() || problem.hasInForce();
        int highest = -1;
        for (int u = 0; u < problem.unitCount(); u++) {
            highest = Math.max(highest, problem.inForceBeatOf(u));
        }
        this.beatOfInForce = new int[highest + 1];
        for (int beat = 0; beat <= highest; beat++) {
            beatOfInForce[beat] = beat < problem.beatCount() ? beat : -1;
        }
    }

    int[] beatOfInForce() {
        return beatOfInForce;
    }

    Labels apply(Labels labels) {
        if (!wanted) {
            return labels;
        }
        PlanningProblem problem = layout.problem;
        int beats = problem.beatCount();
        Plan plan = labels.plan(layout.graph);
        int[] asked = plan.beatOfUnit();
        double[] weight = new double[problem.unitCount()];
        for (int u = 0; u < asked.length; u++) {
            int inForce = problem.inForceBeatOf(u);
            if (inForce >= 0 && inForce < beats) {
                asked[u] = inForce;
                weight[u] = problem.unit(u).residents() + 1e-3;
            }
        }
        for (Map.Entry<Integer, Integer> lock : problem.locks().entrySet()) {
            asked[lock.getKey()] = lock.getValue();
            weight[lock.getKey()] = LOCKED;
        }
        int[] oneSectorEach = new int[beats];
        Arrays.setAll(oneSectorEach, beat -> 0);
        Plan numbered = plan.relabelledLike(Plan.of(asked, oneSectorEach), weight);
        return Labels.of(numbered, layout.graph);
    }
}
