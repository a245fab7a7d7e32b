package org.copse.server.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the checklist.
 *
 * @param title empty where the kind says it all, in the reader's language
 * @param doneBy null while it is not done; so is {@code doneAt}
 */
record Task(
        UUID id,
        Kind kind,
        String title,
        Side owner,
        LocalDate dueOn,
        @Nullable String doneBy,
        @Nullable Instant doneAt) {

    /** What is to be done. */
    enum Kind {
        /** The community map is complete. */
        MAP,
        /** Coming events are handed on. */
        EVENTS,
        /** Both have walked the beat together. */
        WALK,
        /** Residents are told. */
        NOTICE,
        /** As its title says. */
        OTHER;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
