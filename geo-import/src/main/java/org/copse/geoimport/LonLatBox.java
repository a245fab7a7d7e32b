package org.copse.geoimport;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * An extent in degrees of WGS 84, bounds inclusive; its east is beyond 180 where it goes over that line ({@link DateLine}). It may lie off the globe, as that of wrongly read positions does.
 *
 * @param west longitude
 * @param south latitude
 * @param east longitude, at least {@code west}
 * @param north latitude, at least {@code south}
 */
public record LonLatBox(double west, double south, double east, double north) {
    private static final double FULL_TURN = 360;

    public LonLatBox {
        if (!(west <= east && south <= north) || Double.isInfinite(east - west) || Double.isInfinite(north - south)) {
            throw new IllegalArgumentException(
                    west + ", " + south + ", " + east + ", " + north + " is no extent: west, south, east, north");
        }
    }

    /** Returns the box of an envelope that is not null. */
    public static LonLatBox of(Envelope lonLat) {
        return new LonLatBox(lonLat.getMinX(), lonLat.getMinY(), lonLat.getMaxX(), lonLat.getMaxY());
    }

    /** Returns how far another box is, in degrees, the shorter way around the globe; 0 where they meet. */
    public double degreesTo(LonLatBox other) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int turn = -1; turn <= 1; turn++) {
            Envelope turned = new Envelope(
                    other.west + turn * FULL_TURN, other.east + turn * FULL_TURN, other.south, other.north);
            nearest = Math.min(nearest, envelope().distance(turned));
        }
        return nearest;
    }

    /** Returns whether it lies about 180° and goes on beyond; one that is east of there by a single outlier does not. */
    public boolean isBeyondDateLine() {
        return west >= DateLine.NEAR && east > FULL_TURN / 2 && east <= DateLine.EASTERNMOST;
    }

    /** Returns whether a position lies in it; one that is no number does not. */
    public boolean holds(Coordinate lonLat) {
        return Double.isFinite(lonLat.x + lonLat.y) && meets(of(new Envelope(lonLat)));
    }

    /** Returns whether the boxes meet, wherever on the globe. */
    public boolean meets(LonLatBox other) {
        return degreesTo(other) == 0;
    }

    /** Returns the envelope, x longitude and y latitude. */
    public Envelope envelope() {
        return new Envelope(west, east, south, north);
    }
}
