package org.copse.planning.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.copse.planning.plan.Plan;
import org.copse.planning.problem.Edge;
import org.copse.planning.problem.Inertia;
import org.copse.planning.problem.PlanningProblem;
import org.copse.planning.problem.PlanningUnit;

/** Adds up a plan's measures: once over the units, once over the edges. */
final class Measuring {

    private final PlanningProblem problem;
    private final Plan plan;
    private final int[][] unitsOfBeat;
    private final double[] hours;
    private final double[] residents;
    private final double[] area;
    private final double[] perimeter;
    private final double[] barrierMinutes;
    private final int[] barriersCrossed;
    private final int[] communitiesKept;
    private final int[] communitiesSplit;
    private final int staffed;
    private final Function<int[], OfBeat> ofBeat;
    private double[] residentsChanging;
    private double cutMetres;
    private int cutEdges;

    /**
     * What takes longest of a beat, and depends on nothing but its units.
     *
     * @param asked inertia as the problem says
     * @param mean inertia about the mean
     * @param unit inertia about the best unit
     */
    record OfBeat(double asked, double mean, double unit, double longestWalkMetres) {}

    Measuring(PlanningProblem problem, Plan plan) {
        this(problem, plan, plan.beatCount(), alone(problem, plan));
    }

    /**
     * @param staffed how many of the plan's beats are beats: those after them hold units that have none
     * @param ofBeat from the units of a beat, in order
     */
    Measuring(PlanningProblem problem, Plan plan, int staffed, Function<int[], OfBeat> ofBeat) {
        if (plan.unitCount() != problem.unitCount()) {
            throw new IllegalArgumentException(
                    "a plan of " + plan.unitCount() + " units for a problem of " + problem.unitCount());
        }
        this.problem = problem;
        this.plan = plan;
        this.staffed = staffed;
        this.ofBeat = ofBeat;
        int beats = plan.beatCount();
        this.unitsOfBeat = unitsOfBeat(plan);
        this.hours = new double[beats];
        this.residents = new double[beats];
        this.area = new double[beats];
        this.perimeter = new double[beats];
        this.barrierMinutes = new double[beats];
        this.barriersCrossed = new int[beats];
        this.communitiesKept = new int[beats];
        this.communitiesSplit = new int[beats];
        this.residentsChanging = new double[beats];
    }

    PlanMeasures measure() {
        addUnits();
        addEdges();
        int[] communities = communities();
        if (problem.hasInForce()) {
            residentsChanging = OfficerChanges.residentsChanging(problem, plan, staffed);
        }
        double target = problem.targetHours();
        List<BeatMeasures> beats = new ArrayList<>();
        double means = 0;
        double centres = 0;
        double asAsked = 0;
        for (int beat = 0; beat < staffed; beat++) {
            OfBeat own = ofBeat.apply(unitsOfBeat[beat]);
            means += own.mean;
            centres += own.unit;
            asAsked += own.asked;
            beats.add(beat(beat, target, own));
        }
        double shape =
                beats.stream().mapToDouble(BeatMeasures::polsbyPopper).average().orElse(0);
        return new PlanMeasures(
                beats,
                sectors(),
                asAsked,
                means,
                centres,
                cutMetres,
                cutEdges,
                shape,
                communities[0],
                communities[1],
                Arrays.stream(residentsChanging).sum());
    }

    private static Function<int[], OfBeat> alone(PlanningProblem problem, Plan plan) {
        LongestWalk walk = new LongestWalk(problem, plan.beatOfUnit());
        return units -> ofBeat(problem, units, walk);
    }

    static OfBeat ofBeat(PlanningProblem problem, int[] units, LongestWalk walk) {
        double mean = InertiaOfUnits.of(problem, units, Inertia.ABOUT_MEAN);
        double unit = InertiaOfUnits.of(problem, units, Inertia.ABOUT_UNIT);
        double asked =
                switch (problem.inertia()) {
                    case ABOUT_MEAN -> mean;
                    case ABOUT_UNIT -> unit;
                    default -> InertiaOfUnits.of(problem, units, problem.inertia());
                };
        return new OfBeat(asked, mean, unit, walk.of(units));
    }

