package org.copse.geoimport;

import org.locationtech.jts.geom.Envelope;

/**
 * An extent in degrees of WGS 84, bounds inclusive. It may lie off the globe, as that of wrongly read positions does.
 *
 * @param west longitude
 * @param south latitude
 * @param east longitude, at least {@code west}
 * @param north latitude, at least {@code south}
 */
public record LonLatBox(double west, double south, double east, double north) {
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

    /** Returns the envelope, x longitude and y latitude. */
    public Envelope envelope() {
        return new Envelope(west, east, south, north);
    }
}
