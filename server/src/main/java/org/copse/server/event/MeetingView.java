package org.copse.server.event;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as staff see it; {@code starts} and {@code ends} are the authority's own time. */
record MeetingView(
        UUID id,
        @Nullable String beat,
        Meeting.Kind kind,
        String title,
        String place,
        String description,
        String language,
        LocalDateTime starts,
        LocalDateTime ends,
        boolean cancelled) {}
