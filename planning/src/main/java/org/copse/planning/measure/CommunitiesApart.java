package org.copse.planning.measure;

import java.util.HashMap;
import java.util.Map;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/**
 * Neighbourhoods that a plan divides.
 *
 * @param split neighbourhoods in more than one beat
 * @param residentsApart their residents outside the beat in which most of them are
 */
record CommunitiesApart(int split, double residentsApart) {

    static CommunitiesApart of(PlanningProblem problem, Plan plan) {
        Map<Integer, Map<Integer, Double>> residents = new HashMap<>();
        for (int unit = 0; unit < problem.unitCount(); unit++) {
            if (problem.communityOf(unit) >= 0) {
                residents
                        .computeIfAbsent(problem.communityOf(unit), c -> new HashMap<>())
                        .merge(plan.beatOf(unit), problem.unit(unit).residents(), Double::sum);
            }
        }
        int split = 0;
        double apart = 0;
        for (Map<Integer, Double> beats : residents.values()) {
            split += beats.size() > 1 ? 1 : 0;
            double all = beats.values().stream().mapToDouble(r -> r).sum();
            apart += all - beats.values().stream().mapToDouble(r -> r).max().orElse(0);
        }
        return new CommunitiesApart(split, apart);
    }
}
