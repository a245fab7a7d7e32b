package org.copse.server.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer as staff see them.
 *
 * @param fullName and {@code photo} (its address) only as long as the officer wants them shown
 * @param consentAt when they said so
 * @param account key of the account with which they sign in
 */
public record OfficerView(
        UUID id,
        String number,
        String dutyName,
        List<String> languages,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours,
        OfficerRole role,
        @Nullable String bio,
        @Nullable LocalDate leftOn,
        @Nullable String fullName,
        @Nullable String photo,
        @Nullable Instant consentAt,
        @Nullable String account) {

    /** Returns how staff see the officer. */
    public static OfficerView of(StoredOfficer stored) {
        Officer officer = stored.particulars();
        return new OfficerView(
                stored.id(),
                officer.number(),
                officer.dutyName(),
                officer.languages(),
                officer.phone(),
                officer.email(),
                officer.hours(),
                officer.role(),
                officer.bio(),
                stored.leftOn(),
                stored.fullName(),
                photoPath(stored),
                stored.consentAt(),
                stored.account());
    }

    /** Returns where the officer's photo is, or null when there is none. */
    public static @Nullable String photoPath(StoredOfficer stored) {
        return stored.photo() ? "/api/v1/officers/" + stored.id() + "/photo" : null;
    }
}
