package org.copse.server.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail has come.
 *
 * @param state {@code waiting}, {@code sent} (a mail server took it) or {@code failed} (it is tried no more)
 * @param tries how often it was tried
 * @param at when its state or its tries last changed
 * @param next when it is tried next; null when it is not
 * @param failure why the last try failed, a key of {@link Refusal.Why}; null where it did not
 * @param reply the mail server's number for it, such as 550
 * @param sentTo the address that it was sent to
 */
public record MailStanding(
        String state,
        String addressee,
        int tries,
        Instant at,
        @Nullable Instant next,
        @Nullable String failure,
        @Nullable Integer reply,
        @Nullable String sentTo) {
    /** It is still to go out. */
    public static final String WAITING = "waiting";

    /** A mail server took it. */
    public static final String SENT = "sent";

    /** It is tried no more. */
    public static final String FAILED = "failed";
}
