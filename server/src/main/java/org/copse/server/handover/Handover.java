package org.copse.server.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A beat's way from one officer to the next.
 *
 * @param from null where nobody had the beat
 * @param given that the officer before has handed over; null while not
 * @param taken that the officer after has taken over; null while not
 * @param cancelledAt when it was given up, or null
 * @param noticeFrom first day on which residents see the notice, or null
 */
record Handover(
        UUID id,
        UUID plan,
        String beatId,
        @Nullable UUID from,
        UUID to,
        LocalDate dueOn,
        @Nullable Signature given,
        @Nullable Signature taken,
        @Nullable Instant cancelledAt,
        @Nullable LocalDate noticeFrom) {

    /**
     * That somebody said it is done.
     *
     * @param why when it was not the officer's own account
     */
    record Signature(String by, Instant at, @Nullable String why) {}

    boolean isClosed() {
        return given != null && taken != null;
    }

    boolean isOpen() {
        return !isClosed() && cancelledAt == null;
    }

    boolean concerns(UUID officer) {
        return officer.equals(from) || officer.equals(to);
    }
}
