package org.copse.server.adoption;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copse.server.publication.PlanTerm;

/** Where a plan stands. The first three are decided; the others follow from when the plan is in force. */
enum State {
    DRAFT,
    CONSULTATION,
    ADOPTED,
    IN_FORCE,
    SUPERSEDED;

    /** Returns the name on the wire and in the database, such as {@code in-force}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<State> findByKey(String key) {
        return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
    }

    /**
     * Returns the state that follows from the last step and from when the plan is in force.
     *
     * @param terms of the plan
     */
    static State of(State lastStep, List<PlanTerm> terms, Instant now) {
        if (terms.stream().anyMatch(term -> term.includes(now))) {
            return IN_FORCE;
        }
        if (terms.stream().anyMatch(term -> term.isAheadAt(now))) {
            return ADOPTED;
        }
        return terms.stream().allMatch(PlanTerm::isCalledOff) ? lastStep : SUPERSEDED;
    }
}
