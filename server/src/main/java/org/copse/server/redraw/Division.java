package org.copse.server.redraw;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.copse.planning.Budget;
import org.copse.planning.CancelSignal;
import org.copse.planning.Planner;
import org.copse.planning.constraint.Pieces;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Favour;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.Staffing;

/** Divides land among beats by the engine, within the moment that a planner waits for an answer. */
final class Division {
    private static final Duration MOMENT = Duration.ofMillis(400);
    private static final long SEED = 1;

    private final Drawing at;

    Division(Drawing at) {
        this.at = at;
    }

    /**
     * Returns for each of a beat's units the part that it goes to, from 0; the first part has the locked units, or else the most residents.
     *
     * @throws org.copse.server.system.ProblemException when the beat has fewer units than parts, or locks stand in the way
     */
    int[] split(DrawnBeat beat, int[] units, int parts) {
        if (units.length < parts) {
            throw cannot(beat, parts, "it has " + units.length + " units");
        }
        Map<Integer, Integer> locks = new HashMap<>();
        for (int i = 0; i < units.length; i++) {
            if (at.plan().isHeld(units[i])) {
                locks.put(i, 0);
            }
        }
        if (units.length - locks.size() < parts - 1) {
            throw cannot(beat, parts, locks.size() + " of its units are locked");
        }
        PlanningProblem problem = at.ground()
                .problem()
                .only(units)
                .staffing(Staffing.sectors(parts, 1))
                .locks(locks)
                .build();
        int[] part = propose(problem).beatOfUnit();
        if (locks.keySet().stream().anyMatch(unit -> part[unit] != 0)) {
            throw cannot(beat, parts, "its locked units lie apart");
        }
        return locks.isEmpty() ? mostResidentsFirst(problem, part, parts) : part;
    }

    private static RuntimeException cannot(DrawnBeat beat, int parts, String why) {
        return Refusal.of(
                "cannot-split",
                Map.of("beat", beat.number(), "parts", parts),
                "Beat " + beat.number() + " cannot be split into " + parts + ": " + why + ".");
    }

    private static int[] mostResidentsFirst(PlanningProblem problem, int[] part, int parts) {
        double[] residents = new double[parts];
        for (int unit = 0; unit < part.length; unit++) {
            residents[part[unit]] += problem.unit(unit).residents();
        }
        List<Integer> order = IntStream.range(0, parts)
                .boxed()
                .sorted(Comparator.comparingDouble(one -> -residents[one]))
                .toList();
        return Arrays.stream(part).map(order::indexOf).toArray();
    }

    static Plan propose(PlanningProblem problem) {
        return new Planner()
                .propose(
                        problem,
                        Set.of(Favour.BALANCED),
                        Budget.time(MOMENT, SEED).withThreads(1),
                        progress -> {},
                        new CancelSignal())
                .first()
                .plan();
    }

    /** Returns whether each beat of a plan is in one piece. */
    static boolean isWhole(PlanningProblem problem, Plan plan) {
        return Arrays.stream(Pieces.count(problem.graph(), plan::beatOf, plan.beatCount()))
                .allMatch(pieces -> pieces == 1);
    }
}
