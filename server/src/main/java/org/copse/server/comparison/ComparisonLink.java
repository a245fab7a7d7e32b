package org.copse.server.comparison;

import java.time.Instant;
import java.util.UUID;

/**
 * A link with which anybody can read a comparison.
 *
 * @param name that its maker gave it
 * @param by who made it
 */
record ComparisonLink(UUID id, String name, String by, Instant createdAt, Instant expiresAt) {}
