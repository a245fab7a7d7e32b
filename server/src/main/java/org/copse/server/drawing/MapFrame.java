package org.copse.server.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Part of the earth laid into a rectangle: degrees of longitude are as short as in its middle, so that shapes and distances of a district are
 * true to within the width of a line.
 */
public final class MapFrame {
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double MARGIN = 0.04;
    private static final double LEAST_DEGREES = 0.002;
    private static final double MOST_LATITUDE = 80;
    private static final double LEAST_STEP = 0.2;

    private final double width;
    private final double height;
    private final double lon;
    private final double lat;
    private final double squeeze;
    private final double pointsPerDegree;

    /**
     * Fits a box into a rectangle, with a margin around.
     *
     * @param lonLat WGS 84; not empty
     * @param width of the rectangle, in points; over 0
     * @param height of the rectangle, in points; over 0
     */
    public MapFrame(Envelope lonLat, double width, double height) {
        if (lonLat.isNull()) {
            throw new IllegalArgumentException("a map of nothing");
        }
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("a map of " + width + " by " + height + " points");
        }
        Coordinate middle = lonLat.centre();
        this.width = width;
        this.height = height;
        this.lon = middle.x;
        this.lat = middle.y;
        this.squeeze = Math.cos(Math.toRadians(Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, middle.y))));
        double wide = Math.max(LEAST_DEGREES, lonLat.getWidth()) * squeeze;
        double high = Math.max(LEAST_DEGREES, lonLat.getHeight());
        this.pointsPerDegree = (1 - 2 * MARGIN) * Math.min(width / wide, height / high);
    }

    /** Returns the width of the rectangle, in points. */
    public double width() {
        return width;
    }

    /** Returns the height of the rectangle, in points. */
    public double height() {
        return height;
    }

    /** Returns the part of the earth that the rectangle shows, WGS 84. */
    public Envelope lonLat() {
        double east = width / 2 / (squeeze * pointsPerDegree);
        double north = height / 2 / pointsPerDegree;
        return new Envelope(lon - east, lon + east, lat - north, lat + north);
    }

    /** Returns how many metres on the ground a point of the drawing is. */
    public double metresPerPoint() {
        return METRES_PER_DEGREE / pointsPerDegree;
    }

    /** Returns where a position lies in the rectangle, from its upper left corner. */
    public Point2D at(double atLon, double atLat) {
        return new Point2D.Double(
                width / 2 + (atLon - lon) * squeeze * pointsPerDegree, height / 2 - (atLat - lat) * pointsPerDegree);
    }

    /** Returns the geometry in the rectangle, WGS 84 in, points out. */
    Geometry placed(Geometry lonLat) {
        Geometry copy = lonLat.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                Point2D at = at(sequence.getX(i), sequence.getY(i));
                sequence.setOrdinate(i, 0, at.getX());
                sequence.setOrdinate(i, 1, at.getY());
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    /** Returns the outlines of areas and the lines of a geometry as a path; points have none. */
    Path2D path(Geometry lonLat) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        lonLat.apply((GeometryFilter) part -> {
            if (part instanceof Polygon polygon) {
                draw(polygon.getExteriorRing(), path);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    draw(polygon.getInteriorRingN(hole), path);
                }
            } else if (part instanceof LineString line) {
                draw(line, path);
            }
        });
        return path;
    }

    /** Draws a line; what is finer than a fifth of a point is left out, and its last vertex never is. */
    private void draw(LineString line, Path2D path) {
        CoordinateSequence vertices = line.getCoordinateSequence();
        Point2D last = new Point2D.Double(Double.NaN, Double.NaN);
        for (int i = 0; i < vertices.size(); i++) {
            Point2D at = at(vertices.getX(i), vertices.getY(i));
            if (i == 0) {
                path.moveTo(at.getX(), at.getY());
                last = at;
            } else if (i == vertices.size() - 1 && line.isClosed()) {
                path.closePath();
            } else if (i == vertices.size() - 1 || at.distance(last) >= LEAST_STEP) {
                path.lineTo(at.getX(), at.getY());
                last = at;
            }
        }
    }
}
