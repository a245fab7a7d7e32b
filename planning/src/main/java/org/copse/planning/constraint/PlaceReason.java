package org.copse.planning.constraint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copse.planning.plan.Violation.Cause;
import org.copse.planning.problem.PlanningProblem;

/** Says why a lock is not kept, or units are not together or apart: wishes that contradict each other, or that the graph does not allow. */
final class PlaceReason {

    private final PlanningProblem problem;

    PlaceReason(PlanningProblem problem) {
        this.problem = problem;
    }

    Reason lock(int unit, int beat) {
        if (problem.fixedBeats().contains(beat)) {
            return new Reason(Cause.FIXED, "the unit is locked to beat " + (beat + 1) + ", which is fixed as it is");
        }
        for (int[] group : problem.apart()) {
            for (int other : group) {
                if (other != unit && contains(group, unit) && lockOf(other) == beat) {
                    return new Reason(
                            Cause.CONTRADICTION,
                            "it must not be with " + name(other) + ", which is locked to the same beat");
                }
            }
        }
        int[] alike = problem.locks().entrySet().stream()
                .filter(lock -> lock.getValue() == beat)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Reason tooMuch = tooMuch(alike, "the units locked to beat " + (beat + 1) + " have");
        if (tooMuch.cause() != Cause.NOT_FOUND) {
            return tooMuch;
        }
        for (int other : alike) {
            if (!reach(unit, beat).contains(other)) {
                return new Reason(
                        Cause.OUT_OF_REACH,
                        "it cannot be reached from " + name(other)
                                + ", locked to the same beat, past units locked to others");
            }
        }
        return Reason.notFound(
                "the unit is locked to beat " + (beat + 1) + " but not connected with it inside the bounds");
    }

    Reason together(int unit, int with) {
        if (lockOf(unit) >= 0 && lockOf(with) >= 0 && lockOf(unit) != lockOf(with)) {
            return new Reason(
                    Cause.CONTRADICTION,
                    "it must be in one beat with " + name(with) + ", but both are locked to others");
        }
        for (int[] group : problem.apart()) {
            if (contains(group, unit) && contains(group, with)) {
                return new Reason(Cause.CONTRADICTION, "it must be in one beat with " + name(with) + ", and must not");
            }
        }
        for (int[] group : problem.together()) {
            Reason tooMuch = tooMuch(group, "it and those that must be in one beat with it have");
            if (contains(group, unit) && contains(group, with) && tooMuch.cause() != Cause.NOT_FOUND) {
                return tooMuch;
            }
        }
        int beat = Math.max(lockOf(unit), lockOf(with));
        if (!reach(unit, beat).contains(with)) {
            return new Reason(
                    Cause.OUT_OF_REACH,
                    "it must be in one beat with " + name(with)
                            + ", which cannot be reached past units locked to others");
        }
        return Reason.notFound("it must be in one beat with " + name(with));
    }

    Reason apart(int unit, int from, int[] group) {
        if (group.length > problem.beatCount()) {
            return new Reason(
                    Cause.TOO_MANY_APART,
                    group.length + " units must be apart, but there are " + problem.beatCount() + " beats");
        }
        if (lockOf(unit) >= 0 && lockOf(unit) == lockOf(from)) {
            return new Reason(
                    Cause.CONTRADICTION,
                    "it must not be in one beat with " + name(from) + ", but both are locked to beat "
                            + (lockOf(unit) + 1));
        }
        for (int[] together : problem.together()) {
            if (contains(together, unit) && contains(together, from)) {
                return new Reason(Cause.CONTRADICTION, "it must not be in one beat with " + name(from) + ", and must");
            }
        }
        return Reason.notFound("it must not be in one beat with " + name(from));
    }

    private Reason tooMuch(int[] units, String words) {
        double hours =
                Arrays.stream(units).mapToDouble(u -> problem.unit(u).hours()).sum();
        return hours > problem.beatHours().upper()
                ? new Reason(Cause.LOCKED_TOO_MUCH, words + String.format(Locale.ROOT, " %.1f hours", hours))
                : Reason.notFound(words);
    }

    /** Returns the units that one can reach past units that are locked to another beat than this; past none of them for beat -1. */
    private Set<Integer> reach(int unit, int beat) {
        Set<Integer> reached = new HashSet<>(Set.of(unit));
        int[] queue = new int[problem.unitCount()];
        queue[0] = unit;
        for (int head = 0, end = 1; head < end; head++) {
            for (int i = 0; i < problem.graph().degree(queue[head]); i++) {
                int other = problem.graph().neighbour(queue[head], i);
                boolean free = beat < 0 || lockOf(other) < 0 || lockOf(other) == beat;
                if (free && reached.add(other)) {
                    queue[end++] = other;
                }
            }
        }
        return reached;
    }

    private int lockOf(int unit) {
        return problem.locks().getOrDefault(unit, -1);
    }

    private static boolean contains(int[] group, int unit) {
        return Arrays.stream(group).anyMatch(u -> u == unit);
    }

    private String name(int unit) {
        return "unit " + problem.unit(unit).id();
    }
}
