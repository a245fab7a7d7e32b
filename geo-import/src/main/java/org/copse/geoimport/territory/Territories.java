package org.copse.geoimport.territory;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Divides a district into the territories of its units; see the package for what a territory is. */
public final class Territories {

    private Territories() {}

    /**
     * Returns each unit's territory, in the order of the units. Together they are the district: the given outline and the units. Land
     * that two units claim is the first one's, so a unit that repeats an earlier one has an empty territory. A territory is in one piece
     * where its unit is.
     *
     * @param units valid polygons or multipolygons in the metric CRS of the district
     * @param outline the district's outline in the same CRS
     * @param grid what territories are drawn on; their vertices are places of the grid, in metres
     * @throws IllegalArgumentException when there is no unit, or a unit is not an area
     */
    public static List<Geometry> of(List<? extends Geometry> units, Geometry outline, Grid grid) {
        return of(units, outline, grid, List.of());
    }

    /**
     * Returns the same with ways between units, which belong to the district wherever they lie.
     *
     * @param ways that belong to the units that they join, whatever else is nearer
     */
    public static List<Geometry> of(List<? extends Geometry> units, Geometry outline, Grid grid, List<Way> ways) {
        return new TerritoryPartition(units, outline, grid, ways).territories();
    }

    /**
     * Returns the same on a grid of a millimetre. Where no outline is known it is that of the units, closed over streets and gaps up to
     * {@code closingMetres} wide ({@link DistrictOutline}).
     *
     * @param closingMetres the widest gap, in metres, that belongs to the district when no outline is known
     * @throws IllegalArgumentException when there is no unit, a unit is not an area, or the width is negative
     */
    public static List<Geometry> of(List<? extends Geometry> units, Optional<Geometry> outline, double closingMetres) {
        if (!(closingMetres >= 0) || Double.isInfinite(closingMetres)) {
            throw new IllegalArgumentException("closingMetres is " + closingMetres + " m, not 0 or more");
        }
        requireUnits(units);
        return of(
                units,
                outline.orElseGet(() ->
                        DistrictOutline.of(units, closingMetres, land -> false).area()),
                Grid.millimetres());
    }

    static void requireUnits(List<? extends Geometry> units) {
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a district needs at least 1 unit, not 0");
        }
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
