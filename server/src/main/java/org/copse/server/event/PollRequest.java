package org.copse.server.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll to be put to residents.
 *
 * @param beat id of a beat of the plan in force
 * @param choices two to eight problems
 */
record PollRequest(
        @Nullable String beat,
        @Nullable String language,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        @Nullable List<String> choices) {}
