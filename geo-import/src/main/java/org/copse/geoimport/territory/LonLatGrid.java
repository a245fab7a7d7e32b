package org.copse.geoimport.territory;

import java.util.ArrayList;
import java.util.List;
import org.copse.geoimport.DistrictCrs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;

/** Longitude and latitude to seven decimals, about a centimetre: as GeoJSON is written. */
public final class LonLatGrid implements Grid {
    /** Steps of the grid in a degree. */
    public static final double STEPS_PER_DEGREE = 1e7;

    /** A line that is straight in metres bends in degrees: by 0.3 mm over this many metres. */
    private static final double STRAIGHT_METRES = 100;

    private final DistrictCrs crs;

    /** Takes the metric CRS of the district. */
    public LonLatGrid(DistrictCrs crs) {
        this.crs = crs;
    }

    @Override
    public Coordinate[] onto(Coordinate[] metric) {
        List<Coordinate> dense = new ArrayList<>(metric.length);
        for (int i = 0; i + 1 < metric.length; i++) {
            divide(metric[i], metric[i + 1], dense);
        }
        dense.add(metric[metric.length - 1]);
        double[] points = new double[2 * dense.size()];
        for (int i = 0; i < dense.size(); i++) {
            points[2 * i] = dense.get(i).x;
            points[2 * i + 1] = dense.get(i).y;
        }
        crs.toLonLat(points, dense.size());
        Coordinate[] lonLats = new Coordinate[dense.size()];
        for (int i = 0; i < lonLats.length; i++) {
            lonLats[i] = new Coordinate(points[2 * i], points[2 * i + 1]);
        }
        return lonLats;
    }

    /** Adds a line's start and the places that divide it, the same ones from whichever end it comes. */
    private static void divide(Coordinate from, Coordinate to, List<Coordinate> dense) {
        dense.add(from);
        int pieces = (int) Math.ceil(from.distance(to) / STRAIGHT_METRES);
        boolean forth = from.compareTo(to) <= 0;
        Coordinate low = forth ? from : to;
        Coordinate high = forth ? to : from;
        for (int i = 1; i < pieces; i++) {
            double share = (double) (forth ? i : pieces - i) / pieces;
            dense.add(new Coordinate(low.x + share * (high.x - low.x), low.y + share * (high.y - low.y)));
        }
    }

    @Override
    public Geometry toMetric(Geometry onGrid) {
        return crs.toMetric(onGrid);
    }

    @Override
    public PrecisionModel precision() {
        return new PrecisionModel(STEPS_PER_DEGREE);
    }
}
