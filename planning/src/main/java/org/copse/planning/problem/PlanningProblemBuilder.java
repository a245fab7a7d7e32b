package org.copse.planning.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Collects a {@link PlanningProblem} and checks each part against the units. */
public final class PlanningProblemBuilder {

    List<PlanningUnit> units;
    final UnitGraph graph;
    Staffing staffing = Staffing.sectors(1, 1);
    Tolerance tolerance = Tolerance.USUAL;
    Optional<Bounds> beatHours = Optional.empty();
    Optional<Bounds> beatResidents = Optional.empty();
    SoftWeights softWeights = SoftWeights.of(Favour.BALANCED);
    Inertia inertia = Inertia.ABOUT_MEAN;
    int[] communities = {};
    int[] inForce = {};
    double[][] baseMinutes = {};
    double[][] mixShares = {};
    Map<Integer, Integer> locks = Map.of();
    List<int[]> together = List.of();
    List<int[]> apart = List.of();
    Set<Integer> fixedBeats = Set.of();

    PlanningProblemBuilder(List<PlanningUnit> units, UnitGraph graph) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a planning problem needs at least 1 unit");
        }
        if (units.size() != graph.unitCount()) {
            throw new IllegalArgumentException(units.size() + " units but a graph of " + graph.unitCount());
        }
        PlanningProblem.requireDistinctIds(units);
        this.units = List.copyOf(units);
        this.graph = graph;
    }

    PlanningProblemBuilder(PlanningProblem of) {
        this.units = of.units();
        this.graph = of.graph();
        this.staffing = of.staffing();
        this.tolerance = of.tolerance();
        this.beatHours = of.explicitBeatHours();
        this.beatResidents = of.beatResidents();
        this.softWeights = of.softWeights();
        this.inertia = of.inertia();
        this.communities = of.communities();
        this.inForce = of.inForce();
        this.baseMinutes = of.baseMinutes();
        this.mixShares = of.mixShares();
        this.locks = of.locks();
        this.together = of.together();
        this.apart = of.apart();
        this.fixedBeats = of.fixedBeats();
    }

    /** Sets the same units with other numbers: twins with other hours. Throws when their number or order of ids differs. */
    public PlanningProblemBuilder units(List<PlanningUnit> value) {
        if (!value.stream()
                .map(PlanningUnit::id)
                .toList()
                .equals(units.stream().map(PlanningUnit::id).toList())) {
            throw new IllegalArgumentException("other units than those of the problem: ids or their order differ");
        }
        this.units = List.copyOf(value);
        return this;
    }

    /** Sets officers and sectors; one officer in one sector when not set. */
    public PlanningProblemBuilder staffing(Staffing value) {
        this.staffing = value;
        return this;
    }

    /** Sets how far hours may be from their target; {@link Tolerance#USUAL} when not set. */
    public PlanningProblemBuilder tolerance(Tolerance value) {
        this.tolerance = value;
        return this;
    }

    /** Sets explicit bounds of each beat's hours instead of a tolerance around the target. */
    public PlanningProblemBuilder beatHours(Bounds value) {
        this.beatHours = Optional.of(value);
        return this;
    }

    /** Sets bounds of residents per beat. */
    public PlanningProblemBuilder residentBounds(Bounds value) {
        this.beatResidents = Optional.of(value);
        return this;
    }

    /** Sets the weights of the soft terms; those of a balanced plan when not set. */
    public PlanningProblemBuilder softWeights(SoftWeights value) {
        this.softWeights = value;
        return this;
    }

    /** Sets how the moment of inertia is taken; about the mean when not set. */
    public PlanningProblemBuilder inertia(Inertia value) {
        this.inertia = value;
        return this;
    }

    /** Sets each unit's community, from 0; -1 for none. */
    public PlanningProblemBuilder communities(int[] perUnit) {
        this.communities = labels("communities", perUnit);
        return this;
    }

    /** Sets each unit's beat in force, from 0; -1 for none. */
    public PlanningProblemBuilder inForce(int[] beatPerUnit) {
        this.inForce = labels("beats in force", beatPerUnit);
        return this;
    }

    /** Sets minutes by base and unit: {@code minutes[base][unit]}, each 0 or more. */
    public PlanningProblemBuilder baseMinutes(double[][] minutes) {
        double[][] copy = new double[minutes.length][];
        for (int base = 0; base < minutes.length; base++) {
            requireLength("minutes of base " + base, minutes[base].length);
            copy[base] = minutes[base].clone();
            for (int unit = 0; unit < copy[base].length; unit++) {
                requireAmount("minutes from base " + base, unit, copy[base][unit]);
            }
        }
        this.baseMinutes = copy;
        return this;
    }

    /** Sets the attributes of mix cohesion: {@code shares[unit][attribute]}, each 0..1. Off when not set. */
    public PlanningProblemBuilder mixShares(double[][] shares) {
        if (shares.length > 0) {
            requireLength("mix shares", shares.length);
        }
        double[][] copy = new double[shares.length][];
        for (int unit = 0; unit < shares.length; unit++) {
            copy[unit] = shares[unit].clone();
            if (copy[unit].length != copy[0].length) {
                throw new IllegalArgumentException("unit " + units.get(unit).id() + " has " + copy[unit].length
                        + " mix shares, the first unit " + copy[0].length);
            }
            for (double share : copy[unit]) {
                requireAmount("mix share", unit, share);
            }
        }
        this.mixShares = copy;
        return this;
    }

    /** Sets locked units: unit to the beat that it must be in. */
    public PlanningProblemBuilder locks(Map<Integer, Integer> beatByUnit) {
        beatByUnit.keySet().forEach(this::requireUnit);
        this.locks = java.util.Collections.unmodifiableMap(new TreeMap<>(beatByUnit));
        return this;
    }

    /** Sets groups of units that must share a beat. */
    public PlanningProblemBuilder together(List<int[]> groups) {
        this.together = groups(groups);
        return this;
    }

    /** Sets groups of units of which no two may share a beat. */
    public PlanningProblemBuilder apart(List<int[]> groups) {
        this.apart = groups(groups);
        return this;
    }

    /** Sets beats that stay as they are: in the plan to improve, or in the areas in force for a fresh proposal. */
    public PlanningProblemBuilder fixedBeats(Set<Integer> beats) {
        this.fixedBeats = Set.copyOf(beats);
        return this;
    }

    /** Returns the problem. Throws when there are more officers than units, or a lock names a beat that does not exist. */
    public PlanningProblem build() {
        int beats = staffing.officers();
        if (beats > units.size()) {
            throw new IllegalArgumentException(
                    beats + " officers are more than the " + units.size() + " units that can be shared out");
        }
        locks.forEach((unit, beat) -> {
            if (beat < 0 || beat >= beats) {
                throw new IllegalArgumentException("unit " + units.get(unit).id() + " is locked to beat " + (beat + 1)
                        + ", but there are " + beats);
            }
        });
        for (int beat : fixedBeats) {
            if (beat < 0 || beat >= beats) {
                throw new IllegalArgumentException("beat " + (beat + 1) + " is fixed, but there are " + beats);
            }
        }
        return new PlanningProblem(this);
    }

    private int[] labels(String what, int[] perUnit) {
        requireLength(what, perUnit.length);
        for (int unit = 0; unit < perUnit.length; unit++) {
            if (perUnit[unit] < -1) {
                throw new IllegalArgumentException(
                        what + ": unit " + units.get(unit).id() + " has " + perUnit[unit] + ", not -1 or more");
            }
        }
        return perUnit.clone();
    }

    private List<int[]> groups(List<int[]> groups) {
        for (int[] group : groups) {
            for (int unit : group) {
                requireUnit(unit);
            }
        }
        return groups.stream().map(int[]::clone).toList();
    }

    private void requireUnit(int unit) {
        if (unit < 0 || unit >= units.size()) {
            throw new IllegalArgumentException(
                    "unit " + unit + " does not exist: units are 0 to " + (units.size() - 1));
        }
    }

    private void requireLength(String what, int length) {
        if (length != units.size()) {
            throw new IllegalArgumentException(what + " for " + length + " units, but there are " + units.size());
        }
    }

    private void requireAmount(String what, int unit, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "unit " + units.get(unit).id() + ": " + what + " is " + value + ", not 0 or more");
        }
    }
}
