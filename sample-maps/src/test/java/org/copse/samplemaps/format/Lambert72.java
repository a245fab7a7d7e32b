package org.copse.samplemaps.format;

import org.locationtech.jts.geom.Coordinate;

/**
 * Belgian Lambert 72 (EPSG:31370) to and from WGS 84 longitude and latitude.
 *
 * <p>Lambert conformal conic with two standard parallels (EPSG method 9802) on the International 1924 ellipsoid, and the
 * seven-parameter shift BD72 to WGS 84 (EPSG transformation 15929, position-vector signs). Heights are taken as zero, so a
 * round trip is exact to a millimetre or two, while the shift itself is good to about a metre.
 */
public final class Lambert72 {

    /** The system in the words of OGC 01-009, with its EPSG code, as GeoPackages carry it. */
    static final String WKT =
            "PROJCS[\"BD72 / Belgian Lambert 72\",GEOGCS[\"BD72\",DATUM[\"Reseau_National_Belge_1972\","
                    + "SPHEROID[\"International 1924\",6378388,297,AUTHORITY[\"EPSG\",\"7022\"]],"
                    + "TOWGS84[-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747],AUTHORITY[\"EPSG\",\"6313\"]],"
                    + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4313\"]],"
                    + "PROJECTION[\"Lambert_Conformal_Conic_2SP\"],PARAMETER[\"standard_parallel_1\",51.16666723333333],"
                    + "PARAMETER[\"standard_parallel_2\",49.8333339],PARAMETER[\"latitude_of_origin\",90],"
                    + "PARAMETER[\"central_meridian\",4.367486666666666],PARAMETER[\"false_easting\",150000.013],"
                    + "PARAMETER[\"false_northing\",5400088.438],UNIT[\"metre\",1],AUTHORITY[\"EPSG\",\"31370\"]]";

    private static final double BD72_AXIS = 6378388.0;
    private static final double BD72_FLATTENING = 1 / 297.0;
    private static final double WGS84_AXIS = 6378137.0;
    private static final double WGS84_FLATTENING = 1 / 298.257223563;

    private static final double PARALLEL_1 = Math.toRadians(51.16666723333333);
    private static final double PARALLEL_2 = Math.toRadians(49.8333339);
    private static final double ORIGIN_LONGITUDE = Math.toRadians(4.367486666666666);
    private static final double FALSE_EASTING = 150000.013;
    private static final double FALSE_NORTHING = 5400088.438;

    private static final double[] SHIFT_METRES = {-106.8686, 52.2978, -103.7239};
    private static final double[] ROTATION_SECONDS = {0.3366, -0.457, 1.8422};
    private static final double SCALE_PPM = -1.2747;

    private static final double E2 = BD72_FLATTENING * (2 - BD72_FLATTENING);
    private static final double E = Math.sqrt(E2);
    private static final double N = coneConstant();
    private static final double F = m(PARALLEL_1) / (N * StrictMath.pow(t(PARALLEL_1), N));

    private Lambert72() {}

    /** Returns the Lambert 72 position, x east and y north in metres, of a WGS 84 position in degrees. */
    public static Coordinate fromLonLat(double lon, double lat) {
        double[] wgs84 = geocentric(Math.toRadians(lon), Math.toRadians(lat), WGS84_AXIS, WGS84_FLATTENING);
        double[] bd72 = shift(wgs84, -1);
        double[] lonLat = geographic(bd72, BD72_AXIS, BD72_FLATTENING);
        double r = BD72_AXIS * F * StrictMath.pow(t(lonLat[1]), N);
        double angle = N * (lonLat[0] - ORIGIN_LONGITUDE);
        return new Coordinate(FALSE_EASTING + r * StrictMath.sin(angle), FALSE_NORTHING - r * StrictMath.cos(angle));
    }

