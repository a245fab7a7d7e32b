package org.copse.geoimport.district;

import java.util.Locale;
import org.copse.geoimport.DateLine;

/**
 * A position in WGS 84.
 *
 * @param lon longitude, degrees, -180 to 180, or on to 210 in a district on both sides of 180° ({@link DateLine})
 * @param lat latitude, degrees, -90 to 90
 */
public record LonLat(double lon, double lat) {
    /** Checks both bounds. */
    public LonLat {
        if (!(lon >= -180 && lon <= DateLine.EASTERNMOST)) {
            throw new IllegalArgumentException("longitude is " + lon
                    + ": it must be from -180 to 180, or on to 210 in a district on both sides of 180°");
        }
        if (!(Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("latitude is " + lat + ": it must be from -90 to 90");
        }
    }

    /**
     * Returns the position that {@code text} gives as {@code LON,LAT}, such as {@code 4.38,50.86}.
     *
     * @throws IllegalArgumentException when it gives none
     */
    public static LonLat parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length == 2) {
            try {
                return new LonLat(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            } catch (NumberFormatException e) {
                // told below, with the whole text
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no position: give LON,LAT such as 4.38,50.86");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.5f,%.5f", lon, lat);
    }
}
