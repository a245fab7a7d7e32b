package org.copse.server.walk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A planned walk as staff see it; {@code starts} and {@code ends} are the authority's own time.
 *
 * @param route longitude and latitude of each corner; null where it is not laid down
 * @param invitation what those invited type, as it is read; null for a public walk
 * @param cancelled why it does not take place; null while it does
 * @param signedUp how many people mean to come
 * @param recorded ids of the walks that were recorded of it
 */
record PlannedWalkView(
        UUID id,
        @Nullable String beat,
        @Nullable List<List<Double>> route,
        String title,
        String why,
        String language,
        LocalDateTime starts,
        LocalDateTime ends,
        PlannedWalk.Light light,
        String place,
        double lon,
        double lat,
        List<String> languages,
        @Nullable Integer places,
        @Nullable String invitation,
        @Nullable String cancelled,
        int signedUp,
        List<UUID> recorded,
        String createdBy) {

    /** @param time the authority's own time of an instant */
    static PlannedWalkView of(
            PlannedWalk walk, int signedUp, List<UUID> recorded, Function<Instant, LocalDateTime> time) {
        return new PlannedWalkView(
                walk.id(),
                walk.beat(),
                walk.route() == null
                        ? null
                        : Arrays.stream(walk.route().getCoordinates())
                                .map(at -> List.of(at.x, at.y))
                                .toList(),
                walk.title(),
                walk.why(),
                walk.language(),
                time.apply(walk.startsAt()),
                time.apply(walk.endsAt()),
                walk.light(),
                walk.meet().words(),
                walk.meet().lon(),
                walk.meet().lat(),
                walk.spoken(),
                walk.places(),
                walk.invitation() == null ? null : walk.invitation().shown(),
                walk.cancelled(),
                signedUp,
                recorded,
                walk.createdBy());
    }
}
