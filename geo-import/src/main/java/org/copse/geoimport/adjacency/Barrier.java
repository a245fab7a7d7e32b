package org.copse.geoimport.adjacency;

import org.locationtech.jts.geom.Geometry;

/**
 * A line that walking does not cross except at crossings: a river, a railway, a motorway.
 *
 * <p>A class and not a record, because geometry has no useful equality.
 */
public final class Barrier {

    private final Geometry geometry;
    private final boolean cuts;
    private final double minutes;

    private Barrier(Geometry geometry, boolean cuts, double minutes) {
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("a barrier needs a line; this one is empty");
        }
        this.geometry = geometry;
        this.cuts = cuts;
        this.minutes = minutes;
    }

    /**
     * Returns a barrier that no one walks across: units on its two sides are no neighbours unless a crossing reopens them.
     *
     * @param geometry line or area in the metric CRS of the district; of an area the outline counts
     */
    public static Barrier cutting(Geometry geometry) {
        return new Barrier(geometry, true, 0);
    }

    /**
     * Returns a barrier that can be crossed at a cost.
     *
     * @param geometry line or area in the metric CRS of the district; of an area the outline counts
     * @param minutes the walking detour, more than 0
     */
    public static Barrier costing(Geometry geometry, double minutes) {
        if (!(minutes > 0) || Double.isInfinite(minutes)) {
            throw new IllegalArgumentException("a barrier that costs needs more than 0 minutes, not " + minutes);
        }
        return new Barrier(geometry, false, minutes);
    }

    /** Returns the barrier's line or area, in the metric CRS of the district. */
    public Geometry geometry() {
        return geometry;
    }

    /** Returns whether the barrier cuts; if not, it costs {@link #minutes()}. */
    public boolean cuts() {
        return cuts;
    }

    /** Returns the walking detour in minutes; 0 for a barrier that cuts. */
    public double minutes() {
        return minutes;
    }
}
