package org.copse.server.inforce;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.copse.geoimport.DateLine;
import org.copse.geoimport.DistrictCrs;
import org.copse.geoimport.LonLatExtent;
import org.copse.geoimport.adjacency.BoundarySegments;
import org.copse.geoimport.adjacency.SegmentTree;
import org.copse.geoimport.territory.Territories;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The beats of one plan in memory, asked by position. Immutable; safe for many threads.
 *
 * <p>A position on a border belongs to the beat to its east, on a border that runs due east to the beat to its north, everywhere the same.
 */
public final class BeatIndex {

    private final BeatGrid grid;
    private final BoundarySegments borders;
    private final SegmentTree tree;
    private final LocalMetres scale;
    private final double middleLon;

    private BeatIndex(List<? extends Geometry> territories) {
        Envelope extent = LonLatExtent.of(territories);
        this.middleLon = extent.isNull() ? 0 : extent.centre().x;
        this.grid = new BeatGrid(BeatEdges.of(territories));
        this.scale = LocalMetres.at(extent.isNull() ? 0 : extent.centre().y);
        this.borders =
                BoundarySegments.ofLines(territories.stream().map(this::scaled).toList());
        this.tree = SegmentTree.of(borders);
    }

    /**
     * Returns the index of a plan's territories, in WGS 84 longitude and latitude. Territories that overlap or leave slivers, as areas drawn by
     * hand do, are first made a partition; of two that overlap the earlier one keeps the land.
     */
    public static BeatIndex of(List<? extends Geometry> lonLatTerritories) {
        List<Geometry> territories = List.copyOf(lonLatTerritories);
        if (CoverageValidator.isValid(territories.toArray(Geometry[]::new))) {
            return new BeatIndex(territories);
        }
        return new BeatIndex(partition(territories));
    }

    private static List<Geometry> partition(List<Geometry> territories) {
        DistrictCrs crs = DistrictCrs.forExtent(LonLatExtent.of(territories));
        List<Geometry> metric = territories.stream().map(crs::toMetric).toList();
        return Territories.of(metric, Optional.empty(), 0).stream()
                .map(crs::toLonLat)
                .toList();
    }

    private Geometry scaled(Geometry lonLat) {
        Geometry copy = lonLat.copy();
        copy.apply((CoordinateFilter) this::scale);
        copy.geometryChanged();
        return copy;
    }

    private void scale(Coordinate coordinate) {
        coordinate.x *= scale.perDegreeOfLongitude();
        coordinate.y *= scale.perDegreeOfLatitude();
    }

    /** Returns the number of the one beat that holds a position, or empty outside the district. */
    public Optional<Integer> locate(double lon, double lat) {
        int beat = locateNumber(lon, lat);
        return beat < 0 ? Optional.empty() : Optional.of(beat);
    }

    /** As {@link #locate}, without an object per call: -1 is outside. */
    int locateNumber(double lon, double lat) {
        return grid.locate(DateLine.near(lon, middleLon), lat);
    }

    /** Returns the numbers of all beats whose border lies within some metres of a position, ascending. */
    public SortedSet<Integer> bordering(double lon, double lat, double metres) {
        LocalMetres local = LocalMetres.at(lat);
        double x = DateLine.near(lon, middleLon) * scale.perDegreeOfLongitude();
        double y = lat * scale.perDegreeOfLatitude();
        double reachX = metres * scale.perDegreeOfLongitude() / local.perDegreeOfLongitude();
        double reachY = metres * scale.perDegreeOfLatitude() / local.perDegreeOfLatitude();
        SortedSet<Integer> found = new TreeSet<>();
        tree.visit(x - reachX, y - reachY, x + reachX, y + reachY, s -> {
            if (metresTo(s, lon, lat) <= metres) {
                found.add(borders.owner(s));
            }
        });
        return found;
    }

    /**
     * The beat nearest to a position outside the district.
     *
     * @param beat its number
     * @param metres how far its border is
     */
    public record Nearest(int beat, double metres) {}

    /** Returns the beat whose border is nearest to a position; of several equally near the first. Empty when there is no beat. */
    public Optional<Nearest> nearest(double lon, double lat) {
        double x = DateLine.near(lon, middleLon) * scale.perDegreeOfLongitude();
        double y = lat * scale.perDegreeOfLatitude();
        int segment = tree.nearest(x, y, Double.MAX_VALUE, s -> true);
        return segment < 0
                ? Optional.empty()
                : Optional.of(new Nearest(borders.owner(segment), metresTo(segment, lon, lat)));
    }

    /** Returns how far a piece of border is, in metres; the nearest point is found in the index's scale, the distance in the place's own. */
    private double metresTo(int segment, double anyLon, double lat) {
        double lon = DateLine.near(anyLon, middleLon);
        double x = lon * scale.perDegreeOfLongitude();
        double y = lat * scale.perDegreeOfLatitude();
        double place = borders.placeOfNearest(segment, x, y);
        double nearX = borders.ax(segment) + place * (borders.bx(segment) - borders.ax(segment));
        double nearY = borders.ay(segment) + place * (borders.by(segment) - borders.ay(segment));
        double nearLon = nearX / scale.perDegreeOfLongitude();
        double nearLat = nearY / scale.perDegreeOfLatitude();
        return LocalMetres.at((lat + nearLat) / 2).between(lon, lat, nearLon, nearLat);
    }

    /** Returns the numbers of the beats of many positions, given as lon, lat, lon, lat …; -1 is outside. */
    public int[] locateAll(double[] lonLat) {
        int[] beats = new int[lonLat.length / 2];
        for (int i = 0; i < beats.length; i++) {
            beats[i] = locateNumber(lonLat[2 * i], lonLat[2 * i + 1]);
        }
        return beats;
    }
}
