package org.copse.planning.problem;

/**
 * How the moment of inertia of a beat is taken: hours times the squared distance of each unit to a centre.
 */
public enum Inertia {
    /** About the beat's mean position weighted by hours: smooth, and what plans are judged by. */
    ABOUT_MEAN(0),
    /** About the best of the beat's own units (Hess 1965): what proven bounds exist for. Exact distances. */
    ABOUT_UNIT(0),
    /** About the best unit, distances rounded to whole kilometres first, as published instances do. */
    ABOUT_UNIT_IN_WHOLE_KILOMETRES(1000),
    /** About the best unit, distances cut down to whole metres first, as published grid instances do. */
    ABOUT_UNIT_IN_WHOLE_METRES(1);

    private final int roundingMetres;

    Inertia(int roundingMetres) {
        this.roundingMetres = roundingMetres;
    }

    /** Returns whether centres are units rather than means. */
    public boolean aboutUnit() {
        return this != ABOUT_MEAN;
    }

    /** Returns a squared distance in square metres, rounded as this way of taking inertia asks. */
    public double squared(double dxMetres, double dyMetres) {
        double square = dxMetres * dxMetres + dyMetres * dyMetres;
        if (roundingMetres == 0) {
            return square;
        }
        double metres = roundingMetres == 1
                ? Math.floor(Math.sqrt(square) + 1e-9)
                : Math.rint(Math.sqrt(square) / roundingMetres) * roundingMetres;
        return metres * metres;
    }
}
