package org.copse.server.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param scenario what it plans
 * @param phase what it does at present: waiting, starting, joining, searching, without-mix, criteria or drawing
 * @param progress share done, 0 to 1
 * @param bestScore of the best result so far; lower is better; null before the first
 * @param elapsedSeconds since a server began, until now or its end; 0 while it waits
 * @param message how it ended, where that needs words
 * @param problem why it failed, a problem in JSON; null unless it failed
 */
public record Job(
        UUID id,
        UUID scenario,
        JobState state,
        String phase,
        double progress,
        @Nullable Double bestScore,
        double elapsedSeconds,
        @Nullable String message,
        @JsonRawValue @Nullable String problem) {}
