package org.copse.server.layer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a layer that came after the one in use, and what it changed against the version before it.
 *
 * @param change null where versions are not compared, as those of incidents and addresses
 */
public record NewerVersion(UUID id, int version, @Nullable Change change) {

    /** How many features a version added, removed, changed and left as they were. */
    public record Change(int added, int removed, int changed, long unchanged) {}
}
