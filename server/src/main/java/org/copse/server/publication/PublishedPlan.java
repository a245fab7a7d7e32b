package org.copse.server.publication;

import java.time.Instant;
import java.util.UUID;

/**
 * A published plan, its parts aside.
 *
 * @param version from 1, over all plans of this server: a key for caches
 * @param validFrom from when it is in force
 */
public record PublishedPlan(UUID id, String name, int version, Instant validFrom, int beats, int sectors) {}
