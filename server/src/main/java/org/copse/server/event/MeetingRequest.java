package org.copse.server.event;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A meeting to be entered.
 *
 * @param beat id of a beat of the plan in force; null for the whole district
 * @param starts the authority's own time
 */
record MeetingRequest(
        @Nullable String beat,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String place,
        @Nullable String description,
        @Nullable String language,
        @Nullable LocalDateTime starts,
        @Nullable LocalDateTime ends,
        @Nullable Boolean cancelled) {}
