package org.copse.planning.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
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
        this.beatOfInForce = carriedOn(problem, highest + 1);
    }

    /**
     * Returns the beat that carries on each beat in force, -1 for none. Where there are more beats in force than officers, those go on that
     * are fixed and those with most residents, under their own numbers as far as there are such numbers.
     */
    private static int[] carriedOn(PlanningProblem problem, int inForce) {
        int[] carriedOn = new int[inForce];
        Arrays.fill(carriedOn, -1);
        double[] residents = new double[inForce];
        for (int u = 0; u < problem.unitCount(); u++) {
            if (problem.inForceBeatOf(u) >= 0) {
                residents[problem.inForceBeatOf(u)] += weight(problem, u);
            }
        }
        int beats = problem.beatCount();
        int[] kept = IntStream.range(0, inForce)
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer beat) -> !problem.fixedBeats().contains(beat))
                        .thenComparing(beat -> -residents[beat])
                        .thenComparing(beat -> beat))
                .limit(beats)
                .mapToInt(beat -> beat)
                .sorted()
                .toArray();
        boolean[] given = new boolean[beats];
        for (int beat : kept) {
            if (beat < beats) {
                carriedOn[beat] = beat;
                given[beat] = true;
            }
        }
        int free = 0;
        for (int beat : kept) {
            if (beat >= beats) {
                while (given[free]) {
                    free++;
                }
                carriedOn[beat] = free++;
            }
        }
        return carriedOn;
    }

    /** A unit without residents counts a little too. */
    private static double weight(PlanningProblem problem, int unit) {
        return problem.unit(unit).residents() + 1e-3;
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
            if (inForce >= 0 && beatOfInForce[inForce] >= 0) {
                asked[u] = beatOfInForce[inForce];
                weight[u] = weight(problem, u);
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
