package org.copse.server.layer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a layer drawn behind the map shows. */
public enum BackdropRole {
    LAND,
    WATER,
    PARK,
    STREET,
    RAILWAY;

    /** Returns the role on the wire: {@code land}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role of that key. */
    public static Optional<BackdropRole> findByKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
