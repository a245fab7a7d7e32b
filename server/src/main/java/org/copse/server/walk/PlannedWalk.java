package org.copse.server.walk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.copse.server.publication.BeatTerritory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A guided walk that is to take place.
 *
 * @param beat id of the beat that it is for; null where its route says
 * @param route in WGS 84, lon/lat; null where it is not laid down
 * @param why what it is for, for those who may come
 * @param language in which its texts are written: two letters
 * @param spoken codes of the languages spoken on it
 * @param places how many people may sign up; null where nobody needs to
 * @param invitation what those invited type to see it; null for a public walk
 * @param cancelled why it does not take place; null while it does
 * @param createdBy the account that planned it
 */
public record PlannedWalk(
        UUID id,
        @Nullable String beat,
        @Nullable LineString route,
        String title,
        String why,
        String language,
        Instant startsAt,
        Instant endsAt,
        Light light,
        MeetingPoint meet,
        List<String> spoken,
        @Nullable Integer places,
        @Nullable WalkCode invitation,
        @Nullable String cancelled,
        String createdBy) {

    private static final double METRES_PER_DEGREE = 111_195;

    public PlannedWalk {
        spoken = List.copyOf(spoken);
    }

    /** Where those who come meet: a pin, and how to find it. */
    public record MeetingPoint(String words, double lon, double lat) {}

    /** Whether it is walked by day or in the dark, when lamps are looked at. */
    public enum Light {
        DAY,
        NIGHT;

        /** Returns the word on the wire: {@code night}. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Light> findByKey(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(light -> light.key().equals(key))
                    .findFirst();
        }
    }

    /** Returns whether everybody may read of it. */
    public boolean isPublic() {
        return invitation == null;
    }

    /** Returns whether it is for a beat, or goes through its land. */
    public boolean concerns(BeatTerritory territory) {
        return territory.id().equals(beat) || (route != null && route.intersects(territory.lonLat()));
    }

    /**
     * Returns how far a position is from the route, or from the meeting point where there is none, in metres: on a plane around the
     * position, right to a per mille within a city.
     */
    public double metresTo(double lon, double lat) {
        double perLon = METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        Coordinate origin = new Coordinate(0, 0);
        Coordinate[] way =
                route == null ? new Coordinate[] {new Coordinate(meet.lon(), meet.lat())} : route.getCoordinates();
        Coordinate[] metres = Arrays.stream(way)
                .map(at -> new Coordinate((at.x - lon) * perLon, (at.y - lat) * METRES_PER_DEGREE))
                .toArray(Coordinate[]::new);
        return metres.length == 1 ? origin.distance(metres[0]) : Distance.pointToSegmentString(origin, metres);
    }

    /** Returns whether somebody may still sign up, as far as the walk itself says. */
    public boolean takesSignUps(Instant now) {
        return places != null && cancelled == null && now.isBefore(startsAt);
    }
}
