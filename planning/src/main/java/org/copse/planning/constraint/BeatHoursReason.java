package org.copse.planning.constraint;

import java.util.Locale;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/** Says why a beat's hours may be outside their bounds: a unit that alone exceeds them, or a part of the district of the wrong size. */
final class BeatHoursReason {

    private final PlanningProblem problem;
    private final Plan plan;
    private final int[] component;

    BeatHoursReason(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.component = problem.graph().components();
    }

    String over(int heaviest) {
        double alone = problem.unit(heaviest).hours();
        if (alone > problem.beatHours().upper()) {
            return String.format(
                    Locale.ROOT,
                    "unit %s alone has %.1f hours",
                    problem.unit(heaviest).id(),
                    alone);
        }
        return part(component[heaviest]);
    }

    String under(int beat) {
        int[] units = plan.unitsOfBeat(beat);
        if (units.length == 0) {
            return "the beat has no unit";
        }
        int heavy = 0;
        for (int unit = 0; unit < problem.unitCount(); unit++) {
            heavy += problem.unit(unit).hours() > problem.beatHours().upper() ? 1 : 0;
        }
        if (heavy > 0) {
            return heavy + (heavy == 1 ? " unit that alone exceeds" : " units that alone exceed")
                    + " the upper bound elsewhere leave too few hours for the other beats";
        }
        return part(component[units[0]]);
    }

    private String part(int number) {
        double hours = 0;
        int size = 0;
        boolean[] beats = new boolean[plan.beatCount()];
        int count = 0;
        for (int unit = 0; unit < problem.unitCount(); unit++) {
            if (component[unit] == number) {
                hours += problem.unit(unit).hours();
                size++;
                if (!beats[plan.beatOf(unit)]) {
                    beats[plan.beatOf(unit)] = true;
                    count++;
                }
            }
        }
        if (size < problem.unitCount() && problem.beatHours().excess(hours / Math.max(1, count)) > 0) {
            return String.format(
                    Locale.ROOT,
                    "its part of the district has %d units with work for %.1f officers",
                    size,
                    hours / problem.targetHours());
        }
        return "the units here are too large for the bounds, or no better division was found";
    }
}
