package org.copse.server.officer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an officer does in a team. */
public enum OfficerRole {
    RESIDENT_OFFICER,
    SECTOR_SUPERVISOR,
    LIAISON,
    /** A PCSO or assistant: helps on a beat, and is not counted as an officer. */
    ASSISTANT;

    /** Returns the role on the wire: {@code resident-officer}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the role of that key. */
    public static Optional<OfficerRole> findByKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(OfficerRole::key).toList();
    }

    /** Returns whether who has the role counts as a full officer, and can have a beat of their own. */
    public boolean countsAsOfficer() {
        return this != ASSISTANT;
    }
}
