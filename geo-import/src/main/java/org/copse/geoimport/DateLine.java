package org.copse.geoimport;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Longitudes about 180°. What lies on both sides of it is kept in one piece: its longitudes go on beyond 180, so that −179 is 181. All else
 * is within ±180.
 */
public final class DateLine {
    /** Longitudes may go on to here, so that all that is within 30° of the line can be in one piece with what is west of it. */
    public static final double EASTERNMOST = 210;

    /** Longitudes from here on are near the line, as those up to its opposite are. */
    static final double NEAR = 150;

    private static final double LINE = 180;
    private static final double TURN = 360;
    private static final double NORTHERNMOST = 90;

    private DateLine() {}

    /** Returns whether all of an extent can be degrees, longitude first: within ±180, or near the line and going on beyond it. */
    public static boolean isOnGlobe(Envelope extent) {
        boolean north = Math.abs(extent.getMinY()) <= NORTHERNMOST && Math.abs(extent.getMaxY()) <= NORTHERNMOST;
        boolean here = extent.getMinX() >= -LINE && extent.getMaxX() <= LINE;
        boolean beyond = extent.getMinX() >= NEAR && extent.getMaxX() <= EASTERNMOST;
        return north && (here || beyond);
    }

    /** Returns whether any of an extent lies on the globe. */
    public static boolean meetsGlobe(Envelope extent) {
        return extent.intersects(new Envelope(-LINE, EASTERNMOST, -NORTHERNMOST, NORTHERNMOST));
    }

    /** Returns the same longitude as a number within 180 of {@code middle}. */
    public static double near(double lon, double middle) {
        double off = lon - middle;
        return Math.abs(off) <= LINE ? lon : lon - TURN * Math.rint(off / TURN);
    }

    /**
     * Returns a longitude as a district says it: beyond 180 where the district does and it is near the line, in the east of it.
     *
     * @param lon from −180 to {@value #EASTERNMOST}
     * @param beyond whether the district goes on beyond 180
     */
    public static double placed(double lon, boolean beyond) {
        if (beyond) {
            return lon <= -NEAR ? lon + TURN : lon;
        }
        return lon > LINE ? lon - TURN : lon;
    }

    /**
     * Returns a geometry in one piece where it lies on both sides of the line, else as {@link #placed(double, boolean)} says.
     *
     * @param beyond whether the layer that it belongs to goes on beyond 180
     */
    public static Geometry placed(Geometry lonLat, boolean beyond) {
        Geometry whole = inOnePiece(lonLat);
        Envelope box = whole.getEnvelopeInternal();
        boolean west = box.getMaxX() <= -NEAR && box.getMinX() >= -LINE;
        boolean east = box.getMinX() > LINE && box.getMaxX() <= EASTERNMOST;
        return !box.isNull() && ((beyond && west) || (!beyond && east)) ? moved(whole, beyond) : whole;
    }

    /** Returns a geometry that goes on beyond 180° where it lies on both sides of that line; any other as it is. */
    public static Geometry inOnePiece(Geometry lonLat) {
        boolean wide = lonLat.getEnvelopeInternal().getWidth() > LINE;
        return wide && isBothSides(lonLat) ? moved(lonLat, true) : lonLat;
    }

    /** Nothing of it is farther than 30° from the line; what has all of its corners on the line itself is a map of the world. */
    private static boolean isBothSides(Geometry lonLat) {
        boolean within = false;
        for (Coordinate c : lonLat.getCoordinates()) {
            if (Math.abs(c.x) < NEAR || Math.abs(c.x) > EASTERNMOST) {
                return false;
            }
            within |= Math.abs(c.x) != LINE;
        }
        return within;
    }

    private static Geometry moved(Geometry lonLat, boolean beyond) {
        Geometry moved = lonLat.copy();
        moved.apply((CoordinateFilter) c -> c.x = placed(c.x, beyond));
        moved.geometryChanged();
        return moved;
    }
}
