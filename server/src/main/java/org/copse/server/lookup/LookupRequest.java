package org.copse.server.lookup;

import java.util.Optional;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What to look up: a position in WGS 84, or an address. What is wrong with it is said without repeating it: it is where somebody is.
 *
 * @param lon longitude in degrees, -180 to 180
 * @param lat latitude in degrees, -90 to 90
 * @param address id that a search gave for a house, a street or a place; in place of a position
 */
record LookupRequest(@Nullable Double lon, @Nullable Double lat, @Nullable String address) {
    private static final int LONGEST_ID = 40;

    /** A position that is complete and on the globe. */
    record Position(double lon, double lat) {}

    /** Returns the address's id, if there is one; ends the request when there is a position too, or the id is none. */
    Optional<String> findAddress() {
        if (address == null) {
            return Optional.empty();
        }
        if (lon != null || lat != null) {
            throw FieldErrors.of("address", "stands beside a position: give one of them");
        }
        if (address.length() > LONGEST_ID) {
            throw FieldErrors.of("address", "is no id: it has " + address.length() + " characters");
        }
        return Optional.of(address);
    }

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
        return "LookupRequest[a place]";
    }
}