    private void addUnits() {
        for (int u = 0; u < problem.unitCount(); u++) {
            PlanningUnit unit = problem.unit(u);
            int beat = plan.beatOf(u);
            hours[beat] += unit.hours();
            residents[beat] += unit.residents();
            area[beat] += unit.areaSquareMetres();
            perimeter[beat] += unit.perimeterMetres();
        }
    }

    private void addEdges() {
        for (int e = 0; e < problem.graph().edgeCount(); e++) {
            Edge edge = problem.graph().edge(e);
            int beat = plan.beatOf(edge.a());
            if (beat != plan.beatOf(edge.b())) {
                cutEdges++;
                cutMetres += edge.sharedMetres();
            } else {
                barrierMinutes[beat] += edge.barrierMinutes();
                barriersCrossed[beat] += edge.barrierMinutes() > 0 ? 1 : 0;
                if (edge.gapMetres() == 0) {
                    perimeter[beat] -= 2 * edge.sharedMetres();
                }
            }
        }
    }

    private BeatMeasures beat(int beat, double target, OfBeat own) {
        double outline = Math.max(0, perimeter[beat]);
        double shape = outline > 0 ? 4 * Math.PI * area[beat] / (outline * outline) : 0;
        return new BeatMeasures(
                beat,
                plan.sectorOfBeat(beat),
                unitsOfBeat[beat].length,
                hours[beat],
                target,
                residents[beat],
                area[beat],
                outline,
                Math.min(1, shape),
                own.asked,
                barrierMinutes[beat],
                barriersCrossed[beat],
                own.longestWalkMetres,
                communitiesKept[beat],
                communitiesSplit[beat],
                residentsChanging[beat]);
    }

    private List<SectorMeasures> sectors() {
        int count = staffed == plan.beatCount() ? plan.sectorCount() : 0;
        for (int beat = 0; beat < staffed; beat++) {
            count = Math.max(count, plan.sectorOfBeat(beat) + 1);
        }
        int[] officers = new int[count];
        double[][] sums = new double[3][count];
        double targetOfBeat = problem.targetHours();
        for (int beat = 0; beat < staffed; beat++) {
            int sector = plan.sectorOfBeat(beat);
            officers[sector]++;
            sums[0][sector] += hours[beat];
            sums[1][sector] += residents[beat];
            sums[2][sector] += area[beat];
        }
        List<SectorMeasures> sectors = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            double target = officers[s] * targetOfBeat;
            sectors.add(new SectorMeasures(s, officers[s], sums[0][s], target, sums[1][s], sums[2][s]));
        }
        return sectors;
    }

    /** Returns how many communities are split and how many are kept whole, and counts them by beat. */
    private int[] communities() {
        Map<Integer, Set<Integer>> beatsOfCommunity = new HashMap<>();
        for (int u = 0; u < problem.unitCount(); u++) {
            int community = problem.communityOf(u);
            if (community >= 0 && plan.beatOf(u) < staffed) {
                beatsOfCommunity
                        .computeIfAbsent(community, c -> new HashSet<>())
                        .add(plan.beatOf(u));
            }
        }
        int split = 0;
        for (Set<Integer> beats : beatsOfCommunity.values()) {
            split += beats.size() > 1 ? 1 : 0;
            int[] count = beats.size() > 1 ? communitiesSplit : communitiesKept;
            beats.forEach(beat -> count[beat]++);
        }
        return new int[] {split, beatsOfCommunity.size() - split};
    }

    private static int[][] unitsOfBeat(Plan plan) {
        int[] sizes = new int[plan.beatCount()];
        for (int u = 0; u < plan.unitCount(); u++) {
            sizes[plan.beatOf(u)]++;
        }
        int[][] units = new int[sizes.length][];
        for (int beat = 0; beat < sizes.length; beat++) {
            units[beat] = new int[sizes[beat]];
        }
        for (int u = plan.unitCount() - 1; u >= 0; u--) {
            units[plan.beatOf(u)][--sizes[plan.beatOf(u)]] = u;
        }
        return units;
    }
}
