package org.copse.server.problemcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a case has come. */
public enum Stage {
    SCAN,
    ANALYSE,
    RESPOND,
    ASSESS,
    CLOSED;

    /** Returns the name on the wire and in the database. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stage> findByKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Stage::key).toList();
    }

    /** Returns where it may go from here, the way forward first: what was measured may have to be analysed anew. */
    List<Stage> next() {
        return switch (this) {
            case SCAN -> List.of(ANALYSE, CLOSED);
            case ANALYSE -> List.of(RESPOND, SCAN, CLOSED);
            case RESPOND -> List.of(ASSESS, ANALYSE, CLOSED);
            case ASSESS -> List.of(CLOSED, RESPOND, ANALYSE);
            case CLOSED -> List.of(ASSESS, SCAN);
        };
    }
}
