package org.copse.server.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * One mail.
 *
 * @param id also its name on the way, so that whoever gets it twice can tell
 * @param about the finding that it tells of
 * @param addressee a key of {@link Outbox#addressees}
 * @param subject one line of at most 200 characters
 * @param body plain text of at most 20,000 characters
 */
public record OutgoingMail(UUID id, UUID about, String addressee, String subject, String body, Instant createdAt) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;

    /** Refuses what is no subject, or too long. */
    public OutgoingMail {
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line of 1 to " + LONGEST_SUBJECT + " characters");
        }
        if (body.isBlank() || body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("A mail has 1 to " + LONGEST_BODY + " characters, not " + body.length());
        }
    }
}
