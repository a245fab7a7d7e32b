package org.copse.server.hotspot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.geoimport.district.District;
import org.copse.geoimport.district.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A unit with cells that hold more: what the map says to the eye, in words.
 *
 * @param unit its id
 * @param name what it is called; null where it has no name
 * @param strongest cells in it that are very sure, or among the densest hundredth
 * @param strong cells in it that are sure, or among the densest twentieth
 * @param at longitude and latitude of one of them, in degrees
 */
record HotspotPlace(String unit, @Nullable String name, int strongest, int strong, List<Double> at) {
    private static final int MOST = 12;
    /** A cell at the district's rim may have its centre beyond it. */
    private static final int OUTSIDE = -1;

    HotspotPlace {
        at = List.copyOf(at);
    }

    /** Returns the units with such cells, those with the most first, at most twelve. */
    static List<HotspotPlace> of(HotspotMap map, District district) {
        Map<Integer, HotspotPlace> byUnit = new LinkedHashMap<>();
        List<String> classes = map.classes().orElse(List.of());
        for (int cell = 0; cell < classes.size(); cell++) {
            boolean strongest = Legend.isStrongest(classes.get(cell));
            if (strongest || Legend.isStrong(classes.get(cell))) {
                Coordinate centre = CellFacts.outline(map.grid(), map.ground().crs(), cell)
                        .getCentroid()
                        .getCoordinate();
                int unit = district.unitAt(new LonLat(centre.x, centre.y));
                HotspotPlace one = new HotspotPlace(
                        unit == OUTSIDE ? "" : district.feature(unit).id(),
                        unit == OUTSIDE ? null : district.unitName(unit).orElse(null),
                        strongest ? 1 : 0,
                        strongest ? 0 : 1,
                        List.of(centre.x, centre.y));
                byUnit.merge(unit, one, HotspotPlace::and);
            }
        }
        byUnit.remove(OUTSIDE);
        return byUnit.values().stream()
                .sorted(Comparator.comparingInt((HotspotPlace place) -> -place.strongest)
                        .thenComparingInt(place -> -place.strong)
                        .thenComparing(HotspotPlace::unit))
                .limit(MOST)
                .toList();
    }

    private HotspotPlace and(HotspotPlace other) {
        return new HotspotPlace(
                unit,
                name,
                strongest + other.strongest,
                strong + other.strong,
                strongest >= other.strongest ? at : other.at);
    }
}
