package org.copse.planning.problem;

/**
 * How the moment of inertia of a beat is taken: hours times the squared distance of each unit to a centre.
 */
public enum Inertia {
    /** About the beat's mean position weighted by hours: smooth, and what plans are judged by. Exact distances. */
    ABOUT_MEAN(DistanceRounding.EXACT),
    /** About the best of the beat's own units (Hess 1965): what proven bounds exist for. Exact distances. */
    ABOUT_UNIT(DistanceRounding.EXACT),
    /** About the best unit, distances rounded to whole kilometres first, as published instances do. */
    ABOUT_UNIT_IN_WHOLE_KILOMETRES(DistanceRounding.WHOLE_KILOMETRES),
    /** About the best unit, distances truncated to whole metres first, as published grid instances do. */
    ABOUT_UNIT_TRUNCATED(DistanceRounding.TRUNCATED);

    private final DistanceRounding rounding;

    Inertia(DistanceRounding rounding) {
        this.rounding = rounding;
    }

    /** Returns inertia about the best unit, with this rounding of distances. */
    public static Inertia aboutUnit(DistanceRounding rounding) {
        return switch (rounding) {
            case EXACT -> ABOUT_UNIT;
            case WHOLE_KILOMETRES -> ABOUT_UNIT_IN_WHOLE_KILOMETRES;
            case TRUNCATED -> ABOUT_UNIT_TRUNCATED;
        };
    }

    /** Returns whether centres are units rather than means. */
    public boolean aboutUnit() {
        return this != ABOUT_MEAN;
    }

    /** Returns what is done to distances before they are squared. */
    public DistanceRounding rounding() {
        return rounding;
    }

    /** Returns a squared distance in square metres, rounded as this way of taking inertia asks. */
    public double squared(double dxMetres, double dyMetres) {
        double square = dxMetres * dxMetres + dyMetres * dyMetres;
        if (rounding == DistanceRounding.EXACT) {
            return square;
        }
        double metres = rounding.apply(Math.sqrt(square));
        return metres * metres;
    }
}
