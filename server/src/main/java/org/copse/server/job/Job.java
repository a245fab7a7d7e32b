package org.copse.server.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param kind whether it plans or imports
 * @param scenario what it plans; null for an import
 * @param upload what it imports; null for a plan
 * @param phase what it does at present: waiting, starting, joining, searching, without-mix, criteria or drawing; in an import
 *     reading or storing
 * @param progress share done, 0 to 1
 * @param count features read so far, in an import
 * @param bestScore of the best result so far; lower is better; null before the first
 * @param elapsedSeconds since a server began, until now or its end; 0 while it waits
 * @param message how it ended, where that needs words
 * @param problem why it failed, a problem in JSON; null unless it failed
 * @param createdBy the account that started it; not sent
 */
public record Job(
        UUID id,
        JobKind kind,
        @Nullable UUID scenario,
        @Nullable UUID upload,
        JobState state,
        String phase,
        double progress,
        @Nullable Long count,
        @Nullable Double bestScore,
        double elapsedSeconds,
        @Nullable String message,
        @JsonRawValue @Nullable String problem,
        @JsonIgnore String createdBy) {}
