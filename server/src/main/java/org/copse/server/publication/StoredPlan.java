package org.copse.server.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was fixed, its parts aside; it may never have been in force.
 *
 * @param version from 1, over all plans of this server
 * @param scenario it was made in, or null
 * @param favour what it puts first, or null
 * @param unitsLayer the layer of its units, or null
 */
public record StoredPlan(
        UUID id,
        String name,
        int version,
        String reason,
        PlanOrigin origin,
        @Nullable UUID scenario,
        @Nullable String favour,
        @Nullable UUID unitsLayer,
        String createdBy,
        Instant createdAt,
        int beats,
        int sectors) {}
