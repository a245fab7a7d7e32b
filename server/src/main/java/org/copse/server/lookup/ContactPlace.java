package org.copse.server.lookup;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.copse.server.inforce.LocalMetres;
import org.jspecify.annotations.Nullable;

/**
 * A place where police can be met.
 *
 * @param hours as they were noted
 * @param opening those hours, where they are understood
 * @param lon longitude in degrees, WGS 84
 * @param lat latitude in degrees, WGS 84
 */
record ContactPlace(
        String name,
        @Nullable String address,
        @Nullable String hours,
        Optional<OpeningHours> opening,
        double lon,
        double lat) {
    private static final int NAMED = 3;

    ContactPlace(String name, @Nullable String address, @Nullable String hours, double lon, double lat) {
        this(name, address, hours, OpeningHours.find(hours), lon, lat);
    }

    /**
     * Returns those nearest to a position, at most three, one of them open at that moment if any place is: where none of the nearest is, the nearest that
     * is takes the place of the last. There are tens of places, so all are measured.
     *
     * @param at the authority's own time
     */
    static List<LookupAnswer.ContactPoint> nearest(
            List<ContactPlace> places, double lon, double lat, LocalDateTime at) {
        LocalMetres metres = LocalMetres.at(lat);
        List<LookupAnswer.ContactPoint> all = places.stream()
                .map(place -> new LookupAnswer.ContactPoint(
                        place.name(),
                        place.address(),
                        place.hours(),
                        place.opening().map(hours -> hours.isOpen(at)).orElse(null),
                        Math.round(metres.between(lon, lat, place.lon(), place.lat()))))
                .sorted(Comparator.comparingLong(LookupAnswer.ContactPoint::metres))
                .toList();
        List<LookupAnswer.ContactPoint> named = new ArrayList<>(all.subList(0, Math.min(NAMED, all.size())));
        if (all.size() > NAMED && named.stream().noneMatch(ContactPlace::isOpen)) {
            all.stream().filter(ContactPlace::isOpen).findFirst().ifPresent(open -> named.set(NAMED - 1, open));
        }
        return List.copyOf(named);
    }

    private static boolean isOpen(LookupAnswer.ContactPoint point) {
        return Boolean.TRUE.equals(point.open());
    }
}
