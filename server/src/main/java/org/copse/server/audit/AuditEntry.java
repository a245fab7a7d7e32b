package org.copse.server.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry as an auditor reads it.
 *
 * @param at UTC
 * @param action the key of an {@link AuditAction}
 * @param erased which of the personal fields were there once and are erased
 */
public record AuditEntry(
        long seq,
        Instant at,
        String action,
        @Nullable String account,
        @Nullable String address,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String reason,
        @Nullable String before,
        @Nullable String after,
        @Nullable String detail,
        Set<PersonalField> erased,
        String hash) {}
