package org.copse.server.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a liaison officer is there for, whatever the area. */
public enum Need {
    LANGUAGE,
    YOUTH,
    LGBTIQ,
    DIASPORA,
    VICTIMS,
    OTHER;

    /** Returns the need on the wire: {@code youth}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the need says nothing without a topic: which language, which community. */
    boolean needsTopic() {
        return this == LANGUAGE || this == DIASPORA || this == OTHER;
    }

    static Optional<Need> findByKey(String key) {
        return Arrays.stream(values()).filter(need -> need.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Need::key).toList();
    }
}
