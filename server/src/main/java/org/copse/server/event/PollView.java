package org.copse.server.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A poll as staff see it.
 *
 * @param least how many have to take part before a result is shown to anybody
 * @param result null until it is closed, and where too few took part
 */
record PollView(Poll poll, State state, int least, @Nullable PollResult result) {

    /** Where a poll stands today. */
    enum State {
        PLANNED,
        OPEN,
        CLOSED;

        /** Returns the state on the wire: {@code open}. */
        @JsonValue
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
