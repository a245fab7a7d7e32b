package org.copse.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to read. What is null does not matter.
 *
 * @param account the exact name of whoever acted
 * @param action what was done
 * @param subjectType what kind of thing it was done to
 * @param subjectId to which one
 * @param from not before this moment
 * @param until before this moment
 * @param text words in a reason, or in the state before or after; case does not matter
 */
public record AuditFilter(
        @Nullable String account,
        @Nullable AuditAction action,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String text) {
    /** Everything. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
