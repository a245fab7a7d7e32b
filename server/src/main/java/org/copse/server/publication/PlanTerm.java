package org.copse.server.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a plan is in force.
 *
 * @param number from 1, in the order in which terms were decided
 * @param plan with the instant from which it is in force in this term
 * @param validTo the first instant after; as the first where it was called off before it began; null where no end is known
 * @param reason why it came into force, or came back
 */
public record PlanTerm(int number, PublishedPlan plan, Kind kind, @Nullable Instant validTo, String reason) {

    /** How a term came about. */
    public enum Kind {
        /** The plan came into force. */
        ENTRY("entry"),
        /** The plan after it was taken back. */
        TAKE_BACK("take-back");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Returns the name as it is stored. */
        public String key() {
            return key;
        }

        static Kind ofKey(String key) {
            return key.equals(ENTRY.key) ? ENTRY : TAKE_BACK;
        }
    }

    /** Returns from when the plan is in force. */
    public Instant validFrom() {
        return plan.validFrom();
    }

    /** Returns whether it was called off before it began. */
    public boolean isCalledOff() {
        return validFrom().equals(validTo);
    }

    /** Returns whether it begins after an instant. */
    public boolean isAheadAt(Instant now) {
        return !isCalledOff() && validFrom().isAfter(now);
    }

    /** Returns whether an instant is one of it. */
    public boolean includes(Instant instant) {
        Instant end = validTo;
        return !instant.isBefore(validFrom()) && (end == null || instant.isBefore(end));
    }
}
