package org.copse.geoimport.source.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.ImportRefused;
import org.copse.geoimport.LonLatBox;
import org.copse.geoimport.Reading;
import org.locationtech.jts.geom.Envelope;

/**
 * The CRSs that values of unknown meaning would fit, by their size.
 *
 * <p>A grid is a candidate where the values lie in its range of numbers and, in degrees, in the country that it is made
 * for. Most national grids overlap in their numbers, so there are often several; a district narrows them.
 */
public final class CrsCandidates {

    /**
     * A CRS that the values fit.
     *
     * @param code such as {@code EPSG:31370}
     * @param name such as "Belgian Lambert 72"
     * @param swapAxes whether they fit it with the axes swapped only
     * @param lonLat where they would lie
     */
    public record Candidate(String code, String name, boolean swapAxes, LonLatBox lonLat) {}

    /** A grid: the range of its numbers, and the land that it is for, in degrees. */
    private record Grid(String code, String name, Envelope numbers, Envelope land) {}

    private static final List<Grid> GRIDS = List.of(
            grid("EPSG:27700", "British National Grid", 0, 700_000, 0, 1_300_000, -9, 49.7, 2.1, 61),
            grid("EPSG:31370", "Belgian Lambert 72", 10_000, 300_000, 15_000, 250_000, 2.4, 49.4, 6.5, 51.6),
            grid("EPSG:3812", "Belgian Lambert 2008", 510_000, 800_000, 515_000, 750_000, 2.4, 49.4, 6.5, 51.6),
            grid("EPSG:28992", "Dutch RD New", 10_000, 280_000, 300_000, 625_000, 3.2, 50.7, 7.3, 53.7),
            grid("EPSG:2154", "French Lambert 93", 100_000, 1_250_000, 6_000_000, 7_150_000, -5.5, 41, 10, 51.3),
            grid("EPSG:2157", "Irish Transverse Mercator", 400_000, 780_000, 500_000, 970_000, -11, 51, -5, 56),
            grid("EPSG:2056", "Swiss LV95", 2_480_000, 2_840_000, 1_070_000, 1_300_000, 5.9, 45.8, 10.5, 47.9),
            grid("EPSG:31287", "Austrian Lambert", 100_000, 700_000, 250_000, 600_000, 9.4, 46.3, 17.2, 49.1),
            grid("EPSG:31466", "German Gauß-Krüger 2", 2_480_000, 2_640_000, 5_200_000, 6_110_000, 5.8, 47, 7.6, 55.1),
            grid("EPSG:31467", "German Gauß-Krüger 3", 3_350_000, 3_640_000, 5_200_000, 6_110_000, 7.4, 47, 10.6, 55.1),
            grid(
                    "EPSG:31468",
                    "German Gauß-Krüger 4",
                    4_350_000,
                    4_640_000,
                    5_200_000,
                    6_110_000,
                    10.4,
                    47,
                    13.6,
                    55.1),
            grid("EPSG:31469", "German Gauß-Krüger 5", 5_350_000, 5_640_000, 5_200_000, 6_110_000, 13.4, 47, 16, 55.1),
            grid(
                    "EPSG:5649",
                    "UTM zone 31, zone before easting",
                    31_160_000,
                    31_840_000,
                    5_000_000,
                    6_300_000,
                    -0.5,
                    45,
                    6.5,
                    57),
            grid(
                    "EPSG:4647",
                    "UTM zone 32, zone before easting",
                    32_160_000,
                    32_840_000,
                    5_000_000,
                    6_300_000,
                    5,
                    45,
                    12.9,
                    57),
            grid(
                    "EPSG:5650",
                    "UTM zone 33, zone before easting",
                    33_160_000,
                    33_840_000,
                    5_000_000,
                    6_300_000,
                    11,
                    45,
                    19,
                    57),
            grid("EPSG:2169", "Luxembourg TM", 45_000, 110_000, 55_000, 145_000, 5.7, 49.4, 6.6, 50.2),
            grid("EPSG:27572", "French Lambert II étendu", 40_000, 1_200_000, 1_600_000, 2_700_000, -5.5, 41, 10, 51.3),
            grid("EPSG:21781", "Swiss LV03", 480_000, 840_000, 70_000, 300_000, 5.9, 45.8, 10.5, 47.9),
            grid("EPSG:26191", "Moroccan Lambert north", 200_000, 900_000, 150_000, 700_000, -11, 31, -1, 36),
            grid("EPSG:26192", "Moroccan Lambert south", 100_000, 700_000, 150_000, 700_000, -11.5, 27.5, -1, 32),
            grid("EPSG:2177", "Polish zone 6", 6_330_000, 6_680_000, 5_420_000, 6_090_000, 16, 49, 20, 55),
            grid("EPSG:3035", "European LAEA", 2_500_000, 7_500_000, 1_300_000, 5_500_000, -16, 32, 45, 72),
            grid("EPSG:25830", "UTM zone 30 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, -6.5, 34, 0.5, 63),
            grid("EPSG:25831", "UTM zone 31 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, -0.5, 37, 6.5, 63),
            grid("EPSG:25832", "UTM zone 32 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, 5.5, 37, 12.5, 72),
            grid("EPSG:25833", "UTM zone 33 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, 11.5, 37, 18.5, 72),
            grid("EPSG:25829", "UTM zone 29 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, -12.5, 34, -5.5, 63),
            grid("EPSG:25834", "UTM zone 34 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, 17.5, 37, 24.5, 72),
            grid("EPSG:25835", "UTM zone 35 (ETRS89)", 160_000, 840_000, 3_500_000, 7_900_000, 23.5, 34, 30.5, 72),
            grid("EPSG:3857", "Web Mercator", -20_100_000, 20_100_000, 1_340_000, 14_000_000, -180, 12, 180, 78),
            grid("EPSG:3857", "Web Mercator", -20_100_000, 20_100_000, -7_600_000, -1_340_000, -180, -56, 180, -12));

    /** Grids in whose numbers the zone stands: no other has such. */
    private static final Set<String> UNMISTAKABLE = Set.of("EPSG:4647", "EPSG:5649", "EPSG:5650");

    private CrsCandidates() {}

    @SuppressWarnings("checkstyle:ParameterNumber") // one line of a table
    private static Grid grid(
            String code,
            String name,
            double left,
            double right,
            double bottom,
            double top,
            double west,
            double south,
            double east,
            double north) {
        return new Grid(code, name, new Envelope(left, right, bottom, top), new Envelope(west, east, south, north));
    }

    /**
     * Returns what the values fit: what lies in the district first, what needs no swap first.
     *
     * @param extent of the values, not null
     * @param district where they should lie
     */
    public static List<Candidate> of(Envelope extent, Optional<LonLatBox> district) {
        List<Candidate> found = new ArrayList<>();
        Envelope swapped = new Envelope(extent.getMinY(), extent.getMaxY(), extent.getMinX(), extent.getMaxX());
        if (DateLine.isOnGlobe(extent)) {
            found.add(new Candidate("EPSG:4326", "WGS 84", false, LonLatBox.of(extent)));
        }
        if (DateLine.isOnGlobe(swapped)) {
            found.add(new Candidate("EPSG:4326", "WGS 84, latitude first", true, LonLatBox.of(swapped)));
        }
        for (Grid grid : GRIDS) {
            if (grid.numbers().contains(extent)) {
                place(grid, extent, false).ifPresent(found::add);
            }
            if (grid.numbers().contains(swapped)) {
                place(grid, extent, true).ifPresent(found::add);
            }
        }
        district.map(box -> DistrictCrs.utmCode(box.envelope().centre())).ifPresent(code -> place(
                        new Grid(code, "UTM zone " + code.substring(8), extent, new Envelope(-180, 180, -84, 84)),
                        extent,
                        false)
                .filter(candidate -> isIn(district, candidate.lonLat()))
                .filter(candidate -> found.stream().noneMatch(one -> isIn(district, one.lonLat()) && !one.swapAxes()))
                .ifPresent(found::add));
        found.sort(Comparator.comparing((Candidate candidate) -> !isIn(district, candidate.lonLat()))
                .thenComparing(Candidate::swapAxes));
        return found;
    }

    /** Returns the only candidate that lies in the district, or empty where the district is not known or several do. */
    static Optional<Candidate> onlyOneIn(Optional<LonLatBox> district, Envelope extent) {
        List<Candidate> inside = of(extent, district).stream()
                .filter(candidate -> district.isPresent() && isIn(district, candidate.lonLat()))
                .toList();
        return inside.size() == 1 ? Optional.of(inside.get(0)) : Optional.empty();
    }

    /** Returns the only candidate, where its numbers are those of no other grid. */
    static Optional<Candidate> unmistakable(Envelope extent) {
        List<Candidate> all = of(extent, Optional.empty());
        return all.size() == 1 && UNMISTAKABLE.contains(all.get(0).code()) ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static boolean isIn(Optional<LonLatBox> district, LonLatBox box) {
        return district.isPresent() && district.get().meets(box);
    }

    private static Optional<Candidate> place(Grid grid, Envelope extent, boolean swap) {
        try {
            SourceCrs crs =
                    KnownCrs.stated(Reading.detected().inCrs(grid.code()).swapped(swap), "a candidate");
            Optional<LonLatBox> box = crs.boxOf(extent);
            return box.filter(lonLat -> grid.land().contains(lonLat.envelope()))
                    .map(lonLat -> new Candidate(
                            grid.code(), swap ? grid.name() + ", axes swapped" : grid.name(), swap, lonLat));
        } catch (ImportRefused e) {
            return Optional.empty();
        }
    }
}
