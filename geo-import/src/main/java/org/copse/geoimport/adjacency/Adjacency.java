package org.copse.geoimport.adjacency;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Finds which units are neighbours on foot; see the package for the rule. */
public final class Adjacency {

    private Adjacency() {}

    /**
     * Returns the neighbours of the units.
     *
     * @param units valid polygons or multipolygons in the metric CRS of the district; a unit's number is its place in the list
     * @param barriers lines that cut or cost, in the same CRS
     * @param crossings points or lines where barriers and water can be crossed, in the same CRS
     * @param options what counts as neighbours
     * @throws IllegalArgumentException when there is no unit, or a unit is not an area
     */
    public static AdjacencyResult of(
            List<? extends Geometry> units,
            List<Barrier> barriers,
            List<? extends Geometry> crossings,
            AdjacencyOptions options) {
        return new NeighbourSearch(units, barriers, crossings, options).result();
    }
}
