package org.copse.server.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That an earlier finding was looked at again on a later walk.
 *
 * @param id of the finding that says so
 * @param earlier the one that was looked at
 * @param gone whether it was no longer there
 * @param severity 0 to 4, as it is now
 * @param photos from now, by their SHA-256
 */
record SeenAgain(
        UUID id,
        UUID earlier,
        FollowedFinding.FoundOn walk,
        Instant at,
        boolean gone,
        int severity,
        String words,
        List<String> photos) {
    SeenAgain {
        photos = List.copyOf(photos);
    }
}
