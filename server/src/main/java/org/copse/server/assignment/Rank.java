package org.copse.server.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Whose beat it is. */
public enum Rank {
    /** The resident officer: one a day. */
    MAIN,
    /** One who shares the beat: an assistant, or a second officer. */
    SECOND;

    /** Returns the rank on the wire: {@code main}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Rank> findByKey(String key) {
        for (Rank rank : values()) {
            if (rank.key().equals(key)) {
                return Optional.of(rank);
            }
        }
        return Optional.empty();
    }
}
