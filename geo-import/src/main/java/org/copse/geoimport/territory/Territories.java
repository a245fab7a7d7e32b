package org.copse.geoimport.territory;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Divides a district into the territories of its units; see the package for what a territory is. */
public final class Territories {

    private Territories() {}

    /**
     * Returns each unit's territory, in the order of the units. Together they are the district: the given outline and the units, or else the
     * units closed over streets and gaps up to {@code closingMetres} wide, holes filled. Land that two units claim is the first one's, so a
     * unit that repeats an earlier one has an empty territory.
     *
     * @param units valid polygons or multipolygons in the metric CRS of the district
     * @param outline the district's outline in the same CRS, when it is known
     * @param closingMetres the widest gap, in metres, that belongs to the district when no outline is known
     * @throws IllegalArgumentException when there is no unit, or a unit is not an area
     */
    public static List<Geometry> of(List<? extends Geometry> units, Optional<Geometry> outline, double closingMetres) {
        return new TerritoryPartition(units, outline, closingMetres).territories();
    }

    /**
     * Returns the union of the territories of each group, such as the units of one beat, in the order of the groups. Borders between groups
     * keep their vertices, so the unions are again an exact partition.
     *
     * @param territories what {@link #of} returned
     * @param groupOfTerritory the group of each territory, 0 to {@code groups - 1}
     * @param groups how many groups there are; a group without a territory gets an empty geometry
     */
    public static List<Geometry> union(List<Geometry> territories, int[] groupOfTerritory, int groups) {
        return TerritoryPartition.union(territories, groupOfTerritory, groups);
    }
}
