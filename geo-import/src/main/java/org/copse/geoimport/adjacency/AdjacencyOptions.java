package org.copse.geoimport.adjacency;

import java.util.OptionalDouble;

/**
 * What counts as neighbours.
 *
 * @param tolerance the widest gap, in metres, across which units that face each other are neighbours; empty lets the layer decide
 * @param maxTolerance the largest tolerance that the layer may decide on, in metres
 * @param crossingReach how near, in metres, a crossing must come to the boundary that it reopens or to the unit that it reaches
 * @param barrierReach how far, in metres, from a boundary a barrier may run and still be the barrier between the two units
 * @param islandRule what happens to units that nothing joins
 * @param islandReach how far, in metres, {@link IslandRule#NEAREST} reaches
 */
public record AdjacencyOptions(
        OptionalDouble tolerance,
        double maxTolerance,
        double crossingReach,
        double barrierReach,
        IslandRule islandRule,
        double islandReach) {

    private static final double DEFAULT_MAX_TOLERANCE = 60;
    private static final double DEFAULT_CROSSING_REACH = 30;
    private static final double DEFAULT_BARRIER_REACH = 30;
    private static final double DEFAULT_ISLAND_REACH = 500;

    /** Checks that every distance is finite and not negative. */
    public AdjacencyOptions {
        tolerance.ifPresent(metres -> requireMetres("tolerance", metres));
        requireMetres("maxTolerance", maxTolerance);
        requireMetres("crossingReach", crossingReach);
        requireMetres("barrierReach", barrierReach);
        requireMetres("islandReach", islandReach);
    }

    /** Returns the defaults: a tolerance that the layer decides, at most 60 m; islands linked to the nearest unit within 500 m. */
    public static AdjacencyOptions defaults() {
        return new AdjacencyOptions(
                OptionalDouble.empty(),
                DEFAULT_MAX_TOLERANCE,
                DEFAULT_CROSSING_REACH,
                DEFAULT_BARRIER_REACH,
                IslandRule.NEAREST,
                DEFAULT_ISLAND_REACH);
    }

    /** Returns these options with a tolerance in metres that the layer does not decide. */
    public AdjacencyOptions withTolerance(double metres) {
        return new AdjacencyOptions(
                OptionalDouble.of(metres), maxTolerance, crossingReach, barrierReach, islandRule, islandReach);
    }

    /** Returns these options with another rule for islands. */
    public AdjacencyOptions withIslandRule(IslandRule rule) {
        return new AdjacencyOptions(tolerance, maxTolerance, crossingReach, barrierReach, rule, islandReach);
    }

    private static void requireMetres(String name, double metres) {
        if (!(metres >= 0) || Double.isInfinite(metres)) {
            throw new IllegalArgumentException(name + " is " + metres + " m, not 0 or more");
        }
    }
}