    /** Returns the WGS 84 position, x longitude and y latitude in degrees, of a Lambert 72 position in metres. */
    public static Coordinate toLonLat(double eastMetres, double northMetres) {
        double dx = eastMetres - FALSE_EASTING;
        double dy = FALSE_NORTHING - northMetres;
        double t = StrictMath.pow(StrictMath.hypot(dx, dy) / (BD72_AXIS * F), 1 / N);
        double lon = StrictMath.atan2(dx, dy) / N + ORIGIN_LONGITUDE;
        double lat = latitudeOf(t);
        double[] wgs84 = shift(geocentric(lon, lat, BD72_AXIS, BD72_FLATTENING), 1);
        double[] lonLat = geographic(wgs84, WGS84_AXIS, WGS84_FLATTENING);
        return new Coordinate(Math.toDegrees(lonLat[0]), Math.toDegrees(lonLat[1]));
    }

    private static double coneConstant() {
        return (StrictMath.log(m(PARALLEL_1)) - StrictMath.log(m(PARALLEL_2)))
                / (StrictMath.log(t(PARALLEL_1)) - StrictMath.log(t(PARALLEL_2)));
    }

    private static double m(double lat) {
        double sin = StrictMath.sin(lat);
        return StrictMath.cos(lat) / Math.sqrt(1 - E2 * sin * sin);
    }

    private static double t(double lat) {
        double sin = E * StrictMath.sin(lat);
        return StrictMath.tan(Math.PI / 4 - lat / 2) / StrictMath.pow((1 - sin) / (1 + sin), E / 2);
    }

    private static double latitudeOf(double t) {
        double lat = Math.PI / 2 - 2 * StrictMath.atan(t);
        for (int i = 0; i < 12; i++) {
            double sin = E * StrictMath.sin(lat);
            lat = Math.PI / 2 - 2 * StrictMath.atan(t * StrictMath.pow((1 - sin) / (1 + sin), E / 2));
        }
        return lat;
    }

    private static double[] geocentric(double lon, double lat, double axis, double flattening) {
        double e2 = flattening * (2 - flattening);
        double sin = StrictMath.sin(lat);
        double nu = axis / Math.sqrt(1 - e2 * sin * sin);
        return new double[] {
            nu * StrictMath.cos(lat) * StrictMath.cos(lon),
            nu * StrictMath.cos(lat) * StrictMath.sin(lon),
            nu * (1 - e2) * sin
        };
    }

    private static double[] geographic(double[] xyz, double axis, double flattening) {
        double e2 = flattening * (2 - flattening);
        double p = StrictMath.hypot(xyz[0], xyz[1]);
        double lat = StrictMath.atan2(xyz[2], p * (1 - e2));
        for (int i = 0; i < 12; i++) {
            double sin = StrictMath.sin(lat);
            double nu = axis / Math.sqrt(1 - e2 * sin * sin);
            lat = StrictMath.atan2(xyz[2] + e2 * nu * sin, p);
        }
        return new double[] {StrictMath.atan2(xyz[1], xyz[0]), lat};
    }

    /** Applies the shift BD72 to WGS 84, or solves it backwards when {@code direction} is -1. */
    private static double[] shift(double[] from, int direction) {
        double scale = 1 + SCALE_PPM * 1e-6;
        double rx = Math.toRadians(ROTATION_SECONDS[0] / 3600);
        double ry = Math.toRadians(ROTATION_SECONDS[1] / 3600);
        double rz = Math.toRadians(ROTATION_SECONDS[2] / 3600);
        double[][] rotation = {{1, -rz, ry}, {rz, 1, -rx}, {-ry, rx, 1}};
        if (direction > 0) {
            double[] to = new double[3];
            for (int i = 0; i < 3; i++) {
                to[i] = SHIFT_METRES[i] + scale * dot(rotation[i], from);
            }
            return to;
        }
        // The rotation is a few seconds: fixed-point iteration on the forward formula gains six digits a step.
        double[] guess = from.clone();
        for (int step = 0; step < 4; step++) {
            double[] back = shift(guess, 1);
            for (int i = 0; i < 3; i++) {
                guess[i] += from[i] - back[i];
            }
        }
        return guess;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
