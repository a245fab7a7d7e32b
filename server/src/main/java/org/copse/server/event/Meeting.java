package org.copse.server.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When and where residents can meet the police.
 *
 * @param beat id of the beat; null for the whole district
 * @param language of its texts: two letters
 */
public record Meeting(
        UUID id,
        @Nullable String beat,
        Kind kind,
        String title,
        String place,
        String description,
        String language,
        Instant startsAt,
        Instant endsAt,
        boolean cancelled) {

    /** What sort of meeting it is. */
    public enum Kind {
        MEETING,
        /** Partners and communities together: police and residents set priorities. */
        PACT,
        /** On the street, short. */
        BRIEFING,
        /** Coffee with a cop. */
        COFFEE;

        /** Returns the kind on the wire: {@code pact}. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Kind::key).toList();
        }
    }
}
