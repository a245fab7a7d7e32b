package org.copse.server.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a concern has come. */
enum State {
    /** Nobody has looked at it. */
    RECEIVED,
    LOOKING,
    /** Something was done. */
    DONE,
    /** Another organisation sees to it. */
    PASSED_ON,
    /** Nothing more is done, for a reason. */
    CLOSED;

    /** Returns the name on the wire and in the database, such as {@code passed-on}. */
    @JsonValue
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<State> findByKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(State::key).toList();
    }

    /** Returns where it may go from here, the way forward first. */
    List<State> next() {
        return switch (this) {
            case RECEIVED -> List.of(LOOKING, DONE, PASSED_ON, CLOSED);
            case LOOKING -> List.of(DONE, PASSED_ON, CLOSED);
            case DONE, CLOSED -> List.of(LOOKING);
            case PASSED_ON -> List.of(DONE, LOOKING, CLOSED);
        };
    }

    /** Returns whether nothing more is expected of the police. */
    boolean isSettled() {
        return this != RECEIVED && this != LOOKING;
    }
}
