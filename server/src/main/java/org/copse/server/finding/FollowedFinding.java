package org.copse.server.finding;

import java.util.List;
import java.util.UUID;
import org.copse.server.mail.MailStanding;
import org.jspecify.annotations.Nullable;

/**
 * A problem that was found, and what became of it.
 *
 * @param beat of the plan in force; null where the place is unknown, outside, or no plan is in force
 * @param overdue whether its day has passed and nobody says that it is resolved
 * @param mail how the newest mail to an agency stands; null where none was written
 * @param seenAgain who looked at it again on later walks, the first first
 * @param next where it may go from here, the way forward first
 */
record FollowedFinding(
        UUID id,
        FoundOn walk,
        Finding finding,
        Step standing,
        @Nullable Beat beat,
        boolean overdue,
        @Nullable MailStanding mail,
        List<SeenAgain> seenAgain,
        List<State> next) {
    FollowedFinding {
        seenAgain = List.copyOf(seenAgain);
        next = List.copyOf(next);
    }

    /** The walk on which it was found. */
    record FoundOn(UUID id, String title) {}

    /** A beat by its id and name. */
    record Beat(String id, String name) {}
}
