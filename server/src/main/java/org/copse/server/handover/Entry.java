package org.copse.server.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the community map: an organisation, a place, an agreement or a date. Never a resident.
 *
 * @param day of an event, or from which an agreement holds
 */
record Entry(UUID id, Kind kind, String name, @Nullable String detail, @Nullable LocalDate day) {

    /** What it is about. */
    enum Kind {
        ORGANISATION,
        FOCAL_PLACE,
        CONTACT_POINT,
        AGREEMENT,
        EVENT;

        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> findByKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Kind::key).toList();
        }
    }
}
