package org.copse.server.publication;

import java.time.Instant;
import java.util.UUID;

/**
 * A published plan, its parts aside.
 *
 * @param version from 1, over all plans of this server: a key for caches
 * @param validFrom from when it is in force
 */
public record PublishedPlan(UUID id, String name, int version, Instant validFrom, int beats, int sectors) {

    /**
     * Returns the entity tag of what is made of the plan in this term: by its id, which no other database has, and by when the term began, since a plan
     * that comes back is in force from another instant. Weak, since an answer with a strong tag is not compressed.
     */
    public String tag() {
        return "W/\"" + id + "-" + validFrom.toEpochMilli() + "\"";
    }
}
