package org.copse.planning.measure;

import java.util.List;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.PlanningProblem;

/**
 * The numbers of a plan.
 *
 * @param beats by beat
 * @param sectors by sector
 * @param inertia moment of inertia of all beats, in hours·m², taken as the problem says
 * @param inertiaAboutMeans the same about each beat's mean
 * @param inertiaAboutUnits the same about the best unit of each beat, exact distances
 * @param cutMetres length of boundary between beats
 * @param cutEdges neighbouring pairs of units in different beats
 * @param meanPolsbyPopper mean Polsby–Popper figure of the beats
 * @param communitiesSplit communities that are in more than one beat
 * @param communitiesKept communities that are in one beat
 * @param residentsChanging residents whose beat is another than in force, beats matched so that as few as possible change
 */
public record PlanMeasures(
        List<BeatMeasures> beats,
        List<SectorMeasures> sectors,
        double inertia,
        double inertiaAboutMeans,
        double inertiaAboutUnits,
        double cutMetres,
        int cutEdges,
        double meanPolsbyPopper,
        int communitiesSplit,
        int communitiesKept,
        double residentsChanging) {

    /** Copies the lists. */
    public PlanMeasures {
        beats = List.copyOf(beats);
        sectors = List.copyOf(sectors);
    }

    /** Returns the measures of a plan. Throws when the plan has another number of units than the problem. */
    public static PlanMeasures of(PlanningProblem problem, Plan plan) {
        return new Measuring(problem, plan).measure();
    }

    /** Returns the largest deviation of a beat's hours from its target, as a share of it, without sign. */
    public double maxDeviation() {
        return beats.stream().mapToDouble(b -> Math.abs(b.deviation())).max().orElse(0);
    }

    /** Returns the longest walk inside any beat, in metres. */
    public double longestWalkMetres() {
        return beats.stream().mapToDouble(BeatMeasures::longestWalkMetres).max().orElse(0);
    }

    /** Returns how many neighbours in one beat have a barrier between them. */
    public int barriersCrossed() {
        return beats.stream().mapToInt(BeatMeasures::barriersCrossed).sum();
    }

    /** Returns the mean deviation of the beats' hours from their targets, as a share, without sign. */
    public double meanDeviation() {
        return beats.stream()
                .mapToDouble(b -> Math.abs(b.deviation()))
                .average()
                .orElse(0);
    }
}
