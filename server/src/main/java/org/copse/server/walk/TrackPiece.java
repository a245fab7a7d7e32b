package org.copse.server.walk;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a track. A phone chooses the numbers of its pieces so that no other phone on the walk has the same.
 *
 * @param version which state of it this is; the phone counts from 1
 * @param recorder the phone, by an id that it made for this walk
 * @param segment pieces of a phone's segment are joined; between two segments is a gap, over which nobody knows the way
 * @param tapped whether it was drawn on the map instead of walked with a position
 * @param points 1 to 1,000 of longitude, latitude (degrees, WGS 84), accuracy (metres, 68 %) and time (milliseconds since 1970)
 */
public record TrackPiece(
        @Nullable Integer version,
        @Nullable UUID recorder,
        @Nullable Integer segment,
        @Nullable Boolean tapped,
        @Nullable List<List<Double>> points) {
    private static final int MOST_POINTS = 1000;
    private static final int MOST_SEGMENTS = 100_000;
    private static final double LEAST_ACCURATE_METRES = 100_000;
    private static final int NUMBERS = 4;

    /** Ends the request when a value is not allowed. */
    void check() {
        FieldErrors errors = new FieldErrors();
        Received.checkVersion(version, errors);
        if (recorder == null) {
            errors.add("recorder", "is missing");
        }
        if (segment == null || segment < 0 || segment > MOST_SEGMENTS) {
            errors.add("segment", "must be 0 to " + MOST_SEGMENTS + ", not " + segment);
        }
        if (points == null || points.isEmpty() || points.size() > MOST_POINTS) {
            errors.add("points", "must be 1 to " + MOST_POINTS + ", not " + (points == null ? 0 : points.size()));
        } else {
            for (int i = 0; i < points.size() && errors.isEmpty(); i++) {
                check(i, points.get(i), errors);
            }
        }
        errors.throwIfAny();
    }

    private static void check(int index, @Nullable List<Double> point, FieldErrors errors) {
        String field = "points[" + index + "]";
        if (point == null || point.size() != NUMBERS || point.stream().anyMatch(Objects::isNull)) {
            errors.add(field, "must be longitude, latitude, accuracy and time");
            return;
        }
        Received.checkPosition(field, point.get(0), point.get(1), errors);
        double accuracy = point.get(2);
        if (!(accuracy >= 0 && accuracy <= LEAST_ACCURATE_METRES)) {
            errors.add(field, "has an accuracy of " + accuracy + " m, not 0 to " + LEAST_ACCURATE_METRES);
        }
        if (!(point.get(3) >= 0 && point.get(3) <= Received.LATEST.toEpochMilli())) {
            errors.add(field, "has the time " + point.get(3) + ", not milliseconds since 1970");
        }
    }
}
