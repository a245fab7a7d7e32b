package org.copse.server.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.copse.server.officer.StoredOfficer;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a beat on a day.
 *
 * @param how why it is this one
 * @param resident whose beat it is, there or away; null when the beat is vacant
 * @param present who answers; null for the sector's team
 * @param until first day on which the resident officer is back, or null
 */
public record Cover(
        How how, @Nullable StoredOfficer resident, @Nullable StoredOfficer present, @Nullable LocalDate until) {

    /** Why this one. */
    public enum How {
        /** The beat's resident officer. */
        OFFICER,
        /** Who stands in while the resident officer is away. */
        SUBSTITUTE,
        /** Who shares the beat, while its first officer is away or there is none. */
        SECOND,
        /** Nobody by name: the sector's team. */
        TEAM;

        /** Returns the word on the wire: {@code substitute}. */
        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final Cover NOBODY = new Cover(How.TEAM, null, null, null);

    /** Returns whether the beat has no resident officer, or one who is away without anybody who stands in. */
    public boolean isOpen() {
        return resident == null || how == How.TEAM;
    }
}
