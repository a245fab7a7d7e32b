package org.copse.server.lookup;

import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A position to look up, in WGS 84. What is wrong with one is said without repeating it: it is where somebody is.
 *
 * @param lon longitude in degrees, -180 to 180
 * @param lat latitude in degrees, -90 to 90
 */
record LookupRequest(@Nullable Double lon, @Nullable Double lat) {

    /** A position that is complete and on the globe. */
    record Position(double lon, double lat) {}

    /** Returns the position, or ends the request in a problem that names what is missing or out of bounds. */
    Position position() {
        FieldErrors errors = new FieldErrors();
        double checkedLon = check(errors, "lon", lon, 180);
        double checkedLat = check(errors, "lat", lat, 90);
        errors.throwIfAny();
        return new Position(checkedLon, checkedLat);
    }

    private static double check(FieldErrors errors, String field, @Nullable Double value, int bound) {
        if (value == null) {
            errors.add(field, "is missing");
            return 0;
        }
        if (!(value >= -bound && value <= bound)) {
            errors.add(field, "must be between -" + bound + " and " + bound);
        }
        return value;
    }

    @Override
    public String toString() {
        return "LookupRequest[a position]";
    }
}
