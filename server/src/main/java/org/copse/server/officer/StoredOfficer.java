package org.copse.server.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer on the roster.
 *
 * @param leftOn first day on which they no longer serve; null while they do
 * @param fullName only as long as they want it shown
 * @param photo whether there is one, likewise
 * @param consentAt when they said that they want their name or photo shown; null without
 * @param account key of the account with which they sign in, or null
 */
public record StoredOfficer(
        UUID id,
        Officer particulars,
        @Nullable LocalDate leftOn,
        @Nullable String fullName,
        boolean photo,
        @Nullable Instant consentAt,
        @Nullable String account) {

    /** Returns whether they serve on a day. */
    public boolean servesOn(LocalDate day) {
        return leftOn == null || day.isBefore(leftOn);
    }
}
