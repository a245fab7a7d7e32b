package org.copse.server.problemcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.copse.server.system.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is to go.
 *
 * @param after version that was seen before
 * @param reviewOn when it is to be looked at again; needed while it is responded to or assessed
 * @param outcome one of {@link #OUTCOMES} where it is closed
 * @param closing why, where it is closed; at most 2,000 characters
 */
record StepRequest(
        @Nullable Integer after,
        @Nullable String stage,
        @Nullable LocalDate reviewOn,
        @Nullable String outcome,
        @Nullable String closing) {
    static final String DROPPED = "dropped";
    static final List<String> OUTCOMES = List.of("solved", "smaller", "unchanged", "worse", "moved", DROPPED);
    /** As many times a problem is looked at before it is said to have ended. */
    static final int FEWEST_REVIEWS = 2;

    private static final int LONGEST_CLOSING = 2000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /**
     * What a case has.
     *
     * @param sources put into it
     * @param responses planned
     * @param reviews held
     */
    record Holds(int sources, int responses, int reviews) {}

    /** Returns a case after the step, or ends the request naming all that is wrong. */
    ProblemCase step(ProblemCase known, Holds holds, Instant at) {
        FieldErrors errors = new FieldErrors();
        Stage to = Optional.ofNullable(stage).flatMap(Stage::findByKey).orElse(null);
        if (to == null || (to != known.stage() && !known.stage().next().contains(to))) {
            errors.add(
                    "stage",
                    "cannot be " + stage + " after " + known.stage().key() + ", but one of "
                            + known.stage().next().stream().map(Stage::key).toList());
        }
        Stage next = to == null ? known.stage() : to;
        boolean closes = next == Stage.CLOSED;
        if (next.ordinal() > known.stage().ordinal() && !(closes && DROPPED.equals(outcome))) {
            checkReady(known, next, holds, errors);
        }
        boolean watched = next == Stage.RESPOND || next == Stage.ASSESS;
        if (watched && reviewOn == null) {
            errors.add("reviewOn", "is missing: when is it to be looked at again?");
        } else if (reviewOn != null && (reviewOn.getYear() < FIRST_YEAR || reviewOn.getYear() > LAST_YEAR)) {
            errors.add("reviewOn", "must be between " + FIRST_YEAR + " and " + LAST_YEAR + ", not " + reviewOn);
        }
        if (closes && (outcome == null || !OUTCOMES.contains(outcome))) {
            errors.add("outcome", "must be one of " + OUTCOMES);
        }
        String why = NobodyNamed.text("closing", closes ? closing : "", closes ? 1 : 0, LONGEST_CLOSING, errors);
        errors.throwIfAny();
        return new ProblemCase(
                known.id(),
                known.version() + 1,
                known.title(),
                known.beat(),
                known.language(),
                next,
                known.scan(),
                known.triangle(),
                known.analysis(),
                watched ? reviewOn : null,
                closes ? outcome : null,
                why,
                known.openedBy(),
                known.openedAt(),
                at);
    }

    /** A step forward rests on what the step before was for. */
    private static void checkReady(ProblemCase known, Stage next, Holds holds, FieldErrors errors) {
        if (known.scan().isEmpty() || holds.sources() == 0) {
            errors.add("stage", "needs what happens in words and at least one source before " + next.key());
        }
        if (next.ordinal() > Stage.ANALYSE.ordinal()
                && (!known.triangle().isDrawn() || known.analysis().isEmpty())) {
            errors.add("stage", "needs place, target, who does it and why before " + next.key());
        }
        if (next.ordinal() > Stage.RESPOND.ordinal() && holds.responses() == 0) {
            errors.add("stage", "needs at least one response before " + next.key());
        }
        if (next == Stage.CLOSED && holds.reviews() < FEWEST_REVIEWS) {
            errors.add(
                    "stage",
                    "needs " + FEWEST_REVIEWS + " reviews before it is closed, and has " + holds.reviews()
                            + "; a case that is given up is closed as dropped");
        }
    }
}
