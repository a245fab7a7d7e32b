package org.copse.server.event;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem that residents and police agreed to work on.
 *
 * @param done what was done; empty for nothing yet
 * @param doneOn when; null for nothing yet
 * @param language of its texts: two letters
 */
public record Priority(
        UUID id,
        String beat,
        String issue,
        LocalDate agreedOn,
        String done,
        @Nullable LocalDate doneOn,
        String language) {}
