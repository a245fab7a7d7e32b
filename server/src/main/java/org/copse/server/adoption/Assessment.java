package org.copse.server.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An impact assessment of a plan.
 *
 * @param owner who answers for it: an office or a duty name
 * @param on the day of the assessment
 */
record Assessment(
        Kind kind, String owner, LocalDate on, Outcome outcome, String summary, String changedBy, Instant changedAt) {

    /** What is assessed. */
    enum Kind {
        PRIVACY,
        EQUALITY,
        COMMUNITY;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> findByKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /** What came of it. */
    enum Outcome {
        /** Nobody is worse off. */
        NO_IMPACT,
        /** There is an impact, and something is done about it. */
        MITIGATED,
        /** There is an impact that is taken for a reason, which the summary gives. */
        ACCEPTED,
        /** The plan must not come into force as it is. */
        UNACCEPTABLE;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Outcome> findByKey(String key) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.key().equals(key))
                    .findFirst();
        }
    }

    /** Returns whether the plan may come into force for all that this one says. */
    boolean permits() {
        return outcome != Outcome.UNACCEPTABLE;
    }
}
