package org.copse.server.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mail that no server took. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final @Nullable Integer reply;

    /** Why it was not taken. */
    enum Why {
        /** Nobody answered, or the connection ended. */
        UNREACHABLE,
        /** The connection could not be encrypted. */
        TLS,
        /** We are not let in. */
        SIGN_IN,
        /** Not now, says the mail server. */
        LATER,
        /** Never, says the mail server. */
        REFUSED,
        /** There is no address for the organisation. */
        NO_ADDRESS,
        /** Something that should not be; the log has it. */
        OTHER;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns whether another mail would fare the same now. */
        boolean isTheServers() {
            return this == UNREACHABLE || this == TLS || this == SIGN_IN;
        }
    }

    Refusal(Why why, @Nullable Integer reply, @Nullable Throwable cause) {
        super(why.key() + (reply == null ? "" : " " + reply), cause);
        this.why = why;
        this.reply = reply;
    }

    Why why() {
        return why;
    }

    @Nullable
    Integer reply() {
        return reply;
    }
}
