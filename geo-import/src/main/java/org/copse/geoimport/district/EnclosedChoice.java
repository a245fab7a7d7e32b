package org.copse.geoimport.district;

import java.util.List;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.RefusalCode;
import org.copse.geoimport.territory.EnclosedLand;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Which of the land that units enclose a planner takes into the district although it is large.
 *
 * @param all whether all of it
 * @param positions else a position in each
 */
public record EnclosedChoice(boolean all, List<LonLat> positions) {
    private static final String ALL = "all";

    /** Copies the list. */
    public EnclosedChoice {
        positions = List.copyOf(positions);
    }

    /** Returns the choice of nothing. */
    public static EnclosedChoice none() {
        return new EnclosedChoice(false, List.of());
    }

    /**
     * Returns the choice that texts state.
     *
     * @param texts {@code all}, or a position {@code LON,LAT} each
     * @throws IllegalArgumentException when one is neither
     */
    public static EnclosedChoice parse(List<String> texts) {
        return new EnclosedChoice(
                texts.stream().anyMatch(text -> text.strip().equalsIgnoreCase(ALL)),
                texts.stream()
                        .filter(text -> !text.strip().equalsIgnoreCase(ALL))
                        .map(LonLat::parse)
                        .toList());
    }

    /**
     * Checks that each position lies in land that is enclosed.
     *
     * @throws ImportRefused when one does not
     */
    void requireFound(List<EnclosedLand> enclosed, DistrictCrs crs, String units) {
        for (LonLat position : positions) {
            if (enclosed.stream().noneMatch(land -> holds(land.land(), position, crs))) {
                throw new ImportRefused(
                        RefusalCode.NOT_FIT_FOR_USE,
                        units,
                        "no land that units enclose and leave out lies at " + position,
                        "Give a position in such land; the report names " + enclosed.size() + " of them.");
            }
        }
    }

    boolean chooses(Polygon land, DistrictCrs crs) {
        return all || positions.stream().anyMatch(position -> holds(land, position, crs));
    }

    private static boolean holds(Polygon land, LonLat position, DistrictCrs crs) {
        double[] point = {position.lon(), position.lat()};
        crs.toMetric(point, 1);
        return SimplePointInAreaLocator.locate(new Coordinate(point[0], point[1]), land) != Location.EXTERIOR;
    }
}
