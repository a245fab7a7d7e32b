package org.copse.geoimport;

import java.util.List;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The metric coordinate system in which a district is measured.
 *
 * <p>Chosen from the district's extent: the national grid where there is one (Great Britain, Belgium), else the UTM
 * zone of its centre. Coordinates are metres, east then north; those of WGS 84 degrees, longitude then latitude.
 * Without grid-shift files a national grid on another datum lies a few metres off on the ground (British grid: about
 * 5 m); distances and areas are not touched by that, and the way there and back is the same.
 */
public final class DistrictCrs {

    private record NationalGrid(String code, Envelope lonLat) {}

    private static final List<NationalGrid> NATIONAL_GRIDS = List.of(
            new NationalGrid("EPSG:3812", new Envelope(2.5, 6.41, 49.49, 51.52)),
            new NationalGrid("EPSG:27700", new Envelope(-8.82, 1.92, 49.79, 60.94)));

    private final String code;
    private final String name;
    private final MathTransform toMetric;
    private final MathTransform toLonLat;

    private final boolean beyondDateLine;

    private DistrictCrs(String code, boolean beyondDateLine) {
        this.code = code;
        this.beyondDateLine = beyondDateLine;
        try {
            CoordinateReferenceSystem crs = CRS.decode(code, true);
            this.name = crs.getName().getCode();
            this.toMetric = CRS.findMathTransform(DefaultGeographicCRS.WGS84, crs, true);
            this.toLonLat = CRS.findMathTransform(crs, DefaultGeographicCRS.WGS84, true);
        } catch (FactoryException e) {
            throw new IllegalArgumentException(code + " is no CRS known here", e);
        }
    }

    /**
     * Returns the metric CRS for a district of this extent.
     *
     * @param lonLat degrees, x longitude, y latitude; not empty, within ±84 and from −180 to {@value DateLine#EASTERNMOST}: a district on both sides of
     *     180° goes on beyond it, and so do the degrees that this gives back
     */
    public static DistrictCrs forExtent(Envelope lonLat) {
        if (lonLat.isNull()
                || lonLat.getMinX() < -180
                || lonLat.getMaxX() > DateLine.EASTERNMOST
                || Math.abs(lonLat.centre().y) > 84) {
            throw new IllegalArgumentException(lonLat + " is no extent in degrees within −180 to 210, ±84");
        }
        return NATIONAL_GRIDS.stream()
                .filter(grid -> grid.lonLat().contains(lonLat))
                .findFirst()
                .map(grid -> ofCode(grid.code()))
                .orElseGet(() -> new DistrictCrs(
                        utmCode(lonLat.centre()), LonLatBox.of(lonLat).isBeyondDateLine()));
    }

    /**
     * Returns the metric CRS of an EPSG code, such as one stored with a layer.
     *
     * @param code such as {@code EPSG:3812}
     * @throws IllegalArgumentException when the code is not known
     */
    public static DistrictCrs ofCode(String code) {
        return new DistrictCrs(code, false);
    }

    /** Loads the CRS data base, which takes some seconds the first time; for a thread in the background at start. */
    public static void warmUp() {
        ofCode("EPSG:3812");
    }

    /** Returns the code of the UTM zone of a place. */
    public static String utmCode(Coordinate lonLat) {
        int zone = Math.min(60, (int) Math.floor((DateLine.placed(lonLat.x, false) + 180) / 6) + 1);
        return "EPSG:" + ((lonLat.y < 0 ? 32700 : 32600) + zone);
    }

    /** Returns the code, such as {@code EPSG:3812}. */
    public String code() {
        return code;
    }

    /** Returns the name, such as "ETRS89 / Belgian Lambert 2008". */
    public String name() {
        return name;
    }

    /** Returns a copy in metres (east, north) of a geometry in degrees (longitude, latitude). */
    public Geometry toMetric(Geometry lonLat) {
        if (!beyondDateLine) {
            return transform(lonLat, toMetric);
        }
        Geometry within = lonLat.copy();
        within.apply((CoordinateFilter) c -> c.x = DateLine.placed(c.x, false));
        within.geometryChanged();
        return transform(within, toMetric);
    }

    /** Returns a copy in degrees (longitude, latitude) of a geometry in metres (east, north). */
    public Geometry toLonLat(Geometry metric) {
        Geometry lonLat = metric.copy();
        lonLat.apply(new EveryPlace());
        lonLat.geometryChanged();
        return lonLat;
    }

    /** Turns the places of a geometry from metres to degrees, a line at a time. */
    private final class EveryPlace implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence line, int index) {
            if (index > 0) {
                return;
            }
            double[] points = new double[2 * line.size()];
            for (int i = 0; i < line.size(); i++) {
                points[2 * i] = line.getX(i);
                points[2 * i + 1] = line.getY(i);
            }
            toLonLat(points, line.size());
            for (int i = 0; i < line.size(); i++) {
                line.setOrdinate(i, CoordinateSequence.X, points[2 * i]);
                line.setOrdinate(i, CoordinateSequence.Y, points[2 * i + 1]);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    /**
     * Turns points from degrees to metres in place, for streams.
     *
     * @param points longitude, latitude, longitude, latitude, …; becomes east, north, east, north, …
     * @param count number of points
     */
    public void toMetric(double[] points, int count) {
        try {
            fromDegrees(points, count);
        } catch (TransformException e) {
            throw new IllegalArgumentException("a position cannot be expressed in " + code, e);
        }
    }

    /**
     * Turns points from metres to degrees in place. Going there and back moves a place by less than a tenth of a millimetre: what the
     * inverse formulas miss, up to some millimetres, is measured once and taken off.
     *
     * @param points east, north, east, north, …; becomes longitude, latitude, longitude, latitude, …
     * @param count number of points
     */
    public void toLonLat(double[] points, int count) {
        try {
            double[] there = new double[2 * count];
            toDegrees(points, there, count);
            double[] andBack = new double[2 * count];
            System.arraycopy(there, 0, andBack, 0, 2 * count);
            fromDegrees(andBack, count);
            toDegrees(andBack, andBack, count);
            for (int i = 0; i < 2 * count; i++) {
                points[i] = 2 * there[i] - andBack[i];
            }
        } catch (TransformException e) {
            throw new IllegalArgumentException("a position of " + code + " cannot be expressed in degrees", e);
        }
    }

    private void fromDegrees(double[] points, int count) throws TransformException {
        for (int i = 0; i < count; i++) {
            points[2 * i] = DateLine.placed(points[2 * i], false);
        }
        toMetric.transform(points, 0, points, 0, count);
    }

    private void toDegrees(double[] metric, double[] lonLat, int count) throws TransformException {
        toLonLat.transform(metric, 0, lonLat, 0, count);
        for (int i = 0; i < count; i++) {
            lonLat[2 * i] = DateLine.placed(lonLat[2 * i], beyondDateLine);
        }
    }

    private Geometry transform(Geometry geometry, MathTransform transform) {
        try {
            return JTS.transform(geometry, transform);
        } catch (TransformException e) {
            throw new IllegalArgumentException("a position cannot be expressed in " + code, e);
        }
    }
}
