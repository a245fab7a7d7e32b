package org.copse.planning.measure;

import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/** Who gets another officer: beats are matched to those in force so that as few residents as possible do. */
final class OfficerChanges {

    private OfficerChanges() {}

    /**
     * Returns by beat the residents whose matched beat differs from the one in force; residents without a beat in force do not count.
     *
     * @param staffed how many of the plan's beats are beats: the residents of those after them have no officer any more
     */
    static double[] residentsChanging(PlanningProblem problem, Plan plan, int staffed) {
        int count = problem.unitCount();
        int none = 0;
        for (int u = 0; u < count; u++) {
            none = Math.max(none, problem.inForceBeatOf(u) + 1);
        }
        none = Math.max(none, plan.beatCount());
        int[] inForce = new int[count];
        double[] residents = new double[count];
        double[] kept = new double[count];
        for (int u = 0; u < count; u++) {
            int beat = problem.inForceBeatOf(u);
            inForce[u] = beat < 0 ? none : beat;
            residents[u] = beat < 0 ? 0 : problem.unit(u).residents();
            kept[u] = plan.beatOf(u) < staffed ? residents[u] : 0;
        }
        Plan before = Plan.of(inForce, new int[none + 1]);
        Plan widened = Plan.of(plan.beatOfUnit(), new int[none + 1]);
        Plan matched = widened.relabelledLike(before, kept);
        double[] changing = new double[plan.beatCount()];
        for (int u = 0; u < count; u++) {
            if (plan.beatOf(u) >= staffed || matched.beatOf(u) != inForce[u]) {
                changing[plan.beatOf(u)] += residents[u];
            }
        }
        return changing;
    }
}
