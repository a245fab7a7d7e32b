package org.copse.server.hotspot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.geoimport.DistrictCrs;
import org.copse.statistics.grid.CellGrid;
import org.copse.statistics.hotspot.LocalTest;
import org.copse.statistics.hotspot.Trend;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What is told of each cell of a map: where it lies and what it holds. */
final class CellFacts {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private CellFacts() {}

    /** Returns a cell's column and row, which stay its own in every map of the same size. */
    static String id(CellGrid grid, int cell) {
        return grid.column(cell) + ":" + grid.row(cell);
    }

    /** Returns the border of a cell, in degrees. */
    static Geometry outline(CellGrid grid, DistrictCrs crs, int cell) {
        double[] corners = grid.corners(cell);
        Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            int at = 2 * (i % (ring.length - 1));
            ring[i] = new Coordinate(corners[at], corners[at + 1]);
        }
        return crs.toLonLat(GEOMETRY.createPolygon(ring));
    }

    /** Returns what {@code cells.geojson} says about each cell. */
    static List<Map<String, Object>> of(HotspotMap map) {
        Optional<List<String>> classes = map.classes();
        LocalTest test = map.test().orElse(null);
        double[] density = map.density();
        Trend[] trends = map.trendOfCells();
        List<Map<String, Object>> all = new ArrayList<>();
        for (int cell = 0; cell < map.grid().size(); cell++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("count", Math.round(map.counts()[cell]));
            one.put(
                    "exposure",
                    map.exposure().isPresent() ? rounded(map.exposure().get().byCell()[cell], 3) : null);
            one.put("share", rounded(map.grid().share(cell), 6));
            if (map.hasStatistic() && test != null) {
                one.put("i", rounded(test.statistic()[cell], 9));
            }
            one.put("z", test == null ? null : rounded(test.z()[cell], 9));
            one.put("p", test == null ? null : finite(test.p()[cell]));
            one.put("q", test == null ? null : finite(test.q()[cell]));
            if (density != null) {
                one.put("perSquareKilometre", rounded(density[cell], 6));
            }
            one.put("class", classes.isPresent() ? classes.get().get(cell) : null);
            if (trends != null) {
                one.put("trend", Legend.key(trends[cell]));
            }
            all.add(one);
        }
        return all;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    private static @Nullable Double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Double.isFinite(value) ? Double.valueOf(Math.round(value * scale) / scale) : null;
    }
}
