package org.copse.planning.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the engine must know to plan a district. Built with {@link #builder}; immutable; complete and consistent.
 */
public final class PlanningProblem {

    private final List<PlanningUnit> units;
    private final UnitGraph graph;
    private final Staffing staffing;
    private final Tolerance tolerance;
    private final Optional<Bounds> beatHours;
    private final Optional<Bounds> beatResidents;
    private final SoftWeights softWeights;
    private final Inertia inertia;
    private final int[] communities;
    private final int[] inForce;
    private final double[][] baseMinutes;
    private final double[][] mixShares;
    private final Map<Integer, Integer> locks;
    private final List<int[]> together;
    private final List<int[]> apart;
    private final Set<Integer> fixedBeats;

    PlanningProblem(PlanningProblemBuilder b) {
        this.units = b.units;
        this.graph = b.graph;
        this.staffing = b.staffing;
        this.tolerance = b.tolerance;
        this.beatHours = b.beatHours;
        this.beatResidents = b.beatResidents;
        this.softWeights = b.softWeights;
        this.inertia = b.inertia;
        this.communities = b.communities;
        this.inForce = b.inForce;
        this.baseMinutes = b.baseMinutes;
        this.mixShares = b.mixShares;
        this.locks = b.locks;
        this.together = b.together;
        this.apart = b.apart;
        this.fixedBeats = b.fixedBeats;
    }

    /** Returns a builder. Throws when there is no unit, when an id comes twice, or when the graph has another number of units. */
    public static PlanningProblemBuilder builder(List<PlanningUnit> units, UnitGraph graph) {
        return new PlanningProblemBuilder(units, graph);
    }

    /** Returns a builder that starts from this problem, for twins: the same problem with one thing changed. */
    public PlanningProblemBuilder with() {
        return new PlanningProblemBuilder(this);
    }

    /**
     * Returns a builder of the problem that some of the units make by themselves, numbered in the order given: with their graph, communities, areas in
     * force and minutes, under the same tolerance and weights. Staffing, locks, groups and fixed beats are the caller's to set.
     */
    public PlanningProblemBuilder only(int[] some) {
        return PartOfProblem.of(this, some);
    }

    /** Returns the number of units. */
    public int unitCount() {
        return units.size();
    }

    /** Returns a unit by number. */
    public PlanningUnit unit(int unit) {
        return units.get(unit);
    }

    /** Returns all units, in order. */
    public List<PlanningUnit> units() {
        return units;
    }

    /** Returns the graph of neighbours. */
    public UnitGraph graph() {
        return graph;
    }

    /** Returns officers and sectors. */
    public Staffing staffing() {
        return staffing;
    }

    /** Returns the number of beats, which is the number of officers. */
    public int beatCount() {
        return staffing.officers();
    }

    /** Returns how far hours may be from their target. */
    public Tolerance tolerance() {
        return tolerance;
    }

    /** Returns explicit bounds of each beat's hours, where they replace the tolerance. */
    public Optional<Bounds> explicitBeatHours() {
        return beatHours;
    }

    /** Returns the bounds of each beat's hours: the explicit ones, or target and tolerance. */
    public Bounds beatHours() {
        double target = targetHours();
        return beatHours.orElseGet(
                () -> new Bounds(Math.max(0, target * (1 - tolerance.beat())), target * (1 + tolerance.beat())));
    }

    /** Returns the bounds of residents per beat, where asked for. */
    public Optional<Bounds> beatResidents() {
        return beatResidents;
    }

    /** Returns the target of each beat: all hours over the number of officers. */
    public double targetHours() {
        return totalHours() / beatCount();
    }

    /** Returns the workload of all units together, in hours per month. */
    public double totalHours() {
        double sum = 0;
        for (PlanningUnit unit : units) {
            sum += unit.hours();
        }
        return sum;
    }

    /** Returns the weights of the soft terms. */
    public SoftWeights softWeights() {
        return softWeights;
    }

    /** Returns how inertia is taken. */
    public Inertia inertia() {
        return inertia;
    }

    /** Returns a unit's community, from 0; -1 when it has none. */
    public int communityOf(int unit) {
        return communities.length == 0 ? -1 : communities[unit];
    }

    /** Returns whether any communities are known. */
    public boolean hasCommunities() {
        return communities.length > 0;
    }

    /** Returns the beat in force of a unit, from 0; -1 when it has none. */
    public int inForceBeatOf(int unit) {
        return inForce.length == 0 ? -1 : inForce[unit];
    }

    /** Returns whether there are areas in force. */
    public boolean hasInForce() {
        return inForce.length > 0;
    }

    /** Returns the number of bases. */
    public int baseCount() {
        return baseMinutes.length;
    }

    /** Returns the minutes from a base to a unit. */
    public double minutesFromBase(int base, int unit) {
        return baseMinutes[base][unit];
    }

    /** Returns the number of attributes chosen for mix cohesion; 0 when it is off. */
    public int mixCount() {
        return mixShares.length == 0 ? 0 : mixShares[0].length;
    }

    /** Returns one chosen attribute of a unit, 0..1. */
    public double mixShare(int unit, int attribute) {
        return mixShares[unit][attribute];
    }

    /** Returns locked units and the beat that each must be in. */
    public Map<Integer, Integer> locks() {
        return locks;
    }

    /** Returns groups of units that must share a beat. */
    public List<int[]> together() {
        return together.stream().map(int[]::clone).toList();
    }

    /** Returns groups of units of which no two may share a beat. */
    public List<int[]> apart() {
        return apart.stream().map(int[]::clone).toList();
    }

    /** Returns beats that stay as they are in the plan that is improved, or in the areas in force where there is no such plan. */
    public Set<Integer> fixedBeats() {
        return fixedBeats;
    }

    int[] communities() {
        return communities;
    }

    int[] inForce() {
        return inForce;
    }

    double[][] baseMinutes() {
        return baseMinutes;
    }

    double[][] mixShares() {
        return mixShares;
    }

    static void requireDistinctIds(List<PlanningUnit> units) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < units.size(); i++) {
            Integer first = seen.putIfAbsent(units.get(i).id(), i);
            if (first != null) {
                throw new IllegalArgumentException("units " + first + " and " + i + " have the same id: "
                        + units.get(i).id());
            }
        }
    }
}
