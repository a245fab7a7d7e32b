package org.copse.server.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job stands. It only moves down this list, and ends in one of the last three. */
public enum JobState {
    /** Waits for a server. */
    QUEUED,
    /** A server is at work on it. */
    RUNNING,
    /** Done; its result is stored. */
    SUCCEEDED,
    /** Ended without a result; its message says why. */
    FAILED,
    /** Ended early on request; the best result so far, if there was one, is stored. */
    CANCELLED;

    /** Returns the state as it is stored and sent: {@code queued}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Returns whether the job is over. */
    public boolean isFinal() {
        return this != QUEUED && this != RUNNING;
    }
}
