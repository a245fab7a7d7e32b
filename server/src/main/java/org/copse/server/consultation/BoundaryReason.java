package org.copse.server.consultation;

import org.jspecify.annotations.Nullable;

/**
 * Why the boundary between two beats runs where it does.
 *
 * @param cause connection, bounds, lock, term or nothing
 * @param term of the plan that would worsen most; null unless that is the cause
 */
public record BoundaryReason(String beat, String otherBeat, String cause, @Nullable String term, double kilometres) {}
