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

    /** Grids in whose numbers the zone stands: no other has such. */
    private static final Set<String> UNMISTAKABLE = Set.of("EPSG:4647", "EPSG:5649", "EPSG:5650");

    private CrsCandidates() {}

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
        boolean degrees = !found.isEmpty();
        for (GridTable.Grid grid : degrees ? List.<GridTable.Grid>of() : GridTable.all()) {
            if (grid.numbers().contains(extent)) {
                place(grid, extent, false).ifPresent(found::add);
            }
            if (grid.numbers().contains(swapped)) {
                place(grid, extent, true).ifPresent(found::add);
            }
        }
        district.map(box -> DistrictCrs.utmCode(box.envelope().centre())).ifPresent(code -> place(
                        new GridTable.Grid(
                                code, "UTM zone " + code.substring(8), extent, new Envelope(-180, 180, -84, 84)),
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

    private static Optional<Candidate> place(GridTable.Grid grid, Envelope extent, boolean swap) {
        try {
            SourceCrs crs =
                    KnownCrs.stated(Reading.detected().inCrs(grid.code()).swapped(swap), "a candidate");
            Optional<LonLatBox> box = crs.boxOf(extent);
            return box.filter(lonLat -> grid.land().contains(lonLat.envelope()))
                    .map(lonLat -> new Candidate(grid.code(), grid.name(), swap, lonLat));
        } catch (ImportRefused e) {
            return Optional.empty();
        }
    }
}
