package org.copse.server.problemcase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What residents read of a case, in one language; a version never changes.
 *
 * @param number from 1 in its language
 * @param problem what it is
 * @param doing what is being done
 * @param result what came of it; empty as long as nobody knows
 * @param by who wrote it
 * @param publishedAt null as long as it is not public
 */
record Telling(
        String language,
        int number,
        String title,
        String problem,
        String doing,
        String result,
        String by,
        Instant at,
        @Nullable Instant publishedAt) {}
