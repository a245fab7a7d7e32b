package org.copse.planning.measure;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/** Who gets another officer: beats are matched to those in force so that as few residents as possible do. */
final class OfficerChanges {

    /** A unit without residents counts a little too. */
    private static final double EMPTY_UNIT = 1e-3;

    private OfficerChanges() {}

    /**
     * Returns by beat the residents whose matched beat differs from the one in force; residents without a beat in force do not count.
     *
     * @param staffed how many of the plan's beats are beats: the residents of those after them have no officer any more
     */
    static double[] residentsChanging(PlanningProblem problem, Plan plan, int staffed) {
        List<TreeMap<Integer, Double>> kept =
                Stream.generate(TreeMap<Integer, Double>::new).limit(staffed).toList();
        int inForce = 0;
        for (int u = 0; u < problem.unitCount(); u++) {
            int before = problem.inForceBeatOf(u);
            inForce = Math.max(inForce, before + 1);
            if (before >= 0 && plan.beatOf(u) < staffed) {
                kept.get(plan.beatOf(u)).merge(before, problem.unit(u).residents() + EMPTY_UNIT, Double::sum);
            }
        }
        int[] matched = SparseMatching.of(kept, inForce);
        double[] changing = new double[plan.beatCount()];
        for (int u = 0; u < problem.unitCount(); u++) {
            int beat = plan.beatOf(u);
            int before = problem.inForceBeatOf(u);
            if (before >= 0 && (beat >= staffed || matched[beat] != before)) {
                changing[beat] += problem.unit(u).residents();
            }
        }
        return changing;
    }
}
