package org.copse.server.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.copse.server.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A token that lets a program act for an account, as far as it says.
 *
 * @param permissions what it may do, as long as its account may do it too
 * @param lastUsedAt to the minute; null when it never was
 */
record ApiToken(
        UUID id,
        UUID account,
        String name,
        Set<Permission> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    ApiToken {
        permissions = Set.copyOf(permissions);
    }
}
