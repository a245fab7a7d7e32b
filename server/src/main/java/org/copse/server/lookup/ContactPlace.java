package org.copse.server.lookup;

import java.util.Comparator;
import java.util.List;
import org.copse.server.inforce.LocalMetres;
import org.jspecify.annotations.Nullable;

/**
 * A place where police can be met.
 *
 * @param lon longitude in degrees, WGS 84
 * @param lat latitude in degrees, WGS 84
 */
record ContactPlace(String name, @Nullable String address, @Nullable String hours, double lon, double lat) {
    private static final int NAMED = 3;

    /** Returns those nearest to a position, at most three. There are tens of places, so all are measured. */
    static List<LookupAnswer.ContactPoint> nearest(List<ContactPlace> places, double lon, double lat) {
        LocalMetres metres = LocalMetres.at(lat);
        return places.stream()
                .map(place -> new LookupAnswer.ContactPoint(
                        place.name(),
                        place.address(),
                        place.hours(),
                        Math.round(metres.between(lon, lat, place.lon(), place.lat()))))
                .sorted(Comparator.comparingLong(LookupAnswer.ContactPoint::metres))
                .limit(NAMED)
                .toList();
    }
}
