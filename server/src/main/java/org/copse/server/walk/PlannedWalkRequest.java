package org.copse.server.walk;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk to be planned, or a planned one as it is to be from now on.
 *
 * @param beat id of a beat of the plan in force; may be left out where there is a route
 * @param route longitude and latitude of each corner; may be left out where there is a beat
 * @param starts the authority's own time
 * @param light one of the words of {@link PlannedWalk.Light}
 * @param place where to meet, in words; {@code lon} and {@code lat} are its pin
 * @param languages codes of the languages spoken on the walk
 * @param places how many people may sign up; null where nobody needs to
 * @param byInvitation whether only those see it who have its code
 * @param newInvitation whether the present code is to stop working for a new one
 */
record PlannedWalkRequest(
        @Nullable String beat,
        @Nullable List<@Nullable List<@Nullable Double>> route,
        @Nullable String title,
        @Nullable String why,
        @Nullable String language,
        @Nullable LocalDateTime starts,
        @Nullable LocalDateTime ends,
        @Nullable String light,
        @Nullable String place,
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable List<@Nullable String> languages,
        @Nullable Integer places,
        @Nullable Boolean byInvitation,
        @Nullable Boolean newInvitation) {}
