package org.copse.server.concern;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A concern as its staff read it; its contact and its photo are asked for by themselves.
 *
 * @param place as the address index names it, or as it was written
 * @param position null where only a beat is known
 * @param standing its last step
 */
record Concern(
        UUID id,
        String language,
        Category category,
        String words,
        String place,
        @Nullable Position position,
        boolean hasContact,
        boolean hasPhoto,
        Instant receivedAt,
        Step standing) {

    /** Degrees, WGS 84. */
    record Position(double lon, double lat) {
        @Override
        public String toString() {
            return "Position[somewhere]";
        }
    }

    /** What somebody wrote, and where, is in no log. */
    @Override
    public String toString() {
        return "Concern[" + id + "]";
    }
}
