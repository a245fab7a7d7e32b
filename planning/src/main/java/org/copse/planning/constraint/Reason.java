package org.copse.planning.constraint;

import org.copse.planning.plan.Violation.Cause;

/** Why a constraint is not kept: a code, and words that end without a full stop. */
record Reason(Cause cause, String words) {

    static Reason notFound(String words) {
        return new Reason(Cause.NOT_FOUND, words);
    }
}
