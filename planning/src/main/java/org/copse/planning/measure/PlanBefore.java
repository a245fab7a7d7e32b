package org.copse.planning.measure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;

/**
 * The areas in force as a plan of the problem's units, measured as its plans are: the same hours, shared out over as many beats as there are
 * areas.
 *
 * @param plan one beat for each area, numbered in the order of the areas' first units
 * @param unitsAdded units in no area, which count to the area that is nearest from neighbour to neighbour
 */
public record PlanBefore(Plan plan, PlanMeasures measures, int unitsAdded) {

    /** Returns the plan in force; empty without areas, and where a part of the district has none. */
    public static Optional<PlanBefore> of(PlanningProblem problem) {
        if (!problem.hasInForce()) {
            return Optional.empty();
        }
        int[] area = new int[problem.unitCount()];
        Arrays.setAll(area, problem::inForceBeatOf);
        int outside = (int) Arrays.stream(area).filter(number -> number < 0).count();
        spread(problem, area);
        Map<Integer, Integer> beatOfArea = new HashMap<>();
        int[] beatOfUnit = new int[area.length];
        for (int unit = 0; unit < area.length; unit++) {
            if (area[unit] < 0) {
                return Optional.empty();
            }
            beatOfUnit[unit] = beatOfArea.computeIfAbsent(area[unit], unseen -> beatOfArea.size());
        }
        Plan plan = Plan.ofBeats(beatOfUnit);
        PlanningProblem asItIs = problem.with()
                .staffing(Staffing.sectors(plan.beatCount(), 1))
                .locks(Map.of())
                .fixedBeats(Set.of())
                .build();
        return Optional.of(new PlanBefore(plan, PlanMeasures.of(asItIs, plan), outside));
    }

    private static void spread(PlanningProblem problem, int[] area) {
        Deque<Integer> queue = new ArrayDeque<>();
        for (int unit = 0; unit < area.length; unit++) {
            if (area[unit] >= 0) {
                queue.add(unit);
            }
        }
        while (!queue.isEmpty()) {
            int unit = queue.remove();
            for (int i = 0; i < problem.graph().degree(unit); i++) {
                int neighbour = problem.graph().neighbour(unit, i);
                if (area[neighbour] < 0) {
                    area[neighbour] = area[unit];
                    queue.add(neighbour);
                }
            }
        }
    }
}
