package org.copse.server.disclosure;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A published table: all that is told of where incidents of a quarter were recorded. What is withheld is not in it.
 *
 * @param quarter its key, such as {@code 2025-Q2}
 * @param threshold counts under it are withheld, with others that would give them away
 * @param crs in which the hexagons are regular
 * @param cellMetres from the centre of a hexagon to the next
 * @param residentsCompared whether classes compare with residents; else with other hexagons alone
 * @param policePercent share of what police started or found, which does not count; null where those are fewer than the threshold
 * @param totals by kind, and {@link #ALL}; null where withheld
 */
public record PublishedQuarter(
        String quarter,
        LocalDate from,
        LocalDate to,
        int threshold,
        String crs,
        int cellMetres,
        Source source,
        boolean residentsCompared,
        @Nullable Integer policePercent,
        Map<String, @Nullable Integer> totals,
        List<Cell> cells) {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** The key of all kinds together. */
    public static final String ALL = "all";

    /**
     * Where the incidents come from.
     *
     * @param name of the layer
     */
    public record Source(
            String name, int version, @Nullable String source, @Nullable String licence, @Nullable String asOf) {}

    /**
     * A hexagon.
     *
     * @param outline longitude and latitude of each corner in degrees, the first again at the end
     * @param residents rounded to tens; null where nobody counted them
     * @param figures by kind, and {@link #ALL}
     */
    public record Cell(String id, List<double[]> outline, @Nullable Integer residents, Map<String, Figure> figures) {

        /** Returns it as a polygon, in degrees. */
        public Geometry lonLat() {
            return GEOMETRY.createPolygon(
                    outline.stream().map(at -> new Coordinate(at[0], at[1])).toArray(Coordinate[]::new));
        }

        /** Returns the longitude and latitude of its middle. */
        public double[] centre() {
            double lon = 0;
            double lat = 0;
            int corners = outline.size() - 1;
            for (double[] corner : outline.subList(0, corners)) {
                lon += corner[0] / corners;
                lat += corner[1] / corners;
            }
            return new double[] {lon, lat};
        }
    }

    /**
     * Returns how the hexagons of some land compare, by how many of them do: those whose middle lies in one of the areas, and where none does, the one
     * that an area lies in. This is reckoned from the table alone, so it tells no more than the table, however areas are drawn.
     *
     * @param areas in degrees
     */
    public Map<Comparison, Integer> compare(List<? extends Geometry> areas) {
        Set<String> chosen = new HashSet<>();
        Map<Comparison, Integer> counts = new EnumMap<>(Comparison.class);
        for (Geometry area : areas) {
            PreparedGeometry land = PreparedGeometryFactory.prepare(area);
            List<Cell> inside = cells.stream()
                    .filter(cell -> land.covers(point(cell.centre())))
                    .toList();
            Point within = area.getInteriorPoint();
            List<Cell> meant = !inside.isEmpty()
                    ? inside
                    : cells.stream()
                            .filter(cell -> cell.lonLat().covers(within))
                            .limit(1)
                            .toList();
            for (Cell cell : meant) {
                if (chosen.add(cell.id())) {
                    counts.merge(all(cell).sure(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static Point point(double[] lonLat) {
        return GEOMETRY.createPoint(new Coordinate(lonLat[0], lonLat[1]));
    }

    /** Returns what is told of all kinds together in a hexagon. */
    public static Figure all(Cell cell) {
        return Objects.requireNonNull(cell.figures().get(ALL));
    }

    /**
     * What is told of a kind in a hexagon.
     *
     * @param recorded null where withheld
     * @param sure how sure it is that it differs from elsewhere, reckoned from published figures alone
     */
    public record Figure(@Nullable Integer recorded, Comparison sure) {}
}
