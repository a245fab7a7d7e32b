package org.copse.server.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a problem has come: from seen to looked at again. */
public enum State {
    /** Nobody has decided on it. */
    OPEN,
    /** An agency is to see to it by a day. */
    ACCEPTED,
    IN_PROGRESS,
    /** Done, as the agency says. */
    RESOLVED,
    /** Done, as somebody saw who looked again. */
    CHECKED,
    /** Nothing will be done, for a reason. */
    NOT_ACCEPTED;

    /** Returns the name on the wire and in the database, such as {@code in-progress}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<State> findByKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(State::key).toList();
    }

    /** Returns where it may go from here, the way forward first. */
    List<State> next() {
        return switch (this) {
            case OPEN -> List.of(ACCEPTED, NOT_ACCEPTED);
            case ACCEPTED -> List.of(IN_PROGRESS, RESOLVED, NOT_ACCEPTED, OPEN);
            case IN_PROGRESS -> List.of(RESOLVED, ACCEPTED, NOT_ACCEPTED);
            case RESOLVED -> List.of(CHECKED, IN_PROGRESS);
            case CHECKED -> List.of(OPEN);
            case NOT_ACCEPTED -> List.of(OPEN);
        };
    }

    /** Returns whether going there from here has to be explained: a refusal, or a step back. */
    boolean asksWhy(State to) {
        return to == NOT_ACCEPTED || (to != this && to.ordinal() < ordinal());
    }

    /** Returns whether an agency has it, and a day until when. */
    boolean isTakenOn() {
        return this != OPEN && this != NOT_ACCEPTED;
    }

    /** Returns whether it is late once its day has passed. */
    boolean isDue() {
        return this == ACCEPTED || this == IN_PROGRESS;
    }

    /** Returns whether something is still to be done: decided, worked on, or looked at again. */
    boolean isUnsettled() {
        return this != CHECKED && this != NOT_ACCEPTED;
    }
}
