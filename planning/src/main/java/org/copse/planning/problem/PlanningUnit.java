package org.copse.planning.problem;

/**
 * The numbers of one census unit that planning needs.
 *
 * @param id the unit's key in its layer; not blank
 * @param hours workload in officer-hours per month; 0 or more
 * @param residents people who live there; 0 or more
 * @param xMetres easting of the unit's centre in the district's metric CRS
 * @param yMetres northing of the unit's centre in the district's metric CRS
 * @param areaSquareMetres area; 0 when unknown (abstract graphs)
 * @param perimeterMetres length of the whole boundary; 0 when unknown
 */
public record PlanningUnit(
        String id,
        double hours,
        double residents,
        double xMetres,
        double yMetres,
        double areaSquareMetres,
        double perimeterMetres) {

    /** Checks every number and names the unit in the message. */
    public PlanningUnit {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a unit needs an id");
        }
        requireAmount(id, "hours", hours);
        requireAmount(id, "residents", residents);
        requireAmount(id, "areaSquareMetres", areaSquareMetres);
        requireAmount(id, "perimeterMetres", perimeterMetres);
        requireFinite(id, "xMetres", xMetres);
        requireFinite(id, "yMetres", yMetres);
    }

    /** Returns this unit with another workload, in hours per month. */
    public PlanningUnit withHours(double newHours) {
        return new PlanningUnit(id, newHours, residents, xMetres, yMetres, areaSquareMetres, perimeterMetres);
    }

    private static void requireAmount(String id, String name, double value) {
        requireFinite(id, name, value);
        if (value < 0) {
            throw new IllegalArgumentException("unit " + id + ": " + name + " is " + value + ", below 0");
        }
    }

    private static void requireFinite(String id, String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("unit " + id + ": " + name + " is " + value + ", not a number");
        }
    }
}
