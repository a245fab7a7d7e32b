package org.copse.server.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an officer is away.
 *
 * @param substitute who stands in; null for the team
 */
public record Leave(UUID id, UUID officer, Days days, @Nullable UUID substitute) {
    public Leave {
        if (officer.equals(substitute)) {
            throw new IllegalArgumentException("an officer cannot stand in for themselves");
        }
    }
}
