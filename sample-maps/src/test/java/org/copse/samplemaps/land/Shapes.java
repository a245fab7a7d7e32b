package org.copse.samplemaps.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Curves and outlines as a draughtsman makes them.
 *
 * <p>Places are given along and away from the coast: u metres along the coast towards the north-east, v metres inland
 * towards the south-east, from the market square.
 */
public final class Shapes {

    /** Makes geometries on the city's grid of 0.1 m. */
    public static final GeometryFactory METRES = new GeometryFactory(new PrecisionModel(10));

    private static final double COAST_ANGLE = Math.toRadians(33);
    private static final double COS = StrictMath.cos(COAST_ANGLE);
    private static final double SIN = StrictMath.sin(COAST_ANGLE);

    private Shapes() {}

    /** Returns the local position of a place {@code u} metres along the coast and {@code v} metres inland. */
    public static Coordinate at(double u, double v) {
        return new Coordinate(u * COS + v * SIN, u * SIN - v * COS);
    }

    /** Returns how many metres inland of the market square a position lies; negative towards the sea. */
    public static double inland(Coordinate place) {
        return place.x * SIN - place.y * COS;
    }

    /** Returns how many metres along the coast, towards the north-east, a position lies from the market square. */
    public static double alongCoast(Coordinate place) {
        return place.x * COS + place.y * SIN;
    }

    /** Returns a closed polygon through places given along and away from the coast. */
    static Polygon polygon(double[][] places) {
        Coordinate[] ring = new Coordinate[places.length + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = at(places[i % places.length][0], places[i % places.length][1]);
        }
        return METRES.createPolygon(ring);
    }

    /** Returns a smooth (Catmull-Rom) line through places given along and away from the coast. */
    static LineString curve(double[][] places, double stepMetres) {
        List<Coordinate> through = new ArrayList<>();
        for (double[] place : places) {
            through.add(at(place[0], place[1]));
        }
        return smooth(through, stepMetres);
    }

    static LineString smooth(List<Coordinate> through, double stepMetres) {
        List<Coordinate> line = new ArrayList<>();
        for (int i = 0; i + 1 < through.size(); i++) {
            Coordinate before = through.get(Math.max(0, i - 1));
            Coordinate from = through.get(i);
            Coordinate to = through.get(i + 1);
            Coordinate after = through.get(Math.min(through.size() - 1, i + 2));
            int steps = Math.max(1, (int) (from.distance(to) / stepMetres));
            for (int s = 0; s < steps; s++) {
                double t = (double) s / steps;
                line.add(new Coordinate(
                        spline(before.x, from.x, to.x, after.x, t), spline(before.y, from.y, to.y, after.y, t)));
            }
        }
        line.add(through.get(through.size() - 1));
        return onGrid(METRES.createLineString(line.toArray(new Coordinate[0])));
    }

    private static double spline(double p0, double p1, double p2, double p3, double t) {
        return 0.5
                * (2 * p1
                        + (p2 - p0) * t
                        + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
                        + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
    }

    /** Returns a rounded outline whose radius swings slowly by {@code swing} (a share) and jitters by a few metres. */
    static Polygon blob(
            Coordinate centre, double radius, double swing, double jitter, double stepMetres, Random random) {
        double[] phases = new double[6];
        for (int k = 0; k < phases.length; k++) {
            phases[k] = random.nextDouble() * 2 * Math.PI;
        }
        int corners = Math.max(12, (int) (2 * Math.PI * radius / stepMetres));
        Coordinate[] ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius;
            for (int k = 0; k < phases.length; k++) {
                r += radius * swing / (1 + 0.5 * k) * StrictMath.sin((k + 2) * angle + phases[k]);
            }
            r += jitter * random.nextGaussian();
            ring[i] = new Coordinate(centre.x + r * StrictMath.cos(angle), centre.y + r * StrictMath.sin(angle));
        }
        ring[corners] = ring[0].copy();
        return METRES.createPolygon(ring);
    }

    @SuppressWarnings("unchecked")
    static <G extends Geometry> G onGrid(G geometry) {
        return (G) GeometryPrecisionReducer.reduce(geometry, METRES.getPrecisionModel());
    }

    /** Returns the polygon of largest area in a geometry. */
    public static Polygon largest(Geometry geometry) {
        Polygon best = METRES.createPolygon();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon part && part.getArea() > best.getArea()) {
                best = part;
            }
        }
        return best;
    }
}
