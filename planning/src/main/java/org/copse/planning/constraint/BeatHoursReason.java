package org.copse.planning.constraint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.planning.plan.Plan;
import org.copse.planning.plan.Violation.Cause;
import org.copse.planning.problem.Bounds;
import org.copse.planning.problem.PlanningProblem;

/**
 * Says why a beat's hours are outside their bounds: a unit that alone exceeds them, a part of the district that no whole number of beats shares
 * out, units locked together, a beat that is fixed, or just no better plan found.
 */
final class BeatHoursReason {

    private final PlanningProblem problem;
    private final Plan plan;
    private final Bounds bounds;
    private final int[] component;

    BeatHoursReason(PlanningProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.bounds = problem.beatHours();
        this.component = problem.graph().components();
    }

    Reason over(int beat) {
        int[] units = plan.unitsOfBeat(beat);
        int heaviest = Arrays.stream(units)
                .boxed()
                .max((a, b) ->
                        Double.compare(problem.unit(a).hours(), problem.unit(b).hours()))
                .orElseThrow();
        double alone = problem.unit(heaviest).hours();
        if (alone > bounds.upper()) {
            return new Reason(
                    Cause.UNIT_ALONE,
                    words("unit %s alone has %.1f hours", problem.unit(heaviest).id(), alone));
        }
        if (problem.fixedBeats().contains(beat)) {
            return new Reason(Cause.FIXED, "the beat is fixed as it is");
        }
        double locked = lockedHours(beat);
        if (locked > bounds.upper()) {
            return new Reason(Cause.LOCKED_TOO_MUCH, words("the units locked to it have %.1f hours", locked));
        }
        for (int[] group : problem.together()) {
            double together = Arrays.stream(group)
                    .mapToDouble(u -> problem.unit(u).hours())
                    .sum();
            if (together > bounds.upper() && plan.beatOf(group[0]) == beat) {
                return new Reason(
                        Cause.LOCKED_TOO_MUCH,
                        words(
                                "unit %s and those that must be with it have %.1f hours",
                                problem.unit(group[0]).id(), together));
            }
        }
        return part(component[heaviest]);
    }

    Reason under(int beat) {
        int[] units = plan.unitsOfBeat(beat);
        if (problem.fixedBeats().contains(beat)) {
            return new Reason(Cause.FIXED, "the beat is fixed as it is");
        }
        Reason part = part(component[units[0]]);
        if (part.cause() != Cause.NOT_FOUND) {
            return part;
        }
        double[] heavy = problem.units().stream()
                .mapToDouble(u -> u.hours())
                .filter(hours -> hours > bounds.upper())
                .toArray();
        int others = plan.beatCount() - heavy.length;
        double left = problem.totalHours() - Arrays.stream(heavy).sum();
        if (heavy.length > 0 && others > 0 && left < others * bounds.lower()) {
            return new Reason(
                    Cause.UNITS_ALONE_ELSEWHERE,
                    heavy.length + (heavy.length == 1 ? " unit that alone exceeds" : " units that alone exceed")
                            + " the upper bound elsewhere leave too few hours for the other beats");
        }
        return part;
    }

    /** Why a beat has no unit. */
    Reason empty() {
        return plan.beatCount() > problem.unitCount()
                ? new Reason(Cause.TOO_FEW_UNITS, "there are more beats than units")
                : Reason.notFound("the beat has no unit");
    }

    private double lockedHours(int beat) {
        double sum = 0;
        for (Map.Entry<Integer, Integer> lock : problem.locks().entrySet()) {
            sum += lock.getValue() == beat ? problem.unit(lock.getKey()).hours() : 0;
        }
        return sum;
    }

    private Reason part(int number) {
        double all = problem.totalHours();
        int beats = plan.beatCount();
        double rounding = all * HardConstraints.ROUNDING;
        if (all > beats * bounds.upper() + rounding || all < beats * bounds.lower() - rounding) {
            return new Reason(
                    Cause.DISTRICT_AND_BOUNDS,
                    words(
                            "the district has %.1f hours, and %d beats may have %.1f to %.1f",
                            all, beats, beats * bounds.lower(), beats * bounds.upper()));
        }
        int[] units = IntStream.range(0, problem.unitCount())
                .filter(unit -> component[unit] == number)
                .toArray();
        double hours =
                Arrays.stream(units).mapToDouble(u -> problem.unit(u).hours()).sum();
        if (units.length < problem.unitCount() && hours < bounds.lower()) {
            return new Reason(
                    Cause.PART_TOO_SMALL,
                    words(
                            "its part of the district has %d units with work for %.1f officers",
                            units.length, hours / problem.targetHours()));
        }
        int fewest = (int) Math.ceil(hours / Math.max(bounds.upper(), Double.MIN_NORMAL) - 1e-9);
        if (units.length < problem.unitCount() && fewest * bounds.lower() > hours * (1 + HardConstraints.ROUNDING)) {
            return new Reason(
                    Cause.PART_FITS_NO_NUMBER,
                    words(
                            "its part of the district has %d units with work for %.2f officers: too much for %d and too little for %d",
                            units.length, hours / problem.targetHours(), fewest - 1, fewest));
        }
        return Reason.notFound("the units here are too large for the bounds, or no better division was found");
    }

    private static String words(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
