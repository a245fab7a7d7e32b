package org.copse.server.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whose part of a handover something is. */
enum Side {
    /** The officer before. */
    FROM,
    /** The officer after. */
    TO,
    /** The sector's team. */
    TEAM;

    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Side> findByKey(String key) {
        return Arrays.stream(values()).filter(side -> side.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Side::key).toList();
    }
}
