package org.copse.server.officer;

import java.util.List;
import java.util.Optional;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * An officer's particulars as a form sends them.
 *
 * @param dutyName the number when not given
 * @param role a key of {@link OfficerRole}; resident officer when not given
 */
record OfficerRequest(
        @Nullable String number,
        @Nullable String dutyName,
        @Nullable List<String> languages,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours,
        @Nullable String role,
        @Nullable String bio) {

    /** Returns the particulars, or ends the request in a problem that names the field. */
    Officer officer() {
        String key = Optional.ofNullable(role).orElse(OfficerRole.RESIDENT_OFFICER.key());
        OfficerRole known = OfficerRole.findByKey(key)
                .orElseThrow(() -> FieldErrors.of("role", "must be one of " + OfficerRole.keys()));
        try {
            return new Officer(
                    Optional.ofNullable(number).orElse(""),
                    Optional.ofNullable(dutyName).orElse(""),
                    Optional.ofNullable(languages).orElse(List.of()),
                    phone,
                    email,
                    hours,
                    known,
                    bio);
        } catch (InvalidOfficer e) {
            throw FieldErrors.of(e.field(), e.why());
        }
    }
}
