package org.copse.server.officer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An officer by the names that people know. */
public record Person(UUID id, String dutyName, String number, List<String> languages) {

    /** Returns the officer by the names that people know. */
    public static Person of(StoredOfficer officer) {
        return new Person(
                officer.id(),
                officer.particulars().dutyName(),
                officer.particulars().number(),
                officer.particulars().languages());
    }

    /** Returns the same, or null for nobody. */
    public static @Nullable Person ofNullable(@Nullable StoredOfficer officer) {
        return officer == null ? null : of(officer);
    }
}
