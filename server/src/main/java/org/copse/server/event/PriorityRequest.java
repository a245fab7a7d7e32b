package org.copse.server.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A priority to be entered.
 *
 * @param beat id of a beat of the plan in force
 * @param done what was done, with {@code doneOn}; or neither
 */
record PriorityRequest(
        @Nullable String beat,
        @Nullable String issue,
        @Nullable LocalDate agreedOn,
        @Nullable String done,
        @Nullable LocalDate doneOn,
        @Nullable String language) {}
